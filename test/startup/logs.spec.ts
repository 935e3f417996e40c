import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const EMAIL = /[\w.+-]+@[\w-]+\.[\w.-]+/g;
const TYPED = 'zebedee.typed@person.example';

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

/** The built server with the demonstration, at the log level that says most of what happens. */
describe('the log at level info', () => {
  let folder: string;
  let port: number;
  let server: ChildProcess;
  let ended: Promise<unknown>;
  let text = '';

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'roundtable-logs-'));
    port = await freePort();
    server = spawn(process.execPath, ['dist/api/main.js'], {
      env: {
        ...process.env,
        DATABASE_URL: undefined,
        TEST_DATABASE_URL: undefined,
        LOG_LEVEL: 'info',
        DATA_DIR: folder,
        PORT: String(port),
      },
    });
    ended = new Promise((resolve) => server.once('exit', resolve));
    server.stdout?.on('data', (part: Buffer) => (text += String(part)));
    server.stderr?.on('data', (part: Buffer) => (text += String(part)));
    for (let tries = 0; tries < 150 && !text.includes('Demonstration accounts'); tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 200));
  });
  afterAll(async () => {
    server.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });

  it('tells of every request, and of nobody: no address, no name, nothing that was typed', async () => {
    const at = (path: string) => `http://127.0.0.1:${port}${path}`;
    const json = { 'content-type': 'application/json' };
    const signIn = (email: string, password: string) =>
      fetch(at('/api/session'), { method: 'POST', headers: json, body: JSON.stringify({ email, password }) });
    const accounts = text.slice(text.indexOf('Demonstration accounts'));
    const password = /"([^"]+)"/.exec(accounts)![1]!;
    const before = text.length;

    const signedIn = await signIn('coordinator@partnership.example', password);
    expect(signedIn.status).toBe(200);
    const cookie = String(signedIn.headers.get('set-cookie')).split(';')[0]!;
    const asked = async (path: string, init: RequestInit = {}) =>
      (await fetch(at(path), { ...init, headers: { cookie, ...init.headers }, redirect: 'manual' })).text();
    await signIn(TYPED, 'not the password');
    const people = JSON.parse(await asked('/api/practitioners?_end=200')) as { name: string; email: string | null }[];
    await asked(`/api/practitioners?q=${encodeURIComponent(TYPED)}`);
    await asked(`/api/bookings?q=${encodeURIComponent(people[0]!.name)}&colour=${TYPED}`);
    await asked('/api/messages?_end=50');
    await asked('/api/me/export');
    await asked('/my-training');
    await asked('/my-training/your-data');
    await asked(`/nowhere/${TYPED}`);
    await asked('/api/practitioners', { method: 'POST', headers: json, body: `{"name": "${TYPED}` });
    await asked('/api/practitioners', {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ name: TYPED, email: TYPED }),
    });
    await asked('/api/audit');
    await asked('/api/demonstration/clock', {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ offset: '+40 days' }),
    });

    const requests = () =>
      text
        .slice(before)
        .split('\n')
        .filter((line) => line.includes('incoming request')).length;
    // What the server has written comes through a pipe, a moment later on a busy machine.
    for (let tries = 0; tries < 50 && requests() <= 10; tries += 1) await new Promise((go) => setTimeout(go, 100));
    const log = text.slice(before);
    expect(requests()).toBeGreaterThan(10);
    expect(people.length).toBeGreaterThan(10);
    expect(log.match(EMAIL) ?? []).toEqual([]);
    expect(people.map(({ name }) => name).filter((name) => log.includes(name))).toEqual([]);
    for (const typed of ['zebedee', 'not the password', password, cookie.split('=')[1]!])
      expect([typed, log.includes(typed)]).toEqual([typed, false]);
  });
});
