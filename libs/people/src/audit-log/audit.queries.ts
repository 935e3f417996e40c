import { Injectable } from '@nestjs/common';
import type { AuditEntryView } from '@roundtable/contracts';
import {
  type Actor,
  AuditEntryEntity,
  Database,
  Page,
  PersonalData,
  folded,
  notFound,
  startOfLondonDay,
  windowOf,
} from '@roundtable/platform';
import { DateTime } from 'luxon';
import type { SelectQueryBuilder } from 'typeorm';
import { PersonEntity } from '../person.entity';
import type { AuditListQuery } from './audit.dto';

const SORTS = { at: 'entry.at', action: 'entry.action', subjectKind: 'entry.subjectKind', id: 'entry.id' };

const BATCH = 500;

/** Who did what, when, for those who oversee it. */
@Injectable()
export class AuditQueries {
  constructor(
    private readonly database: Database,
    private readonly personalData: PersonalData,
  ) {}

  /** A window on the log, the latest first. `q` looks in actions, reasons, and the names of those who acted and of people it is about. */
  async list(actor: Actor, query: AuditListQuery): Promise<Page<AuditEntryView>> {
    const window = windowOf(query, SORTS, { sort: 'at', order: 'DESC' });
    const rows = this.matching(actor, query);
    const total = await rows.getCount();
    const entries = await this.views(
      rows
        .orderBy(window.sort, window.order)
        .addOrderBy('entry.id', window.order)
        .offset(window.skip)
        .limit(window.take),
    );
    return new Page(entries, total);
  }

  /** Everything that matches, the latest first, a batch at a time; what is written meanwhile is left out. */
  async *batches(actor: Actor, query: AuditListQuery): AsyncGenerator<AuditEntryView[]> {
    const [latest] = await this.matching(actor, query)
      .orderBy('entry.at', 'DESC')
      .addOrderBy('entry.id', 'DESC')
      .limit(1)
      .getMany();
    let last = latest && { at: latest.at, id: latest.id };
    for (let isFirst = true; last; isFirst = false) {
      const rows = this.matching(actor, query).andWhere(
        `(entry.at < :lastAt OR (entry.at = :lastAt AND entry.id ${isFirst ? '<=' : '<'} :lastId))`,
        { lastAt: last.at, lastId: last.id },
      );
      const batch = await this.views(rows.orderBy('entry.at', 'DESC').addOrderBy('entry.id', 'DESC').limit(BATCH));
      if (batch.length > 0) yield batch;
      const end = batch.at(-1);
      last = batch.length < BATCH || !end ? undefined : { at: new Date(end.at), id: end.id };
    }
  }

  private matching(actor: Actor, query: AuditListQuery): SelectQueryBuilder<AuditEntryEntity> {
    if (!actor.roles.includes('system-owner') && !actor.roles.includes('information-governance')) throw notFound();
    const rows = this.database
      .repo(AuditEntryEntity)
      .createQueryBuilder('entry')
      .leftJoin(PersonEntity, 'person', 'person.id = entry.actorId')
      .leftJoin(PersonEntity, 'about', "entry.subjectKind = 'person' AND about.id = entry.subjectId")
      .where('1 = 1');
    if (query.id) rows.andWhere('entry.id IN (:...ids)', { ids: query.id });
    if (query.actorId) rows.andWhere('entry.actorId = :actorId', { actorId: query.actorId });
    if (query.action) rows.andWhere('entry.action = :action', { action: query.action });
    if (query.subjectKind) rows.andWhere('entry.subjectKind = :subjectKind', { subjectKind: query.subjectKind });
    if (query.subjectId) rows.andWhere('entry.subjectId = :subjectId', { subjectId: query.subjectId });
    if (query.from) rows.andWhere('entry.at >= :from', { from: startOfLondonDay(query.from) });
    if (query.to) rows.andWhere('entry.at < :to', { to: startOfLondonDay(dayAfter(query.to)) });
    if (query.q)
      rows.andWhere(
        '(entry.action LIKE :q OR LOWER(entry.reason) LIKE :q OR person.nameKey LIKE :q OR about.nameKey LIKE :q)',
        {
          q: `%${folded(query.q)}%`,
        },
      );
    return rows;
  }

  private async views(rows: SelectQueryBuilder<AuditEntryEntity>): Promise<AuditEntryView[]> {
    const { entities, raw } = await rows
      .addSelect('person.name', 'actorName')
      .getRawAndEntities<{ actorName: string | null }>();
    const names = await this.personalData.subjectNames(
      entities.map(({ subjectKind, subjectId }) => ({ kind: subjectKind, id: subjectId })),
    );
    return entities.map((entry, index) => ({
      ...auditEntryView(entry, raw[index]?.actorName ?? null),
      subjectName: names.get(entry.subjectId ?? '') ?? null,
    }));
  }
}

function auditEntryView(entry: AuditEntryEntity, actorName: string | null): Omit<AuditEntryView, 'subjectName'> {
  return {
    id: entry.id,
    at: entry.at.toISOString(),
    actorId: entry.actorId,
    actorName,
    action: entry.action,
    subjectKind: entry.subjectKind,
    subjectId: entry.subjectId,
    before: entry.before,
    after: entry.after,
    reason: entry.reason,
  };
}

function dayAfter(localDate: string): string {
  return DateTime.fromISO(localDate, { zone: 'utc' }).plus({ days: 1 }).toFormat('yyyy-MM-dd');
}
