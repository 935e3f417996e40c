import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { IMPORT_KINDS } from '@roundtable/contracts';
import { Imports, SYSTEM, invalid, openDataSource, readConfig } from '@roundtable/platform';
import { MIGRATIONS, migrate as migrateSchema } from '@roundtable/schema';
import { DemonstrationService } from '../demonstration/demonstration.service';
import { LARGE, LargeProgramme } from '../demonstration/large-programme';
import { ENTITIES } from '../entities';
import { type Command, withProduct } from './command';

export const migrate: Command = {
  summary: 'Brings the database up to date and prints what ran.',
  usage: '',
  async run(args) {
    parseArgs({ args, options: {} });
    const source = await openDataSource({ url: readConfig().databaseUrl, entities: ENTITIES, migrations: MIGRATIONS });
    const ran = await migrateSchema(source);
    console.log(ran.length ? ran.join('\n') : 'The database is up to date.');
    await source.destroy();
    return 0;
  },
};

export const takeIn: Command = {
  summary: 'Takes in a CSV file and prints what became of its rows.',
  usage: `--kind ${IMPORT_KINDS.join('|')} --file F [--period 2020-21] [--dry-run]`,
  async run(args) {
    const { values } = parseArgs({
      args,
      options: {
        kind: { type: 'string' },
        file: { type: 'string' },
        period: { type: 'string' },
        'dry-run': { type: 'boolean' },
      },
    });
    const { kind, file } = values;
    if (!kind || !file) throw invalid({ '--kind, --file': 'Give both a value' });
    const sheet = await readFile(file);
    const result = await withProduct((app) =>
      app.get(Imports).run(kind, sheet, {
        actor: SYSTEM,
        dryRun: values['dry-run'] ?? false,
        period: values.period ?? null,
        isDemonstration: false,
      }),
    );
    console.log(JSON.stringify(result, null, 2));
    return result.rejected.length ? 1 : 0;
  },
};

export const demo: Command = {
  summary: "Loads the demonstration, or moves the demonstration's clock.",
  usage: "[--clock '+20 days' | --clock 0] [--large]",
  async run(args) {
    const { values } = parseArgs({
      args: joinedSign(args),
      options: { clock: { type: 'string' }, large: { type: 'boolean' } },
    });
    await withProduct(async (app) => {
      const demonstration = app.get(DemonstrationService);
      if (values.large) await app.get(LargeProgramme).load();
      else if (values.clock === undefined) await demonstration.load();
      else await demonstration.moveClock(SYSTEM, values.clock);
      const { now } = demonstration.view();
      console.log(
        values.large
          ? `${LARGE.courses} courses and ${LARGE.events} events are added.`
          : values.clock === undefined
            ? 'The demonstration is loaded.'
            : `The demonstration's clock stands at ${now}.`,
      );
    });
    return 0;
  },
};

/** Lets `--clock -2 hours` through: an option's value may start with a minus sign. */
function joinedSign(args: string[]): string[] {
  const at = args.indexOf('--clock');
  return at >= 0 && args[at + 1] !== undefined
    ? [...args.slice(0, at), `--clock=${args[at + 1]}`, ...args.slice(at + 2)]
    : args;
}
