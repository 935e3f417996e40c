import { spawn, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createConnection } from 'mysql2/promise';
import { startPrivateMariadb } from './private-mariadb.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(root, 'bench');

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Runs one of the programs and ends here when it fails. */
function runOnce(command, args, environment) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, env: environment, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed.\n${stdout}\n${stderr}`);
}

async function listening(url) {
  for (let tries = 0; tries < 600; tries += 1) {
    if (
      await fetch(`${url}/health/live`).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return;
    await sleep(100);
  }
  throw new Error('The server did not start.');
}

const wanted = process.argv.slice(2);
const files = readdirSync(folder).filter(
  (name) => name.endsWith('.bench.mjs') && (!wanted.length || wanted.some((word) => name.includes(word))),
);
const database = await startPrivateMariadb();
if (!database) {
  console.error('The benchmarks need MariaDB: install its server program (mariadbd).');
  process.exit(1);
}
let server;
try {
  const { PORT: _, ...inherited } = process.env;
  const port = await freePort();
  const connect = (options = {}) =>
    createConnection({ uri: `${database.url.replace('mariadb:', 'mysql:')}roundtable`, ...options });
  const bare = await createConnection({ uri: database.url.replace('mariadb:', 'mysql:') });
  await bare.query('CREATE DATABASE roundtable CHARACTER SET utf8mb4');
  await bare.end();
  const environment = {
    ...inherited,
    DATABASE_URL: `${database.url}roundtable`,
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    HOST: '127.0.0.1',
    LOG_LEVEL: 'silent',
    TZ: 'UTC',
  };
  console.log('Building, and seeding 500 courses and 5,000 events on a private MariaDB.');
  runOnce('npm', ['run', '--silent', 'build'], process.env);
  runOnce(process.execPath, ['dist/api/cli.js', 'demo', '--large'], environment);
  server = spawn(process.execPath, ['dist/api/main.js', '--no-worker'], {
    cwd: root,
    env: environment,
    stdio: 'ignore',
  });
  const url = `http://127.0.0.1:${port}`;
  await listening(url);
  for (const file of files) {
    const { run } = await import(pathToFileURL(join(folder, file)).href);
    await run({ url, databaseUrl: environment.DATABASE_URL, connect, environment, pid: server.pid });
  }
} finally {
  server?.kill('SIGTERM');
  await database.end();
}
