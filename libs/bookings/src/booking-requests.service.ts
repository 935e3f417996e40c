import { Injectable } from '@nestjs/common';
import type { BookingStatus, MissingPrerequisite } from '@roundtable/contracts';
import { CourseEntity, PrerequisitesService } from '@roundtable/courses';
import { type Closed, EventEntity, termDatesOf, whyClosed } from '@roundtable/events';
import { PeopleService, type PersonSnapshot } from '@roundtable/people';
import {
  type Actor,
  Audit,
  Clock,
  Database,
  Problem,
  WorkingTime,
  isOffice,
  newId,
  newReference,
  notFound,
} from '@roundtable/platform';
import { Not } from 'typeorm';
import { completeBy, isBlockedBy } from './booking-rules';
import { BookingEntity } from './booking.entity';

/** A request for a place, with the facts that decide it, read after the event's gate. */
export interface BookingRequest {
  event: EventEntity;
  course: CourseEntity;
  personId: string;
  snapshot: PersonSnapshot;
  gate: number;
  missing: MissingPrerequisite[];
  /** What is missing stands in the way of a place. */
  isBlocked: boolean;
}

/** Reads what a request for a place is decided by, and writes the booking that it becomes. */
@Injectable()
export class BookingRequests {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly people: PeopleService,
    private readonly prerequisites: PrerequisitesService,
    private readonly workingTime: WorkingTime,
  ) {}

  /**
   * The facts of a request. `within` are the agencies the place may be for. Refuses an event that takes no bookings,
   * somebody who is not there or has no agency, and somebody with a place on another date of the course, unless it is
   * the booking `besides`, which is about to end.
   */
  async read(
    actor: Actor,
    wanted: {
      event: EventEntity;
      gate: number;
      personId: string;
      within?: readonly string[];
      /** The person's live bookings of the course, where they were read behind the gate already. */
      onCourse?: readonly BookingEntity[];
    },
    besides: string | null = null,
  ): Promise<BookingRequest> {
    const { event, gate, personId, within, onCourse } = wanted;
    const closed = await this.whyClosed(event);
    if (closed || event.startsAt === null) throw new Problem('bookings.closed', { detail: { ...closed } });
    const course = await this.database.repo(CourseEntity).findOneByOrFail({ id: event.courseId });
    const snapshot = await this.people.snapshotOf(personId, within);
    if (!snapshot) throw (await this.people.byId(personId)) ? new Problem('bookings.no-agency') : notFound();
    await this.refuseSecondPlace(actor, { event, course, personId, besides, onCourse });
    const missing = await this.missingFor(event, personId);
    const isBlocked = missing.length > 0 && (await this.isBlocked(event, course));
    return { event, course, personId, snapshot, gate, missing, isBlocked };
  }

  /** The refusal that names what is missing, to whoever may be told what the person has completed. */
  async missingRefusal(
    actor: Actor,
    { personId, missing }: Pick<BookingRequest, 'personId' | 'missing'>,
  ): Promise<Problem> {
    const told = (await this.people.mayBeTold(actor, personId)) ? missing : [];
    return new Problem('bookings.prerequisites-missing', { detail: { missing: told } });
  }

  /** Why an event takes no bookings now, in words for whoever asked; null where it does. */
  async whyClosed(event: EventEntity): Promise<Closed | null> {
    const dates = termDatesOf(event, null, await this.workingTime.closureDays());
    return whyClosed(event, dates, this.clock.now());
  }

  /** Whether something missing would stand in the way of a place on this event now. */
  async isBlocked(event: EventEntity, course: CourseEntity): Promise<boolean> {
    const closureDays = await this.workingTime.closureDays();
    return (
      event.startsAt !== null && isBlockedBy(course.prerequisitePolicy, this.clock.now(), event.startsAt, closureDays)
    );
  }

  /** What is missing on the first session's day; a confirmed place on a required course that ends earlier counts. */
  async missingFor(event: EventEntity, personId: string): Promise<MissingPrerequisite[]> {
    return (await this.missingForEach(event, [personId])).get(personId) ?? [];
  }

  /** The same for several people, in a few statements for all of them. */
  async missingForEach(event: EventEntity, personIds: readonly string[]): Promise<Map<string, MissingPrerequisite[]>> {
    const now = this.clock.now();
    const startsAt = event.startsAt ?? now;
    const missing = await this.prerequisites.missingForEach([...personIds], event.courseId, startsAt);
    const courseIds = [...missing.values()].flat().flatMap((one) => (one.kind === 'course' ? [one.id] : []));
    if (courseIds.length === 0) return missing;
    const placed = await this.database
      .repo(BookingEntity)
      .createQueryBuilder('booking')
      .innerJoin(EventEntity, 'event', 'event.id = booking.eventId')
      .select(['booking.personId AS personId', 'booking.courseId AS courseId'])
      .where("booking.personId IN (:...personIds) AND booking.status = 'confirmed'", { personIds })
      .andWhere('booking.courseId IN (:...courseIds) AND event.endsAt <= :startsAt AND event.endsAt > :now', {
        courseIds: [...new Set(courseIds)],
        startsAt,
        now,
      })
      .getRawMany<{ personId: string; courseId: string }>();
    const has = new Set(placed.map(({ personId, courseId }) => `${personId}|${courseId}`));
    return new Map(
      [...missing].map(([personId, list]) => [
        personId,
        list.filter((one) => one.kind === 'module' || !has.has(`${personId}|${one.id}`)),
      ]),
    );
  }

  /** Writes the booking, with its audit entry. A confirmed one with something missing is provisional. */
  async write(
    actor: Actor,
    request: BookingRequest,
    status: BookingStatus,
    more: Partial<BookingEntity> = {},
  ): Promise<BookingEntity> {
    const { event, course, personId, snapshot, gate } = request;
    const booking = this.database.repo(BookingEntity).create({
      id: newId(),
      reference: newReference('RT'),
      eventId: event.id,
      courseId: course.id,
      personId,
      agencyId: snapshot.agencyId,
      sector: snapshot.sector,
      jobRole: snapshot.jobRole,
      area: snapshot.area,
      status,
      queueNumber: gate,
      liveEventKey: `${event.id}|${personId}`,
      liveCourseKey: this.courseKeyOf(request, status),
      bookedById: actor.personId,
      requestedAt: this.clock.now(),
      endedAt: null,
      endReason: null,
      endCategory: null,
      offeredUntil: null,
      offersMissed: 0,
      promotedAt: null,
      attendance: null,
      orderNumber: null,
      replacesId: null,
      placeFoundAt: null,
      approverKind: null,
      approvalAskedAt: null,
      approvedAt: null,
      passReason: null,
      provisionalUntil: status === 'confirmed' ? await this.provisionalUntil(event, request.missing) : null,
      comingAskedAt: null,
      comingAnsweredAt: null,
      stillComingAskedAt: null,
      joiningToldAt: null,
      missedToldAt: null,
      absenceReason: null,
      absenceReasonAt: null,
      walkedInAt: null,
      cutOffAtEnd: null,
      ...more,
    });
    await this.database.repo(BookingEntity).insert(booking);
    await this.audit.record(actor, {
      action: 'booking.create',
      subjectKind: 'booking',
      subjectId: booking.id,
      after: { eventId: event.id, status, ...(booking.replacesId && { replaces: booking.replacesId }) },
      reason: booking.passReason,
    });
    return booking;
  }

  /** Until when what is missing must be completed, for whoever has a place; null where nothing is missing. */
  async provisionalUntil(event: EventEntity, missing: readonly MissingPrerequisite[]): Promise<Date | null> {
    if (missing.length === 0 || !event.startsAt) return null;
    return completeBy(event.startsAt, await this.workingTime.closureDays());
  }

  /** Course and person, while a place is held: the schema allows one. A series has none. */
  courseKeyOf({ course, personId }: Pick<BookingRequest, 'course' | 'personId'>, status: BookingStatus): string | null {
    return status === 'waitlisted' || course.isSeries ? null : `${course.id}|${personId}`;
  }

  /** At most one place per person and course among coming events; the key of an event that is over is let go. */
  private async refuseSecondPlace(
    actor: Actor,
    {
      event,
      course,
      personId,
      besides,
      onCourse,
    }: Pick<BookingRequest, 'event' | 'course' | 'personId'> & {
      besides: string | null;
      onCourse: readonly BookingEntity[] | undefined;
    },
  ): Promise<void> {
    if (course.isSeries) return;
    const other = onCourse
      ? onCourse.find(({ liveCourseKey, eventId }) => liveCourseKey !== null && eventId !== event.id)
      : await this.database
          .repo(BookingEntity)
          .findOneBy({ liveCourseKey: `${course.id}|${personId}`, eventId: Not(event.id) });
    if (!other || other.id === besides) return;
    const otherEvent = await this.database.repo(EventEntity).findOneByOrFail({ id: other.eventId });
    if (!otherEvent.hasEnded(this.clock.now())) {
      // A lead knows of what was booked for their agencies, and of nothing elsewhere.
      const isTheirs = actor.personId === personId || isOffice(actor) || actor.leadAgencyIds.includes(other.agencyId);
      throw new Problem('bookings.already-on-course', {
        ...(isTheirs && { detail: { bookingId: other.id, eventId: other.eventId } }),
      });
    }
    await this.database.repo(BookingEntity).update({ id: other.id }, { liveCourseKey: null });
  }
}
