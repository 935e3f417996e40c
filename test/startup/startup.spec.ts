import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type Server, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

/** The built server and command line, as an operator starts them. `npm test` builds them first. */
describe('starting', () => {
  let folder: string;
  let occupied: Server;
  let port: number;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'roundtable-start-'));
    occupied = createServer();
    await new Promise<void>((resolve) => occupied.listen(0, '127.0.0.1', resolve));
    port = (occupied.address() as { port: number }).port;
  });
  afterAll(() => {
    occupied.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const clean = { ...process.env, DATABASE_URL: undefined, TEST_DATABASE_URL: undefined, LOG_LEVEL: 'silent' };
  const start = (environment: Record<string, string>): SpawnSyncReturns<string> =>
    spawnSync(process.execPath, ['dist/api/main.js'], {
      encoding: 'utf8',
      timeout: 30_000,
      env: { ...clean, DATA_DIR: folder, PORT: '0', ...environment },
    });
  const admin = (...args: string[]): SpawnSyncReturns<string> =>
    spawnSync(process.execPath, ['dist/api/cli.js', ...args], {
      encoding: 'utf8',
      timeout: 30_000,
      env: { ...clean, DATA_DIR: folder },
    });

  it.each([
    [
      'a database address that is none',
      { DATABASE_URL: 'not an address' },
      /^Roundtable did not start\. DATABASE_URL: this is not an address/,
    ],
    [
      'a database of another kind',
      { DATABASE_URL: 'postgres://u:secret@h/db' },
      /^Roundtable did not start\. DATABASE_URL: this must start with mysql:\/\/ or mariadb:\/\//,
    ],
    [
      'a database that cannot be reached',
      { DATABASE_URL: 'mysql://u:secret@127.0.0.1:1/db' },
      /^Roundtable did not start\. DATABASE_URL: nothing answers at that host and port\./,
    ],
    ['a port that is none', { PORT: 'eighty' }, /^Roundtable did not start\. PORT: this must be a whole number/],
    ['a public address that is none', { PUBLIC_URL: 'here' }, /^Roundtable did not start\. PUBLIC_URL: /],
    ['a log level that is none', { LOG_LEVEL: 'shout' }, /^Roundtable did not start\. LOG_LEVEL: /],
  ])('refuses %s with one clear line, and never shows the value', (_, environment, line) => {
    const result = start(environment);
    expect(result.status).toBe(1);
    expect(result.stderr.trim().split('\n')).toHaveLength(1);
    expect(result.stderr).toMatch(line);
    expect(result.stderr + result.stdout).not.toContain('secret');
  });

  it('refuses a port that is in use with one clear line', () => {
    const result = start({ PORT: String(port) });
    expect([result.status, result.stderr.trim()]).toEqual([
      1,
      `Roundtable did not start. PORT: port ${port} is in use by another program.`,
    ]);
  });

  it('refuses to serve demonstration data to anything but this machine', () => {
    const result = start({ HOST: '0.0.0.0' });
    expect(result.status).toBe(1);
    expect(result.stderr).toMatch(/^Roundtable did not start\. HOST: demonstration data/);
  });

  it('serves, is ready, and ends when it is told to', async () => {
    const own = spawn(process.execPath, ['dist/api/main.js'], {
      env: { ...clean, DATA_DIR: folder, PORT: String(port + 1) },
    });
    const exit = new Promise((resolve) => own.once('exit', resolve));
    let text = '';
    own.stdout.on('data', (part: Buffer) => (text += String(part)));
    for (let tries = 0; tries < 100 && !text.includes('Roundtable is at'); tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    const ready = await fetch(`http://127.0.0.1:${port + 1}/health/ready`);
    const page = await fetch(`http://127.0.0.1:${port + 1}/`);
    own.kill('SIGTERM');
    expect([ready.status, page.status, await exit]).toEqual([200, 200, 0]);
    expect(text).toContain('coordinator@partnership.example');
  });

  describe('the command line', () => {
    it('makes the same account once, and prints its id', () => {
      const file = join(folder, 'password');
      writeFileSync(file, 'a password of some length\n');
      const create = () =>
        admin(
          'create-user',
          '--email',
          'new@person.example',
          '--name',
          'New Person',
          '--agency',
          'New Agency',
          '--role',
          'practitioner',
          '--password-file',
          file,
        );
      const [first, second] = [create(), create()];
      expect([first.status, second.status]).toEqual([0, 0]);
      expect(first.stdout).toMatch(/^[0-9a-f-]{36}\n$/);
      expect(second.stdout).toBe(first.stdout);
    });

    it('prints a token and nothing else', () => {
      const result = admin('create-token', '--email', 'new@person.example');
      expect([result.status, /^rt_[\w-]{32}\n$/.test(result.stdout)]).toEqual([0, true]);
    });

    it.each([
      [['create-token', '--email', 'nobody@person.example'], 1, /Nobody has this email address/],
      [['create-user', '--email', 'x@person.example'], 1, /--name: Give this option a value/],
      [['create-token', '--colour', 'red'], 1, /Unknown option '--colour'/],
      [['fly'], 2, /There is no command fly/],
      [['demo', '--clock', 'soon'], 1, /Enter how far to move the clock/],
    ])('gives its reason on standard error: %j', (args, status, reason) => {
      const result = admin(...args);
      expect([result.status, result.stdout]).toEqual([status, '']);
      expect(result.stderr).toMatch(reason);
    });

    it.each(['create-user', 'create-token', 'grant', 'migrate', 'import', 'demo', 'erase-again'])(
      'explains %s',
      (command) => {
        const result = admin(command, '--help');
        expect([result.status, result.stdout.includes(`npm run admin -- ${command}`)]).toEqual([0, true]);
      },
    );
  });
});
