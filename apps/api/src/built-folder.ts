import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** A folder of the build, such as `assets`: beside the bundle, or under `dist` when the source is run by tests. */
export function builtFolder(name: string): string {
  const besideBundle = join(here, '..', name);
  return existsSync(besideBundle) ? besideBundle : resolve('dist', name);
}

/** The data that the demonstration carries. */
export function demonstrationFile(name: string): string {
  const besideBundle = join(here, 'demonstration', name);
  return existsSync(besideBundle) ? besideBundle : resolve('apps/api/src/demonstration/data', name);
}
