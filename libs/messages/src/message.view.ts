import type { MessageView } from '@roundtable/contracts';
import type { MessageEntity } from '@roundtable/platform';

export function messageView(message: MessageEntity, bookingId: string | null): MessageView {
  return {
    id: message.id,
    kind: message.kind,
    state: message.state,
    toName: message.toName,
    toAddress: message.toAddress,
    subject: message.subject,
    text: message.textBody,
    html: message.htmlBody,
    calendar: message.calendar,
    bookingId,
    createdAt: message.createdAt.toISOString(),
    sentAt: message.sentAt?.toISOString() ?? null,
    lastError: message.lastError,
    attempts: message.attempts,
    nextTryAt: message.state === 'queued' ? message.dueAt.toISOString() : null,
  };
}
