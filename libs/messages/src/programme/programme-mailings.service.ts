import { Injectable } from '@nestjs/common';
import type { NewProgrammeMailing, ProgrammeMailingChange, ProgrammeMailingView } from '@roundtable/contracts';
import { CourseTopics } from '@roundtable/courses';
import { type Actor, Page, invalid } from '@roundtable/platform';
import { programmeMailingView } from '../mailings/mailing.view';
import { type MailingFrame, Mailings } from '../mailings/mailings.service';
import { MailingQueries } from '../mailings/mailings.queries';
import { NewsletterService } from '../newsletter/newsletter.service';
import { programmeAudienceOf } from './programme-audience';
import type { ProgrammeMailingListQuery } from './programme-mailing.dto';
import { PROGRAMME_FIELDS } from './programme.letters';

const FRAME: MailingFrame = { kind: 'programme-mailing', eventId: null, fields: PROGRAMME_FIELDS };

/** Mails about the programme, to those who asked for them. */
@Injectable()
export class ProgrammeMailings {
  constructor(
    private readonly mailings: Mailings,
    private readonly queries: MailingQueries,
    private readonly newsletters: NewsletterService,
    private readonly topics: CourseTopics,
  ) {}

  async list(actor: Actor, query: ProgrammeMailingListQuery): Promise<Page<ProgrammeMailingView>> {
    return (await this.queries.list(actor, FRAME.kind, query, { state: query.state })).map(programmeMailingView);
  }

  async one(actor: Actor, id: string): Promise<ProgrammeMailingView> {
    return programmeMailingView(await this.queries.one(actor, FRAME.kind, id));
  }

  /** Sends a mailing to those who asked for its topics and areas, now or at a London date and time. */
  async write(actor: Actor, wanted: NewProgrammeMailing): Promise<ProgrammeMailingView> {
    const { key, subject, words, sendOn, sendTime, eventIds = [], audience = {} } = wanted;
    await this.newsletters.chosen(eventIds);
    await this.refuseUnknown(audience.topics ?? []);
    const id = await this.mailings.write(actor, FRAME, key, {
      ...{ subject, words, sendOn, sendTime, attachedIds: eventIds },
      audience: { ...programmeAudienceOf(audience) },
    });
    return this.one(actor, id);
  }

  /** Changes one that waits for its time; of who it is for, what is named. */
  async change(actor: Actor, id: string, change: ProgrammeMailingChange): Promise<ProgrammeMailingView> {
    const before = await this.one(actor, id);
    const { subject, words, sendOn, sendTime, eventIds, audience } = change;
    if (eventIds) await this.newsletters.chosen(eventIds);
    if (audience?.topics) await this.refuseUnknown(audience.topics);
    await this.mailings.change(actor, FRAME, id, {
      ...(subject !== undefined && { subject }),
      ...(words !== undefined && { words }),
      ...{ sendOn, sendTime },
      ...(eventIds && { attachedIds: eventIds }),
      ...(audience && { audience: { ...programmeAudienceOf({ ...before.audience, ...audience }) } }),
    });
    return this.one(actor, id);
  }

  async takeBack(actor: Actor, id: string): Promise<ProgrammeMailingView> {
    await this.mailings.takeBack(actor, FRAME.kind, id);
    return this.one(actor, id);
  }

  private async refuseUnknown(topics: readonly string[]): Promise<void> {
    if (topics.length === 0) return;
    const known = await this.topics.known();
    if (topics.some((topic) => !known.includes(topic)))
      throw invalid({ 'audience.topics': 'Choose topics of published courses' });
  }
}
