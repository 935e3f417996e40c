import { Checks } from '@roundtable/platform';
import { type Command, withProduct } from './command';

const SHOWN = 20;

export const check: Command = {
  summary: 'Holds the rules of the product against everything stored; fails where one is broken.',
  usage: '(no options; it only reads)',
  async run() {
    const outcomes = await withProduct((app) => app.get(Checks).run());
    let broken = 0;
    for (const { rule, checked, breaches } of outcomes) {
      console.log(`${breaches.length ? 'BROKEN' : 'holds '}  ${rule} (${checked} checked)`);
      broken += breaches.length;
      for (const breach of breaches.slice(0, SHOWN)) console.error(`  ${breach}`);
      if (breaches.length > SHOWN) console.error(`  and ${breaches.length - SHOWN} more`);
    }
    console.log(broken ? `${broken} breaches in ${outcomes.length} rules.` : `All ${outcomes.length} rules hold.`);
    return broken ? 1 : 0;
  },
};
