import { Injectable } from '@nestjs/common';
import type { JoiningChange } from '@roundtable/contracts';
import { type Actor, Audit, Clock, Database, newId } from '@roundtable/platform';
import { In } from 'typeorm';
import { EventJoiningEntity, MINUTES_BEFORE } from './event-joining.entity';

/** How online events are joined. Who may see which part is decided by whoever shows it. */
@Injectable()
export class JoiningsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** What is kept of this event; where nothing is, an entry that says nothing. */
  async of(eventId: string): Promise<EventJoiningEntity> {
    const joinings = this.database.repo(EventJoiningEntity);
    return (
      (await joinings.findOneBy({ eventId })) ??
      joinings.create({
        id: '',
        eventId,
        platform: null,
        meetingUrl: null,
        testUrl: null,
        dialIn: null,
        minutesBefore: MINUTES_BEFORE,
        changedAt: this.clock.now(),
      })
    );
  }

  /** What is kept of these events, by event; where nothing is there is no entry. */
  async ofEach(eventIds: readonly string[]): Promise<Map<string, EventJoiningEntity>> {
    if (eventIds.length === 0) return new Map();
    const rows = await this.database.repo(EventJoiningEntity).findBy({ eventId: In([...eventIds]) });
    return new Map(rows.map((row) => [row.eventId, row]));
  }

  /** Changes what is given. Links and numbers are secrets, so the audit log says only which of them changed. */
  async change(actor: Actor, eventId: string, wanted: JoiningChange): Promise<void> {
    await this.database.transaction(async () => {
      const there = await this.of(eventId);
      const after = {
        platform: textOf(wanted.platform, there.platform),
        meetingUrl: textOf(wanted.meetingUrl, there.meetingUrl),
        testUrl: textOf(wanted.testUrl, there.testUrl),
        dialIn: textOf(wanted.dialIn, there.dialIn),
        minutesBefore: wanted.minutesBefore ?? there.minutesBefore,
      };
      const changed = (Object.keys(after) as (keyof typeof after)[]).filter((name) => after[name] !== there[name]);
      if (changed.length === 0) return;
      const row = { ...after, changedAt: this.clock.now() };
      if (there.id) await this.database.repo(EventJoiningEntity).update({ id: there.id }, row);
      else await this.database.repo(EventJoiningEntity).insert({ id: newId(), eventId, ...row });
      await this.audit.record(actor, {
        action: 'event.change-joining',
        subjectKind: 'event',
        subjectId: eventId,
        after: { changed },
      });
    });
  }
}

const textOf = (wanted: string | undefined, there: string | null): string | null =>
  wanted === undefined ? there : wanted.trim() || null;
