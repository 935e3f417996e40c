import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { ErasuresService } from '@roundtable/people';
import { invalid } from '@roundtable/platform';
import { type Command, withProduct } from './command';

const HASH = /^[0-9a-f]{64}$/;

/** The first column of a list as `--list` prints it. */
function hashesOf(text: string): string[] {
  const hashes = text
    .split(/\r?\n/)
    .map((line) => line.split(',')[0]?.trim() ?? '')
    .filter(Boolean);
  if (hashes.some((hash) => !HASH.test(hash))) throw invalid({ '--from': 'This is not a list that --list printed' });
  return hashes;
}

export const eraseAgain: Command = {
  summary: 'After a restore: erases again whoever was erased before, and prints how many.',
  usage: '[--from F] | --list   (F is what --list printed before; keep it apart from the backups)',
  async run(args) {
    const { values } = parseArgs({ args, options: { from: { type: 'string' }, list: { type: 'boolean' } } });
    const also = values.from ? hashesOf(await readFile(values.from, 'utf8')) : [];
    await withProduct(async (app) => {
      const erasures = app.get(ErasuresService);
      if (values.list)
        for (const { personHash, at } of await erasures.remembered()) console.log(`${personHash},${at.toISOString()}`);
      else console.log(await erasures.eraseAgain(also));
    });
    return 0;
  },
};
