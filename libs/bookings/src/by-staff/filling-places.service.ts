import { Injectable } from '@nestjs/common';
import { CourseEntity } from '@roundtable/courses';
import { EventEntity, EventsService } from '@roundtable/events';
import { type Actor, Clock, Database, Problem, found, isDuplicate } from '@roundtable/platform';
import { BookingMoves } from '../booking-moves.service';
import { BookingRequests } from '../booking-requests.service';
import { BookingEntity } from '../booking.entity';
import { BookingMails } from '../booking.mails';
import { type BookingOutcome, BookingsService } from '../bookings.service';
import { LineService } from '../line.service';

/** Staff who fill places by hand: out of the order of the line, or with one place more. */
@Injectable()
export class FillingPlacesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventsService,
    private readonly bookings: BookingsService,
    private readonly requests: BookingRequests,
    private readonly moves: BookingMoves,
    private readonly line: LineService,
    private readonly mails: BookingMails,
  ) {}

  /**
   * Confirms somebody who waits, out of their turn and past kept places and caps, for a reason that is audited. Refuses
   * where no place is free and where something must be completed first.
   */
  async promote(actor: Actor, bookingId: string, reason: string): Promise<void> {
    await this.refusingSecondPlace(async () => {
      const { eventId } = found(await this.database.repo(BookingEntity).findOneBy({ id: bookingId }));
      const { event } = await this.bookings.passGate(actor, eventId);
      const booking = await this.database.repo(BookingEntity).findOneByOrFail({ id: bookingId });
      const facts = await this.line.factsOf(event);
      if (facts.capacity <= facts.held.total) throw new Problem('events.full');
      await this.confirmWaiting(actor, event, booking, reason);
    });
  }

  /** Raises the capacity by one and gives that place to this person, in one action, for a reason that is audited. */
  async addPerson(actor: Actor, eventId: string, practitionerId: string, reason: string): Promise<BookingOutcome> {
    return this.refusingSecondPlace(async () => {
      const { event, gate } = await this.bookings.passGate(actor, eventId);
      const there = await this.database.repo(BookingEntity).findOneBy({ liveEventKey: `${eventId}|${practitionerId}` });
      if (there && there.status !== 'waitlisted') return { id: there.id, status: there.status, isNew: false };
      await this.events.setCapacity(actor, eventId, event.capacity + 1);
      if (there) {
        await this.confirmWaiting(actor, event, there, reason);
        await this.serveAnew(eventId);
        return { id: there.id, status: there.status, isNew: false };
      }
      const request = await this.requests.read(actor, { event, gate, personId: practitionerId });
      if (request.isBlocked) throw await this.requests.missingRefusal(actor, request);
      const made = await this.requests.write(actor, request, 'confirmed', {
        passReason: reason,
        approvedAt: request.snapshot.approval === 'off' ? null : this.clock.now(),
      });
      await this.line.endOtherWaits(made);
      await this.mails.confirmed(made, 'by-another', request.missing, actor.name);
      await this.serveAnew(eventId);
      return { id: made.id, status: made.status, isNew: true };
    });
  }

  /** Whoever was added may have filled a place that was kept, so that one more is open to others. */
  private async serveAnew(eventId: string): Promise<void> {
    await this.line.serve(await this.database.repo(EventEntity).findOneByOrFail({ id: eventId }));
  }

  private async confirmWaiting(
    actor: Actor,
    event: EventEntity,
    booking: BookingEntity,
    reason: string,
  ): Promise<void> {
    const now = this.clock.now();
    if (event.status !== 'published' || event.startsAt === null || event.hasStarted(now))
      throw new Problem('bookings.closed');
    const course = await this.database.repo(CourseEntity).findOneByOrFail({ id: event.courseId });
    const missing = await this.requests.missingFor(event, booking.personId);
    if (missing.length && (await this.requests.isBlocked(event, course)))
      throw new Problem('bookings.prerequisites-missing', { detail: { missing } });
    await this.moves.move(actor, booking, 'promote', {
      reason,
      columns: {
        passReason: reason,
        promotedAt: now,
        liveCourseKey: this.requests.courseKeyOf({ course, personId: booking.personId }, 'confirmed'),
        provisionalUntil: await this.requests.provisionalUntil(event, missing),
      },
    });
    await this.line.endOtherWaits(booking);
    await this.mails.confirmed(booking, 'promoted', missing);
  }

  private async refusingSecondPlace<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    try {
      return await this.database.transaction(work);
    } catch (error) {
      if (isDuplicate(error)) throw new Problem('bookings.already-on-course');
      throw error;
    }
  }
}
