import { AgencyEntity } from '@roundtable/agencies';
import { Injectable } from '@nestjs/common';
import type { RegisterEntry, RegisterView } from '@roundtable/contracts';
import { CourseEntity, CourseValidities } from '@roundtable/courses';
import { CompletionsService } from '@roundtable/elearning';
import { EventEntity, type EventSessionEntity, EventsService, OwnEventQueries } from '@roundtable/events';
import { PersonEntity } from '@roundtable/people';
import {
  type Actor,
  Audit,
  Clock,
  Database,
  Problem,
  found,
  invalid,
  isOffice,
  londonDate,
  newId,
  notFound,
} from '@roundtable/platform';
import { In } from 'typeorm';
import { AccessNeedEntity } from './needs/access-need.entity';
import { BookingEntity } from './booking.entity';
import { ChargeProposals } from './charges/charge-proposals.service';
import { attendanceOf, markTraces } from './register-rules';
import { RegisterEntity } from './register.entity';
import { RegisterMarkEntity } from './register-mark.entity';

/** Who was present, session by session. */
@Injectable()
export class RegisterService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly events: EventsService,
    private readonly ownEvents: OwnEventQueries,
    private readonly completions: CompletionsService,
    private readonly validities: CourseValidities,
    private readonly charges: ChargeProposals,
  ) {}

  /**
   * The register of an event: its sessions, everybody confirmed with what they need, what is marked. The office sees it,
   * and trainers of the event; 404 for everybody else.
   */
  async of(actor: Actor, eventId: string): Promise<RegisterView> {
    const { event, sessions } = await this.visible(actor, eventId);
    const course = await this.database.repo(CourseEntity).findOneByOrFail({ id: event.courseId });
    const register = await this.closedRegister(eventId);
    const rows = await this.database
      .repo(BookingEntity)
      .createQueryBuilder('booking')
      .innerJoin(PersonEntity, 'person', 'person.id = booking.personId')
      .innerJoin(AgencyEntity, 'agency', 'agency.id = booking.agencyId')
      .select('booking')
      .addSelect(['person.name AS personName', 'agency.name AS agencyName'])
      .where("booking.eventId = :eventId AND booking.status = 'confirmed'", { eventId })
      .orderBy('person.nameKey')
      .addOrderBy('booking.id')
      .getRawAndEntities<{ personName: string; agencyName: string }>();
    const marks = await this.marksOf(rows.entities.map((booking) => booking.id));
    const needs = await this.needsOf(rows.entities.map((booking) => booking.id));
    return {
      eventId,
      courseTitle: course.title,
      sessions: sessions.map((session) => ({
        id: session.id,
        startsAt: session.startsAt.toISOString(),
        endsAt: session.endsAt.toISOString(),
      })),
      closedAt: register?.closedAt.toISOString() ?? null,
      capacity: event.capacity,
      overCapacity: rows.entities.length > event.capacity,
      rows: rows.entities.map((booking, index) => ({
        bookingId: booking.id,
        walkIn: booking.walkedInAt !== null,
        practitionerName: rows.raw[index]?.personName ?? '',
        agencyName: rows.raw[index]?.agencyName ?? '',
        accessNeeds: needs.get(booking.id) ?? null,
        marks: (marks.get(booking.id) ?? []).map((mark) => ({
          sessionId: mark.sessionId,
          attendance: mark.attendance,
          minutes: mark.minutes,
        })),
        attendance: booking.attendance,
      })),
    };
  }

  /**
   * Marks people present or absent, entry by entry; without a session, in every session. Refuses before the day of the
   * event, bookings that are not confirmed on it, and a closed register to everybody but the office.
   */
  async mark(actor: Actor, eventId: string, entries: readonly RegisterEntry[]): Promise<void> {
    await this.database.transaction(async () => {
      found(await this.database.gate(EventEntity, eventId));
      const { event, sessions } = await this.visible(actor, eventId);
      this.refuseBeforeTheDay(event);
      const isClosed = await this.database.repo(RegisterEntity).existsBy({ eventId });
      if (isClosed && !isOffice(actor)) throw new Problem('register.closed');
      const bookings = await this.database
        .repo(BookingEntity)
        .findBy({ eventId, status: 'confirmed', id: In(entries.map((entry) => entry.bookingId)) });
      const known = new Map(bookings.map((booking) => [booking.id, booking]));
      this.refuseUnknown(entries, known, sessions);
      const former = await this.marksOf([...known.keys()]);
      await this.write(entries, sessions);
      const marks = await this.marksOf([...known.keys()]);
      const traces = markTraces([...former.values()].flat(), [...marks.values()].flat());
      await this.derive([...known.values()], sessions);
      if (isClosed) {
        await this.complete(event, [...known.values()]);
        await this.charges.follow(actor, eventId);
      }
      await this.audit.record(actor, {
        action: 'register.mark',
        subjectKind: 'event',
        subjectId: eventId,
        before: { marks: traces.before },
        after: {
          marks: traces.after,
          minutesChangedFor: traces.minutesChangedFor,
          afterClosing: isClosed,
          ...visitOf(actor),
        },
      });
    });
  }

  /**
   * Closes the register: every attendance becomes a completion of the course, and charges are proposed. Refuses while
   * somebody is not marked. Closing again changes nothing.
   */
  async close(actor: Actor, eventId: string): Promise<void> {
    await this.database.transaction(async () => {
      found(await this.database.gate(EventEntity, eventId));
      const { event } = await this.visible(actor, eventId);
      this.refuseBeforeTheDay(event);
      if (await this.database.repo(RegisterEntity).existsBy({ eventId })) return;
      const bookings = await this.database.repo(BookingEntity).findBy({ eventId, status: 'confirmed' });
      const open = bookings.filter((booking) => booking.attendance === null);
      if (open.length)
        throw new Problem('register.incomplete', { detail: { bookingIds: open.map((booking) => booking.id) } });
      await this.database
        .repo(RegisterEntity)
        .insert({ id: newId(), eventId, closedAt: this.clock.now(), closedById: actor.personId });
      await this.complete(event, bookings);
      await this.charges.follow(actor, eventId);
      await this.audit.record(actor, {
        action: 'register.close',
        subjectKind: 'event',
        subjectId: eventId,
        after: { people: bookings.length, ...visitOf(actor) },
      });
    });
  }

  /** The register of an event where it is closed. */
  closedRegister(eventId: string): Promise<RegisterEntity | null> {
    return this.database.repo(RegisterEntity).findOneBy({ eventId });
  }

  /** The event for whoever may see its register; 404 for everybody else. */
  async visible(actor: Actor, eventId: string): Promise<{ event: EventEntity; sessions: EventSessionEntity[] }> {
    const event = found(await this.database.repo(EventEntity).findOneBy({ id: eventId }));
    if (!isOffice(actor) && !(await this.ownEvents.gives(actor, eventId))) throw notFound();
    return { event, sessions: (await this.events.sessionsOf([eventId])).get(eventId) ?? [] };
  }

  private refuseBeforeTheDay(event: EventEntity): void {
    const now = this.clock.now();
    if (event.startsAt && londonDate(now) < londonDate(event.startsAt) && now < event.startsAt)
      throw new Problem('register.not-open', { detail: { opensOn: londonDate(event.startsAt) } });
  }

  private refuseUnknown(
    entries: readonly RegisterEntry[],
    known: Map<string, BookingEntity>,
    sessions: EventSessionEntity[],
  ): void {
    const ids = new Set(sessions.map((session) => session.id));
    const errors = entries.flatMap((entry, index) => [
      ...(known.has(entry.bookingId)
        ? []
        : [[`entries.${index}.bookingId`, 'There is no confirmed booking with this id on this event']]),
      ...(entry.sessionId === undefined || ids.has(entry.sessionId)
        ? []
        : [[`entries.${index}.sessionId`, 'This event has no session with this id']]),
    ]);
    if (errors.length) throw invalid(Object.fromEntries(errors) as Record<string, string>);
  }

  private async write(entries: readonly RegisterEntry[], sessions: EventSessionEntity[]): Promise<void> {
    const marks = this.database.repo(RegisterMarkEntity);
    const there = new Map(
      (await marks.findBy({ bookingId: In(entries.map((entry) => entry.bookingId)) })).map((mark) => [
        `${mark.bookingId}|${mark.sessionId}`,
        mark.id,
      ]),
    );
    const markedAt = this.clock.now();
    const rows = new Map<string, RegisterMarkEntity>();
    for (const entry of entries)
      for (const session of sessions.filter(({ id }) => entry.sessionId === undefined || id === entry.sessionId)) {
        const key = `${entry.bookingId}|${session.id}`;
        const id = there.get(key) ?? rows.get(key)?.id ?? newId();
        rows.set(key, {
          id,
          bookingId: entry.bookingId,
          sessionId: session.id,
          attendance: entry.attendance,
          minutes: entry.minutes ?? null,
          markedAt,
        });
      }
    if (rows.size) await marks.upsert([...rows.values()], ['id']);
  }

  private async derive(bookings: BookingEntity[], sessions: EventSessionEntity[]): Promise<void> {
    const marks = await this.marksOf(bookings.map((booking) => booking.id));
    const byAttendance = new Map<BookingEntity['attendance'], string[]>();
    for (const booking of bookings) {
      const own = marks.get(booking.id) ?? [];
      booking.attendance = attendanceOf(
        sessions.map((session) => own.find((mark) => mark.sessionId === session.id)?.attendance ?? null),
      );
      byAttendance.set(booking.attendance, [...(byAttendance.get(booking.attendance) ?? []), booking.id]);
    }
    for (const [attendance, ids] of byAttendance)
      await this.database.repo(BookingEntity).update({ id: In(ids) }, { attendance });
  }

  private async marksOf(bookingIds: string[]): Promise<Map<string, RegisterMarkEntity[]>> {
    const byBooking = new Map<string, RegisterMarkEntity[]>();
    if (bookingIds.length === 0) return byBooking;
    for (const mark of await this.database.repo(RegisterMarkEntity).findBy({ bookingId: In(bookingIds) }))
      byBooking.set(mark.bookingId, [...(byBooking.get(mark.bookingId) ?? []), mark]);
    return byBooking;
  }

  private async needsOf(bookingIds: string[]): Promise<Map<string, string>> {
    if (bookingIds.length === 0) return new Map();
    const rows = await this.database.repo(AccessNeedEntity).findBy({ bookingId: In(bookingIds) });
    return new Map(rows.map(({ bookingId, needs }) => [bookingId, needs]));
  }

  /** Attendance is a completion of the course; what is corrected to anything less is withdrawn. */
  private async complete(event: EventEntity, bookings: BookingEntity[]): Promise<void> {
    const course = await this.database.repo(CourseEntity).findOneByOrFail({ id: event.courseId });
    const monthsFor = await this.validities.termsOf(course);
    for (const booking of bookings) {
      if (booking.attendance !== 'attended') await this.completions.withdrawAttendance(booking.id);
      else
        await this.completions.recordAttendance({
          personId: booking.personId,
          courseId: course.id,
          courseTitle: course.title,
          validityMonths: monthsFor(booking),
          bookingId: booking.id,
          completedAt: event.endsAt ?? this.clock.now(),
          snapshot: {
            agencyId: booking.agencyId,
            sector: booking.sector,
            jobRole: booking.jobRole,
            area: booking.area,
          },
        });
    }
  }
}

/** A trainer who came by a mailed link has no entry as an actor, so the log says which trainer it was. */
export function visitOf({ visit }: Actor): { trainerId?: string } {
  return visit ? { trainerId: visit.trainerId } : {};
}
