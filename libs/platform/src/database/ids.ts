import { randomBytes, randomInt } from 'node:crypto';
import { v7 } from 'uuid';

/** A new identifier: UUIDv7, so that rows made later sort later. */
export function newId(): string {
  return v7();
}

const READABLE = '23456789BCDFGHJKMNPQRSTVWXYZ';

/** A reference that a person can read over the telephone, such as `RT-7K3M-9QXB`; no vowels, no 0, 1, I or O. */
export function newReference(prefix: string): string {
  const letters = (count: number) => Array.from({ length: count }, () => READABLE[randomInt(READABLE.length)]).join('');
  return `${prefix}-${letters(4)}-${letters(4)}`;
}

/** A secret of 192 bits for a link, a session or a token. */
export function newSecret(): string {
  return randomBytes(24).toString('base64url');
}

/** The form in which text is searched and compared: no accents, no case, single spaces. */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’‘]/g, "'").replace(/\s+/g, ' ').trim();
}
