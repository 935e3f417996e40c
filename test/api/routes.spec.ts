import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PERMISSIONS, ROLES, allows } from '@roundtable/contracts';
import { readFileSync } from 'node:fs';
import { Product } from '../support/product';
import { type Route, routesOf } from '../support/routes';

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
