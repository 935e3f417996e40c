import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { type Socket, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MessageEntity, openDataSource } from '@roundtable/platform';
import { MIGRATIONS, migrate } from '@roundtable/schema';
import { ENGINES, freshDatabase } from '@roundtable/schema/testing';
import type { DataSource } from 'typeorm';
import { MailServer, aQueuedMessage, dateOf, messageIdOf } from '../support/mail-server';

/** Worker processes of their own, killed with mail in their hands. `npm test` builds them first. */
describe.each(ENGINES)('a worker process, on %s', (engine) => {
  let folder: string;
  let url: string;
  let drop: () => Promise<void>;
  let source: DataSource;
  let server: MailServer;
  const workers: ChildProcess[] = [];

  beforeAll(async () => {
    const fresh = await freshDatabase(engine);
    ({ url, drop } = fresh);
    folder = mkdtempSync(join(tmpdir(), 'roundtable-worker-'));
    source = await openDataSource({ url, entities: [MessageEntity], migrations: MIGRATIONS });
    await migrate(source);
  });
  afterAll(async () => {
    await source.destroy();
    rmSync(folder, { recursive: true, force: true });
    await drop();
  });
  beforeEach(async () => {
    server = await new MailServer().open();
    await source.getRepository(MessageEntity).createQueryBuilder().delete().execute();
  });
  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => end(worker, 'SIGTERM')));
    await server.close();
  });

  const start = async (smtpUrl = server.url): Promise<ChildProcess> => {
    const worker = spawn(process.execPath, ['dist/api/cli.js', 'worker'], {
      env: {
        ...process.env,
        TEST_DATABASE_URL: undefined,
        DATABASE_URL: url,
        DATA_DIR: folder,
        LOG_LEVEL: 'silent',
        SMTP_URL: smtpUrl,
      },
    });
    workers.push(worker);
    let text = '';
    worker.stdout.on('data', (part: Buffer) => (text += String(part)));
    await until(() => text.includes('The worker is running'));
    return worker;
  };
  const end = async (worker: ChildProcess, signal: NodeJS.Signals): Promise<number | null> => {
    if (worker.exitCode !== null || worker.signalCode !== null) return worker.exitCode;
    const ended = new Promise<number | null>((resolve) => worker.once('exit', resolve));
    worker.kill(signal);
    return ended;
  };
  const until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
    for (let tries = 0; tries < 300 && !(await isSo()); tries += 1) await sleep(50);
  };
  const write = async (address: string, more: Partial<MessageEntity> = {}) => {
    const message = aQueuedMessage(address, more);
    await source.getRepository(MessageEntity).insert(message);
    return message;
  };
  const rowOf = ({ id }: { id: string }) => source.getRepository(MessageEntity).findOneByOrFail({ id });
  const isSent = async (message: { id: string }) => (await rowOf(message)).state === 'sent';
  /** As if the time of the lease had passed. */
  const leaseRunsOut = () =>
    source.getRepository(MessageEntity).update({ state: 'sending' }, { leaseUntil: new Date(Date.now() - 1000) });

  it('sends nothing twice where two of them are alive, and ends when it is told to', async () => {
    for (let n = 0; n < 40; n += 1) await write(`p${n}@person.example`);
    const both = await Promise.all([start(), start()]);
    const left = () => source.getRepository(MessageEntity).countBy({ state: 'queued' });
    await until(async () => (await left()) === 0 && server.received.length === 40);
    await sleep(300);
    expect([server.received.length, new Set(server.received.map(messageIdOf)).size]).toEqual([40, 40]);
    expect(await Promise.all(both.map((worker) => end(worker, 'SIGTERM')))).toEqual([0, 0]);
  }, 60_000);

  it('that is killed after it claimed a message leaves it to the next one, which sends it once', async () => {
    const open: Socket[] = [];
    const mute = createServer((socket) => open.push(socket));
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    const message = await write('claimed@person.example');
    const worker = await start(`smtp://127.0.0.1:${(mute.address() as { port: number }).port}`);
    await until(() => open.length > 0);
    expect((await rowOf(message)).state).toBe('sending');
    await end(worker, 'SIGKILL');
    open.forEach((socket) => socket.destroy());
    await new Promise((resolve) => mute.close(resolve));
    await start();
    await sleep(500);
    expect(server.received).toHaveLength(0);
    await leaseRunsOut();
    await until(() => isSent(message));
    expect([(await rowOf(message)).state, server.received.length]).toEqual(['sent', 1]);
  }, 60_000);

  it('that is killed while it hands a message over leads to the same mail once more at most', async () => {
    let worker: ChildProcess | null = null;
    const seen: { id: string; date: string }[] = [];
    server.beforeTaking = async (mail) => {
      seen.push({ id: messageIdOf(mail), date: dateOf(mail) });
      if (seen.length === 1) await end(worker!, 'SIGKILL');
    };
    const message = await write('handed@person.example', { dueAt: new Date(Date.now() + 1000) });
    worker = await start();
    await until(() => worker?.signalCode !== null);
    expect((await rowOf(message)).state).toBe('sending');
    await leaseRunsOut();
    await start();
    await until(() => isSent(message));
    expect([seen.length, seen[0]?.id, seen[1]]).toEqual([2, message.messageId, seen[0]]);
  }, 60_000);

  it('that is killed after the server took a message, and before that was marked, sends the same mail once more at most', async () => {
    const message = await write('taken@person.example', { dueAt: new Date(Date.now() + 1000) });
    const runner = source.createQueryRunner();
    server.beforeTaking = async () => {
      if (server.received.length > 0) return;
      // Holds back the mark, so that the server's 250 arrives and the mark does not.
      await runner.startTransaction();
      await runner.query('UPDATE messages SET subject = ? WHERE id = ?', [message.subject, message.id]);
    };
    const worker = await start();
    await until(() => server.received.length === 1);
    await sleep(300);
    await end(worker, 'SIGKILL');
    await runner.rollbackTransaction();
    await runner.release();
    expect((await rowOf(message)).state).toBe('sending');
    await leaseRunsOut();
    await start();
    await until(() => isSent(message));
    expect(server.received.map((mail) => [messageIdOf(mail), dateOf(mail)])).toEqual(
      Array(2).fill([message.messageId, dateOf(server.received[0]!)]),
    );
  }, 60_000);
});
