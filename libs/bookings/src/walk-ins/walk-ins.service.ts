import { AgenciesService } from '@roundtable/agencies';
import { Injectable } from '@nestjs/common';
import type { NewWalkIn } from '@roundtable/contracts';
import { CourseEntity } from '@roundtable/courses';
import { EventEntity } from '@roundtable/events';
import { PeopleService, type PersonSnapshot } from '@roundtable/people';
import { type Actor, Clock, Database, Problem, folded, found, invalid, isOffice, notFound } from '@roundtable/platform';
import { BookingMoves } from '../booking-moves.service';
import { BookingRequests } from '../booking-requests.service';
import { BookingEntity } from '../booking.entity';
import { RegisterService } from '../register.service';
import { mayWalkIn } from './walk-in-rules';

export interface WalkInOutcome {
  bookingId: string;
  /** False where the person had a place or was entered already. */
  isNew: boolean;
  overCapacity: boolean;
}

/** People who come without a place. Who is in the room is a fact: it is written down, and never refused for want of a place. */
@Injectable()
export class WalkInsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly people: PeopleService,
    private readonly agencies: AgenciesService,
    private readonly requests: BookingRequests,
    private readonly moves: BookingMoves,
    private readonly register: RegisterService,
  ) {}

  /**
   * Enters somebody in the register as confirmed, and tells nobody. Whoever is in it already stays as they are; whoever
   * waited has come. Refuses earlier than 30 minutes before the start, and a closed register to everybody but staff.
   */
  async enter(actor: Actor, eventId: string, wanted: NewWalkIn): Promise<WalkInOutcome> {
    return this.database.transaction(async () => {
      const gate = found(await this.database.gate(EventEntity, eventId));
      const { event } = await this.register.visible(actor, eventId);
      if (!mayWalkIn(event, this.clock.now())) throw new Problem('register.no-walk-ins');
      if (!isOffice(actor) && (await this.register.closedRegister(eventId))) throw new Problem('register.closed');
      const { personId, snapshot } = await this.personOf(actor, wanted);
      const { bookingId, isNew } = await this.entry(actor, event, gate, personId, snapshot);
      const present = await this.database.repo(BookingEntity).countBy({ eventId, status: 'confirmed' });
      return { bookingId, isNew, overCapacity: present > event.capacity };
    });
  }

  private async entry(
    actor: Actor,
    event: EventEntity,
    gate: number,
    personId: string,
    snapshot: PersonSnapshot,
  ): Promise<{ bookingId: string; isNew: boolean }> {
    const walkedInAt = this.clock.now();
    const there = await this.database.repo(BookingEntity).findOneBy({ liveEventKey: `${event.id}|${personId}` });
    if (there?.status === 'confirmed') return { bookingId: there.id, isNew: false };
    if (there) {
      await this.moves.move(actor, there, 'walk-in', { columns: { walkedInAt, liveCourseKey: null } });
      return { bookingId: there.id, isNew: true };
    }
    const course = await this.database.repo(CourseEntity).findOneByOrFail({ id: event.courseId });
    const request = { event, course, personId, snapshot, gate, missing: [], isBlocked: false };
    // A place on another date of the course stays, so this one does not claim the course.
    const made = await this.requests.write(actor, request, 'confirmed', { walkedInAt, liveCourseKey: null });
    return { bookingId: made.id, isNew: true };
  }

  /** Staff may name somebody by id; a name, an agency and, where it is known, an address do for everybody. */
  private async personOf(actor: Actor, wanted: NewWalkIn): Promise<{ personId: string; snapshot: PersonSnapshot }> {
    const { practitionerId } = wanted;
    if (practitionerId !== undefined && !isOffice(actor)) throw notFound();
    const personId = found(await this.people.heldStill(practitionerId ?? (await this.named(actor, wanted))));
    const snapshot = await this.people.snapshotOf(
      personId,
      wanted.agencyId === undefined ? undefined : [await this.agencyOf(wanted)],
    );
    if (!snapshot) throw new Problem('bookings.no-agency');
    return { personId, snapshot };
  }

  /**
   * The person of the address, else a new one. A trainer who types another name than the one that is known makes a new
   * entry, so that typing addresses tells nobody's name; staff may merge the two.
   */
  private async named(actor: Actor, wanted: NewWalkIn): Promise<string> {
    const name = wanted.name?.trim() ?? '';
    if (!name) throw invalid({ name: 'Enter the name of the person' });
    const agencyId = await this.agencyOf(wanted);
    const known = wanted.email ? await this.people.byEmail(wanted.email.trim().toLowerCase()) : null;
    const isThem = known !== null && known.erasedAt === null && (isOffice(actor) || folded(name) === known.nameKey);
    const email = known === null ? (wanted.email ?? null) : null;
    const person = isThem ? known : await this.people.insert({ name, email, isDemonstration: false });
    await this.people.join(person.id, agencyId, null);
    return person.id;
  }

  private async agencyOf({ agencyId = '' }: NewWalkIn): Promise<string> {
    const agency = await this.agencies.byId(agencyId);
    if (!agency) throw invalid({ agencyId: 'Choose the agency' });
    return agency.id;
  }
}
