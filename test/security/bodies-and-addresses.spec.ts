import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Caller, Product } from '../support/product';
import { routesOf } from '../support/routes';
import { Website } from '../support/website';

const nested = (depth: number, open = '[', close = ']') => open.repeat(depth) + close.repeat(depth);

describe('what comes in', () => {
  const product = new Product();
  let coordinator: Caller;
  let port: number;
  beforeAll(async () => {
    await product.open('sqlite');
    coordinator = await product.person('coordinator', { email: 'coordinator@person.example' });
    await product.app.listen(0, '127.0.0.1');
    port = (product.app.getHttpServer().address() as AddressInfo).port;
  });
  afterAll(() => product.close());

  /** As it is on the wire: no client tidies the path or the method. */
  const raw = (
    method: string,
    path: string,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; text: string }> =>
    new Promise((resolve, reject) => {
      const request = httpRequest({ port, host: '127.0.0.1', method, path, headers }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      });
      request.on('error', reject).end();
    });

  it('is refused, never a fault of ours, where it is nested deeply, malformed or poisoned, by every route that takes a body', async () => {
    const bodies: [what: string, payload: string][] = [
      ['cut off', '{"reason":"x"'],
      ['no JSON', 'reason=x'],
      ['a word', '"reason"'],
      ['a number', '7'],
      ['null', 'null'],
      ['a list', '[]'],
      ['a list nested deeply', nested(50_000)],
      ['an object nested deeply', `{"reason":${nested(20_000, '{"a":', '}').replace('{"a":}', '{}')}}`],
      [
        'known fields nested deeply',
        `{"answers":${nested(50_000)},"entries":${nested(50_000)},"reason":${nested(1_000)}}`,
      ],
      ['an object under answers nested deeply', `{"answers":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`],
      ['a prototype', '{"__proto__":{"roles":["coordinator"]},"reason":"x"}'],
      ['a constructor', '{"constructor":{"prototype":{"roles":["coordinator"]}},"reason":"x"}'],
      ['not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]).toString('latin1')],
      ['NUL', '{"reason":"\\u0000","name":"\\u0000"}'],
      ['half a character', '{"reason":"\\ud800","name":"\\ud800"}'],
      ['nothing', ''],
    ];
    const routes = routesOf(product.app).filter((route) => !['GET', 'DELETE'].includes(route.method));
    expect(routes.length).toBeGreaterThan(25);
    for (const route of routes)
      for (const [what, payload] of bodies) {
        const answer = await product.ask(route.method, route.path.replace(/:\w+/g, 'x'), {
          as: coordinator,
          body: payload as unknown as object,
          headers: { 'content-type': 'application/json' },
        });
        expect([route.name, what, answer.status < 500]).toEqual([route.name, what, true]);
      }
    expect((await product.ask('GET', '/api/me', { as: coordinator })).status).toBe(200);
    expect(({} as { roles?: unknown }).roles).toBeUndefined();
  });

  it.each([
    ['/api/agencies', 'application/json', () => JSON.stringify({ name: 'x'.repeat(300_000), sector: 'health' })],
    ['/sign-in', 'application/x-www-form-urlencoded', () => `email=${'x'.repeat(300_000)}`],
  ])('is 413 where it is too large: %s', async (path, type, payload) => {
    const answer = await product.ask('POST', path, {
      as: coordinator,
      body: payload() as unknown as object,
      headers: { 'content-type': type },
    });
    expect(answer.status).toBe(413);
  });

  it('is 413 where a file is larger than 20 MB, and 415 where it is no file', async () => {
    const file = `--b\r\nContent-Disposition: form-data; name="file"; filename="x.csv"\r\n\r\nname,sector\r\n${'x'.repeat(21 * 1024 * 1024)}\r\n--b--\r\n`;
    const send = (body: unknown, type: string) =>
      product.ask('POST', '/api/imports/agencies', { as: coordinator, body, headers: { 'content-type': type } });
    expect((await send(file, 'multipart/form-data; boundary=b')).status).toBe(413);
    expect((await send({}, 'application/json')).status).toBe(415);
  });

  it('is refused where a form has a thousand fields, a field twice, or a very long name', async () => {
    const many = Object.fromEntries(Array.from({ length: 2000 }, (_, n) => [`field${n}`, 'x']));
    for (const fields of [
      many,
      { email: ['a@b.example', 'c@d.example'], password: 'x' },
      { ['x'.repeat(10_000)]: 'x' },
    ]) {
      const answer = await new Website(product).post('/sign-in', fields);
      expect([400, 422]).toContain(answer.status);
    }
  });

  it('is answered each time where a form comes with a key for repeating requests, which is for the API', async () => {
    const browser = new Website(product);
    await browser.signIn('coordinator@person.example');
    for (let times = 0; times < 2; times += 1) {
      const answer = await browser.post('/learning/no-such-module', { x: 'y' }, { 'idempotency-key': 'a key' });
      expect(answer.status).toBe(404);
      const signedIn = await browser.post('/sign-in', { email: 'x' }, { 'idempotency-key': 'another' });
      expect([signedIn.status, signedIn.text.length > 1000]).toEqual([422, true]);
    }
  });

  it('is carried out for each visitor by themselves, whatever key they send', async () => {
    const code = () =>
      product.ask('POST', '/api/session', {
        body: { email: 'nobody@person.example', password: 'wrong wrong' },
        headers: { 'idempotency-key': 'x'.repeat(500) },
      });
    expect([(await code()).status, (await code()).status]).toEqual([401, 401]);
  });

  describe('as an address', () => {
    const TRAVERSALS = [
      '/assets/../package.json',
      '/assets/..%2fpackage.json',
      '/assets/%2e%2e/%2e%2e/package.json',
      '/assets/..%5c..%5cpackage.json',
      '/assets/....//package.json',
      '/assets/%252e%252e%252fpackage.json',
      '/assets/..;/package.json',
      '/assets/%00',
      '/assets/site.css%00.html',
      '/assets//etc/passwd',
      '/assets/%2fetc%2fpasswd',
      '/assets/../../../../../../etc/passwd',
      '/admin/assets/../index.html',
      '/admin/assets/..%2findex.html',
      '/admin/assets/..%2f..%2fapi%2fmain.js',
      '/admin/assets/%2e%2e/%2e%2e/api/main.js',
      '/assets/.compile-cache/',
      '/assets/',
      '/admin/assets/',
      '/admin/assets/%c0%ae%c0%ae/api/main.js',
    ];
    it.each(TRAVERSALS)('never leads out of the folder of assets: %s', async (path) => {
      const answer = await raw('GET', path);
      expect(answer.status).toBeLessThan(500);
      expect(answer.text).not.toMatch(/root:|"roundtable"|rolldown|devDependencies|function |Index of/);
      // The back office answers its one page for every address below it.
      if (!path.startsWith('/admin')) expect([400, 403, 404]).toContain(answer.status);
    });

    it('serves what is there, so that this test proves something', async () => {
      expect((await raw('GET', '/assets/site.css')).status).toBe(200);
    });

    it.each([
      '/%E0%A4%A',
      '/api/events/%',
      '/api/events/%ff%fe',
      '/api/events/%00',
      '/c/%00',
      `/api/events/${'x'.repeat(5000)}`,
      '/api/events/..%2f..%2fme',
      '//api/me',
      '/API/ME',
      '/api/me/',
      '/api//me',
      '/api/events?_start[]=1',
      '/api/events?__proto__=1',
      '/api/events?constructor=1',
      '/courses?__proto__=1&q[a]=b',
      `/courses?q=${'%00'.repeat(100)}`,
    ])('is refused or found, never a fault of ours: %s', async (path) => {
      const answer = await raw('GET', path);
      expect([answer.status < 500, answer.text.includes('"roles"')]).toEqual([true, false]);
    });

    it.each([
      '_start=9007199254740993',
      '_start=99999999999999999999',
      '_start=10000001',
      '_start=1e3',
      '_start=0x10',
      '_start=-1',
      '_end=201',
      '_start=5&_end=4',
    ])('is 422 for the window %s, on every list', async (window) => {
      for (const list of [
        'agencies',
        'practitioners',
        'courses',
        'events',
        'bookings',
        'completions',
        'messages',
        'modules',
        'venues',
        'published-figures',
      ]) {
        const answer = await product.ask('GET', `/api/${list}?${window}`, { as: coordinator });
        expect([list, answer.status]).toEqual([list, 422]);
      }
    });

    it('answers the furthest window there is with an empty list', async () => {
      for (const list of ['agencies', 'practitioners', 'courses', 'events', 'bookings', 'completions', 'messages']) {
        const answer = await product.ask<unknown[]>('GET', `/api/${list}?_start=10000000&_end=10000000`, {
          as: coordinator,
        });
        expect([list, answer.status, answer.body]).toEqual([list, 200, []]);
      }
    });

    it('is not there for methods that nobody uses, nor for one named in a header', async () => {
      for (const method of ['TRACE', 'PROPFIND', 'OPTIONS', 'DELETE', 'PUT', 'PATCH'])
        expect([method, (await raw(method, '/api/courses')).status]).toEqual([method, 404]);
      const overridden = await product.ask('POST', '/api/courses', {
        headers: { 'x-http-method-override': 'GET', 'x-method-override': 'GET' },
        body: {},
      });
      expect(overridden.status).toBe(401);
    });

    it('answers HEAD as GET, with the same refusals and nothing in it', async () => {
      expect(await raw('HEAD', '/api/events')).toEqual({ status: 200, text: '' });
      expect(await raw('HEAD', '/api/me')).toEqual({ status: 401, text: '' });
      expect((await raw('HEAD', '/my-training')).status).toBe(303);
    });
  });
});
