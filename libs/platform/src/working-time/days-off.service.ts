import { Injectable } from '@nestjs/common';
import type { DaysOffChange, DaysOffView, NewDaysOff } from '@roundtable/contracts';
import { Audit } from '../audit/audit.service';
import { changedFields } from '../audit/changed-fields';
import { Clock } from '../clock';
import { Database, newId } from '../database';
import { type Actor, Page, found, invalid, windowOf } from '../http';
import { spanErrors } from './day-rules';
import type { DaysOffListQuery } from './days-off.dto';
import { DaysOffEntity } from './days-off.entity';
import { WorkingTime } from './working-time';

type Kind = DaysOffEntity['kind'];
const SORTS = { from: 'daysOff.firstDate', to: 'daysOff.lastDate', name: 'daysOff.name', id: 'daysOff.id' };

/** Keeping closure days and school holidays; whoever counts in working days counts anew at once. */
@Injectable()
export class DaysOff {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly workingTime: WorkingTime,
  ) {}

  /** Days off of one kind, by date. */
  async list(kind: Kind, query: DaysOffListQuery): Promise<Page<DaysOffView>> {
    const window = windowOf(query, SORTS, { sort: 'from', order: 'ASC' });
    const rows = this.database
      .repo(DaysOffEntity)
      .createQueryBuilder('daysOff')
      .where('daysOff.kind = :kind', { kind });
    if (query.id) rows.andWhere('daysOff.id IN (:...ids)', { ids: query.id });
    if (query.q) rows.andWhere('LOWER(daysOff.name) LIKE :q', { q: `%${query.q.toLowerCase()}%` });
    const [found, total] = await rows
      .orderBy(window.sort, window.order)
      .addOrderBy('daysOff.id')
      .offset(window.skip)
      .limit(window.take)
      .getManyAndCount();
    return new Page(found.map(daysOffView), total);
  }

  /** Keeps days off. Refuses a last day before the first, and days that are kept already. */
  async add(actor: Actor, kind: Kind, wanted: NewDaysOff): Promise<DaysOffView> {
    return this.database.transaction(async () => {
      const row = this.database.repo(DaysOffEntity).create({
        id: newId(),
        kind,
        name: wanted.name.trim(),
        firstDate: wanted.from,
        lastDate: wanted.to ?? wanted.from,
        createdAt: this.clock.now(),
      });
      await this.refuseWrongSpan(row);
      await this.database.repo(DaysOffEntity).insert(row);
      await this.note(actor, row, 'add', { after: { ...daysOffView(row) } });
      return daysOffView(row);
    });
  }

  /** Changes name or days. Refuses as `add`. */
  async change(actor: Actor, kind: Kind, id: string, change: DaysOffChange): Promise<DaysOffView> {
    return this.database.transaction(async () => {
      const row = found(await this.database.repo(DaysOffEntity).findOneBy({ id, kind }));
      const before = daysOffView(row);
      if (change.name !== undefined) row.name = change.name.trim();
      if (change.from !== undefined) row.firstDate = change.from;
      if (change.to !== undefined) row.lastDate = change.to;
      await this.refuseWrongSpan(row);
      const { name, firstDate, lastDate } = row;
      await this.database.repo(DaysOffEntity).update({ id }, { name, firstDate, lastDate });
      await this.note(actor, row, 'change', changedFields(before, daysOffView(row)));
      return daysOffView(row);
    });
  }

  async remove(actor: Actor, kind: Kind, id: string): Promise<void> {
    await this.database.transaction(async () => {
      const row = found(await this.database.repo(DaysOffEntity).findOneBy({ id, kind }));
      await this.database.repo(DaysOffEntity).delete({ id });
      await this.note(actor, row, 'remove', { before: { ...daysOffView(row) } });
    });
  }

  private async refuseWrongSpan(row: DaysOffEntity): Promise<void> {
    const errors = spanErrors(row);
    if (Object.keys(errors).length) throw invalid(errors);
    const there = await this.database
      .repo(DaysOffEntity)
      .createQueryBuilder('daysOff')
      .where('daysOff.kind = :kind AND daysOff.id <> :id', row)
      .andWhere('daysOff.firstDate <= :lastDate AND daysOff.lastDate >= :firstDate', row)
      .getOne();
    if (there) throw invalid({ from: `Some of these days are kept already: ${there.name}` });
  }

  private async note(
    actor: Actor,
    row: DaysOffEntity,
    verb: string,
    facts: { before?: Record<string, unknown>; after?: Record<string, unknown> },
  ): Promise<void> {
    const subjectKind = row.kind === 'closure' ? 'closure-day' : 'school-holiday';
    await this.audit.record(actor, { action: `${subjectKind}.${verb}`, subjectKind, subjectId: row.id, ...facts });
    this.database.afterCommit(() => this.workingTime.forget());
  }
}

function daysOffView({ id, name, firstDate, lastDate }: DaysOffEntity): DaysOffView {
  return { id, name, from: firstDate, to: lastDate };
}
