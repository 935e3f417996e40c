import { AgenciesService, SectorEntity } from '@roundtable/agencies';
import { Injectable } from '@nestjs/common';
import type { NewTeamPlaces, WantedDelegate } from '@roundtable/contracts';
import { CourseEntity } from '@roundtable/courses';
import { EventEntity, termDatesOf } from '@roundtable/events';
import {
  type Actor,
  Audit,
  Clock,
  Database,
  Problem,
  SYSTEM,
  WorkingTime,
  dateInWords,
  found,
  invalid,
  isDuplicate,
  isOffice,
  londonDate,
  londonInstant,
  newId,
  notFound,
} from '@roundtable/platform';
import { IsNull, LessThanOrEqual } from 'typeorm';
import { BookingMoves } from '../booking-moves.service';
import { BookingRequests } from '../booking-requests.service';
import { BookingEntity } from '../booking.entity';
import { BookingMails } from '../booking.mails';
import { type BookingOutcome, BookingsService } from '../bookings.service';
import { AgencyDelegates } from '../groups/agency-delegates.service';
import { LineService } from '../line.service';
import { PlacesQueries } from '../places.queries';
import { TeamPlaceMails } from './team-place.mails';
import { TeamPlaceEntity } from './team-place.entity';

/** Places held by an agency without names. */
@Injectable()
export class TeamPlacesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly agencies: AgenciesService,
    private readonly bookings: BookingsService,
    private readonly requests: BookingRequests,
    private readonly moves: BookingMoves,
    private readonly delegates: AgencyDelegates,
    private readonly line: LineService,
    private readonly places: PlacesQueries,
    private readonly mails: TeamPlaceMails,
    private readonly bookingMails: BookingMails,
    private readonly workingTime: WorkingTime,
  ) {}

  /**
   * Holds places for an agency until the end of a London date, which for leads is not after free cancellation ends.
   * Leads of the agency and staff alone; staff who say why pass kept places and caps. Refuses with `bookings.no-place`
   * where fewer are open, and answers how many are.
   */
  async hold(actor: Actor, eventId: string, wanted: NewTeamPlaces): Promise<TeamPlaceEntity> {
    if (!isOffice(actor) && !actor.leadAgencyIds.includes(wanted.agencyId)) throw notFound();
    return this.database.transaction(async () => {
      const { event } = await this.bookings.passGate(actor, eventId);
      const closed = await this.requests.whyClosed(event);
      if (closed || event.startsAt === null) throw new Problem('bookings.closed', { detail: { ...closed } });
      const agency = await this.agencies.byId(wanted.agencyId);
      if (!agency) throw invalid({ agencyId: 'There is no agency with this id' });
      const heldUntil = await this.untilOf(actor, event, event.startsAt, wanted.heldUntil);
      const { name: sector } = await this.database.repo(SectorEntity).findOneByOrFail({ id: agency.sectorId });
      const passReason = isOffice(actor) ? wanted.passReason?.trim() || null : null;
      const { places } = await this.line.serve(event);
      const open = passReason
        ? places.capacity - places.held.total
        : await this.places.openTo(event, places, { sector, agencyId: agency.id });
      if (open < wanted.places) throw new Problem('bookings.no-place', { detail: { placesFree: Math.max(0, open) } });
      const held = this.database.repo(TeamPlaceEntity).create({
        id: newId(),
        eventId,
        agencyId: agency.id,
        sector,
        places: wanted.places,
        heldUntil,
        heldById: actor.personId,
        heldAt: this.clock.now(),
        releasedAt: null,
        passReason,
      });
      await this.database.repo(TeamPlaceEntity).insert(held);
      await this.audit.record(actor, {
        action: 'team-places.hold',
        subjectKind: 'event',
        subjectId: eventId,
        after: {
          teamPlacesId: held.id,
          agencyId: agency.id,
          places: wanted.places,
          heldUntil: heldUntil.toISOString(),
        },
        reason: passReason,
      });
      await this.mails.held(actor, held);
      return held;
    });
  }

  /** Gives one of the places a name: a confirmed booking in the place that was held. Refuses as a booking does. */
  async name(actor: Actor, id: string, wanted: WantedDelegate): Promise<BookingOutcome> {
    try {
      return await this.database.transaction(() => this.nameInTransaction(actor, id, wanted));
    } catch (error) {
      if (isDuplicate(error)) throw new Problem('bookings.already-on-course');
      throw error;
    }
  }

  /** Gives the places back, to the line. Again changes nothing. */
  async release(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async () => {
      const { held, event } = await this.standing(actor, id);
      if (held.releasedAt === null) await this.end(actor, held, event);
    });
  }

  /** Gives back what nobody named until its date, and what is left when the event begins. For the sweep. */
  async releaseDue(): Promise<void> {
    const now = this.clock.now();
    const due = await this.database.repo(TeamPlaceEntity).find({
      where: { releasedAt: IsNull(), heldUntil: LessThanOrEqual(now) },
      order: { heldUntil: 'ASC', id: 'ASC' },
      take: 200,
    });
    for (const { id } of due)
      await this.database.transaction(async () => {
        const { held, event } = await this.standing(SYSTEM, id);
        if (held.releasedAt !== null || held.heldUntil > now) return;
        await this.end(SYSTEM, held, event);
        await this.mails.released(held);
      });
  }

  private async nameInTransaction(actor: Actor, id: string, wanted: WantedDelegate): Promise<BookingOutcome> {
    const { held, event, gate } = await this.standing(actor, id);
    const personId = await this.delegates.find(actor, held.agencyId, wanted);
    const bookings = this.database.repo(BookingEntity);
    const there = await bookings.findOneBy({ liveEventKey: `${event.id}|${personId}` });
    if (there && there.status !== 'waitlisted') return { id: there.id, status: there.status, isNew: false };
    if (held.releasedAt !== null) throw new Problem('team-places.released');
    const request = await this.requests.read(actor, { event, gate, personId, within: [held.agencyId] });
    if (request.isBlocked) throw await this.requests.missingRefusal(actor, request);
    if (there) await this.moves.move(actor, there, 'cancel', { reason: 'They got a place that their agency held' });
    const left = held.places - 1;
    await this.database
      .repo(TeamPlaceEntity)
      .update({ id }, { places: left, releasedAt: left === 0 ? this.clock.now() : null });
    const made = await this.requests.write(actor, request, 'confirmed', {
      approvedAt: request.snapshot.approval === 'off' ? null : this.clock.now(),
    });
    await this.line.endOtherWaits(made);
    await this.bookingMails.confirmed(made, 'by-another', request.missing, actor.name);
    return { id: made.id, status: made.status, isNew: true };
  }

  private async end(actor: Actor, held: TeamPlaceEntity, event: EventEntity): Promise<void> {
    const releasedAt = this.clock.now();
    await this.database.repo(TeamPlaceEntity).update({ id: held.id }, { releasedAt });
    Object.assign(held, { releasedAt });
    await this.audit.record(actor, {
      action: 'team-places.release',
      subjectKind: 'event',
      subjectId: event.id,
      before: { teamPlacesId: held.id, agencyId: held.agencyId, places: held.places },
    });
    await this.line.serve(event);
  }

  private async standing(
    actor: Actor,
    id: string,
  ): Promise<{ held: TeamPlaceEntity; event: EventEntity; gate: number }> {
    const { eventId, agencyId } = found(await this.database.repo(TeamPlaceEntity).findOneBy({ id }));
    if (!isOffice(actor) && !actor.leadAgencyIds.includes(agencyId)) throw notFound();
    const gate = found(await this.database.gate(EventEntity, eventId));
    return {
      held: await this.database.repo(TeamPlaceEntity).findOneByOrFail({ id }),
      event: await this.database.repo(EventEntity).findOneByOrFail({ id: eventId }),
      gate,
    };
  }

  /** 17:00 in London on that date, and the event's start at the latest. */
  private async untilOf(actor: Actor, event: EventEntity, startsAt: Date, day: string): Promise<Date> {
    const five = londonInstant(day, '17:00');
    if (!five.ok || five.instant <= this.clock.now())
      throw invalid({ heldUntil: 'Choose a date that is still to come' });
    if (day > londonDate(startsAt)) throw invalid({ heldUntil: 'Choose a date before the event starts' });
    const course = await this.database.repo(CourseEntity).findOneByOrFail({ id: event.courseId });
    const latest = termDatesOf(event, course, await this.workingTime.closureDays()).freeCancellationUntil;
    if (!isOffice(actor) && latest && five.instant > latest)
      throw invalid({ heldUntil: `Choose ${dateInWords(latest)} or earlier: free cancellation ends then` });
    return five.instant < startsAt ? five.instant : startsAt;
  }
}
