import type { EventHistoryEntry } from '@roundtable/contracts';
import { PersonEntity } from '@roundtable/people';
import { Injectable } from '@nestjs/common';
import {
  type Actor,
  AuditEntryEntity,
  Database,
  type ListQuery,
  Page,
  isOffice,
  notFound,
  windowOf,
} from '@roundtable/platform';
import { In } from 'typeorm';
import { EventQueries } from '../events.queries';

/** What was done to an event, for staff. */
@Injectable()
export class EventHistory {
  constructor(
    private readonly database: Database,
    private readonly events: EventQueries,
  ) {}

  /** The latest first. */
  async of(actor: Actor, id: string, query: ListQuery): Promise<Page<EventHistoryEntry>> {
    if (!isOffice(actor)) throw notFound();
    await this.events.byId(actor, id);
    const window = windowOf(query, { at: 'entry.at' }, { sort: 'at', order: 'DESC' });
    const [entries, total] = await this.database
      .repo(AuditEntryEntity)
      .createQueryBuilder('entry')
      .where("entry.subjectKind = 'event' AND entry.subjectId = :id", { id })
      .orderBy(window.sort, window.order)
      .addOrderBy('entry.id', window.order)
      .offset(window.skip)
      .limit(window.take)
      .getManyAndCount();
    const actorIds = [...new Set(entries.flatMap(({ actorId }) => actorId ?? []))];
    const people = actorIds.length ? await this.database.repo(PersonEntity).findBy({ id: In(actorIds) }) : [];
    const names = new Map(people.map((person) => [person.id, person.name]));
    return new Page(
      entries.map((entry) => ({
        id: entry.id,
        at: entry.at.toISOString(),
        byId: entry.actorId,
        byName: entry.actorId === null ? null : (names.get(entry.actorId) ?? null),
        action: entry.action,
        before: entry.before,
        after: entry.after,
        reason: entry.reason,
      })),
      total,
    );
  }
}
