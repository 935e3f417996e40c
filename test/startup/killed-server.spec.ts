import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDataSource } from '@roundtable/platform';
import { ENGINES, freshDatabase } from '@roundtable/schema/testing';

const PLACES = 10;
const ASKING = 60;

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

/** The built server, killed while it is busy. `npm test` builds it first. */
describe.each(ENGINES)('a server that is killed in the middle of a rush, on %s', (engine) => {
  let folder: string;
  let drop: () => Promise<void>;
  let environment: NodeJS.ProcessEnv;
  let token: string;
  let server: ChildProcess;
  let port: number;
  let eventId: string;
  let people: string[];

  const admin = (...args: string[]) =>
    spawnSync(process.execPath, ['dist/api/cli.js', ...args], { encoding: 'utf8', timeout: 60_000, env: environment });
  const serve = async () => {
    port = await freePort();
    server = spawn(process.execPath, ['dist/api/main.js'], { env: { ...environment, PORT: String(port) } });
    let text = '';
    server.stdout?.on('data', (part: Buffer) => (text += String(part)));
    for (let tries = 0; tries < 200 && !text.includes('Roundtable is at'); tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
  };
  const end = async (signal: NodeJS.Signals) => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill(signal);
    await ended;
  };
  const post = async (path: string, body: unknown) => {
    const answer = await fetch(`http://127.0.0.1:${port}/api/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await answer.json()) as { id: string; status: string };
  };

  beforeAll(async () => {
    const fresh = await freshDatabase(engine);
    drop = fresh.drop;
    folder = mkdtempSync(join(tmpdir(), 'roundtable-killed-'));
    environment = {
      ...process.env,
      TEST_DATABASE_URL: undefined,
      DATABASE_URL: fresh.url,
      DATA_DIR: folder,
      LOG_LEVEL: 'silent',
    };
    const password = join(folder, 'password');
    writeFileSync(password, 'a password of some length\n');
    const account = ['--email', 'killed@person.example', '--name', 'Killed', '--agency', 'Killed Agency'];
    admin('create-user', ...account, '--role', 'coordinator', '--password-file', password);
    token = admin('create-token', '--email', 'killed@person.example').stdout.trim();
    await serve();
    const agency = await post('agencies', { name: 'Rushing Agency', sector: 'health' });
    const course = await post('courses', { title: 'Taught in a rush', summary: 'What is taught' });
    await post(`courses/${course.id}/publication`, {});
    const day = new Date(Date.now() + 56 * 24 * 3_600_000).toISOString().slice(0, 10);
    eventId = (
      await post('events', {
        courseId: course.id,
        capacity: PLACES,
        delivery: 'online',
        sessions: [{ startsAt: `${day}T10:00:00Z`, endsAt: `${day}T13:00:00Z` }],
      })
    ).id;
    await post(`events/${eventId}/publication`, {});
    people = [];
    for (let n = 0; n < ASKING; n += 1)
      people.push(
        (await post('practitioners', { name: `Rusher ${n}`, email: `rusher${n}@killed.example`, agencyId: agency.id }))
          .id,
      );
  });
  afterAll(async () => {
    await end('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
    await drop();
  });

  it('leaves each request done or not done, and whoever asks again gets what they had', async () => {
    const answered: string[] = [];
    const asking = people.map(async (practitionerId) => {
      const { id } = await post(`events/${eventId}/bookings`, { practitionerId });
      answered.push(id);
      if (answered.length === 15) server.kill('SIGKILL');
    });
    const outcomes = await Promise.allSettled(asking);
    expect(outcomes.some(({ status }) => status === 'rejected')).toBe(true);
    expect(answered.length).toBeGreaterThanOrEqual(15);
    const afterwards = admin('check');
    expect([afterwards.status, afterwards.stderr]).toEqual([0, '']);
    await serve();
    const again = await Promise.all(
      people.map((practitionerId) => post(`events/${eventId}/bookings`, { practitionerId })),
    );
    expect(again.filter(({ status }) => status === 'confirmed')).toHaveLength(PLACES);
    expect(again.map(({ id }) => id)).toEqual(expect.arrayContaining(answered));
    const checked = admin('check');
    expect([checked.status, checked.stderr]).toEqual([0, '']);
  });

  it('that stored something no rule allows would be found out: the operator’s check says so and ends with 1', async () => {
    const source = await openDataSource({ url: environment['DATABASE_URL']!, entities: [] });
    await source.query('UPDATE events SET capacity = ? WHERE id = ?', [PLACES - 3, eventId]);
    await source.destroy();
    const checked = admin('check');
    expect(checked.status).toBe(1);
    expect(checked.stdout).toContain('BROKEN  Places held are within capacity');
    expect(checked.stderr).toMatch(/event [\w-]+: 10 held of 7/);
  });
});
