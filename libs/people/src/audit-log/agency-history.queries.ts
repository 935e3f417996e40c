import { AgencyQueries } from '@roundtable/agencies';
import { Injectable } from '@nestjs/common';
import type { AgencyHistoryEntry } from '@roundtable/contracts';
import { type Actor, AuditEntryEntity, Database, Page, isOffice, notFound, windowOf } from '@roundtable/platform';
import { PersonEntity } from '../person.entity';
import type { AgencyHistoryQuery } from './audit.dto';

/** What was done to an agency and by whom; here, because those who did it are people. */
@Injectable()
export class AgencyHistory {
  constructor(
    private readonly database: Database,
    private readonly agencies: AgencyQueries,
  ) {}

  /** A window on it, the latest first; for the office. */
  async of(actor: Actor, agencyId: string, query: AgencyHistoryQuery): Promise<Page<AgencyHistoryEntry>> {
    if (!isOffice(actor)) throw notFound();
    const agency = await this.agencies.entity(actor, agencyId);
    const window = windowOf(query, { at: 'entry.at' }, { sort: 'at', order: 'DESC' });
    const rows = this.database
      .repo(AuditEntryEntity)
      .createQueryBuilder('entry')
      .leftJoin(PersonEntity, 'person', 'person.id = entry.actorId')
      .where("entry.subjectKind = 'agency' AND entry.subjectId = :id", { id: agency.id });
    const total = await rows.getCount();
    const { entities, raw } = await rows
      .addSelect('person.name', 'byName')
      .orderBy(window.sort, window.order)
      .addOrderBy('entry.id', window.order)
      .offset(window.skip)
      .limit(window.take)
      .getRawAndEntities<{ byName: string | null }>();
    return new Page(
      entities.map((entry, index) => ({
        id: entry.id,
        at: entry.at.toISOString(),
        byId: entry.actorId,
        byName: raw[index]?.byName ?? null,
        action: entry.action,
        before: entry.before,
        after: entry.after,
      })),
      total,
    );
  }
}
