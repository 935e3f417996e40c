import { Injectable } from '@nestjs/common';
import type { DataRequestView, HoldView, OwnDataRequestView } from '@roundtable/contracts';
import {
  type Actor,
  Database,
  HoldEntity,
  Page,
  PersonalData,
  folded,
  found,
  holdView,
  notFound,
  windowOf,
} from '@roundtable/platform';
import type { SelectQueryBuilder } from 'typeorm';
import { PersonEntity } from '../person.entity';
import { DataRequestEntity } from './data-request.entity';
import type { DataRequestListQuery, HoldListQuery } from './data-rights.dto';
import { ownDataRequestView } from './data-request.view';
import { ErasuresService } from './erasures.service';

const REQUEST_SORTS = {
  dueAt: 'request.dueAt',
  receivedAt: 'request.receivedAt',
  decidedAt: 'request.decidedAt',
  kind: 'request.kind',
  id: 'request.id',
};
const HOLD_SORTS = { setAt: 'hold.setAt', subjectKind: 'hold.subjectKind', id: 'hold.id' };

/** Requests and holds, as information governance sees them; and a person's own requests. */
@Injectable()
export class DataRequestQueries {
  constructor(
    private readonly database: Database,
    private readonly erasures: ErasuresService,
    private readonly personalData: PersonalData,
  ) {}

  /** The actor's own requests, the latest first. */
  async own(actor: Actor): Promise<OwnDataRequestView[]> {
    const rows = await this.database
      .repo(DataRequestEntity)
      .find({ where: { personId: actor.personId ?? '' }, order: { receivedAt: 'DESC' } });
    return rows.map(ownDataRequestView);
  }

  async list(actor: Actor, query: DataRequestListQuery): Promise<Page<DataRequestView>> {
    const window = windowOf(query, REQUEST_SORTS, { sort: 'dueAt', order: 'ASC' });
    const rows = this.visibleTo(actor);
    if (query.id) rows.andWhere('request.id IN (:...ids)', { ids: query.id });
    if (query.kind) rows.andWhere('request.kind = :kind', { kind: query.kind });
    if (query.personId) rows.andWhere('request.personId = :personId', { personId: query.personId });
    if (query.q) rows.andWhere('(person.nameKey LIKE :q OR person.email LIKE :q)', { q: `%${folded(query.q)}%` });
    if (query.state) rows.andWhere(`request.decidedAt IS ${query.state === 'open' ? '' : 'NOT '}NULL`);
    const total = await rows.getCount();
    const views = await this.views(
      rows.orderBy(window.sort, window.order).addOrderBy('request.id').offset(window.skip).limit(window.take),
    );
    return new Page(views, total);
  }

  /** One request, with what stands in the way of an erasure. */
  async one(actor: Actor, id: string): Promise<DataRequestView> {
    const [view] = await this.views(this.visibleTo(actor).andWhere('request.id = :id', { id }));
    const request = found(view);
    const isOpenErasure = request.kind === 'erase' && request.decidedAt === null;
    return { ...request, blocks: isOpenErasure ? await this.erasures.blocksOf(request.personId) : [] };
  }

  async holds(actor: Actor, query: HoldListQuery): Promise<Page<HoldView>> {
    this.require(actor);
    const window = windowOf(query, HOLD_SORTS, { sort: 'setAt', order: 'DESC' });
    const rows = this.database.repo(HoldEntity).createQueryBuilder('hold').where('1 = 1');
    if (query.id) rows.andWhere('hold.id IN (:...ids)', { ids: query.id });
    if (query.subjectKind) rows.andWhere('hold.subjectKind = :kind', { kind: query.subjectKind });
    if (query.subjectId) rows.andWhere('hold.subjectId = :subjectId', { subjectId: query.subjectId });
    if (query.q) rows.andWhere('LOWER(hold.reason) LIKE :q', { q: `%${query.q.toLowerCase()}%` });
    if (query.state) rows.andWhere(`hold.liftedAt IS ${query.state === 'standing' ? '' : 'NOT '}NULL`);
    const [holds, total] = await rows
      .orderBy(window.sort, window.order)
      .addOrderBy('hold.id')
      .offset(window.skip)
      .limit(window.take)
      .getManyAndCount();
    const names = await this.personalData.subjectNames(
      holds.map(({ subjectKind, subjectId }) => ({ kind: subjectKind, id: subjectId })),
    );
    return new Page(
      holds.map((hold) => holdView(hold, names.get(hold.subjectId) ?? null)),
      total,
    );
  }

  private visibleTo(actor: Actor): SelectQueryBuilder<DataRequestEntity> {
    this.require(actor);
    return this.database
      .repo(DataRequestEntity)
      .createQueryBuilder('request')
      .innerJoin(PersonEntity, 'person', 'person.id = request.personId')
      .where('1 = 1');
  }

  private require(actor: Actor): void {
    if (!actor.roles.includes('information-governance')) throw notFound();
  }

  private async views(rows: SelectQueryBuilder<DataRequestEntity>): Promise<DataRequestView[]> {
    const { entities, raw } = await rows
      .select('request')
      .addSelect('person.name', 'personName')
      .addSelect('person.email', 'personEmail')
      .getRawAndEntities<{ personName: string; personEmail: string | null }>();
    return entities.map((request, index) => ({
      ...ownDataRequestView(request),
      personId: request.personId,
      personName: raw[index]?.personName ?? '',
      personEmail: raw[index]?.personEmail ?? null,
      decidedById: request.decidedById,
    }));
  }
}
