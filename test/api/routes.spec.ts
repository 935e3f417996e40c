import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type INestApplicationContext, RequestMethod } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, ModulesContainer } from '@nestjs/core';
import { PERMISSIONS, ROLES, allows } from '@roundtable/contracts';
import { PERMISSION } from '@roundtable/platform';
import { readFileSync } from 'node:fs';
import { Product } from '../support/product';

interface Route {
  name: string;
  method: string;
  path: string;
  permission: string | undefined;
  /** The types of what the handler takes as body and query, as the running program knows them. */
  shapes: { from: 'body' | 'query'; type: unknown }[];
}

const BODY = 3;
const QUERY = 4;

/** Every route of every controller, as Nest knows it. */
function routesOf(app: INestApplicationContext): Route[] {
  const discovery = new DiscoveryService(app.get(ModulesContainer, { strict: false }));
  const scanner = new MetadataScanner();
  return discovery.getControllers().flatMap(({ metatype, instance }) => {
    const prototype = Object.getPrototypeOf(instance) as Record<string, (...args: unknown[]) => unknown>;
    const prefixes = [Reflect.getMetadata('path', metatype as object) as string | string[]].flat();
    return scanner.getAllMethodNames(prototype).flatMap((method) => {
      const handler = prototype[method]!;
      const httpMethod = Reflect.getMetadata('method', handler) as RequestMethod | undefined;
      if (httpMethod === undefined) return [];
      const args = (Reflect.getMetadata('__routeArguments__', metatype as object, method) ?? {}) as Record<
        string,
        { index: number; data?: unknown }
      >;
      const types = (Reflect.getMetadata('design:paramtypes', prototype, method) ?? []) as unknown[];
      const shapes = Object.entries(args)
        .map(([key, { index, data }]) => ({ kind: Number(key.split(':')[0]), type: types[index], data }))
        .filter(({ kind, data }) => (kind === BODY || kind === QUERY) && data === undefined)
        .map(({ kind, type }) => ({ from: kind === BODY ? ('body' as const) : ('query' as const), type }));
      const permission = (Reflect.getMetadata(PERMISSION, handler) ??
        Reflect.getMetadata(PERMISSION, metatype as object)) as string | undefined;
      const paths = [Reflect.getMetadata('path', handler) as string | string[]].flat();
      return prefixes.flatMap((prefix) =>
        paths.map((path) => ({
          name: `${(metatype as { name: string }).name}.${method}`,
          method: RequestMethod[httpMethod],
          path: `/${prefix}/${path}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1'),
          permission,
          shapes,
        })),
      );
    });
  });
}

/** Routes × permissions × who may, as it is printed and kept in `docs/routes-and-permissions.md`. */
function printed(routes: Route[]): string {
  const rows = routes
    .map((route) => {
      const roles = ROLES.filter((role) => allows(route.permission as never, [role]));
      const who = allows(route.permission as never, [])
        ? 'everybody'
        : roles.length === ROLES.length
          ? 'everybody signed in'
          : roles.join(', ');
      return `| ${route.method} | \`${route.path}\` | ${route.permission} | ${who} |`;
    })
    .sort();
  return ['| method | path | permission | who |', '| --- | --- | --- | --- |', ...new Set(rows)].join('\n');
}

describe('every route', () => {
  const product = new Product();
  let routes: Route[];
  beforeAll(async () => {
    await product.open('sqlite');
    routes = routesOf(product.app);
  });
  afterAll(() => product.close());

  it('is found by this test', () => {
    expect(routes.length).toBeGreaterThan(50);
    expect(routes.map((route) => `${route.method} ${route.path}`)).toContain('POST /api/events/:id/bookings');
  });

  it('declares a permission of the one table', () => {
    expect(
      routes
        .filter((route) => route.permission === undefined || !Object.hasOwn(PERMISSIONS, route.permission))
        .map((route) => route.name),
    ).toEqual([]);
  });

  it('checks the shape of what it takes: no body or query without a class behind it', () => {
    const unchecked = routes.filter((route) =>
      route.shapes.some(({ type }) => type === undefined || type === Object || type === String),
    );
    expect(unchecked.map((route) => route.name)).toEqual([]);
    expect(routes.filter((route) => route.shapes.length > 0).length).toBeGreaterThan(20);
  });

  it('is refused to a visitor where the table says so', async () => {
    const closed = routes.filter((route) => route.path.startsWith('/api') && !allows(route.permission as never, []));
    expect(closed.length).toBeGreaterThan(20);
    for (const route of closed) {
      const answer = await product.ask<{ code: string }>(
        route.method,
        route.path.replace(/:\w+/g, 'x'),
        route.method === 'GET' ? {} : { body: {} },
      );
      expect([route.name, answer.status, answer.body?.code]).toEqual([route.name, 401, 'people.not-signed-in']);
    }
  });

  it('stands in the printed list with its permission', () => {
    const list = readFileSync('docs/routes-and-permissions.md', 'utf8');
    if (process.env['UPDATE_ROUTES']) console.log(printed(routes));
    expect(list).toContain(printed(routes));
  });
});
