import { afterAll, afterEach, beforeAll, describe } from '@jest/globals';
import { OutboxWorker } from '@roundtable/platform';
import { ENGINES } from '@roundtable/schema/testing';
import { SMTPServer } from 'smtp-server';
import { Product } from './product';
import { type ReceivedMail, soundMail } from './sound-mail';

export type { ReadCalendar, ReceivedMail } from './sound-mail';

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
