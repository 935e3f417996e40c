import { type Server, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  BouncedAddresses,
  MessageEntity,
  OutboxWorker,
  type SendingPace,
  SettingEntity,
  USUAL_PACE,
} from '@roundtable/platform';
import { ENGINES } from '@roundtable/schema/testing';
import { MailServer, aQueuedMessage, dateOf, messageIdOf } from '../support/mail-server';
import { Product } from '../support/product';

const MINUTE = 60_000;

describe.each(ENGINES)('mail that does not go out at once, on %s', (engine) => {
  const product = new Product();
  let server: MailServer;
  let now: number;
  const workers: OutboxWorker[] = [];

  beforeAll(() => product.open(engine, { SMTP_URL: 'smtp://127.0.0.1:9' }));
  afterAll(() => product.close());
  beforeEach(async () => {
    server = await new MailServer().open();
    now = Date.now() + 1000;
    await messages().createQueryBuilder().delete().execute();
  });
  afterEach(async () => {
    workers.splice(0).forEach((worker) => worker.onModuleDestroy());
    await server.close();
  });

  const messages = () => product.database.repo(MessageEntity);
  const aWorker = (pace: Partial<SendingPace> = {}, smtpUrl = server.url) => {
    const worker = new OutboxWorker(product.database, { ...product.config, smtpUrl }, { now: () => now, ...pace });
    workers.push(worker);
    return worker;
  };
  const write = async (toAddress: string, more: Partial<MessageEntity> = {}) => {
    const message = aQueuedMessage(toAddress, more);
    await messages().insert(message);
    return message;
  };
  const rowOf = ({ id }: { id: string }) => messages().findOneByOrFail({ id });
  const inOrder = () => messages().find({ order: { dueAt: 'ASC', id: 'ASC' } });

  describe('while the mail server is away for an hour', () => {
    let away: Server;
    let connections = 0;

    it('waits as a whole, uses up no try, asks seldom, and goes out in the order in which it fell due', async () => {
      await server.close();
      away = createServer((socket) => {
        connections += 1;
        socket.destroy();
      });
      await new Promise<void>((resolve) => away.listen(server.port, '127.0.0.1', resolve));
      for (let n = 0; n < 30; n += 1)
        await write(`p${n}@person.example`, { dueAt: new Date(now - ((n * 7) % 30) * 1000) });
      const expected = (await inOrder()).map(({ toAddress }) => toAddress);
      const worker = aWorker();
      for (let tick = 0; tick < 120; tick += 1) {
        expect(await worker.drain()).toBe(0);
        now += MINUTE / 2;
      }
      const waiting = await inOrder();
      expect(waiting.map(({ toAddress }) => toAddress)).toEqual(expected);
      expect(new Set(waiting.map(({ state, attempts }) => `${state} ${attempts}`))).toEqual(new Set(['queued 0']));
      expect(waiting[0]?.lastError).toMatch(/^The mail server could not be used \(\w+\)\. All mail waits/);
      // Once every two minutes, by the pool, which asks twice, and once more to be sure.
      expect(connections).toBeLessThan(150);
      await new Promise((resolve) => away.close(resolve));
      await server.open();
      now += 2 * MINUTE;
      expect(await worker.drain()).toBe(30);
      expect(server.received.map(({ to }) => to)).toEqual(expected);
      expect(new Set((await inOrder()).map(({ state, attempts }) => `${state} ${attempts}`))).toEqual(
        new Set(['sent 1']),
      );
    }, 60_000);

    it('waits as well where our name and password are refused', async () => {
      const picky = await new MailServer({
        authOptional: false,
        allowInsecureAuth: true,
        disabledCommands: ['STARTTLS'],
        onAuth: (_auth, _session, done) => done(Object.assign(new Error('5.7.8 No'), { responseCode: 535 })),
      }).open();
      const message = await write('pat@person.example');
      const worker = aWorker({}, `smtp://us:wrong@127.0.0.1:${picky.port}`);
      expect(await worker.drain()).toBe(0);
      expect(await rowOf(message)).toMatchObject({ state: 'queued', attempts: 0 });
      worker.onModuleDestroy();
      await picky.close();
    });
  });

  describe('to an address that the mail server refuses', () => {
    it('fails with what was said and what to do, marks the address, and holds up nobody else', async () => {
      server.refusal = (to) => (to.startsWith('gone') ? '550 5.1.1 No such user here' : null);
      const others = [await write('one@person.example'), await write('two@person.example')];
      const refused = await write('gone@person.example', { dueAt: new Date(now - MINUTE) });
      const worker = aWorker();
      expect(await worker.drain()).toBe(2);
      const row = await rowOf(refused);
      expect(row.state).toBe('failed');
      expect(row.lastError).toBe(
        `This address does not work: "550 5.1.1 No such user here". Correct it on the person's page, then send this again.`,
      );
      for (const other of others) expect((await rowOf(other)).state).toBe('sent');

      server.refusal = () => null;
      const later = await write('Gone@person.example');
      const proof = await write('gone@person.example', { kind: 'proof.sign-in' });
      server.asked.length = 0;
      expect(await worker.drain()).toBe(1);
      expect([(await rowOf(later)).state, (await rowOf(proof)).state, server.asked]).toEqual([
        'failed',
        'sent',
        ['gone@person.example'],
      ]);
      expect((await rowOf(later)).lastError).toContain('mail to it came back with "550 5.1.1 No such user here"');
      await product.app.get(BouncedAddresses).clear('gone@person.example');
    });

    it.each(['550 5.7.1 Looks like spam', '552 5.2.2 Mailbox full', '550 5.1.8 Bad sender', '550 No'])(
      'does not blame the address for: %s',
      async (answer) => {
        server.refusal = () => answer;
        const message = await write('fine@person.example');
        await aWorker().drain();
        const row = await rowOf(message);
        expect([row.state, row.lastError?.includes(answer)]).toEqual(['failed', true]);
        expect(await product.app.get(BouncedAddresses).of('fine@person.example')).toBeNull();
      },
    );
  });

  it('is tried again where the server says: not yet (greylisting), and nothing else waits for it', async () => {
    server.refusal = (to) => (to.startsWith('grey') && server.asked.length < 2 ? '451 4.7.1 Try again later' : null);
    const grey = await write('grey@person.example', { dueAt: new Date(now - MINUTE) });
    await write('other@person.example');
    const worker = aWorker();
    expect(await worker.drain()).toBe(1);
    expect(await rowOf(grey)).toMatchObject({ state: 'queued', attempts: 1, dueAt: new Date(now + MINUTE) });
    expect(await worker.drain()).toBe(0);
    now += MINUTE;
    expect(await worker.drain()).toBe(1);
    expect(await rowOf(grey)).toMatchObject({ state: 'sent', attempts: 2, lastError: null });
  });

  it('is given up after twelve tries, with what was said the last time', async () => {
    server.refusal = () => '451 4.3.0 Never now';
    const message = await write('never@person.example', { attempts: 11 });
    await aWorker().drain();
    const row = await rowOf(message);
    expect([row.state, row.lastError]).toEqual([
      'failed',
      expect.stringMatching(/"451 4\.3\.0 Never now"\. That was the last of 12 tries\. Send it again/),
    ]);
  });

  it('is sent once more, as the same mail, where the server hangs up in the middle of it', async () => {
    let times = 0;
    const seen: { id: string; date: string }[] = [];
    server.beforeTaking = async (mail, hangUp) => {
      seen.push({ id: messageIdOf(mail), date: dateOf(mail) });
      times += 1;
      if (times > 1) return;
      hangUp();
      throw new Error('hung up');
    };
    const message = await write('broken@person.example');
    const worker = aWorker();
    expect(await worker.drain()).toBe(0);
    const row = await rowOf(message);
    expect([row.state, row.attempts]).toEqual(['queued', 1]);
    expect(row.lastError).toMatch(/^The connection broke off while this went out/);
    now += MINUTE;
    expect(await worker.drain()).toBe(1);
    expect([seen.length, seen[0]?.id, seen[1]]).toEqual([2, message.messageId, seen[0]]);
  });

  it('is not taken over by another worker while a slow server still reads it', async () => {
    server.beforeTaking = () => sleep(1200);
    await write('slow@person.example');
    // The lease alone would run out four times meanwhile.
    const pace = { now: () => Date.now() + 1000, leaseMs: 300, renewMs: 60 };
    const [first, second] = [aWorker(pace), aWorker(pace)];
    const sending = first.drain();
    let taken = 0;
    for (let n = 0; n < 10; n += 1) {
      await sleep(100);
      taken += await second.drain();
    }
    expect([await sending, taken, server.received.length]).toEqual([1, 0, 1]);
  });

  it('holds a lease longer than all time-outs together, and renews it in time', () => {
    const { connectMs, greetingMs, silenceMs, leaseMs, renewMs } = USUAL_PACE;
    // The host's name is looked up within the time for connecting.
    expect(2 * connectMs + greetingMs + silenceMs).toBeLessThan(leaseMs);
    expect(2 * renewMs).toBeLessThan(leaseMs);
  });

  it('goes to one domain no faster than is set, by two workers together, and to others meanwhile', async () => {
    await product.database.repo(SettingEntity).insert({ name: 'mail.perDomainAndMinute', value: 3 as never });
    now = (Math.floor(now / MINUTE) + 1) * MINUTE;
    for (let n = 0; n < 8; n += 1)
      await write(`p${n}@Council.example`, { dueAt: new Date(now - MINUTE + n), createdAt: new Date(now) });
    for (let n = 0; n < 4; n += 1) await write(`p${n}@d${n % 2}.example`, { dueAt: new Date(now - 1000) });
    const [one, other] = [aWorker(), aWorker()];
    const council = () => server.received.map(({ to }) => to).filter((to) => to.toLowerCase().includes('council'));
    expect((await one.drain()) + (await other.drain())).toBe(7);
    expect(council()).toHaveLength(3);
    now += MINUTE;
    expect(await one.drain()).toBe(3);
    now += MINUTE;
    expect((await other.drain()) + (await one.drain())).toBe(2);
    expect(council().map((to) => to.slice(0, 2))).toEqual(['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7']);
    await product.database.repo(SettingEntity).delete({ name: 'mail.perDomainAndMinute' });
  });

  it('does not hold up others where the server is slow with it, and still reaches one reader in order', async () => {
    server.beforeTaking = (mail) => sleep(mail.to.startsWith('slow') && server.received.length < 3 ? 2000 : 0);
    const slow = await write('slow@person.example', { dueAt: new Date(now - 3000) });
    for (let n = 0; n < 3; n += 1) await write(`quick${n}@person.example`, { dueAt: new Date(now - 2000 + n) });
    const after = await write('slow@person.example', { dueAt: new Date(now - 1000) });
    expect(await aWorker({ patienceMs: 500 }).drain()).toBe(5);
    expect(server.received.map(({ to }) => to.replace('@person.example', ''))).toEqual([
      'quick0',
      'quick1',
      'quick2',
      'slow',
      'slow',
    ]);
    expect(server.received.slice(3).map(messageIdOf)).toEqual([slow.messageId, after.messageId]);
  });

  it('shows in the metrics', async () => {
    await write('waiting@person.example', { dueAt: new Date(Date.now() - 90_000) });
    await write('failed@person.example', { state: 'failed' });
    const { text } = await product.ask('GET', '/metrics');
    expect(text).toMatch(/^roundtable_outbox_waiting 1$/m);
    expect(text).toMatch(/^roundtable_outbox_failed 1$/m);
    expect(Number(/^roundtable_outbox_oldest_due_seconds ([\d.]+)$/m.exec(text)?.[1])).toBeGreaterThan(89);
  });
});
