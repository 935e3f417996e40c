import { Injectable } from '@nestjs/common';
import { Database, newId } from '@roundtable/platform';
import { In } from 'typeorm';
import { AgendaItemEntity } from './agenda/agenda-item.entity';
import { EventSessionEntity } from './event-session.entity';
import { type WantedSession, localFactsOf, planSessions } from './session-rules';

/** What a change of an event's sessions came to, by the sessions' ids. */
export interface SessionChanges {
  moved: string[];
  added: string[];
  removed: string[];
}

/** The sessions of events. */
@Injectable()
export class SessionsService {
  constructor(private readonly database: Database) {}

  /** Sessions by event, in order; every event asked about has an entry. */
  async of(eventIds: readonly string[]): Promise<Map<string, EventSessionEntity[]>> {
    const byEvent = new Map(eventIds.map((id): [string, EventSessionEntity[]] => [id, []]));
    if (!eventIds.length) return byEvent;
    const rows = await this.database
      .repo(EventSessionEntity)
      .find({ where: { eventId: In([...byEvent.keys()]) }, order: { position: 'ASC' } });
    for (const row of rows) byEvent.get(row.eventId)?.push(row);
    return byEvent;
  }

  /** Adds sessions that were checked to a new event. */
  async add(eventId: string, wanted: readonly WantedSession[]): Promise<void> {
    if (!wanted.length) return;
    await this.database
      .repo(EventSessionEntity)
      .insert(wanted.map((session, position) => ({ id: newId(), eventId, position, ...columnsOf(session) })));
  }

  /**
   * Makes these the sessions of an event. Those that stay keep their ids. `beforeRemoval` gets the ids of those that
   * go, while whoever refers to them can still let go of them.
   */
  async replace(
    eventId: string,
    wanted: readonly WantedSession[],
    beforeRemoval: (sessionIds: string[]) => Promise<void>,
  ): Promise<SessionChanges> {
    const sessions = this.database.repo(EventSessionEntity);
    const plan = planSessions((await this.of([eventId])).get(eventId) ?? [], wanted);
    const kept = plan.kept.map((one) => ({ ...one.session, position: one.position, ...columnsOf(one.wanted) }));
    const added = plan.added.map((one) => ({ id: newId(), eventId, position: one.position, ...columnsOf(one.wanted) }));
    const removed = plan.removed.map(({ id }) => id);
    if (removed.length) {
      await beforeRemoval(removed);
      await this.database.repo(AgendaItemEntity).delete({ sessionId: In(removed) });
      await sessions.delete({ id: In(removed) });
    }
    if (kept.length) await sessions.upsert(kept, ['id']);
    if (added.length) await sessions.insert(added);
    const moved = plan.kept.filter(
      ({ session, wanted: to }) => +session.startsAt !== +to.startsAt || +session.endsAt !== +to.endsAt,
    );
    return { moved: moved.map(({ session }) => session.id), added: added.map(({ id }) => id), removed };
  }
}

function columnsOf(
  session: WantedSession,
): Pick<EventSessionEntity, 'startsAt' | 'endsAt' | 'localDate' | 'localStart' | 'localEnd'> {
  return { startsAt: session.startsAt, endsAt: session.endsAt, ...localFactsOf(session) };
}
