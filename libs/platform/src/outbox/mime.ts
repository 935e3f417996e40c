import MailComposer from 'nodemailer/lib/mail-composer';
import type { Config } from '../config';
import type { MessageEntity } from './message.entity';

/** A stored message in the form nodemailer takes; the same for sending and for showing. */
export function mailOf(message: MessageEntity, config: Config) {
  return {
    from: config.mailFrom,
    to: { name: message.toName, address: message.toAddress },
    subject: message.subject,
    text: message.textBody,
    html: message.htmlBody,
    messageId: message.messageId,
    date: message.createdAt,
    headers: { 'Auto-Submitted': 'auto-generated', ...unsubscribeHeaders(message, config) },
    disableFileAccess: true,
    disableUrlAccess: true,
    alternatives: message.calendar
      ? [{ contentType: `text/calendar; method=${message.calendarMethod}; charset=UTF-8`, content: message.calendar }]
      : [],
  };
}

/** How mail programmes offer to end such mails: by one POST (RFC 8058), or by a mail to the training mailbox. */
function unsubscribeHeaders({ unsubscribeUrl }: MessageEntity, config: Config): Record<string, string> {
  if (!unsubscribeUrl) return {};
  const byMail = config.hasMailbox ? [`<mailto:${config.mailFrom.address}?subject=unsubscribe>`] : [];
  return {
    'List-Unsubscribe': [`<${unsubscribeUrl}>`, ...byMail].join(', '),
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}

/** The whole mail as it goes out, headers included. */
export function mimeOf(message: MessageEntity, config: Config): Promise<Buffer> {
  return new MailComposer(mailOf(message, config)).compile().build();
}
