import { Injectable } from '@nestjs/common';
import { PersonEntity } from '@roundtable/people';
import {
  type Actor,
  Database,
  type ListQuery,
  MailingPost,
  Page,
  found,
  isOffice,
  notFound,
  windowOf,
} from '@roundtable/platform';
import { In } from 'typeorm';
import { MailingEntity, type MailingKind } from './mailing.entity';
import type { MailingParts } from './mailing.view';

const SORTS = {
  sendAt: 'mailing.sendAt',
  subject: 'mailing.subject',
  state: 'mailing.state',
  id: 'mailing.id',
};

/** What was or will be sent to many, for the office. */
@Injectable()
export class MailingQueries {
  constructor(
    private readonly database: Database,
    private readonly post: MailingPost,
  ) {}

  async list(
    actor: Actor,
    kind: MailingKind,
    query: ListQuery,
    filter: { eventId?: string | undefined; state?: string | undefined } = {},
  ): Promise<Page<MailingParts>> {
    if (!isOffice(actor)) throw notFound();
    const window = windowOf(query, SORTS, { sort: 'sendAt', order: 'DESC' });
    const rows = this.database
      .repo(MailingEntity)
      .createQueryBuilder('mailing')
      .where('mailing.kind = :kind', { kind });
    if (query.id) rows.andWhere('mailing.id IN (:...ids)', { ids: query.id });
    if (filter.eventId) rows.andWhere('mailing.eventId = :eventId', { eventId: filter.eventId });
    if (filter.state) rows.andWhere('mailing.state = :state', { state: filter.state });
    if (query.q) rows.andWhere('LOWER(mailing.subject) LIKE :q', { q: `%${query.q.toLowerCase()}%` });
    const [mailings, total] = await rows
      .orderBy(window.sort, window.order)
      .addOrderBy('mailing.id', 'DESC')
      .skip(window.skip)
      .take(window.take)
      .getManyAndCount();
    return new Page(await this.parts(mailings), total);
  }

  async one(actor: Actor, kind: MailingKind, id: string): Promise<MailingParts> {
    if (!isOffice(actor)) throw notFound();
    const mailing = found(await this.database.repo(MailingEntity).findOneBy({ id, kind }));
    return found((await this.parts([mailing]))[0]);
  }

  private async parts(mailings: MailingEntity[]): Promise<MailingParts[]> {
    const states = await this.post.statesOf(mailings.map(({ id }) => id));
    const writers = mailings.map(({ writtenById }) => writtenById).filter((id) => id !== null);
    const people = writers.length
      ? await this.database.repo(PersonEntity).find({ select: { id: true, name: true }, where: { id: In(writers) } })
      : [];
    const names = new Map(people.map(({ id, name }) => [id, name]));
    return mailings.map((mailing) => ({
      mailing,
      states: states.get(mailing.id) ?? new Map(),
      writtenByName: names.get(mailing.writtenById ?? '') ?? '',
    }));
  }
}
