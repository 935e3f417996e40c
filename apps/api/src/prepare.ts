import type { INestApplicationContext } from '@nestjs/common';
import { SectorsService } from '@roundtable/agencies';
import { ModulesService } from '@roundtable/elearning';
import { isDuplicate } from '@roundtable/platform';

/** What every deployment starts with, put in place once: the first sectors and the product's own modules. */
export async function prepare(app: INestApplicationContext): Promise<void> {
  await inPlace(() => app.get(SectorsService).seed());
  await inPlace(() => app.get(ModulesService).seed(false));
}

/** Of processes that start at once on a new database one puts it in place; the others look again and find it there. */
async function inPlace(seed: () => Promise<unknown>): Promise<void> {
  try {
    await seed();
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    await seed();
  }
}
