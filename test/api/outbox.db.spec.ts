import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MessageEntity, Outbox, OutboxWorker } from '@roundtable/platform';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { ENGINES } from '@roundtable/schema/testing';
import { Product } from '../support/product';

const LETTER = { subject: 'Place booked: A course', opening: ['You have a place.'] };

describe.each(ENGINES)('the outbox on %s', (engine) => {
  const product = new Product();
  const received: string[] = [];
  let server: SMTPServer;
  let refusal: { responseCode: number } | null = null;

  beforeAll(async () => {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onRcptTo: (_address, _session, done) => done(refusal ? Object.assign(new Error('not now'), refusal) : null),
      onData: (stream, _session, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          received.push(Buffer.concat(parts).toString());
          done();
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as { port: number };
    await product.open(engine, { SMTP_URL: `smtp://127.0.0.1:${port}` });
  });
  afterAll(async () => {
    await product.close();
    await new Promise<void>((resolve) => server.close(resolve));
  });
  beforeEach(() => {
    received.length = 0;
    refusal = null;
  });

  const write = (regarding: string, to = 'Pat Practitioner') =>
    product.app.get(Outbox).write({
      kind: 'test',
      regarding,
      occurrence: '1',
      to: { personId: 'p', name: to, address: 'pat@person.example' },
      letter: LETTER,
    });
  const stateOf = (regarding: string) => product.database.repo(MessageEntity).findOneByOrFail({ regarding });

  it('sends a message once, as it was written, with its own Message-ID', async () => {
    await write('first');
    const worker = product.app.get(OutboxWorker);
    expect(await worker.drain()).toBe(1);
    expect(await worker.drain()).toBe(0);
    const mail = await simpleParser(received[0]!);
    const row = await stateOf('first');
    expect([row.state, mail.messageId, mail.subject]).toEqual(['sent', row.messageId, LETTER.subject]);
    expect(mail.text).toContain('You have a place.');
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
  });

  it('is sent by one of two workers that drain at once', async () => {
    for (let n = 0; n < 12; n += 1) await write(`shared-${n}`);
    const other = new OutboxWorker(product.database, product.config);
    const sent = await Promise.all([product.app.get(OutboxWorker).drain(), other.drain()]);
    other.onModuleDestroy();
    expect([
      sent[0] + sent[1],
      received.length,
      new Set(received.map((text) => /message-id: (.*)/i.exec(text)?.[1])).size,
    ]).toEqual([12, 12, 12]);
  });

  it('writes the same message only once', async () => {
    await write('again');
    await write('again');
    expect(await product.database.repo(MessageEntity).countBy({ regarding: 'again' })).toBe(1);
  });

  it('keeps for later what is refused for now, and gives up with a reason on what is refused for good', async () => {
    await product.app.get(OutboxWorker).drain();
    refusal = { responseCode: 451 };
    await write('later');
    await product.app.get(OutboxWorker).drain();
    const later = await stateOf('later');
    expect([later.state, later.attempts, later.dueAt > new Date()]).toEqual(['queued', 1, true]);
    refusal = { responseCode: 550 };
    await write('never');
    await product.app.get(OutboxWorker).drain();
    const never = await stateOf('never');
    expect([never.state, never.lastError]).toEqual(['failed', expect.stringContaining('refused it')]);
  });

  it('is not written when what it tells did not happen', async () => {
    const failing = product.database.transaction(async () => {
      await write('undone');
      throw new Error('the use case failed');
    });
    await expect(failing).rejects.toThrow('the use case failed');
    expect(await product.database.repo(MessageEntity).countBy({ regarding: 'undone' })).toBe(0);
  });

  it('cannot be led astray by line breaks in a name', async () => {
    await write('hostile', 'Pat\r\nBcc: everybody@person.example');
    await product.app.get(OutboxWorker).drain();
    const mail = await simpleParser(received.find((text) => text.includes('everybody@'))!);
    expect([
      mail.bcc,
      [mail.to]
        .flat()
        .map((to) => to?.value.map((one) => one.address))
        .flat(),
    ]).toEqual([undefined, ['pat@person.example']]);
  });
});
