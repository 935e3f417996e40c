import type { EventMailView, ProgrammeMailingView } from '@roundtable/contracts';
import { type MessageEntity, londonDate, londonTime } from '@roundtable/platform';
import { eventAudienceOf } from '../event-mails/event-audience';
import { programmeAudienceOf } from '../programme/programme-audience';
import type { MailingEntity } from './mailing.entity';

export interface MailingParts {
  mailing: MailingEntity;
  states: ReadonlyMap<MessageEntity['state'], number>;
  writtenByName: string;
}

export function eventMailView(parts: MailingParts): EventMailView {
  const { mailing } = parts;
  return {
    ...factsOf(parts),
    eventId: mailing.eventId ?? '',
    audience: eventAudienceOf(mailing.audience),
    resourceIds: mailing.attachedIds,
  };
}

export function programmeMailingView(parts: MailingParts): ProgrammeMailingView {
  const { mailing } = parts;
  return {
    ...factsOf(parts),
    audience: programmeAudienceOf(mailing.audience),
    eventIds: mailing.attachedIds,
  };
}

function factsOf({ mailing, states, writtenByName }: MailingParts) {
  const count = (state: MessageEntity['state']): number => states.get(state) ?? 0;
  return {
    id: mailing.id,
    subject: mailing.subject,
    words: mailing.words,
    state: mailing.state,
    sendAt: mailing.sendAt.toISOString(),
    sendOn: londonDate(mailing.sendAt),
    sendTime: londonTime(mailing.sendAt),
    sentAt: mailing.sentAt?.toISOString() ?? null,
    recipients: mailing.recipients,
    mails: {
      kept: count('kept'),
      queued: count('queued') + count('sending'),
      sent: count('sent'),
      failed: count('failed'),
    },
    writtenByName,
    writtenAt: mailing.writtenAt.toISOString(),
  };
}
