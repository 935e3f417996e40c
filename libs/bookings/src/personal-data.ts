import { AgenciesService, AgencyEntity, SectorsService } from '@roundtable/agencies';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ABSENCE_REASONS, type ErasureBlock, type HoldKind, LIVE_BOOKING_STATUSES } from '@roundtable/contracts';
import { CourseEntity } from '@roundtable/courses';
import { EventEntity, EventSessionEntity, ResourceEntity } from '@roundtable/events';
import {
  Audit,
  Clock,
  type DataSection,
  Database,
  Links,
  PersonalData,
  type PersonalDataOwner,
  SYSTEM,
} from '@roundtable/platform';
import { In, type ObjectLiteral } from 'typeorm';
import { BookingEntity } from './booking.entity';
import { CalendarAddressEntity } from './calendar/calendar-address.entity';
import { CalendarEntryEntity } from './calendar-entry.entity';
import { JoinClickEntity } from './joining/join-click.entity';
import { AccessNeedTaskEntity } from './needs/access-need-task.entity';
import { AccessNeedEntity } from './needs/access-need.entity';
import { needsSections } from './needs/needs-sections';
import { SavedAccessNeedEntity } from './needs/saved-access-need.entity';
import { RegisterMarkEntity } from './register-mark.entity';
import { TeamPlaceEntity } from './team-places/team-place.entity';
import { WatchedRecordingEntity } from './resources/watched-recording.entity';

/** Stands where an agency was: a booking keeps its sector, and must name some agency. */
const NO_AGENCY = 'Agency not kept';

/** What is held about places people asked for, held and took. */
@Injectable()
export class BookingsPersonalData implements PersonalDataOwner, OnModuleInit {
  readonly name = 'bookings';
  readonly position = 30;
  readonly covers = [
    'bookings',
    'access_needs',
    'access_need_tasks',
    'saved_access_needs',
    'join_clicks',
    'register_marks',
    'calendar_entries',
    'calendar_addresses',
    'watched_recordings',
  ];

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly agencies: AgenciesService,
    private readonly sectors: SectorsService,
    private readonly personalData: PersonalData,
    private readonly links: Links,
  ) {}

  onModuleInit(): void {
    this.personalData.register(this);
  }

  async exportOf(personId: string): Promise<DataSection[]> {
    const bookings = await this.database
      .repo(BookingEntity)
      .find({ where: { personId }, order: { requestedAt: 'ASC' } });
    const courses = await this.byId(
      CourseEntity,
      bookings.map(({ courseId }) => courseId),
    );
    const events = await this.byId(
      EventEntity,
      bookings.map(({ eventId }) => eventId),
    );
    const agencies = await this.byId(
      AgencyEntity,
      bookings.map(({ agencyId }) => agencyId),
    );
    return [
      {
        title: 'Your bookings',
        rows: bookings.map((row) => ({
          Reference: row.reference,
          Course: courses.get(row.courseId)?.title ?? null,
          Starts: events.get(row.eventId)?.startsAt ?? null,
          Ends: events.get(row.eventId)?.endsAt ?? null,
          State: row.status,
          Presence: row.attendance,
          Agency: agencies.get(row.agencyId)?.name ?? null,
          Sector: row.sector,
          'Job role': row.jobRole,
          Area: row.area,
          'Asked for on': row.requestedAt,
          'Asked for by':
            row.bookedById === personId ? 'You' : row.bookedById === null ? 'The service' : 'Somebody else',
          'Order number': row.orderNumber,
          'Place came from the waiting list on': row.promotedAt,
          'Offer runs until': row.offeredUntil,
          'Offers not answered': row.offersMissed,
          'Ended on': row.endedAt,
          Reason: row.endReason,
          'Something to complete by': row.provisionalUntil,
          'Approved on': row.approvedAt,
          'Came without a place on': row.walkedInAt,
          'Said on that they come': row.comingAnsweredAt,
          'Asked on whether they come': row.stillComingAskedAt ?? row.comingAskedAt,
          'Why absent': ABSENCE_REASONS.find(({ key }) => key === row.absenceReason)?.words ?? null,
        })),
      },
      ...(await this.sectionsOf(personId, bookings)),
    ];
  }

  /** Course, event, sector and presence stay; what was written and the agency go, and diaries are told nothing more. */
  async forget(personId: string): Promise<void> {
    await this.database.repo(TeamPlaceEntity).update({ heldById: personId }, { heldById: null });
    await this.database.repo(AccessNeedTaskEntity).update({ doneById: personId }, { doneById: null });
    await this.database.repo(SavedAccessNeedEntity).delete({ personId });
    await this.database.repo(CalendarAddressEntity).delete({ personId });
    const bookings = await this.database.repo(BookingEntity).findBy({ personId });
    if (bookings.length === 0) return;
    const bookingIds = bookings.map(({ id }) => id);
    const ofThem = { bookingId: In(bookingIds) };
    await this.forgetNeeds(bookingIds);
    await this.links.forget(bookingIds);
    await this.database.repo(JoinClickEntity).delete(ofThem);
    await this.database.repo(CalendarEntryEntity).delete(ofThem);
    await this.database.repo(WatchedRecordingEntity).delete(ofThem);
    await this.database.repo(RegisterMarkEntity).update(ofThem, { minutes: null });
    await this.database.repo(BookingEntity).update(
      { id: In(bookingIds) },
      {
        agencyId: await this.noAgency(),
        jobRole: null,
        area: null,
        orderNumber: null,
        endReason: null,
        absenceReason: null,
        passReason: null,
        bookedById: null,
      },
    );
    await this.audit.forgetFields(bookingIds);
  }

  /** What somebody needs to take part rests on consent. */
  async withdrawConsents(personId: string): Promise<void> {
    await this.database.repo(SavedAccessNeedEntity).delete({ personId });
    const bookings = await this.database.repo(BookingEntity).find({ select: { id: true }, where: { personId } });
    await this.forgetNeeds(bookings.map(({ id }) => id));
  }

  /** A live booking stands in the way: it has not ended, and neither has its event. */
  async blocksOf(personId: string): Promise<ErasureBlock[]> {
    const bookings = await this.database
      .repo(BookingEntity)
      .findBy({ personId, status: In([...LIVE_BOOKING_STATUSES]) });
    const events = await this.byId(
      EventEntity,
      bookings.map(({ eventId }) => eventId),
    );
    const now = this.clock.now();
    return bookings
      .filter(({ eventId }) => !events.get(eventId)?.hasEnded(now))
      .map(({ reference }) => ({ kind: 'booking', reference }));
  }

  /** Asking for a place, and being at the event. */
  async lastActivityOf(personIds: readonly string[]): Promise<Map<string, Date>> {
    const bookings = await this.database.repo(BookingEntity).findBy({ personId: In([...personIds]) });
    const events = await this.byId(
      EventEntity,
      bookings.map(({ eventId }) => eventId),
    );
    const last = new Map<string, Date>();
    for (const { personId, requestedAt, eventId, attendance } of bookings) {
      const endsAt = attendance === null || attendance === 'absent' ? null : events.get(eventId)?.endsAt;
      const at = endsAt && endsAt > requestedAt ? endsAt : requestedAt;
      if ((last.get(personId) ?? new Date(0)) < at) last.set(personId, at);
    }
    return last;
  }

  async subjectNames(kind: string, ids: readonly string[]): Promise<Map<string, string>> {
    const wanted = { id: In([...ids]) };
    if (kind === 'booking') {
      const bookings = await this.database
        .repo(BookingEntity)
        .find({ select: { id: true, reference: true }, where: wanted });
      return new Map(bookings.map(({ id, reference }) => [id, reference]));
    }
    if (kind === 'course') {
      const courses = await this.database.repo(CourseEntity).find({ select: { id: true, title: true }, where: wanted });
      return new Map(courses.map(({ id, title }) => [id, title]));
    }
    return kind === 'event' ? this.eventNames(ids) : new Map();
  }

  /** To an event, an agency and a person belong the bookings; to an event and an agency those who were booked, too. */
  async reachOf(kind: HoldKind, id: string): Promise<string[]> {
    const where = { person: { personId: id }, event: { eventId: id }, agency: { agencyId: id } }[kind];
    const bookings = await this.database.repo(BookingEntity).find({ select: { id: true, personId: true }, where });
    return bookings.flatMap((row) => (kind === 'person' ? [row.id] : [row.id, row.personId]));
  }

  private async eventNames(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database
      .repo(EventEntity)
      .createQueryBuilder('event')
      .innerJoin(CourseEntity, 'course', 'course.id = event.courseId')
      .select(['event.id AS id', 'event.reference AS reference', 'course.title AS title'])
      .where('event.id IN (:...ids)', { ids: [...ids] })
      .getRawMany<{ id: string; reference: string; title: string }>();
    return new Map(rows.map(({ id, reference, title }) => [id, `${title} (${reference})`]));
  }

  private async sectionsOf(personId: string, bookings: BookingEntity[]): Promise<DataSection[]> {
    const references = new Map(bookings.map(({ id, reference }) => [id, reference]));
    const ofThem = { bookingId: In([...references.keys()]) };
    const marks = await this.database.repo(RegisterMarkEntity).find({ where: ofThem, order: { markedAt: 'ASC' } });
    const entries = await this.database.repo(CalendarEntryEntity).findBy(ofThem);
    const addresses = await this.database.repo(CalendarAddressEntity).findBy({ personId });
    const watched = await this.database.repo(WatchedRecordingEntity).findBy(ofThem);
    const recordings = await this.byId(
      ResourceEntity,
      watched.map(({ resourceId }) => resourceId),
    );
    const sessions = await this.byId(
      EventSessionEntity,
      [...marks, ...entries].map(({ sessionId }) => sessionId),
    );
    return [
      { title: 'The address of your calendar', rows: addresses.map(({ madeAt }) => ({ 'Made on': madeAt })) },
      ...(await needsSections(this.database, personId, references)),
      {
        title: 'Registers you are on',
        rows: marks.map((row) => ({
          Booking: references.get(row.bookingId) ?? null,
          'Session starts': sessions.get(row.sessionId)?.startsAt ?? null,
          Presence: row.attendance,
          Minutes: row.minutes,
          'Marked on': row.markedAt,
        })),
      },
      {
        title: 'Recordings you opened',
        rows: watched.map((row) => ({
          Booking: references.get(row.bookingId) ?? null,
          Recording: recordings.get(row.resourceId)?.title ?? null,
          'First opened': row.firstAt,
          'Last opened': row.lastAt,
        })),
      },
      {
        title: 'What your calendar was told',
        rows: entries.map((row) => ({
          Booking: references.get(row.bookingId) ?? null,
          'Session starts': sessions.get(row.sessionId)?.startsAt ?? null,
          Entry: row.method === 'REQUEST' ? 'put in' : 'taken out',
          Identifier: row.uid,
          'Told on': row.stampedAt,
        })),
      },
    ];
  }

  private async forgetNeeds(bookingIds: readonly string[]): Promise<void> {
    if (bookingIds.length === 0) return;
    await this.database.repo(AccessNeedEntity).delete({ bookingId: In([...bookingIds]) });
    await this.database.repo(AccessNeedTaskEntity).delete({ bookingId: In([...bookingIds]) });
  }

  private async noAgency(): Promise<string> {
    const there = await this.agencies.named(NO_AGENCY);
    if (there) return there.id;
    const sector = (await this.sectors.find('other')) ?? (await this.sectors.all()).at(-1);
    return (await this.agencies.create(SYSTEM, { name: NO_AGENCY, sector: sector?.name ?? 'other' })).id;
  }

  private async byId<Row extends ObjectLiteral & { id: string }>(
    entity: new () => Row,
    ids: readonly string[],
  ): Promise<Map<string, Row>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.repo<{ id: string }>(entity).findBy({ id: In([...new Set(ids)]) });
    return new Map(rows.map((row) => [row.id, row as Row]));
  }
}
