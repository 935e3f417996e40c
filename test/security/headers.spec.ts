import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ThrottleEntity } from '@roundtable/platform';
import { type Answer, Product } from '../support/product';
import { routesOf } from '../support/routes';
import { Website } from '../support/website';
import { REQUESTS } from './matrix/requests';
import { type Rows, rowsOf } from './matrix/rows';
import { sent } from './matrix/send';

/** A policy by the names of its directives. */
function policyOf(answer: Answer<unknown>): Map<string, string[]> {
  const text = String(answer.headers['content-security-policy'] ?? '');
  return new Map(
    text
      .split(';')
      .map((directive) => directive.trim().split(/\s+/))
      .filter(([name]) => name)
      .map(([name, ...sources]) => [name!, sources]),
  );
}

const PERSONAL = /^\/(my-training|evaluations|my-account|account|calendar|api|events\/[^/]+\/book)/;

describe('the headers of every answer', () => {
  const product = new Product();
  let rows: Rows;
  const asked: [path: string, answer: Answer<unknown>][] = [];
  /** Pages whose address holds a secret. */
  const secret = new Set<string>();

  beforeAll(async () => {
    await product.open('sqlite');
    rows = await rowsOf(product);
    for (const key of new Set(routesOf(product.app).map((route) => `${route.method} ${route.path}`))) {
      const request = REQUESTS[key];
      if (!key.startsWith('GET ') || !request) continue;
      const one = request.ask(rows.of.coordinator, rows.shared, true, {});
      if (/:(token|secret)/.test(key)) secret.add(one.path);
      asked.push([one.path, await sent(product, 'GET', one, rows.callers.coordinator)]);
      asked.push([one.path, await sent(product, 'GET', one, undefined)]);
    }
    for (const path of [
      '/api/docs',
      '/api/openapi.json',
      '/no-such-page',
      '/api/no-such-thing',
      '/assets/site.css',
      '/admin/',
    ])
      asked.push([path, await product.ask('GET', path)]);
  });
  afterAll(() => product.close());

  it('keep it from being framed, sniffed and followed', () => {
    expect(asked.length).toBeGreaterThan(80);
    for (const [path, { headers }] of asked)
      expect({ path, ...headers }).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': expect.stringMatching(/SAMEORIGIN|DENY/),
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
  });

  it('carry a policy without foreign sources, inline scripts or plug-ins', () => {
    for (const [path, answer] of asked) {
      const policy = policyOf(answer);
      for (const [name, sources] of [
        ['default-src', ["'none'"]],
        ['base-uri', ["'none'"]],
        ['object-src', ["'none'"]],
        ['frame-ancestors', ["'none'"]],
        ['form-action', ["'self'"]],
      ] as const)
        expect([path, name, policy.get(name)]).toEqual([path, name, sources]);
      const all = [...policy.values()].flat();
      expect([path, all.filter((source) => /^(\*|https?:|\/\/|[a-z0-9-]+\.)|unsafe-eval/.test(source))]).toEqual([
        path,
        [],
      ]);
      expect([path, policy.get('script-src') ?? []]).toEqual([path, expect.not.arrayContaining(["'unsafe-inline'"])]);
      expect([path, policy.get('style-src') ?? []]).toEqual([path, expect.not.arrayContaining(["'unsafe-inline'"])]);
    }
  });

  it('carry a nonce that is new each time, on every page', async () => {
    const nonces = new Set<string>();
    for (const path of [
      '/',
      '/',
      '/courses',
      '/sign-in',
      '/sign-in',
      '/admin/',
      '/admin/',
      '/no-such-page',
      '/api/docs',
      '/api/docs',
    ]) {
      const answer = await product.ask('GET', path);
      const nonce = /script-src[^;]*'nonce-([^']+)'/.exec(String(answer.headers['content-security-policy']))?.[1] ?? '';
      expect([path, nonce.length >= 22]).toEqual([path, true]);
      nonces.add(nonce);
      const scripts = [...answer.text.matchAll(/<script\b([^>]*)>/g)].map((match) => match[1]!);
      for (const attributes of scripts)
        expect([path, attributes.includes(`nonce="${nonce}"`) || /\bsrc="(\/|\.\/)/.test(attributes)]).toEqual([
          path,
          true,
        ]);
      expect(answer.text).not.toMatch(/\son\w+=|javascript:/i);
    }
    expect(nonces.size).toBe(10);
  });

  it('keep what is personal out of every cache', async () => {
    const personal = asked.filter(([path]) => PERSONAL.test(path) || secret.has(path));
    expect(secret.size).toBeGreaterThan(1);
    expect(personal.length).toBeGreaterThan(40);
    for (const [path, { headers }] of personal) expect([path, headers['cache-control']]).toEqual([path, 'no-store']);
    const browser = new Website(product);
    await browser.signIn(rows.of.practitioner.email);
    for (const path of ['/', '/courses', '/learning', `/c/${rows.shared.courseSlug}`, '/privacy'])
      expect([path, (await browser.get(path)).headers['cache-control']]).toEqual([path, 'no-store']);
  });

  it('say nothing of the programs behind them', () => {
    for (const [path, { headers }] of asked)
      expect([path, headers['x-powered-by'], headers['server']]).toEqual([path, undefined, undefined]);
  });

  it('give the content its true type', () => {
    for (const [path, { headers, text }] of asked) {
      const type = String(headers['content-type'] ?? '');
      if (path.startsWith('/api/') && /^[[{]/.test(text))
        expect([path, type]).toEqual([path, expect.stringMatching(/json/)]);
      if (/^text\/html/.test(type)) expect([path, /^\/(api\/docs$|(?!api\/))/.test(path)]).toEqual([path, true]);
      if (/^text\//.test(type))
        expect([path, type.toLowerCase()]).toEqual([path, expect.stringMatching(/charset=utf-8/)]);
    }
  });
});

describe('the cookie and the headers', () => {
  it.each([
    ['http://localhost:3000', 'roundtable', false],
    ['https://training.example.org', '__Host-roundtable', true],
  ])('of %s are as safe as the way there', async (publicUrl, name, isSecure) => {
    const product = new Product();
    await product.open('sqlite', { PUBLIC_URL: publicUrl });
    try {
      await product.person('practitioner', { email: 'cookie@person.example' });
      const own = { 'sec-fetch-site': 'same-origin' };
      const answers = [
        await product.ask('POST', '/api/session', {
          body: { email: 'cookie@person.example', password: 'a long enough password' },
          headers: own,
        }),
        await new Website(product).signIn('cookie@person.example'),
      ];
      for (const { headers } of answers) {
        const cookies = [headers['set-cookie'] ?? []].flat().map(String);
        expect(cookies).toHaveLength(1);
        const attributes = cookies[0]!.split('; ').slice(1).sort();
        expect(cookies[0]).toMatch(new RegExp(`^${name}=[\\w-]{32};`));
        expect(attributes).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax', ...(isSecure ? ['Secure'] : [])].sort());
        expect(headers['cache-control']).toBe('no-store');
      }
      for (const path of ['/', '/admin/', '/api/events', '/api/docs', '/assets/site.css', '/no-such-page']) {
        const { headers } = await product.ask('GET', path);
        const hsts = headers['strict-transport-security'];
        if (!isSecure) expect([path, hsts]).toEqual([path, undefined]);
        else expect([path, Number(/max-age=(\d+)/.exec(String(hsts))?.[1]) >= 180 * 24 * 3600]).toEqual([path, true]);
      }
      const signedOut = await product.ask('DELETE', '/api/session', { headers: own });
      expect(String(signedOut.headers['set-cookie'])).toMatch(
        new RegExp(`^${name}=; Max-Age=0|^${name}=;.*Expires=Thu, 01 Jan 1970`),
      );
    } finally {
      await product.close();
    }
  });

  it('believe nobody about the address they come by, but a proxy on this machine', async () => {
    const product = new Product();
    await product.open('sqlite');
    try {
      const fastify = product.app.getHttpAdapter().getInstance();
      const tryFrom = async (remoteAddress: string, headers: Record<string, string>) => {
        const answer = await fastify.inject({
          method: 'POST',
          url: '/api/session',
          remoteAddress,
          headers,
          payload: { email: `${headers['x-forwarded-for']}@person.example`, password: 'wrong wrong wrong' },
        });
        return answer.statusCode;
      };
      const origin = {
        'x-forwarded-host': 'evil.example',
        'x-forwarded-proto': 'https',
        origin: 'https://evil.example',
      };
      expect(await tryFrom('127.0.0.1', { ...origin, 'x-forwarded-for': '203.0.113.1' })).toBe(403);
      const counted = async (remoteAddress: string) => {
        await product.database.repo(ThrottleEntity).clear();
        for (const n of [1, 2, 3]) await tryFrom(remoteAddress, { 'x-forwarded-for': `203.0.113.${n}` });
        const rows = await product.database.repo(ThrottleEntity).find();
        return rows.map((row) => row.count).sort((one, other) => other - one);
      };
      // Three accounts each; behind the proxy three addresses, elsewhere one that claims to be three.
      expect(await counted('127.0.0.1')).toEqual([1, 1, 1, 1, 1, 1]);
      expect(await counted('198.51.100.1')).toEqual([3, 1, 1, 1]);
    } finally {
      await product.close();
    }
  });
});
