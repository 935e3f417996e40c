import { spawn, spawnSync } from 'node:child_process';
import { watch } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
let server;
let timer;

/** Builds what changed and starts the server afresh; a build that fails leaves the running server alone. */
function restart() {
  const build = spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  if (build.status !== 0) return console.error('The build failed; mend it and save again.');
  const start = () => {
    server = spawn(process.execPath, ['dist/api/main.js', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
  };
  if (!server || server.exitCode !== null) return start();
  server.once('exit', start);
  server.kill('SIGTERM');
}

for (const folder of ['apps', 'libs'])
  watch(join(root, folder), { recursive: true }, (_, file) => {
    if (!/\.(ts|tsx|njk|scss|html|mjs|csv)$/.test(file ?? '') || /\.spec\.ts$/.test(file ?? '')) return;
    clearTimeout(timer);
    timer = setTimeout(restart, 150);
  });
process.once('SIGINT', () => server?.kill('SIGTERM'));
restart();
