import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Area, ProgrammeSubscription } from '@roundtable/contracts';
import { CourseTopics } from '@roundtable/courses';
import {
  type Actor,
  Clock,
  Database,
  Jobs,
  Links,
  MailingPost,
  found,
  invalid,
  isDuplicate,
  newId,
} from '@roundtable/platform';
import { IsNull, MoreThan } from 'typeorm';
import { ProgrammeSubscriptionEntity } from './programme-subscription.entity';
import { ProgrammeSubscriptionTopicEntity } from './programme-subscription-topic.entity';
import { UNSUBSCRIBE } from './unsubscribe-links';

const TRIED_DAYS = 4;
const BATCH = 500;

export interface WantedSubscription {
  allTopics: boolean;
  topics: readonly string[];
  area: Area;
  /** They agreed to be written to. */
  isAgreed: boolean;
}

/** What people ask to be mailed about, and ending it. */
@Injectable()
export class Subscriptions implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly links: Links,
    private readonly post: MailingPost,
    private readonly topics: CourseTopics,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ name: 'messages.withdraw-unwanted', everySeconds: 60, run: () => this.withdrawUnwanted() });
  }

  /** What this person asked for; null where they never did. */
  async own(actor: Actor): Promise<ProgrammeSubscription | null> {
    const subscription = await this.database
      .repo(ProgrammeSubscriptionEntity)
      .findOneBy({ personId: found(actor.personId) });
    return subscription && this.view(subscription);
  }

  /** Keeps what somebody asked for, with the date. Refuses it without their consent, and without a topic. */
  async ask(actor: Actor, { allTopics, topics, area, isAgreed }: WantedSubscription): Promise<void> {
    const personId = found(actor.personId);
    const known = await this.topics.known();
    const chosen = allTopics ? [] : known.filter((topic) => topics.includes(topic));
    const errors = {
      ...(!allTopics && chosen.length === 0 && { topics: 'Choose at least one topic, or all of them' }),
      ...(!isAgreed && { consent: 'Agree that we may write to you' }),
    };
    if (Object.keys(errors).length > 0) throw invalid(errors);
    const wish = { allTopics, area, consentedAt: this.clock.now(), endedAt: null };
    await this.database.transaction(async () => {
      const subscriptionId = await this.keep(personId, wish);
      await this.database.repo(ProgrammeSubscriptionTopicEntity).delete({ subscriptionId });
      const rows = chosen.map((topic) => ({ id: newId(), subscriptionId, topic }));
      if (rows.length > 0) await this.database.repo(ProgrammeSubscriptionTopicEntity).insert(rows);
    });
  }

  /** Ends a person's own mailings at once. */
  async stop(actor: Actor): Promise<void> {
    const own = await this.database.repo(ProgrammeSubscriptionEntity).findOneBy({ personId: found(actor.personId) });
    if (own) await this.end(own);
  }

  /** What the link of a mail would end; null where the link is unknown or nothing is left of it. */
  async behind(token: string): Promise<ProgrammeSubscription | null> {
    const subscription = await this.byToken(token);
    return subscription && this.view(subscription);
  }

  /** Ends the mailings that a link is about, at once; again it changes nothing. Answers whether there are any. */
  async stopByLink(token: string): Promise<boolean> {
    const subscription = await this.byToken(token);
    if (subscription) await this.end(subscription);
    return subscription !== null;
  }

  /** Asks for the same mailings again, by the link that ended them: a consent of its own, with its date. */
  async askAgainByLink(token: string): Promise<void> {
    const subscription = await this.byToken(token);
    if (!subscription || subscription.endedAt === null) return;
    await this.database
      .repo(ProgrammeSubscriptionEntity)
      .update({ id: subscription.id }, { endedAt: null, consentedAt: this.clock.now() });
  }

  /** Whether somebody gets mailings now. */
  async isOn(personId: string): Promise<boolean> {
    return this.database.repo(ProgrammeSubscriptionEntity).existsBy({ personId, endedAt: IsNull() });
  }

  /**
   * Takes back what the mail server put off while its reader ended it: it was on its way then, and is back in line. No
   * mail is tried for longer than these days.
   */
  async withdrawUnwanted(): Promise<void> {
    const since = new Date(this.clock.now().getTime() - TRIED_DAYS * 24 * 3600_000);
    const ended = await this.database
      .repo(ProgrammeSubscriptionEntity)
      .find({ select: { personId: true }, where: { endedAt: MoreThan(since) } });
    const personIds = ended.map(({ personId }) => personId);
    for (let start = 0; start < personIds.length; start += BATCH)
      await this.post.takeBack('programme-mailing', personIds.slice(start, start + BATCH));
  }

  private async keep(
    personId: string,
    wish: Pick<ProgrammeSubscriptionEntity, 'allTopics' | 'area' | 'consentedAt' | 'endedAt'>,
  ): Promise<string> {
    const subscriptions = this.database.repo(ProgrammeSubscriptionEntity);
    const there = await subscriptions.findOneBy({ personId });
    const id = there?.id ?? newId();
    if (there) await subscriptions.update({ id }, wish);
    else
      await subscriptions.insert({ id, personId, ...wish }).catch(async (error: unknown) => {
        // Sent twice at once: the other one made the row, and says the same.
        if (!isDuplicate(error)) throw error;
      });
    return (await subscriptions.findOneByOrFail({ personId })).id;
  }

  private async end({ id, personId }: ProgrammeSubscriptionEntity): Promise<void> {
    await this.database.transaction(async () => {
      await this.database
        .repo(ProgrammeSubscriptionEntity)
        .update({ id, endedAt: IsNull() }, { endedAt: this.clock.now() });
      await this.post.takeBack('programme-mailing', [personId]);
    });
  }

  private async byToken(token: string): Promise<ProgrammeSubscriptionEntity | null> {
    const id = await this.links.subjectOf(UNSUBSCRIBE, token);
    return id === null ? null : this.database.repo(ProgrammeSubscriptionEntity).findOneBy({ id });
  }

  private async view(subscription: ProgrammeSubscriptionEntity): Promise<ProgrammeSubscription> {
    const topics = await this.database
      .repo(ProgrammeSubscriptionTopicEntity)
      .find({ where: { subscriptionId: subscription.id }, order: { topic: 'ASC' } });
    return {
      allTopics: subscription.allTopics,
      topics: topics.map(({ topic }) => topic),
      area: subscription.area,
      consentedAt: subscription.consentedAt.toISOString(),
      endedAt: subscription.endedAt?.toISOString() ?? null,
    };
  }
}
