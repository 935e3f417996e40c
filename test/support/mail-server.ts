import { type MessageEntity, newId } from '@roundtable/platform';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface ReceivedMail {
  to: string;
  text: string;
}

/** A real mail server on this machine, whose behaviour a test sets and changes. */
export class MailServer {
  port = 0;
  readonly received: ReceivedMail[] = [];
  /** Every recipient that was named, refused ones too. */
  readonly asked: string[] = [];
  /** Answers a refusal such as '550 5.1.1 No such user', or null; by default nobody is refused. */
  refusal: (to: string) => string | null = () => null;
  /** Runs once the whole mail is here, before the server says that it took it. */
  beforeTaking: (mail: ReceivedMail, hangUp: () => void) => Promise<void> = () => Promise.resolve();
  private server: SMTPServer | null = null;

  constructor(private readonly options: SMTPServerOptions = {}) {}

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  async open(): Promise<this> {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      closeTimeout: 10,
      onRcptTo: ({ address }, _session, done) => {
        this.asked.push(address);
        const [, code, words] = /^(\d{3}) (.*)$/.exec(this.refusal(address) ?? '') ?? [];
        done(code ? Object.assign(new Error(words), { responseCode: Number(code) }) : null);
      },
      onData: (stream, session, done) => {
        const parts: Buffer[] = [];
        const to = session.envelope.rcptTo[0]?.address ?? '';
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          const mail = { to, text: Buffer.concat(parts).toString() };
          const connection = [...((this.server as unknown as Connections).connections ?? [])].find(
            ({ id }) => id === session.id,
          );
          this.beforeTaking(mail, () => connection?._socket.destroy()).then(
            () => {
              this.received.push(mail);
              done();
            },
            () => done(new Error('451 Not now')),
          );
        });
      },
      ...this.options,
    });
    // A client that hangs up, or is killed, is no error of the test.
    this.server.on('error', () => undefined);
    await new Promise<void>((resolve) => this.server!.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.server.server.address() as { port: number }).port;
    return this;
  }

  async close(): Promise<void> {
    const { server } = this;
    this.server = null;
    if (server) await new Promise<void>((resolve) => server.close(resolve));
  }
}

interface Connections {
  connections: Set<{ id: string; _socket: { destroy(): void } }>;
}

export const messageIdOf = ({ text }: ReceivedMail): string => /^message-id: (.*)$/im.exec(text)?.[1]?.trim() ?? '';
export const dateOf = ({ text }: ReceivedMail): string => /^date: (.*)$/im.exec(text)?.[1]?.trim() ?? '';

/** A message in line, as the outbox writes it. */
export function aQueuedMessage(toAddress: string, more: Partial<MessageEntity> = {}): MessageEntity {
  const id = newId();
  const now = new Date();
  return {
    id,
    kind: 'test',
    uniqueKey: `test|${id}|1`,
    regarding: null,
    personId: null,
    toName: 'Pat Practitioner',
    toAddress,
    subject: 'Place booked: A course',
    textBody: 'You have a place.\n',
    htmlBody: '<p>You have a place.</p>',
    calendar: null,
    calendarMethod: null,
    mailingId: null,
    unsubscribeUrl: null,
    messageId: `<${id}@roundtable.example>`,
    state: 'queued',
    attempts: 0,
    dueAt: now,
    leaseUntil: null,
    leaseHolder: null,
    lastError: null,
    createdAt: now,
    sentAt: null,
    ...more,
  };
}
