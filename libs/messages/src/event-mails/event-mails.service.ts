import { Injectable } from '@nestjs/common';
import { type EventMailChange, type EventMailView, MERGE_FIELDS, type NewEventMail } from '@roundtable/contracts';
import { EventEntity } from '@roundtable/events';
import { type Actor, Database, Page, found } from '@roundtable/platform';
import { eventMailView } from '../mailings/mailing.view';
import { type MailingFrame, Mailings } from '../mailings/mailings.service';
import { MailingQueries } from '../mailings/mailings.queries';
import { eventAudienceOf } from './event-audience';
import type { EventMailListQuery } from './event-mail.dto';
import { EventMailLetters } from './event-mail.letters';

const KIND = 'event-mail';

/** Mails from staff to the delegates of an event. */
@Injectable()
export class EventMails {
  constructor(
    private readonly database: Database,
    private readonly mailings: Mailings,
    private readonly queries: MailingQueries,
    private readonly letters: EventMailLetters,
  ) {}

  async list(actor: Actor, query: EventMailListQuery): Promise<Page<EventMailView>> {
    return (await this.queries.list(actor, KIND, query, query)).map(eventMailView);
  }

  async one(actor: Actor, id: string): Promise<EventMailView> {
    return eventMailView(await this.queries.one(actor, KIND, id));
  }

  /** Sends a mail to the delegates who pass a filter, now or at a London date and time. Pressed twice it is one. */
  async write(actor: Actor, wanted: NewEventMail): Promise<EventMailView> {
    const { eventId, key, subject, words, sendOn, sendTime, resourceIds = [] } = wanted;
    found(await this.database.repo(EventEntity).findOneBy({ id: eventId }));
    await this.letters.chosen(eventId, resourceIds);
    const id = await this.mailings.write(actor, frameOf(eventId), key, {
      ...{ subject, words, sendOn, sendTime, attachedIds: resourceIds },
      audience: { ...eventAudienceOf(wanted.audience ?? {}) },
    });
    return this.one(actor, id);
  }

  /** Changes one that waits for its time; of the filter, what is named. */
  async change(actor: Actor, id: string, change: EventMailChange): Promise<EventMailView> {
    const { eventId, audience } = await this.one(actor, id);
    const { subject, words, sendOn, sendTime, resourceIds } = change;
    if (resourceIds) await this.letters.chosen(eventId, resourceIds);
    await this.mailings.change(actor, frameOf(eventId), id, {
      ...(subject !== undefined && { subject }),
      ...(words !== undefined && { words }),
      ...{ sendOn, sendTime },
      ...(resourceIds && { attachedIds: resourceIds }),
      ...(change.audience && { audience: { ...eventAudienceOf({ ...audience, ...change.audience }) } }),
    });
    return this.one(actor, id);
  }

  async takeBack(actor: Actor, id: string): Promise<EventMailView> {
    await this.mailings.takeBack(actor, KIND, id);
    return this.one(actor, id);
  }
}

function frameOf(eventId: string): MailingFrame {
  return { kind: KIND, eventId, fields: MERGE_FIELDS };
}
