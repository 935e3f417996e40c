import type { MessageEntity } from './message.entity';

/** Kinds of mail that carry what signs somebody in start with this. */
const SECRET_KINDS = 'proof.';
const WORDS = 'This mail carries a link or a code that is for its reader alone, so its text is not shown.';

/** What stands in the place of a body that would let its reader be somebody else. */
export const CONCEALED = { textBody: `${WORDS}\n`, htmlBody: `<p>${WORDS}</p>` };

/** Whether a mail carries a link or a code that proves who somebody is. */
export function carriesSecret(message: Pick<MessageEntity, 'kind'>): boolean {
  return message.kind.startsWith(SECRET_KINDS);
}

/**
 * A message as somebody else may read it: without the text of a mail that would let them sign in as its reader. Mail
 * that is kept because no mail server is set is shown, as there is no other way to read it.
 */
export function withoutSecret<Message extends Pick<MessageEntity, 'kind' | 'state' | 'textBody' | 'htmlBody'>>(
  message: Message,
): Message {
  return carriesSecret(message) && message.state !== 'kept' ? { ...message, ...CONCEALED } : message;
}
