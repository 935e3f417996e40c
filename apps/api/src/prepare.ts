import type { INestApplicationContext } from '@nestjs/common';
import { SectorsService } from '@roundtable/agencies';
import { ModulesService } from '@roundtable/elearning';

/** What every deployment starts with, put in place once: the first sectors and the product's own modules. */
export async function prepare(app: INestApplicationContext): Promise<void> {
  await app.get(SectorsService).seed();
  await app.get(ModulesService).seed(false);
}
