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
import { PersonEntity } from '../person.entity';
import type { AuditListQuery } from './audit.dto';

const SORTS = { at: 'entry.at', action: 'entry.action', subjectKind: 'entry.subjectKind', id: 'entry.id' };

/** Who did what, when, for those who oversee it. */
@Injectable()
export class AuditQueries {
  constructor(
    private readonly database: Database,
    private readonly personalData: PersonalData,
  ) {}

  /** A window on the log, the latest first. `q` looks in actions, reasons, and the names of those who acted. */
  async list(actor: Actor, query: AuditListQuery): Promise<Page<AuditEntryView>> {
    if (!actor.roles.includes('system-owner') && !actor.roles.includes('information-governance')) throw notFound();
    const window = windowOf(query, SORTS, { sort: 'at', order: 'DESC' });
    const rows = this.database
      .repo(AuditEntryEntity)
      .createQueryBuilder('entry')
      .leftJoin(PersonEntity, 'person', 'person.id = entry.actorId')
      .where('1 = 1');
    if (query.id) rows.andWhere('entry.id IN (:...ids)', { ids: query.id });
    if (query.actorId) rows.andWhere('entry.actorId = :actorId', { actorId: query.actorId });
    if (query.action) rows.andWhere('entry.action = :action', { action: query.action });
    if (query.subjectKind) rows.andWhere('entry.subjectKind = :subjectKind', { subjectKind: query.subjectKind });
    if (query.subjectId) rows.andWhere('entry.subjectId = :subjectId', { subjectId: query.subjectId });
    if (query.from) rows.andWhere('entry.at >= :from', { from: startOfLondonDay(query.from) });
    if (query.to) rows.andWhere('entry.at < :to', { to: startOfLondonDay(dayAfter(query.to)) });
    if (query.q)
      rows.andWhere('(entry.action LIKE :q OR LOWER(entry.reason) LIKE :q OR person.nameKey LIKE :q)', {
        q: `%${folded(query.q)}%`,
      });
    const total = await rows.getCount();
    const { entities, raw } = await rows
      .addSelect('person.name', 'actorName')
      .orderBy(window.sort, window.order)
      .addOrderBy('entry.id', window.order)
      .offset(window.skip)
      .limit(window.take)
      .getRawAndEntities<{ actorName: string | null }>();
    const names = await this.personalData.subjectNames(
      entities.map(({ subjectKind, subjectId }) => ({ kind: subjectKind, id: subjectId })),
    );
    return new Page(
      entities.map((entry, index) => ({
        ...auditEntryView(entry, raw[index]?.actorName ?? null),
        subjectName: names.get(entry.subjectId ?? '') ?? null,
      })),
      total,
    );
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
