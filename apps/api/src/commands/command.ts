import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type Config, type Database, Settings, readConfig } from '@roundtable/platform';
import { AppModule } from '../app.module';
import { prepare } from '../prepare';
import { openDatabase } from '../start';

/** One word of the operator's command line. Answers its exit status: 0 only when done. */
export interface Command {
  summary: string;
  usage: string;
  run(args: string[]): Promise<number>;
}

/** Opens the product without a server, does the work, and closes it. */
export async function withProduct<Answer>(
  work: (app: INestApplicationContext, parts: { config: Config; database: Database }) => Promise<Answer>,
): Promise<Answer> {
  const config = readConfig();
  const database = await openDatabase(config);
  try {
    const app = await NestFactory.createApplicationContext(AppModule.for(config, database), {
      logger: ['error'],
      abortOnError: false,
    });
    await prepare(app);
    await app.get(Settings).refreshDemonstration(true);
    const answer = await work(app, { config, database });
    await app.close();
    return answer;
  } finally {
    await database.close();
  }
}
