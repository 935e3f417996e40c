import { Injectable } from '@nestjs/common';
import type { ProgrammeAudience, ProgrammeMailingRecipient } from '@roundtable/contracts';
import { AccountEntity, PersonEntity } from '@roundtable/people';
import { type Actor, Database, Page, folded, isOffice, notFound, windowOf } from '@roundtable/platform';
import { In, type SelectQueryBuilder } from 'typeorm';
import { programmeAudienceOf } from './programme-audience';
import type { ProgrammeRecipientQuery } from './programme-mailing.dto';
import { ProgrammeSubscriptionEntity } from './programme-subscription.entity';
import { ProgrammeSubscriptionTopicEntity } from './programme-subscription-topic.entity';

/** Somebody who asked, and may be written to. */
export interface SubscriberRow {
  subscriptionId: string;
  personId: string;
  name: string;
  email: string;
}

const SORTS = { name: 'person.nameKey', consentedAt: 'subscription.consentedAt', id: 'subscription.id' };

/** Who gets a programme mailing: those who asked for it, at an address that they confirmed. */
@Injectable()
export class ProgrammeRecipients {
  constructor(private readonly database: Database) {}

  async list(actor: Actor, query: ProgrammeRecipientQuery): Promise<Page<ProgrammeMailingRecipient>> {
    if (!isOffice(actor)) throw notFound();
    const window = windowOf(query, SORTS, { sort: 'name', order: 'ASC' });
    const rows = this.matching(programmeAudienceOf(query));
    if (query.id) rows.andWhere('subscription.id IN (:...ids)', { ids: query.id });
    if (query.q) rows.andWhere('person.nameKey LIKE :q', { q: `%${folded(query.q)}%` });
    const total = await rows.getCount();
    const { entities, raw } = await rows
      .select('subscription')
      .addSelect('person.name', 'name')
      .orderBy(window.sort, window.order)
      .addOrderBy('subscription.id')
      .offset(window.skip)
      .limit(window.take)
      .getRawAndEntities<{ name: string }>();
    const topics = await this.topicsOf(entities.map(({ id }) => id));
    return new Page(
      entities.map(({ id, personId, area, consentedAt }, index) => ({
        id,
        personId,
        name: raw[index]?.name ?? '',
        topics: topics.get(id) ?? [],
        area,
        consentedAt: consentedAt.toISOString(),
      })),
      total,
    );
  }

  /** All who get it now: one statement, however many they are. */
  async all(audience: ProgrammeAudience): Promise<SubscriberRow[]> {
    return this.matching(audience)
      .select(['subscription.id AS subscriptionId', 'subscription.personId AS personId'])
      .addSelect(['person.name AS name', 'person.email AS email'])
      .orderBy('subscription.id')
      .getRawMany<SubscriberRow>();
  }

  private matching({ topics, areas }: ProgrammeAudience): SelectQueryBuilder<ProgrammeSubscriptionEntity> {
    const rows = this.database
      .repo(ProgrammeSubscriptionEntity)
      .createQueryBuilder('subscription')
      .innerJoin(PersonEntity, 'person', 'person.id = subscription.personId')
      .innerJoin(AccountEntity, 'account', 'account.personId = person.id')
      .where('subscription.endedAt IS NULL AND person.erasedAt IS NULL AND person.email IS NOT NULL')
      .andWhere('account.confirmedAt IS NOT NULL');
    if (areas.length === 1) rows.andWhere('subscription.area IN (:...areas)', { areas: [...areas, 'both'] });
    if (topics.length > 0) {
      const asked = rows
        .subQuery()
        .select('asked.subscriptionId')
        .from(ProgrammeSubscriptionTopicEntity, 'asked')
        .where('asked.topic IN (:...topics)')
        .getQuery();
      rows.andWhere(`(subscription.allTopics OR subscription.id IN ${asked})`).setParameter('topics', topics);
    }
    return rows;
  }

  private async topicsOf(subscriptionIds: readonly string[]): Promise<Map<string, string[]>> {
    const topics = new Map<string, string[]>();
    const rows = await this.database
      .repo(ProgrammeSubscriptionTopicEntity)
      .find({ where: { subscriptionId: In(['', ...subscriptionIds]) }, order: { topic: 'ASC' } });
    for (const { subscriptionId, topic } of rows)
      topics.set(subscriptionId, [...(topics.get(subscriptionId) ?? []), topic]);
    return topics;
  }
}
