import { Inject, Injectable } from '@nestjs/common';
import { type EventSessionEntity, EventsService, diaryFile } from '@roundtable/events';
import { CONFIG, Clock, type Config, Database, newId } from '@roundtable/platform';
import type { BookingFacts } from './booking-facts';
import { CalendarEntryEntity } from './calendar-entry.entity';

export interface DiaryPart {
  session: EventSessionEntity;
  sequence: number;
  calendar: { method: 'REQUEST' | 'CANCEL'; text: string };
}

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
    const all = await this.sessionsOf(facts);
    return this.tell(facts, all, all, 'REQUEST', isNew);
  }

  /** The calendar files that take out of the diary what was put there, or some sessions of it; none where nothing was. */
  async withdraw(facts: BookingFacts, sessionIds?: readonly string[]): Promise<DiaryPart[]> {
    const told = await this.database
      .repo(CalendarEntryEntity)
      .findBy({ bookingId: facts.bookingId, method: 'REQUEST' });
    const ids = new Set(told.map((entry) => entry.sessionId));
    const all = await this.sessionsOf(facts);
    const sessions = all.filter(({ id }) => ids.has(id) && (sessionIds === undefined || sessionIds.includes(id)));
    return this.tell(facts, sessions, all, 'CANCEL');
  }

  private async sessionsOf({ eventId }: BookingFacts): Promise<EventSessionEntity[]> {
    return (await this.events.sessionsOf([eventId])).get(eventId) ?? [];
  }

  private async tell(
    facts: BookingFacts,
    sessions: EventSessionEntity[],
    all: readonly EventSessionEntity[],
    method: 'REQUEST' | 'CANCEL',
    isNew = false,
  ): Promise<DiaryPart[]> {
    const { toAddress } = facts;
    if (toAddress === null || sessions.length === 0) return [];
    const entries = this.database.repo(CalendarEntryEntity);
    const known = new Map(
      (isNew ? [] : await entries.findBy({ bookingId: facts.bookingId })).map((entry) => [entry.sessionId, entry]),
    );
    const domain = this.config.mailFrom.address.split('@')[1];
    const stampedAt = new Date(Math.floor(this.clock.now().getTime() / 1000) * 1000);
    let number = known.size;
    const rows = sessions.map((session) => {
      const there = known.get(session.id);
      if (!there) number += 1;
      return {
        id: there?.id ?? newId(),
        bookingId: facts.bookingId,
        sessionId: session.id,
        uid: there?.uid ?? `booking-${facts.bookingId}-${number}@${domain}`,
        sequence: there ? there.sequence + 1 : 0,
        method,
        stampedAt,
      };
    });
    await entries.upsert(rows, ['id']);
    return sessions.map((session, index) => {
      const row = rows[index]!;
      const turn = all.length > 1 ? ` (${all.indexOf(session) + 1} of ${all.length})` : '';
      const text = diaryFile({
        method,
        uid: row.uid,
        sequence: row.sequence,
        stampedAt,
        startsAt: session.startsAt,
        endsAt: session.endsAt,
        title: `${facts.courseTitle}${turn}`,
        place: facts.place,
        description: `Booking reference ${facts.reference}. To change or cancel: ${facts.bookingUrl}`,
        organizer: this.config.mailFrom,
        attendee: { name: facts.toName, address: toAddress },
      });
      return { session, sequence: row.sequence, calendar: { method, text } };
    });
  }
}
