import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ThrottleEntity } from '@roundtable/platform';
import { Product } from '../support/product';
import { type Route, routesOf } from '../support/routes';
import { Website } from '../support/website';

const FROM_ELSEWHERE: Record<string, string>[] = [
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'cross-site', origin: 'http://localhost:3000' },
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { origin: 'http://localhost:3000.evil.example' },
  { origin: 'http://localhost' },
];
const KINDS: [type: string, payload: string][] = [
  ['application/json', '{}'],
  ['application/x-www-form-urlencoded', 'reason=x'],
  ['Application/X-WWW-Form-Urlencoded; charset=utf-8', 'reason=x'],
  ['text/plain', '{}'],
  ['multipart/form-data; boundary=x', '--x--'],
];

describe('a request from another website', () => {
  const product = new Product();
  const browser = new Website(product);
  let changing: Route[];
  beforeAll(async () => {
    await product.open('sqlite');
    await product.person('coordinator', { email: 'coordinator@person.example' });
    await browser.signIn('coordinator@person.example');
    changing = routesOf(product.app).filter((route) => route.method !== 'GET');
  });
  afterAll(() => product.close());

  const send = (route: Route, type: string, payload: string, headers: Record<string, string>) =>
    product.ask(route.method, route.path.replace(/:\w+/g, 'x'), {
      body: payload as unknown as object,
      headers: {
        cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'content-type': type,
        ...headers,
      },
    });

  it('finds every route that changes something', () => {
    expect(changing.length).toBeGreaterThan(25);
    expect(changing.map((route) => `${route.method} ${route.path}`)).toContain('POST /sign-in');
  });

  it.each(FROM_ELSEWHERE)('is refused by every such route, whatever is sent: %j', async (headers) => {
    for (const route of changing)
      for (const [type, payload] of KINDS) {
        const answer = await send(route, type, payload, headers);
        expect([route.name, type, answer.status, /from another website/.test(answer.text)]).toEqual([
          route.name,
          type,
          403,
          true,
        ]);
      }
  });

  it('is not refused where it comes from this website, so that this test proves something', async () => {
    for (const headers of [{ 'sec-fetch-site': 'same-origin' }, { origin: 'http://localhost:3000' }, {}])
      for (const route of changing) {
        const answer = await send(route, 'application/json', '{}', headers as Record<string, string>);
        expect([route.name, /from another website/.test(answer.text)]).toEqual([route.name, false]);
        await product.database.repo(ThrottleEntity).clear();
        if (route.path === '/sign-out' || route.path === '/api/session')
          await browser.signIn('coordinator@person.example');
      }
  });

  it('gets no permission to read an answer either', async () => {
    for (const method of ['GET', 'OPTIONS'] as const) {
      const answer = await product.ask(method, '/api/events', {
        headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
      });
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });
});
