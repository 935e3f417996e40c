import { Injectable } from '@nestjs/common';
import type { AgendaItem } from '@roundtable/contracts';
import { type Actor, Audit, Database, found, invalid, newId } from '@roundtable/platform';
import { EventEntity } from '../event.entity';
import { EventQueries } from '../events.queries';
import { SessionsService } from '../sessions.service';
import { AgendaItemEntity } from './agenda-item.entity';

/** What happens when at an event, and who presents it. */
@Injectable()
export class AgendaService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly events: EventQueries,
    private readonly sessions: SessionsService,
  ) {}

  /** The agenda in order: session by session, then by time. 404 for an event this actor may not see. */
  async of(actor: Actor, eventId: string): Promise<AgendaItem[]> {
    await this.events.byId(actor, eventId);
    return this.itemsOf(eventId);
  }

  /** The same for an event that is known to be visible. */
  async itemsOf(eventId: string): Promise<AgendaItem[]> {
    const rows = await this.database
      .repo(AgendaItemEntity)
      .find({ where: { eventId }, order: { position: 'ASC', id: 'ASC' } });
    return rows.map(({ sessionId, localTime, item, presenter }) => ({ sessionId, time: localTime, item, presenter }));
  }

  /** Gives a copy of an event the same agenda: times stay, and an item of a session is of the one in the same turn. */
  async copy(fromId: string, toId: string): Promise<void> {
    const rows = this.database.repo(AgendaItemEntity);
    const items = await rows.find({ where: { eventId: fromId } });
    if (!items.length) return;
    const sessions = await this.sessions.of([fromId, toId]);
    const turnOf = new Map((sessions.get(fromId) ?? []).map(({ id }, turn) => [id, turn]));
    const sessionFor = (id: string | null): string | null | undefined =>
      id === null ? null : sessions.get(toId)?.[turnOf.get(id) ?? -1]?.id;
    const copies = items.flatMap((item) => {
      const sessionId = sessionFor(item.sessionId);
      return sessionId === undefined ? [] : [{ ...item, id: newId(), eventId: toId, sessionId }];
    });
    if (copies.length) await rows.insert(copies);
  }

  /** Makes these the agenda of an event, whatever its state. Refuses a session that is not of the event. */
  async replace(actor: Actor, eventId: string, items: readonly AgendaItem[]): Promise<AgendaItem[]> {
    return this.database.transaction(async () => {
      found(await this.database.gate(EventEntity, eventId));
      const sessions = (await this.sessions.of([eventId])).get(eventId) ?? [];
      const order = new Map(sessions.map(({ id }, position) => [id, position]));
      const errors = items.flatMap(({ sessionId }, index) =>
        sessionId === null || order.has(sessionId)
          ? []
          : [[`items.${index}.sessionId`, 'This event has no session with this id'] as const],
      );
      if (errors.length) throw invalid(Object.fromEntries(errors));
      const place = ({ sessionId }: AgendaItem): number => (sessionId === null ? -1 : (order.get(sessionId) ?? -1));
      const sorted = [...items].sort((one, other) => place(one) - place(other) || one.time.localeCompare(other.time));
      const rows = this.database.repo(AgendaItemEntity);
      const before = await rows.countBy({ eventId });
      await rows.delete({ eventId });
      if (sorted.length)
        await rows.insert(
          sorted.map(({ sessionId, time, item, presenter }, position) => ({
            id: newId(),
            eventId,
            sessionId,
            position,
            localTime: time,
            item: item.trim(),
            presenter: presenter?.trim() || null,
          })),
        );
      await this.audit.record(actor, {
        action: 'event.set-agenda',
        subjectKind: 'event',
        subjectId: eventId,
        before: { items: before },
        after: { items: sorted.length },
      });
      return this.itemsOf(eventId);
    });
  }
}
