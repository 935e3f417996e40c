import { Injectable } from '@nestjs/common';
import type { MissingPrerequisite } from '@roundtable/contracts';
import { CourseEntity, PrerequisitesService } from '@roundtable/courses';
import { type EventEntity, EventsService, termDatesOf } from '@roundtable/events';
import { Audit, Clock, Database, SYSTEM, WorkingTime, isDuplicate } from '@roundtable/platform';
import { isBlockedBy, placesOpenTo, promotionOf, stillKept, type PlacesFacts } from './booking-rules';
import { BookingEntity } from './booking.entity';
import { BookingMails } from './booking.mails';
import { PlacesQueries } from './places.queries';
import { daysOffFor } from './working-time-rules';

/** What is left of the line once it was served. */
export interface LineLeft {
  places: PlacesFacts;
  /** Somebody waits who could take a place, but too late for an offer: staff fill it by hand, newcomers queue behind. */
  waitsByHand: boolean;
}

/** The waiting list: first come, first served, within kept places, caps and prerequisites. Call only after the event's gate. */
@Injectable()
export class LineService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly events: EventsService,
    private readonly places: PlacesQueries,
    private readonly prerequisites: PrerequisitesService,
    private readonly mails: BookingMails,
    private readonly workingTime: WorkingTime,
  ) {}

  /** What decides about places of this event now: capacity, cap, places still kept, places held. */
  async factsOf(event: EventEntity): Promise<PlacesFacts & { waiting: number }> {
    const kept = (await this.events.keptPlacesOf([event.id])).get(event.id) ?? [];
    const counts = (await this.places.countsOf([event.id]))(event.id);
    return {
      capacity: event.capacity,
      agencyCap: event.agencyCap,
      groupCap: event.groupCap,
      kept: event.startsAt ? stillKept(kept, event.startsAt, this.clock.now()) : kept,
      held: counts.held,
      waiting: counts.waiting,
    };
  }

  /** Gives every place that is open to those who wait for it, in their order; answers what is left. */
  async serve(event: EventEntity): Promise<LineLeft> {
    let facts = await this.factsOf(event);
    if (facts.waiting === 0 || facts.capacity <= facts.held.total || !event.startsAt || event.status !== 'published')
      return { places: facts, waitsByHand: false };
    const waiting = await this.database
      .repo(BookingEntity)
      .find({ where: { eventId: event.id, status: 'waitlisted' }, order: { queueNumber: 'ASC' } });
    const missing = await this.prerequisites.missingForEach(
      waiting.map((booking) => booking.personId),
      event.courseId,
      event.startsAt,
    );
    const course = await this.database.repo(CourseEntity).findOneByOrFail({ id: event.courseId });
    const closureDays = await this.workingTime.closureDays();
    const blocks = isBlockedBy(course.prerequisitePolicy, this.clock.now(), event.startsAt, closureDays);
    const groupOf =
      event.groupCap === null ? () => [] : await this.places.groupsOf(waiting.map(({ agencyId }) => agencyId));
    let waitsByHand = false;
    for (const booking of waiting) {
      if (facts.capacity <= facts.held.total) break;
      if (blocks && (missing.get(booking.personId)?.length ?? 0) > 0) continue;
      const sectors = await this.places.sectorAndParent(booking.sector);
      if (placesOpenTo(facts, sectors, booking.agencyId, groupOf(booking.agencyId)) < 1) continue;
      const outcome = await this.promote(event, course, event.startsAt, booking, missing.get(booking.personId) ?? []);
      waitsByHand ||= outcome === 'by-hand';
      if (outcome === 'promoted') facts = await this.factsOf(event);
    }
    return { places: facts, waitsByHand };
  }

  /** Ends the other waits of a person who got a place on the course, with notice. Waiting holds no place, so no gate is passed. */
  async endOtherWaits(booking: BookingEntity): Promise<void> {
    const others = await this.database
      .repo(BookingEntity)
      .findBy({ courseId: booking.courseId, personId: booking.personId, status: 'waitlisted' });
    for (const other of others.filter(({ id }) => id !== booking.id)) {
      const ended = await this.database.repo(BookingEntity).update(
        { id: other.id, status: 'waitlisted' },
        {
          status: 'cancelled',
          liveEventKey: null,
          endedAt: this.clock.now(),
          endReason: 'A place on another date was confirmed',
        },
      );
      if (ended.affected) await this.mails.waitEnded(other);
    }
  }

  private async promote(
    event: EventEntity,
    course: CourseEntity,
    startsAt: Date,
    booking: BookingEntity,
    missing: MissingPrerequisite[],
  ): Promise<'promoted' | 'by-hand' | 'elsewhere'> {
    const now = this.clock.now();
    const closureDays = await this.workingTime.closureDays();
    const sectors = await this.places.sectorAndParent(booking.sector);
    const promotion = promotionOf(event.waitlistPolicy, now, startsAt, closureDays, {
      cutOff: termDatesOf(event, course, closureDays).freeCancellationUntil ?? undefined,
      ownDaysOff: daysOffFor(sectors, closureDays, await this.workingTime.schoolHolidays()),
    });
    if (promotion.as === 'by-hand') return 'by-hand';
    const change = {
      status: promotion.as,
      liveCourseKey: course.isSeries ? null : `${course.id}|${booking.personId}`,
      promotedAt: now,
      offeredUntil: promotion.as === 'offered' ? promotion.until : null,
    };
    try {
      const done = await this.database.repo(BookingEntity).update({ id: booking.id, status: 'waitlisted' }, change);
      if (!done.affected) return 'elsewhere';
    } catch (error) {
      if (isDuplicate(error)) return 'elsewhere';
      throw error;
    }
    Object.assign(booking, change);
    await this.audit.record(SYSTEM, {
      action: 'booking.promote',
      subjectKind: 'booking',
      subjectId: booking.id,
      before: { status: 'waitlisted' },
      after: { status: promotion.as },
    });
    if (promotion.as === 'offered') await this.mails.offered(booking);
    else await this.mails.confirmed(booking, 'promoted', missing);
    await this.endOtherWaits(booking);
    return 'promoted';
  }
}
