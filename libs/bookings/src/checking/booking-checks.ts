import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LIVE_BOOKING_STATUSES } from '@roundtable/contracts';
import { CourseEntity } from '@roundtable/courses';
import { EventEntity, EventsService } from '@roundtable/events';
import { AuditEntryEntity, type CheckOutcome, type Checker, Checks, Clock, Database } from '@roundtable/platform';
import { In, IsNull, MoreThan } from 'typeorm';
import { BookingRequests } from '../booking-requests.service';
import { BookingEntity } from '../booking.entity';
import { CalendarEntryEntity } from '../calendar-entry.entity';
import { LineService } from '../line.service';
import { TeamPlaceEntity } from '../team-places/team-place.entity';

/** An event that has not begun, with everything that has to do with its places. */
interface Coming {
  event: EventEntity;
  course: CourseEntity;
  live: BookingEntity[];
  teamPlaces: TeamPlaceEntity[];
  /** Staff changed capacity, kept places or caps, which the audit log says; what was booked before may exceed them. */
  isChanged: boolean;
}

/** Whoever came without a place is a fact of the register, over capacity or not. */
const holdsPlace = ({ status, placeFoundAt, walkedInAt }: BookingEntity): boolean =>
  walkedInAt === null &&
  (status === 'confirmed' || status === 'offered' || (status === 'awaiting_approval' && placeFoundAt !== null));

const isPlace = ({ status, walkedInAt }: BookingEntity): boolean => status !== 'waitlisted' && walkedInAt === null;

/** The rules about places, held against what is stored. */
@Injectable()
export class BookingChecks implements Checker, OnModuleInit {
  readonly name = 'bookings';

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly checks: Checks,
    private readonly events: EventsService,
    private readonly line: LineService,
    private readonly requests: BookingRequests,
  ) {}

  onModuleInit(): void {
    this.checks.register(this);
  }

  async check(): Promise<CheckOutcome[]> {
    const coming = await this.coming();
    return [
      await this.withinCapacity(coming),
      await this.keptAndCapped(coming),
      await this.oneForEachEvent(),
      await this.oneForEachCourse(coming),
      this.inOrder(coming),
      await this.served(coming),
      await this.flagged(coming),
      await this.diaries(coming),
      await this.endedLeaveDiaries(),
    ];
  }

  private async coming(): Promise<Coming[]> {
    const events = await this.database
      .repo(EventEntity)
      .findBy({ status: 'published', startsAt: MoreThan(this.clock.now()) });
    const eventIds = ['', ...events.map(({ id }) => id)];
    const live = groupBy(
      await this.database.repo(BookingEntity).findBy({ eventId: In(eventIds), status: In([...LIVE_BOOKING_STATUSES]) }),
    );
    const held = groupBy(
      await this.database.repo(TeamPlaceEntity).findBy({ eventId: In(eventIds), releasedAt: IsNull() }),
    );
    const courses = await this.database
      .repo(CourseEntity)
      .findBy({ id: In(['', ...events.map(({ courseId }) => courseId)]) });
    const byId = new Map(courses.map((course) => [course.id, course]));
    const changes = await this.database.repo(AuditEntryEntity).find({
      select: { subjectId: true },
      where: { subjectKind: 'event', subjectId: In(eventIds), action: In(['event.set-capacity', 'event.change']) },
    });
    const changed = new Set(changes.map(({ subjectId }) => subjectId));
    return events.flatMap((event) => {
      const course = byId.get(event.courseId);
      const facts = { live: live.get(event.id) ?? [], teamPlaces: held.get(event.id) ?? [] };
      return course ? [{ event, course, ...facts, isChanged: changed.has(event.id) }] : [];
    });
  }

  private async withinCapacity(coming: Coming[]): Promise<CheckOutcome> {
    const breaches = coming.flatMap(({ event, live, teamPlaces }) => {
      const held = live.filter(holdsPlace).length + teamPlaces.reduce((sum, { places }) => sum + places, 0);
      return held > event.capacity ? [`event ${event.reference}: ${held} held of ${event.capacity}`] : [];
    });
    return { rule: 'Places held are within capacity', checked: coming.length, breaches };
  }

  private async keptAndCapped(coming: Coming[]): Promise<CheckOutcome> {
    const breaches: string[] = [];
    for (const { event, live, teamPlaces, isChanged } of coming) {
      const isPassed =
        [...live, ...teamPlaces].some(({ passReason }) => passReason !== null) ||
        live.some(({ walkedInAt }) => walkedInAt !== null);
      if (isPassed || isChanged) continue;
      const { held, kept, agencyCap } = await this.line.factsOf(event);
      const keptBack = kept.reduce(
        (sum, one) => sum + Math.max(0, one.places - (held.bySector.get(one.sector) ?? 0)),
        0,
      );
      if (held.total + keptBack > event.capacity)
        breaches.push(`event ${event.reference}: kept places are taken without a reason`);
      const most = Math.max(0, ...held.byAgency.values());
      if (agencyCap !== null && most > agencyCap)
        breaches.push(`event ${event.reference}: an agency holds ${most} of at most ${agencyCap} without a reason`);
    }
    return {
      rule: 'Kept places and caps are respected, or passed with a reason',
      checked: coming.length,
      breaches,
    };
  }

  private async oneForEachEvent(): Promise<CheckOutcome> {
    const live = await this.database
      .repo(BookingEntity)
      .find({ where: { status: In([...LIVE_BOOKING_STATUSES]) }, order: { id: 'ASC' } });
    const seen = new Set<string>();
    const breaches: string[] = [];
    for (const booking of live) {
      const key = `${booking.eventId}|${booking.personId}`;
      if (seen.has(key)) breaches.push(`booking ${booking.reference}: a second one of one person on one event`);
      seen.add(key);
      if (booking.liveEventKey !== null && booking.liveEventKey !== key)
        breaches.push(`booking ${booking.reference}: its key names another person or event`);
    }
    const ended = await this.database
      .repo(BookingEntity)
      .createQueryBuilder('booking')
      .where('booking.status NOT IN (:...live)', { live: [...LIVE_BOOKING_STATUSES] })
      .andWhere('(booking.liveEventKey IS NOT NULL OR booking.liveCourseKey IS NOT NULL)')
      .getMany();
    breaches.push(...ended.map(({ reference }) => `booking ${reference}: ended, and still in the way of another`));
    return { rule: 'One live booking for a person and event', checked: live.length, breaches };
  }

  private async oneForEachCourse(coming: Coming[]): Promise<CheckOutcome> {
    const seen = new Set<string>();
    const breaches: string[] = [];
    let checked = 0;
    for (const { course, live } of coming)
      for (const booking of course.isSeries ? [] : live.filter(isPlace)) {
        checked += 1;
        const key = `${course.id}|${booking.personId}`;
        if (seen.has(key)) breaches.push(`booking ${booking.reference}: a second place of one person on one course`);
        seen.add(key);
        if (booking.liveCourseKey !== key) breaches.push(`booking ${booking.reference}: its course key is wrong`);
      }
    return { rule: 'One place for a person and course among coming events', checked, breaches };
  }

  private inOrder(coming: Coming[]): CheckOutcome {
    let checked = 0;
    const breaches: string[] = [];
    for (const { event, live } of coming) {
      const numbers = live.filter(({ status }) => status === 'waitlisted').map(({ queueNumber }) => queueNumber);
      checked += numbers.length;
      if (new Set(numbers).size < numbers.length)
        breaches.push(`event ${event.reference}: two who wait have the same number`);
      if (numbers.some((number) => number > event.gate))
        breaches.push(`event ${event.reference}: a number that the gate never gave`);
    }
    return { rule: 'The line has one order, which the gate gave', checked, breaches };
  }

  private async served(coming: Coming[]): Promise<CheckOutcome> {
    const waitedFor = coming.filter(({ live }) => live.some(({ status }) => status === 'waitlisted'));
    const breaches: string[] = [];
    for (const { event } of waitedFor)
      if (await this.line.isServable(event))
        breaches.push(`event ${event.reference}: somebody waits for a place that is open to them`);
    return { rule: 'Nobody waits for a place that is open to them', checked: waitedFor.length, breaches };
  }

  private async flagged(coming: Coming[]): Promise<CheckOutcome> {
    let checked = 0;
    const breaches: string[] = [];
    for (const { event, live } of coming) {
      const confirmed = live.filter(({ status, walkedInAt }) => status === 'confirmed' && walkedInAt === null);
      if (confirmed.length === 0) continue;
      checked += confirmed.length;
      const missing = await this.requests.missingForEach(
        event,
        confirmed.map(({ personId }) => personId),
      );
      for (const { reference, personId, provisionalUntil } of confirmed)
        if ((missing.get(personId)?.length ?? 0) > 0 && provisionalUntil === null)
          breaches.push(`booking ${reference}: something is missing, and nothing says so`);
    }
    return { rule: 'Whoever has a place and something to complete is flagged', checked, breaches };
  }

  /** Whoever was told of a place has it in the diary: one entry for each session. */
  private async diaries(coming: Coming[]): Promise<CheckOutcome> {
    const confirmed = coming.flatMap(({ live }) => live.filter(({ status }) => status === 'confirmed'));
    const entries = groupBy(
      await this.database
        .repo(CalendarEntryEntity)
        .findBy({ bookingId: In(['', ...confirmed.map(({ id }) => id)]), method: 'REQUEST' }),
      ({ bookingId }) => bookingId,
    );
    const sessions = await this.events.sessionsOf(coming.map(({ event }) => event.id));
    const breaches = confirmed.flatMap(({ id, reference, eventId }) => {
      const told = entries.get(id)?.length ?? 0;
      return told > 0 && told !== (sessions.get(eventId)?.length ?? 0)
        ? [`booking ${reference}: ${told} of ${sessions.get(eventId)?.length ?? 0} sessions are in the diary`]
        : [];
    });
    return { rule: 'Diaries were told of every session of a place', checked: confirmed.length, breaches };
  }

  private async endedLeaveDiaries(): Promise<CheckOutcome> {
    const left = await this.database
      .repo(CalendarEntryEntity)
      .createQueryBuilder('entry')
      .innerJoin(BookingEntity, 'booking', 'booking.id = entry.bookingId')
      .innerJoin(EventEntity, 'event', 'event.id = booking.eventId')
      .select('DISTINCT booking.reference', 'reference')
      .where("entry.method = 'REQUEST' AND booking.status NOT IN (:...live)", { live: [...LIVE_BOOKING_STATUSES] })
      .andWhere('event.startsAt > :now', { now: this.clock.now() })
      .getRawMany<{ reference: string }>();
    return {
      rule: 'What has ended has left the diary',
      checked: await this.database.repo(CalendarEntryEntity).count(),
      breaches: left.map(({ reference }) => `booking ${reference}: ended, and still in the diary`),
    };
  }
}

function groupBy<Row extends { eventId: string }>(rows: Row[]): Map<string, Row[]>;
function groupBy<Row>(rows: Row[], keyOf: (row: Row) => string): Map<string, Row[]>;
function groupBy<Row>(
  rows: Row[],
  keyOf: (row: Row) => string = (row) => (row as { eventId: string }).eventId,
): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}
