import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const built = ['dist/api/main.js', 'dist/assets/manifest.json', 'dist/admin/index.html'].map((file) =>
  join(root, file),
);
const sources = ['apps', 'libs', 'package-lock.json', 'tsconfig.base.json'].map((name) => join(root, name));

/** The time of the newest file below a folder. */
function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(
    stat.mtimeMs,
    ...readdirSync(path)
      .filter((name) => name !== 'node_modules')
      .map((name) => newest(join(path, name))),
  );
}

const stamp = join(root, 'dist/.built');

/** Whether every part of the build is there and no source is newer than its stamp. A deployed build carries no sources. */
function isBuilt() {
  if (!built.every((file) => existsSync(file))) return false;
  if (!sources.every((path) => existsSync(path))) return true;
  return existsSync(stamp) && sources.every((path) => newest(path) <= statSync(stamp).mtimeMs);
}

if (!isBuilt()) {
  const began = new Date();
  console.log('Building Roundtable. This takes about half a minute, once.');
  const result = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  if (result.status !== 0) {
    console.error(`The build failed.\n${result.stdout}\n${result.stderr}`);
    process.exit(1);
  }
  writeFileSync(stamp, began.toISOString());
  utimesSync(stamp, began, began);
}
enableCompileCache?.(join(root, 'dist', '.compile-cache'));
await import(pathToFileURL(join(root, 'dist/api', process.argv[2] === 'admin' ? 'cli.js' : 'main.js')).href);
