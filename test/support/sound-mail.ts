import { expect } from '@jest/globals';
import { type Config, type Database, MessageEntity, mimeOf } from '@roundtable/platform';
import ICAL from 'ical.js';
import { type ParsedMail, simpleParser } from 'mailparser';
import { soundLines } from './calendar-file';

/** A calendar file as the program of whoever got it reads it. */
export interface ReadCalendar {
  method: string;
  uid: string;
  sequence: number;
  startsAt: string;
  endsAt: string;
  status: string;
  attendees: string[];
  /** The file itself, byte for byte. */
  text: string;
}

export interface ReceivedMail {
  to: string;
  subject: string;
  parsed: ParsedMail;
  raw: string;
  calendar: ReadCalendar | null;
}

const addressesOf = (field: ParsedMail['to']): string[] =>
  [field ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address ?? ''));

/** Reads a mail as it came in, and holds it against what is true of every mail. */
export async function soundMail(raw: Buffer, from: string): Promise<ReceivedMail> {
  const parsed = await simpleParser(raw);
  const [to, ...others] = addressesOf(parsed.to);
  expect([others, parsed.cc, parsed.bcc, addressesOf(parsed.from)]).toEqual([[], undefined, undefined, [from]]);
  expect(parsed.headers.get('auto-submitted')).toBe('auto-generated');
  expect([parsed.messageId, parsed.subject, parsed.text?.trim()]).not.toContain('');
  const parts = [...raw.toString('latin1').matchAll(/^content-type:\s*text\/calendar(?:[^\r\n]|\r\n[ \t])*/gim)];
  const files = parsed.attachments.filter(({ contentType }) => contentType === 'text/calendar');
  expect([parts.length, parsed.attachments.length]).toEqual([files.length, files.length]);
  expect(files.length).toBeLessThan(2);
  const mail = { to: to ?? '', subject: parsed.subject ?? '', parsed, raw: raw.toString(), calendar: null };
  const file = files[0];
  if (!file) return mail;
  const { params } = file.headers.get('content-type') as { params: Record<string, string> };
  expect(params['charset']?.toLowerCase()).toBe('utf-8');
  const calendar = soundCalendar(file.content, { organizer: from, attendee: mail.to });
  expect(params['method']).toBe(calendar.method);
  return { ...mail, calendar };
}

/** Reads a calendar file that came by mail, and holds it against what is true of each of them. */
function soundCalendar(bytes: Buffer, who: { organizer: string; attendee: string }): ReadCalendar {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  soundLines(text);
  const root = new ICAL.Component(ICAL.parse(text) as never);
  const entries = root.getAllSubcomponents('vevent');
  expect([entries.length, root.getAllSubcomponents().length]).toEqual([1, 1]);
  const entry = entries[0]!;
  const event = new ICAL.Event(entry);
  const attendees = event.attendees.map((one) => String(one.getFirstValue()).replace(/^mailto:/i, ''));
  expect([attendees, event.organizer.replace(/^mailto:/i, '')]).toEqual([[who.attendee], who.organizer]);
  for (const party of [...event.attendees, entry.getFirstProperty('organizer')!])
    expect(String(party.getParameter('cn') ?? '')).not.toMatch(/["\r\n]/);
  const method = String(root.getFirstPropertyValue('method'));
  const status = String(entry.getFirstPropertyValue('status'));
  expect([
    ['REQUEST', 'CONFIRMED'],
    ['CANCEL', 'CANCELLED'],
  ]).toContainEqual([method, status]);
  return {
    method,
    uid: event.uid,
    sequence: Number(event.sequence),
    startsAt: event.startDate.toJSDate().toISOString(),
    endsAt: event.endDate.toJSDate().toISOString(),
    status,
    attendees,
    text,
  };
}

/** Mails of one suite that are read at its end. */
const MOST = 200;

/**
 * Reads the newest mails that the product wrote in a suite, as they go out, and holds each against what is true of
 * every mail. Rows that a test made up by itself, and those whose text or reader was erased, are left out.
 */
export async function writtenMailsAreSound(database: Database, config: Config): Promise<void> {
  const written = await database.repo(MessageEntity).find({ order: { id: 'DESC' }, take: MOST });
  for (const message of written) {
    const isOurs = message.messageId.startsWith(`<${message.id}@`) && !message.kind.startsWith('test');
    if (isOurs && message.textBody && message.toAddress)
      await soundMail(await mimeOf(message, config), config.mailFrom.address);
  }
}
