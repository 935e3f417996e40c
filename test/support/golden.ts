import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from '@jest/globals';

const FOLDER = join(import.meta.dirname, '..', 'golden');

/**
 * Holds a text against the file of this name, byte for byte. The files are written anew only on purpose:
 * `WRITE_GOLDEN=yes`; read the difference before it is committed.
 */
export function expectGolden(name: string, text: string): void {
  const path = join(FOLDER, name);
  if (process.env['WRITE_GOLDEN'] === 'yes') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  expect(text).toBe(existsSync(path) ? readFileSync(path, 'utf8') : `${name} is missing`);
}

/** Gives made-up ids of the same length to those that are new each time; one that is folded keeps its folds. */
export function withFixedIds(text: string, ids: readonly { id: string; as: string }[]): string {
  return ids.reduce((fixed, { id, as }) => {
    if (id.length !== as.length) throw new Error(`${as} is not as long as ${id}`);
    const folded = new RegExp([...id].map((sign) => sign.replace(/[^\w]/, '\\$&')).join('(?:\\r\\n )?'), 'g');
    return fixed.replace(folded, (there) => {
      let at = 0;
      return there.replace(/\r\n |[^\r\n]/g, (part) => (part.length > 1 ? part : (as[at++] ?? '')));
    });
  }, text);
}
