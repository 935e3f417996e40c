import { type SimpleParserOptions, simpleParser } from 'mailparser';
import { quoted } from '../sending-rules';

/** What a mail server says became of a mail that it had taken (RFC 3464). */
export interface DeliveryReport {
  /** Of the mail that it is about; empty where the report does not say. */
  messageId: string;
  /** Given up for good, whatever else may be tried: a report of a delay is none. */
  isGivenUp: boolean;
  /** Mail to this address will not arrive another time either. */
  isAddressAtFault: boolean;
  said: string;
}

type Fields = Map<string, string>;

const PARSING: SimpleParserOptions & { keepDeliveryStatus: boolean } = {
  skipHtmlToText: true,
  skipTextToHtml: true,
  skipTextLinks: true,
  skipImageLinks: true,
  keepDeliveryStatus: true,
};
const ORIGINALS = ['message/rfc822', 'message/global', 'text/rfc822-headers', 'message/global-headers'];

/** Reads a returned mail; null where this is no delivery report. */
export async function deliveryReport(source: Buffer): Promise<DeliveryReport | null> {
  const mail = await simpleParser(source, PARSING);
  const partOf = (types: string[]) =>
    mail.attachments.find(({ contentType }) => types.includes(contentType.toLowerCase()))?.content.toString('utf8');
  const status = partOf(['message/delivery-status', 'message/global-delivery-status']);
  if (status === undefined) return null;
  const recipient = aboutRecipient(status);
  if (!recipient) return null;
  const original = fieldsOf(partOf(ORIGINALS)?.split(/\r?\n\r?\n/)[0] ?? '');
  const code = /^\d\.\d{1,3}\.\d{1,3}/.exec(recipient.get('status') ?? '')?.[0] ?? '';
  const isGivenUp = recipient.get('action')?.toLowerCase() === 'failed';
  const words = (recipient.get('diagnostic-code') ?? '').replace(/^[\w-]+\s*;\s*/, '');
  return {
    messageId: original.get('message-id') ?? mail.inReplyTo ?? '',
    isGivenUp,
    isAddressAtFault: isGivenUp && isOfTheMailbox(code),
    said: quoted(words || code || 'returned without a reason'),
  };
}

/**
 * Whether a status (RFC 3463) speaks against the mailbox for good: no such one, moved, disabled, no way to its domain,
 * or no reason given. Not a full one, and not what the mail's size, words or sender caused.
 */
function isOfTheMailbox(status: string): boolean {
  return /^5\.(0\.\d+|1\.(?![78]$)\d+|2\.[01]|4\.\d+)$/.test(status);
}

/** The fields about the recipient; of several, those of one that was given up. The first block is about the report. */
function aboutRecipient(status: string): Fields | undefined {
  const blocks = status
    .split(/\r?\n\s*\r?\n/)
    .map(fieldsOf)
    .filter((fields) => fields.has('final-recipient') || fields.has('original-recipient'));
  return blocks.find((fields) => fields.get('action')?.toLowerCase() === 'failed') ?? blocks[0];
}

function fieldsOf(block: string): Fields {
  const lines = block.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  return new Map(
    lines.flatMap((line): [string, string][] => {
      const [, name, value] = /^([!-9;-~]+):\s*(.*)$/.exec(line) ?? [];
      return name && value !== undefined ? [[name.toLowerCase(), value.trim()]] : [];
    }),
  );
}
