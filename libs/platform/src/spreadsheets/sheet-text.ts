import { isUtf8 } from 'node:buffer';

/**
 * The text of a file: UTF-16 by its mark or by its empty bytes, UTF-8 where all of it is, and Windows-1252 otherwise,
 * which is what Excel in Britain writes as plain CSV. The mark itself is left out.
 */
export function decoded(file: Buffer): string {
  return textIn(file, encodingOf(file)).replace(/^\uFEFF/, '');
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

function encodingOf(file: Buffer): Encoding {
  if (file[0] === 0xff && file[1] === 0xfe) return 'utf-16le';
  if (file[0] === 0xfe && file[1] === 0xff) return 'utf-16be';
  const top = file.subarray(0, 2000);
  const empty = (odd: number): number => top.filter((byte, index) => byte === 0 && index % 2 === odd).length;
  if (empty(1) > top.length / 4) return 'utf-16le';
  if (empty(0) > top.length / 4) return 'utf-16be';
  return isUtf8(file) ? 'utf-8' : 'windows-1252';
}

function textIn(file: Buffer, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(file);
}
