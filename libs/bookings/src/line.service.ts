import { Injectable } from '@nestjs/common';
import type { MissingPrerequisite } from '@roundtable/contracts';
import { CourseEntity } from '@roundtable/courses';
import { EventEntity, EventsService, termDatesOf } from '@roundtable/events';
import { Clock, Database, SYSTEM, WorkingTime, isDuplicate } from '@roundtable/platform';
import { In } from 'typeorm';
import { type PlacesFacts, type Promotion, isBlockedBy, promotionOf, stillKept } from './booking-rules';
import { BookingEntity } from './booking.entity';
import { BookingMails } from './booking.mails';
import { BookingMoves } from './booking-moves.service';
import { BookingRequests } from './booking-requests.service';
import { PlacesQueries, type WaitingFrom } from './places.queries';
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
    private readonly events: EventsService,
    private readonly places: PlacesQueries,
    private readonly requests: BookingRequests,
    private readonly moves: BookingMoves,
    private readonly mails: BookingMails,
    private readonly workingTime: WorkingTime,
  ) {}

  /** What decides about places of this event now: capacity, cap, places still kept, places held. */
  async factsOf(event: EventEntity): Promise<PlacesFacts & { waiting: number; waitingFrom: readonly WaitingFrom[] }> {
    const kept = (await this.events.keptPlacesOf([event.id])).get(event.id) ?? [];
    const counts = (await this.places.countsOf([event.id]))(event.id);
    return {
      capacity: event.capacity,
      agencyCap: event.agencyCap,
      groupCap: event.groupCap,
      kept: event.startsAt ? stillKept(kept, event.startsAt, this.clock.now()) : kept,
      held: counts.held,
      waiting: counts.waiting,
      waitingFrom: counts.waitingFrom,
    };
  }

  /** Whether places are kept now that somebody of this sector cannot have. */
  async keepsForOthers(eventId: string, sector: string): Promise<boolean> {
    const facts = await this.factsOf(await this.database.repo(EventEntity).findOneByOrFail({ id: eventId }));
    const sectors = await this.places.sectorAndParent(sector);
    return facts.kept.some(
      (one) => !sectors.includes(one.sector) && one.places > (facts.held.bySector.get(one.sector) ?? 0),
    );
  }

  /** Whether somebody who waits could be given a place now. Decides nothing: whoever serves passes the gate first. */
  async isServable(event: EventEntity): Promise<boolean> {
    const facts = await this.factsOf(event);
    if (facts.waiting === 0 || facts.capacity <= facts.held.total || !event.startsAt) return false;
    const { waiting, course } = await this.waitingOf(event, event.startsAt);
    const openTo = await this.places.openToEach(event, waiting);
    for (const booking of waiting)
      if (openTo(facts, booking) > 0)
        return (await this.promotionFor(event, course, event.startsAt, booking)).as !== 'by-hand';
    return false;
  }

  /** Gives every place that is open to those who wait for it, in their order; answers what is left. */
  async serve(event: EventEntity): Promise<LineLeft> {
    let facts = await this.factsOf(event);
    if (facts.waiting === 0 || facts.capacity <= facts.held.total || !event.startsAt || event.status !== 'published')
      return { places: facts, waitsByHand: false };
    const openTo = await this.places.openToEach(event, facts.waitingFrom);
    // Places kept for others are open to nobody who waits, so the line need not be read for each newcomer.
    if (!facts.waitingFrom.some((from) => openTo(facts, from) > 0)) return { places: facts, waitsByHand: false };
    const { waiting, missing, course } = await this.waitingOf(event, event.startsAt);
    let waitsByHand = false;
    for (const booking of waiting) {
      if (facts.capacity <= facts.held.total) break;
      if (openTo(facts, booking) < 1) continue;
      const outcome = await this.promote(event, course, event.startsAt, booking, missing.get(booking.personId) ?? []);
      waitsByHand ||= outcome === 'by-hand';
      if (outcome === 'promoted') facts = await this.factsOf(event);
    }
    return { places: facts, waitsByHand };
  }

  /**
   * Who waits and could be given a place, in their order: without those who must complete something first, and those
   * who hold a place on another date of the course.
   */
  private async waitingOf(
    event: EventEntity,
    startsAt: Date,
  ): Promise<{ waiting: BookingEntity[]; missing: Map<string, MissingPrerequisite[]>; course: CourseEntity }> {
    const bookings = this.database.repo(BookingEntity);
    const course = await this.database.repo(CourseEntity).findOneByOrFail({ id: event.courseId });
    const all = await bookings.find({
      where: { eventId: event.id, status: 'waitlisted' },
      order: { queueNumber: 'ASC', id: 'ASC' },
    });
    const missing = await this.requests.missingForEach(
      event,
      all.map(({ personId }) => personId),
    );
    const keys = all.flatMap(({ personId }) => this.requests.courseKeyOf({ course, personId }, 'confirmed') ?? []);
    const elsewhere = new Set(
      (await bookings.find({ select: { personId: true }, where: { liveCourseKey: In(['', ...keys]) } })).map(
        ({ personId }) => personId,
      ),
    );
    const closureDays = await this.workingTime.closureDays();
    const blocks = isBlockedBy(course.prerequisitePolicy, this.clock.now(), startsAt, closureDays);
    const isHeldBack = (personId: string) => blocks && (missing.get(personId)?.length ?? 0) > 0;
    const waiting = all.filter(({ personId }) => !elsewhere.has(personId) && !isHeldBack(personId));
    return { waiting, missing, course };
  }

  /** Ends the other waits of a person who got a place on the course, with notice. Waiting holds no place, so no gate is passed. */
  async endOtherWaits(booking: BookingEntity): Promise<void> {
    const others = await this.database
      .repo(BookingEntity)
      .findBy({ courseId: booking.courseId, personId: booking.personId, status: 'waitlisted' });
    for (const other of others.filter(({ id }) => id !== booking.id))
      if (await this.moves.tryMove(SYSTEM, other, 'cancel', { reason: 'A place on another date was confirmed' }))
        await this.mails.waitEnded(other);
  }

  /** How a place that is open now is given to somebody who waits; a school's clock stops in its holidays. */
  private async promotionFor(
    event: EventEntity,
    course: CourseEntity,
    startsAt: Date,
    { sector }: BookingEntity,
  ): Promise<Promotion> {
    const closureDays = await this.workingTime.closureDays();
    const sectors = await this.places.sectorAndParent(sector);
    return promotionOf(event.waitlistPolicy, this.clock.now(), startsAt, closureDays, {
      cutOff: termDatesOf(event, course, closureDays).freeCancellationUntil ?? startsAt,
      ownDaysOff: daysOffFor(sectors, closureDays, await this.workingTime.schoolHolidays()),
    });
  }

  private async promote(
    event: EventEntity,
    course: CourseEntity,
    startsAt: Date,
    booking: BookingEntity,
    missing: MissingPrerequisite[],
  ): Promise<'promoted' | 'by-hand' | 'elsewhere'> {
    const now = this.clock.now();
    const promotion = await this.promotionFor(event, course, startsAt, booking);
    if (promotion.as === 'by-hand') return 'by-hand';
    const isOffer = promotion.as === 'offered';
    const isMoved = await this.moves
      .tryMove(SYSTEM, booking, isOffer ? 'offer' : 'promote', {
        columns: {
          liveCourseKey: this.requests.courseKeyOf({ course, personId: booking.personId }, promotion.as),
          promotedAt: now,
          ...(isOffer
            ? { offeredUntil: promotion.until }
            : { provisionalUntil: await this.requests.provisionalUntil(event, missing) }),
        },
      })
      .catch((error: unknown) => {
        // They hold a place on another date of the course.
        if (isDuplicate(error)) return false;
        throw error;
      });
    if (!isMoved) return 'elsewhere';
    if (isOffer) await this.mails.offered(booking);
    else {
      await this.mails.confirmed(booking, 'promoted', missing);
      await this.endOtherWaits(booking);
    }
    return 'promoted';
  }
}
