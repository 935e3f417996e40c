import { SectorUses } from '@roundtable/agencies';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type DataSection,
  Database,
  Links,
  MailingPost,
  type MergeParts,
  type MergeReach,
  Merges,
  PersonalData,
  type PersonalDataOwner,
  Retention,
} from '@roundtable/platform';
import { In, Like, Not } from 'typeorm';
import { ProgrammeSubscriptionEntity } from '../programme/programme-subscription.entity';
import { ProgrammeSubscriptionTopicEntity } from '../programme/programme-subscription-topic.entity';
import { MailingEntity } from './mailing.entity';
import { mailingRules } from './retention-rules';

const NOTHING: MergeParts = { moves: {}, conflicts: [] };

/** What reaches into mailings and who asked for them: own data, merging, sectors, and for how long they are kept. */
@Injectable()
export class MailingsReach implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly links: Links,
    private readonly post: MailingPost,
    private readonly personalData: PersonalData,
    private readonly merges: Merges,
    private readonly retention: Retention,
    private readonly sectorUses: SectorUses,
  ) {}

  onModuleInit(): void {
    this.personalData.register(this.owner());
    this.merges.register(this.reach());
    this.sectorUses.register({
      what: 'mailings',
      count: async ({ name }) => (await this.waitingFor('sector', name)).length,
      rename: (from, to) => this.rewrite('sector', from, to),
    });
    for (const rule of mailingRules(this.database, (ids) => this.letGo(ids))) this.retention.register(rule);
  }

  private owner(): PersonalDataOwner {
    return {
      name: 'mailings',
      position: 85,
      covers: ['mailings', 'programme_subscriptions', 'programme_subscription_topics'],
      exportOf: (personId) => this.exportOf(personId),
      forget: async (personId, names) => {
        await this.withdraw(personId);
        // The words of staff may name whom they wrote about; one that still waits is theirs to mend.
        for (const name of names)
          await this.database
            .repo(MailingEntity)
            .update({ words: Like(`%${name}%`), state: Not('scheduled') }, { words: '' });
      },
      withdrawConsents: (personId) => this.withdraw(personId),
      subjectNames: (kind, ids) => this.subjectNames(kind, ids),
    };
  }

  private async exportOf(personId: string): Promise<DataSection[]> {
    const rows = await this.database.repo(ProgrammeSubscriptionEntity).findBy({ personId });
    const topics = await this.database
      .repo(ProgrammeSubscriptionTopicEntity)
      .find({ where: { subscriptionId: In(['', ...rows.map(({ id }) => id)]) }, order: { topic: 'ASC' } });
    return [
      {
        title: 'Mail about the programme that you asked for',
        note: 'You can end this at any time in your account, or by the link in each of these mails.',
        rows: rows.map(({ allTopics, area, consentedAt, endedAt }) => ({
          Topics: allTopics ? 'all' : topics.map(({ topic }) => topic).join(', '),
          Area: area,
          'Agreed on': consentedAt,
          'Ended on': endedAt,
        })),
      },
    ];
  }

  /** Nothing of what somebody asked for stays, and what waits to go to them goes. */
  private async withdraw(personId: string): Promise<void> {
    const rows = await this.database.repo(ProgrammeSubscriptionEntity).findBy({ personId });
    await this.letGo(rows.map(({ id }) => id));
    await this.post.takeBack('programme-mailing', [personId]);
  }

  private async subjectNames(kind: string, ids: readonly string[]): Promise<Map<string, string>> {
    if (kind !== 'event-mail' && kind !== 'programme-mailing') return new Map();
    const rows = await this.database.repo(MailingEntity).findBy({ id: In([...ids]), kind });
    return new Map(rows.map(({ id, subject }) => [id, subject]));
  }

  private reach(): MergeReach {
    const previewPerson = async (fromId: string): Promise<MergeParts> => ({
      moves: { subscriptions: await this.database.repo(ProgrammeSubscriptionEntity).countBy({ personId: fromId }) },
      conflicts: [],
    });
    return {
      name: 'mailings',
      position: 85,
      covers: ['programme_subscriptions.person_id', 'mailings.written_by_id'],
      previewAgency: () => Promise.resolve(NOTHING),
      mergeAgency: async (fromId, intoId) => {
        await this.rewrite('agencyId', fromId, intoId);
        return NOTHING;
      },
      previewPerson,
      mergePerson: async (fromId, intoId) => {
        const parts = await previewPerson(fromId);
        await this.database.repo(MailingEntity).update({ writtenById: fromId }, { writtenById: intoId });
        await this.moveSubscription(fromId, intoId);
        return parts;
      },
    };
  }

  /** What was said last stays, be it yes or no: it is what the person wants now. In doubt it is no. */
  private async moveSubscription(fromId: string, intoId: string): Promise<void> {
    const subscriptions = this.database.repo(ProgrammeSubscriptionEntity);
    const said = ({ consentedAt, endedAt }: ProgrammeSubscriptionEntity) => (endedAt ?? consentedAt).getTime();
    const [last, ...others] = (await subscriptions.findBy({ personId: In([fromId, intoId]) })).sort(
      (one, other) => said(other) - said(one) || Number(other.endedAt !== null) - Number(one.endedAt !== null),
    );
    if (!last) return;
    await this.letGo(others.map(({ id }) => id));
    await subscriptions.update({ id: last.id }, { personId: intoId });
  }

  private async letGo(subscriptionIds: readonly string[]): Promise<void> {
    if (subscriptionIds.length === 0) return;
    await this.links.forget(subscriptionIds);
    await this.database.repo(ProgrammeSubscriptionTopicEntity).delete({ subscriptionId: In([...subscriptionIds]) });
    await this.database.repo(ProgrammeSubscriptionEntity).delete({ id: In([...subscriptionIds]) });
  }

  private async waitingFor(part: 'sector' | 'agencyId', value: string): Promise<MailingEntity[]> {
    const waiting = await this.database.repo(MailingEntity).findBy({ state: 'scheduled' });
    return waiting.filter(({ audience }) => audience[part]?.includes(value));
  }

  /** The filter of what waits goes by the new name or id; what has gone out keeps its own. */
  private async rewrite(part: 'sector' | 'agencyId', from: string, to: string): Promise<void> {
    for (const { id, audience } of await this.waitingFor(part, from)) {
      const values = [...new Set(audience[part]?.map((value) => (value === from ? to : value)))];
      await this.database.repo(MailingEntity).update({ id }, { audience: { ...audience, [part]: values } });
    }
  }
}
