import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { startPrivateMariadb } from './private-mariadb.mjs';

const jest = fileURLToPath(import.meta.resolve('jest/package.json')).replace(/package.json$/, 'bin/jest.js');
// The tests of starting and of the command line run what is built.
const build = spawnSync('npm', ['run', '--silent', 'build'], { encoding: 'utf8' });
if (build.status !== 0) {
  console.error(`The build failed.\n${build.stdout}\n${build.stderr}`);
  process.exit(1);
}
const own = process.env.TEST_DATABASE_URL ? null : await startPrivateMariadb();
const server = process.env.TEST_DATABASE_URL ?? own?.url;

console.log('Tests run on SQLite.');
console.log(
  own
    ? 'Tests run on MariaDB too, on a private server that is started for them.'
    : server
      ? 'Tests run on the server that TEST_DATABASE_URL names, too.'
      : 'Tests do NOT run on MariaDB or MySQL: no server program is installed and TEST_DATABASE_URL is not set.',
);

const child = spawn(process.execPath, ['--experimental-vm-modules', '--no-warnings', jest, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: {
    ...process.env,
    TZ: 'UTC',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'error',
    ...(server ? { TEST_DATABASE_URL: server } : {}),
  },
});
const code = await new Promise((resolve) => child.once('exit', resolve));
await own?.end();
process.exit(code ?? 1);
