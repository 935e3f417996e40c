import type { MailingEntity } from './mailing.entity';

/** What the log keeps of a mailing: who it is for and when it goes, never what it says. */
export function traceOf({ eventId, audience, attachedIds, sendAt }: MailingEntity): Record<string, unknown> {
  return { eventId, audience, attachedIds, sendAt: sendAt.toISOString() };
}
