import { afterAll, afterEach, beforeAll, describe, expect } from '@jest/globals';
import { OutboxWorker } from '@roundtable/platform';
import { ENGINES } from '@roundtable/schema/testing';
import ICAL from 'ical.js';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { soundLines } from './calendar-file';
import { Product } from './product';

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

/** What came in at a mail server of its own. Everything that comes in must be sound, whatever the test is about. */
export class ReceivedMails {
  private readonly raw: Buffer[] = [];
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, _session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        this.raw.push(Buffer.concat(parts));
        done();
      });
    },
  });

  constructor(private readonly product: Product) {}

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `smtp://127.0.0.1:${(this.server.server.address() as { port: number }).port}`;
  }

  close(): Promise<void> {
    return new Promise<void>((resolve) => this.server.close(resolve));
  }

  /** Sends what waits and answers what came in since the last time, in the order in which it was written. */
  async next(): Promise<ReceivedMail[]> {
    await this.product.app.get(OutboxWorker).drain();
    const mails: ReceivedMail[] = [];
    for (const raw of this.raw.splice(0)) mails.push(await soundMail(raw, this.product.config.mailFrom.address));
    return mails.sort((one, other) => idOf(one).localeCompare(idOf(other)));
  }
}

/** A Message-ID is made of the message's id, and later ids sort later. */
const idOf = ({ parsed }: ReceivedMail): string => parsed.messageId ?? '';

const addressesOf = (field: ParsedMail['to']): string[] =>
  [field ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address ?? ''));

/** Reads a mail as it came in, and holds it against what is true of every mail. */
async function soundMail(raw: Buffer, from: string): Promise<ReceivedMail> {
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

/** Runs a suite once for each engine on the whole product, with a mail server that receives what is sent. */
export function onTheProductWithMail(suite: (product: Product, mails: ReceivedMails) => void): void {
  for (const engine of ENGINES)
    describe(`on ${engine}`, () => {
      const product = new Product();
      const mails = new ReceivedMails(product);
      beforeAll(async () => product.open(engine, { SMTP_URL: await mails.open() }));
      afterEach(() => mails.next());
      afterAll(async () => {
        await product.close();
        await mails.close();
      });
      suite(product, mails);
    });
}
