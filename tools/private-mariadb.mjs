import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const onPath = (name) =>
  [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/local/sbin']
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const answers = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

/**
 * Starts a MariaDB of its own on a free port of this machine, with an empty data folder.
 * Answers its address and how to end it, or null where no server program is installed.
 */
export async function startPrivateMariadb() {
  const server = onPath('mariadbd');
  const install = onPath('mariadb-install-db');
  if (!server || !install) return null;
  const folder = mkdtempSync(join(tmpdir(), 'roundtable-mariadb-'));
  const port = await freePort();
  const user = userInfo().username;
  execFileSync(
    install,
    [
      '--no-defaults',
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
      `--datadir=${folder}`,
      `--user=${user}`,
    ],
    { stdio: 'ignore' },
  );
  const child = spawn(
    server,
    [
      '--no-defaults',
      `--datadir=${folder}`,
      `--user=${user}`,
      '--bind-address=127.0.0.1',
      `--port=${port}`,
      `--socket=${join(folder, 'mariadb.sock')}`,
      '--innodb-flush-log-at-trx-commit=0',
      '--innodb-buffer-pool-size=256M',
      '--max-connections=400',
      '--skip-name-resolve',
    ],
    { stdio: 'ignore' },
  );
  const end = async () => {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    if (child.exitCode === null) {
      child.kill('SIGTERM');
      await gone;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  for (let tries = 0; tries < 100; tries += 1) {
    if (await answers(port)) return { url: `mariadb://root@127.0.0.1:${port}/`, end };
    await sleep(100);
  }
  await end();
  throw new Error('MariaDB is installed but did not start.');
}
