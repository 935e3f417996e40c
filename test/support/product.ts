import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Role } from '@roundtable/contracts';
import { AccountsService } from '@roundtable/people';
import { Clock, type Config, Database, newId, openDataSource, readConfig } from '@roundtable/platform';
import { MIGRATIONS, migrate } from '@roundtable/schema';
import { ENGINES, type World, freshDatabase } from '@roundtable/schema/testing';
import { writtenMailsAreSound } from './sound-mail';
import type { InjectOptions } from 'fastify';
import { ENTITIES } from '../../apps/api/src/entities';
import { prepare } from '../../apps/api/src/prepare';
import { buildServer } from '../../apps/api/src/server';

export interface Answer<Body> {
  status: number;
  body: Body;
  headers: Record<string, string | string[] | number | undefined>;
  text: string;
}

/** Somebody with a bearer token. */
export interface Caller {
  personId: string;
  token: string;
}

/** The whole product on a database of its own, asked over its HTTP interface. */
export class Product {
  engine: World['engine'];
  app: NestFastifyApplication;
  database: Database;
  clock: Clock;
  config: Config;
  drop: () => Promise<void>;

  async open(engine: World['engine'], environment: Record<string, string> = {}): Promise<void> {
    const fresh = await freshDatabase(engine);
    this.engine = engine;
    this.drop = fresh.drop;
    this.config = readConfig({
      DATABASE_URL: fresh.url,
      DATA_DIR: mkdtempSync(join(tmpdir(), 'roundtable-data-')),
      LOG_LEVEL: 'silent',
      PORT: '0',
      PUBLIC_URL: 'http://localhost:3000',
      ...environment,
    });
    const source = await openDataSource({ url: fresh.url, entities: ENTITIES, migrations: MIGRATIONS });
    await migrate(source);
    this.database = new Database(source);
    this.clock = new Clock();
    this.app = await buildServer(this.config, this.database, this.clock);
    await prepare(this.app);
  }

  async close(): Promise<void> {
    await this.app?.close();
    await this.database?.close();
    await this.drop?.();
    if (this.config) rmSync(this.config.dataFolder, { recursive: true, force: true });
  }

  async ask<Body = Record<string, unknown>>(
    method: InjectOptions['method'],
    url: string,
    options: { as?: Caller; body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Answer<Body>> {
    const response = await this.app
      .getHttpAdapter()
      .getInstance()
      .inject({
        method,
        url,
        headers: { ...(options.as ? { authorization: `Bearer ${options.as.token}` } : {}), ...options.headers },
        ...(options.body === undefined ? {} : { payload: options.body as object }),
      });
    const isJson = String(response.headers['content-type'] ?? '').includes('json');
    return {
      status: response.statusCode,
      body: (isJson && response.body ? response.json() : null) as Body,
      headers: response.headers,
      text: response.body,
    };
  }

  /** A new person with an account, a role and a token. */
  async person(
    role: Role = 'practitioner',
    wanted: { email?: string; name?: string; agency?: string; sector?: string } = {},
  ): Promise<Caller> {
    const accounts = this.app.get(AccountsService);
    const email = wanted.email ?? `p${newId().slice(-12)}@person.example`;
    const personId = await accounts.createUser({
      email,
      name: wanted.name ?? 'Percy Person',
      agency: wanted.agency ?? 'Test Agency',
      sector: wanted.sector ?? 'police',
      role,
      password: 'a long enough password',
    });
    return { personId, token: await accounts.createToken(email) };
  }
}

/** Runs a suite once for each engine on the whole product. */
export function onTheProduct(suite: (product: Product) => void, environment?: Record<string, string>): void {
  for (const engine of ENGINES)
    describe(`on ${engine}`, () => {
      const product = new Product();
      beforeAll(() => product.open(engine, environment));
      afterAll(async () => {
        await writtenMailsAreSound(product.database, product.config);
        await product.close();
      });
      suite(product);
    });
}

const WEEK_MS = 7 * 24 * 3600_000;

/** A published event of a new course, at 10:00 UTC some weeks from now, made over the API. */
export async function publishedEvent(
  product: Product,
  coordinator: Caller,
  wanted: {
    capacity: number;
    weeks?: number;
    courseId?: string;
    title?: string;
    more?: Record<string, unknown>;
    course?: Record<string, unknown>;
  },
): Promise<{ eventId: string; courseId: string }> {
  const courseId =
    wanted.courseId ??
    (
      await product.ask<{ id: string }>('POST', '/api/courses', {
        as: coordinator,
        body: { title: wanted.title ?? `Course ${newId().slice(-6)}`, summary: 'What is taught', ...wanted.course },
      })
    ).body.id;
  await product.ask('POST', `/api/courses/${courseId}/publication`, { as: coordinator });
  const day = new Date(product.clock.now().getTime() + (wanted.weeks ?? 8) * WEEK_MS).toISOString().slice(0, 10);
  const made = await product.ask<{ id: string }>('POST', '/api/events', {
    as: coordinator,
    body: {
      courseId,
      capacity: wanted.capacity,
      delivery: 'online',
      sessions: [{ startsAt: `${day}T10:00:00Z`, endsAt: `${day}T13:00:00Z` }],
      ...wanted.more,
    },
  });
  if (made.status !== 201) throw new Error(`The event was not made: ${made.text}`);
  const published = await product.ask('POST', `/api/events/${made.body.id}/publication`, { as: coordinator });
  if (published.status !== 200) throw new Error(`The event was not published: ${published.text}`);
  return { eventId: made.body.id, courseId };
}
