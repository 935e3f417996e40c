import type { ProblemCode } from '@roundtable/contracts';
import type { MessageEntity } from '@roundtable/platform';

/** What is known of a message that is to go out again. */
export interface ResendingFacts {
  message: Pick<MessageEntity, 'state' | 'textBody' | 'toAddress' | 'sentAt'>;
  hasMailServer: boolean;
  /** Carries a link or a code that works once, and whether that still works. */
  secret: 'none' | 'works' | 'spent';
  /** A later message about the same thing carries a newer calendar entry. */
  isOvertaken: boolean;
  /** It is of a kind that its reader asked to get no more. */
  isUnwanted: boolean;
  /** Mail to the address that its reader has now came back. */
  isAddressBounced: boolean;
}

/** Why a message cannot go out again; null where it can. */
export function resendingProblem(facts: ResendingFacts): ProblemCode | null {
  const { message, hasMailServer, secret, isOvertaken, isUnwanted, isAddressBounced } = facts;
  if (message.state === 'queued' || message.state === 'sending') return 'messages.on-its-way';
  if (message.textBody === '' || message.toAddress === '') return 'messages.nothing-left';
  // One that came back is said to have failed, and was sent all the same.
  const wasSent = message.state === 'sent' || message.sentAt !== null;
  // The text of a secret mail is taken out once it is sent, so there is nothing to send again.
  if (secret === 'spent' || (secret === 'works' && wasSent)) return 'messages.secret-spent';
  if (isUnwanted) return 'messages.unsubscribed';
  if (isOvertaken) return 'messages.overtaken';
  if (isAddressBounced) return 'messages.address-bounced';
  return hasMailServer ? null : 'messages.no-mail-server';
}
