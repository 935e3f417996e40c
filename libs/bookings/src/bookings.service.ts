import { Injectable } from '@nestjs/common';
import type { BookingStatus, MissingPrerequisite, NewBooking } from '@roundtable/contracts';
import { CourseEntity, PrerequisitesService } from '@roundtable/courses';
import { EventEntity, termDatesOf, whyClosed } from '@roundtable/events';
import { PeopleService, type PersonSnapshot } from '@roundtable/people';
import {
  type Actor,
  Audit,
  Clock,
  Database,
  Problem,
  WorkingTime,
  found,
  isDuplicate,
  isOffice,
  newId,
  newReference,
  notFound,
} from '@roundtable/platform';
import { Not } from 'typeorm';
import { AccessNeedEntity } from './access-need.entity';
import { isBlockedBy, placesOpenTo } from './booking-rules';
import { BookingEntity } from './booking.entity';
import { BookingMails } from './booking.mails';
import { LineService } from './line.service';
import { PlacesQueries } from './places.queries';

export interface BookingOutcome {
  id: string;
  /** False where the person had this booking already. */
  isNew: boolean;
}

interface Request {
  event: EventEntity;
  course: CourseEntity;
  personId: string;
  snapshot: PersonSnapshot;
  gate: number;
}

/** Asking for a place. Every decision is taken after the event's gate, so a place is never sold twice. */
@Injectable()
export class BookingsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly people: PeopleService,
    private readonly prerequisites: PrerequisitesService,
    private readonly line: LineService,
    private readonly places: PlacesQueries,
    private readonly mails: BookingMails,
    private readonly workingTime: WorkingTime,
  ) {}

  /**
   * Asks for a place for oneself, or for somebody one may act for. Confirmed where a place is open to it, otherwise
   * waitlisted. Asking again answers the same booking. Refuses where something is missing before the course, where
   * there is a place on another date, and where the event takes no bookings.
   */
  async book(actor: Actor, eventId: string, wanted: NewBooking): Promise<BookingOutcome> {
    const personId = wanted.practitionerId ?? actor.personId ?? '';
    try {
      return await this.database.transaction(() => this.bookInTransaction(actor, eventId, personId, wanted));
    } catch (error) {
      if (isDuplicate(error)) throw new Problem('bookings.already-on-course');
      throw error;
    }
  }

  private async bookInTransaction(
    actor: Actor,
    eventId: string,
    personId: string,
    wanted: NewBooking,
  ): Promise<BookingOutcome> {
    const gate = found(await this.database.gate(EventEntity, eventId));
    const event = await this.database.repo(EventEntity).findOneByOrFail({ id: eventId });
    if (event.status === 'draft' && !isOffice(actor)) throw notFound();
    if (!(await this.people.mayActFor(actor, personId))) throw notFound();
    const bookings = this.database.repo(BookingEntity);
    const there = await bookings.findOneBy({ liveEventKey: `${eventId}|${personId}` });
    if (there) return { id: there.id, isNew: false };
    const closureDays = await this.workingTime.closureDays();
    const closed = whyClosed(event, termDatesOf(event, null, closureDays), this.clock.now());
    if (closed || !event.startsAt) throw new Problem('bookings.closed', { detail: { ...closed } });
    const course = await this.database.repo(CourseEntity).findOneByOrFail({ id: event.courseId });
    const isOthers = actor.personId !== personId;
    const snapshot = await this.people.snapshotOf(
      personId,
      isOthers && !isOffice(actor) ? actor.leadAgencyIds : undefined,
    );
    if (!snapshot) throw (await this.people.byId(personId)) ? new Problem('bookings.no-agency') : notFound();
    const request = { event, course, personId, snapshot, gate };
    await this.refuseSecondPlace(request);
    const missing = await this.missingFor(request);
    const isBlocked =
      missing.length > 0 && isBlockedBy(course.prerequisitePolicy, this.clock.now(), event.startsAt, closureDays);
    if (isBlocked && !wanted.waitIfMissing)
      throw new Problem('bookings.prerequisites-missing', { detail: { missing } });
    const status = isBlocked ? 'waitlisted' : await this.decide(request);
    const booking = await this.write(actor, request, status, wanted);
    if (status === 'confirmed') {
      await this.line.endOtherWaits(booking);
      await this.mails.confirmed(booking, isOthers ? 'by-another' : 'asked', missing, actor.name);
    } else await this.mails.waitlisted(booking, missing, isOthers ? actor.name : null);
    return { id: booking.id, isNew: true };
  }

  private async decide({ event, snapshot }: Request): Promise<'confirmed' | 'waitlisted'> {
    const { places, waitsByHand } = await this.line.serve(event);
    if (waitsByHand) return 'waitlisted';
    const { agencyId } = snapshot;
    const group = event.groupCap === null ? [] : (await this.places.groupsOf([agencyId]))(agencyId);
    const open = placesOpenTo(places, await this.places.sectorAndParent(snapshot.sector), agencyId, group);
    return open > 0 ? 'confirmed' : 'waitlisted';
  }

  /** At most one place per person and course among coming events; the key of an event that is over is let go. */
  private async refuseSecondPlace({ course, personId, event }: Request): Promise<void> {
    if (course.isSeries) return;
    const other = await this.database
      .repo(BookingEntity)
      .findOneBy({ liveCourseKey: `${course.id}|${personId}`, eventId: Not(event.id) });
    if (!other) return;
    const otherEvent = await this.database.repo(EventEntity).findOneByOrFail({ id: other.eventId });
    if (!otherEvent.hasEnded(this.clock.now()))
      throw new Problem('bookings.already-on-course', { detail: { bookingId: other.id, eventId: other.eventId } });
    await this.database.repo(BookingEntity).update({ id: other.id }, { liveCourseKey: null });
  }

  /** What is missing on the first session's day; a confirmed place on a required course that ends earlier counts. */
  private async missingFor({ course, personId, event }: Request): Promise<MissingPrerequisite[]> {
    const startsAt = event.startsAt ?? this.clock.now();
    const missing = await this.prerequisites.missingFor(personId, course.id, startsAt);
    const courseIds = missing.filter((one) => one.kind === 'course').map((one) => one.id);
    if (courseIds.length === 0) return missing;
    const placed = await this.database
      .repo(BookingEntity)
      .createQueryBuilder('booking')
      .innerJoin(EventEntity, 'event', 'event.id = booking.eventId')
      .select('booking.courseId', 'courseId')
      .where("booking.personId = :personId AND booking.status = 'confirmed'", { personId })
      .andWhere('booking.courseId IN (:...courseIds) AND event.endsAt <= :startsAt AND event.endsAt > :now', {
        courseIds,
        startsAt,
        now: this.clock.now(),
      })
      .getRawMany<{ courseId: string }>();
    return missing.filter((one) => one.kind === 'module' || !placed.some((row) => row.courseId === one.id));
  }

  private async write(
    actor: Actor,
    request: Request,
    status: BookingStatus,
    wanted: NewBooking,
  ): Promise<BookingEntity> {
    const { event, course, personId, snapshot, gate } = request;
    const now = this.clock.now();
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
      liveCourseKey: status === 'confirmed' && !course.isSeries ? `${course.id}|${personId}` : null,
      bookedById: actor.personId,
      requestedAt: now,
      endedAt: null,
      endReason: null,
      offeredUntil: null,
      offersMissed: 0,
      promotedAt: null,
      attendance: null,
      orderNumber: wanted.orderNumber?.trim() || null,
      replacesId: null,
    });
    await this.database.repo(BookingEntity).insert(booking);
    if (wanted.accessNeeds?.trim())
      await this.database
        .repo(AccessNeedEntity)
        .insert({ id: newId(), bookingId: booking.id, needs: wanted.accessNeeds.trim(), consentedAt: now });
    await this.audit.record(actor, {
      action: 'booking.create',
      subjectKind: 'booking',
      subjectId: booking.id,
      after: { eventId: event.id, status },
    });
    return booking;
  }
}
