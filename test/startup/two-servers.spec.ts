import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ENGINES, freshDatabase } from '@roundtable/schema/testing';

const PLACES = 5;
const ASKING = 40;

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

/** Two copies of the built server on one database, as behind a proxy. `npm test` builds them first. */
describe.each(ENGINES)('two servers on one database, on %s', (engine) => {
  let folder: string;
  let drop: () => Promise<void>;
  let environment: NodeJS.ProcessEnv;
  let token: string;
  const servers: { process: ChildProcess; port: number }[] = [];

  const admin = (...args: string[]) =>
    spawnSync(process.execPath, ['dist/api/cli.js', ...args], { encoding: 'utf8', timeout: 60_000, env: environment });
  const serve = async () => {
    const port = await freePort();
    const own = spawn(process.execPath, ['dist/api/main.js'], { env: { ...environment, PORT: String(port) } });
    servers.push({ process: own, port });
    let text = '';
    own.stdout.on('data', (part: Buffer) => (text += String(part)));
    for (let tries = 0; tries < 200 && !text.includes('Roundtable is at'); tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
  };
  const post = async <Body = { id: string; status: string }>(path: string, body: unknown, server = 0) => {
    const answer = await fetch(`http://127.0.0.1:${servers[server]?.port}/api/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: (await answer.json()) as Body };
  };

  beforeAll(async () => {
    const fresh = await freshDatabase(engine);
    drop = fresh.drop;
    folder = mkdtempSync(join(tmpdir(), 'roundtable-two-'));
    environment = {
      ...process.env,
      TEST_DATABASE_URL: undefined,
      DATABASE_URL: fresh.url,
      DATA_DIR: folder,
      LOG_LEVEL: 'silent',
    };
    const password = join(folder, 'password');
    writeFileSync(password, 'a password of some length\n');
    const account = ['--email', 'two@person.example', '--name', 'Two Servers', '--agency', 'Two Agency'];
    admin('create-user', ...account, '--role', 'coordinator', '--password-file', password);
    token = admin('create-token', '--email', 'two@person.example').stdout.trim();
    await serve();
    await serve();
  });
  afterAll(async () => {
    for (const { process: own } of servers) {
      const ended = new Promise((resolve) => own.once('exit', resolve));
      own.kill('SIGTERM');
      await ended;
    }
    rmSync(folder, { recursive: true, force: true });
    await drop();
  });

  it('never sell a place twice between them, and the operator’s check says so', async () => {
    const agency = await post('agencies', { name: 'Both Servers', sector: 'health' });
    const course = await post('courses', { title: 'Taught on two servers', summary: 'What is taught' });
    await post(`courses/${course.body.id}/publication`, {});
    const day = new Date(Date.now() + 56 * 24 * 3_600_000).toISOString().slice(0, 10);
    const event = await post('events', {
      courseId: course.body.id,
      capacity: PLACES,
      delivery: 'online',
      sessions: [{ startsAt: `${day}T10:00:00Z`, endsAt: `${day}T13:00:00Z` }],
    });
    await post(`events/${event.body.id}/publication`, {});
    const people: string[] = [];
    for (let n = 0; n < ASKING; n += 1)
      people.push((await post('practitioners', { name: `Asker ${n}`, agencyId: agency.body.id })).body.id);
    const answers = await Promise.all(
      people.map((practitionerId, n) => post(`events/${event.body.id}/bookings`, { practitionerId }, n % 2)),
    );
    const byStatus = (wanted: string) => answers.filter(({ body }) => body.status === wanted).length;
    expect([byStatus('confirmed'), byStatus('waitlisted')]).toEqual([PLACES, ASKING - PLACES]);
    const confirmed = answers.filter(({ body }) => body.status === 'confirmed');
    await Promise.all(
      confirmed.slice(0, 3).map(({ body }, n) => post(`bookings/${body.id}/cancellation`, { reason: 'ill' }, n % 2)),
    );
    const checked = admin('check');
    expect([checked.status, checked.stderr]).toEqual([0, '']);
    expect(checked.stdout).toContain('Places held are within capacity');
  });
});
