import { Inject, Injectable } from '@nestjs/common';
import { type EventSessionEntity, EventsService, diaryFile } from '@roundtable/events';
import { CONFIG, Clock, type Config, Database, newId } from '@roundtable/platform';
import { In } from 'typeorm';
import type { BookingFacts } from './booking-facts';
import { CalendarEntryEntity } from './calendar-entry.entity';

export interface DiaryPart {
  session: EventSessionEntity;
  sequence: number;
  calendar: { method: 'REQUEST' | 'CANCEL'; text: string };
}

/** What a diary was told of a booking, by session. */
type Entries = Map<string, CalendarEntryEntity>;

/** How many rows one statement writes. */
const AT_ONCE = 200;

/** Keeps what each delegate's diary was told: one UID per booking and session, a sequence that only rises. */
@Injectable()
export class DiaryService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The calendar files that put every session of a booking into the delegate's diary, or change it there. */
  async invite(facts: BookingFacts, { isNew = false } = {}): Promise<DiaryPart[]> {
    return this.ofOne(facts, await this.inviteAll([facts], { isNew }));
  }

  /** The same for many bookings in a few statements; by booking. Without an address there is nothing to tell. */
  async inviteAll(all: readonly BookingFacts[], { isNew = false } = {}): Promise<Map<string, DiaryPart[]>> {
    return this.tell(all, 'REQUEST', isNew ? new Map<string, Entries>() : await this.entriesOf(all), () => true);
  }

  /** The calendar files that take out of the diary what was put there; none where nothing was. */
  async withdraw(facts: BookingFacts): Promise<DiaryPart[]> {
    return this.ofOne(facts, await this.withdrawAll([facts]));
  }

  /** The same for many bookings, or for some sessions of them. */
  async withdrawAll(all: readonly BookingFacts[], sessionIds?: readonly string[]): Promise<Map<string, DiaryPart[]>> {
    return this.tell(all, 'CANCEL', await this.entriesOf(all), (sessionId, told) =>
      Boolean(told?.method === 'REQUEST' && (sessionIds === undefined || sessionIds.includes(sessionId))),
    );
  }

  private ofOne({ bookingId }: BookingFacts, parts: Map<string, DiaryPart[]>): DiaryPart[] {
    return parts.get(bookingId) ?? [];
  }

  private async entriesOf(all: readonly BookingFacts[]): Promise<Map<string, Entries>> {
    const rows = await this.database
      .repo(CalendarEntryEntity)
      .findBy({ bookingId: In(['', ...all.map(({ bookingId }) => bookingId)]) });
    const entries = new Map<string, Entries>();
    for (const row of rows)
      entries.set(
        row.bookingId,
        (entries.get(row.bookingId) ?? new Map<string, CalendarEntryEntity>()).set(row.sessionId, row),
      );
    return entries;
  }

  private async tell(
    all: readonly BookingFacts[],
    method: 'REQUEST' | 'CANCEL',
    entries: Map<string, Entries>,
    concerns: (sessionId: string, told: CalendarEntryEntity | undefined) => boolean,
  ): Promise<Map<string, DiaryPart[]>> {
    const sessionsOf = await this.events.sessionsOf([...new Set(all.map(({ eventId }) => eventId))]);
    const stampedAt = new Date(Math.floor(this.clock.now().getTime() / 1000) * 1000);
    const told = all.flatMap((facts) => {
      const known: Entries = entries.get(facts.bookingId) ?? new Map<string, CalendarEntryEntity>();
      const sessions = facts.toAddress === null ? [] : (sessionsOf.get(facts.eventId) ?? []);
      let number = known.size;
      return sessions
        .filter(({ id }) => concerns(id, known.get(id)))
        .map((session) => {
          const there = known.get(session.id);
          if (!there) number += 1;
          return { facts, session, sessions, row: this.row(facts, session, { there, number, method, stampedAt }) };
        });
    });
    for (let start = 0; start < told.length; start += AT_ONCE)
      await this.database.repo(CalendarEntryEntity).upsert(
        told.slice(start, start + AT_ONCE).map(({ row }) => row),
        ['id'],
      );
    const parts = new Map<string, DiaryPart[]>();
    for (const { facts, session, sessions, row } of told) {
      const calendar = { method, text: this.file(facts, session, sessions, row) };
      const part = { session, sequence: row.sequence, calendar };
      parts.set(facts.bookingId, [...(parts.get(facts.bookingId) ?? []), part]);
    }
    return parts;
  }

  private row(
    { bookingId }: BookingFacts,
    session: EventSessionEntity,
    of: { there: CalendarEntryEntity | undefined; number: number } & Pick<CalendarEntryEntity, 'method' | 'stampedAt'>,
  ) {
    const { there, number, method, stampedAt } = of;
    const domain = this.config.mailFrom.address.split('@')[1];
    return {
      id: there?.id ?? newId(),
      bookingId,
      sessionId: session.id,
      uid: there?.uid ?? `booking-${bookingId}-${number}@${domain}`,
      sequence: there ? there.sequence + 1 : 0,
      method,
      stampedAt,
    };
  }

  private file(
    facts: BookingFacts,
    session: EventSessionEntity,
    sessions: readonly EventSessionEntity[],
    { method, uid, sequence, stampedAt }: Pick<CalendarEntryEntity, 'method' | 'uid' | 'sequence' | 'stampedAt'>,
  ): string {
    const turn = sessions.length > 1 ? ` (${sessions.indexOf(session) + 1} of ${sessions.length})` : '';
    return diaryFile({
      method,
      uid,
      sequence,
      stampedAt,
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      title: `${facts.courseTitle}${turn}`,
      place: facts.place,
      description: `Booking reference ${facts.reference}. To change or cancel: ${facts.bookingUrl}`,
      organizer: this.config.mailFrom,
      attendee: { name: facts.toName, address: facts.toAddress ?? '' },
    });
  }
}
