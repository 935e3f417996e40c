import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ThrottleEntity } from '@roundtable/platform';
import { Product } from '../support/product';
import { Website } from '../support/website';

const ELSEWHERE = [
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\\/evil.example',
  'https://evil.example',
  'https:evil.example',
  'http://localhost:3000@evil.example/',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '/\r\nLocation: https://evil.example',
  '/\r//evil.example',
  '/\t/evil.example',
  '\t//evil.example',
  ' //evil.example',
  '/\u2028/evil.example',
  '/%5C\\evil.example',
  'evil.example',
  '.evil.example',
  '@evil.example',
];
const STAYING = [
  '/%2f%2fevil.example',
  '/%5cevil.example',
  '/courses/..//evil.example',
  '/my-training?x=//evil.example',
];

describe('where signing in leads to', () => {
  const product = new Product();
  beforeAll(async () => {
    await product.open('sqlite');
    await product.person('practitioner', { email: 'led@person.example' });
  });
  beforeEach(() => product.database.repo(ThrottleEntity).clear());
  afterAll(() => product.close());

  const landing = (location: unknown) => new URL(String(location), 'http://localhost:3000');

  it.each([...ELSEWHERE, ...STAYING])('is this website, whatever the form says: %j', async (returnTo) => {
    const answer = await new Website(product).post('/sign-in', {
      email: 'led@person.example',
      password: 'a long enough password',
      returnTo,
    });
    expect(answer.status).toBe(303);
    expect(landing(answer.headers['location']).host).toBe('localhost:3000');
    expect(landing(answer.headers['location']).protocol).toBe('http:');
    expect(String(answer.headers['location'])).toMatch(/^\/(?!\/)[\x21-\x7e]*$/);
  });

  it.each([...ELSEWHERE, ...STAYING])(
    'is this website for somebody signed in, whatever the address says: %j',
    async (returnTo) => {
      const browser = new Website(product);
      await browser.signIn('led@person.example');
      const answer = await browser.get(`/sign-in?returnTo=${encodeURIComponent(returnTo)}`);
      expect(answer.status).toBe(303);
      expect(landing(answer.headers['location']).host).toBe('localhost:3000');
    },
  );

  it.each(ELSEWHERE)('never stands in the form: %j', async (returnTo) => {
    const page = await new Website(product).get(`/sign-in?returnTo=${encodeURIComponent(returnTo)}`);
    expect(page.text).toMatch(/name="returnTo" value="(\/my-training)?"/);
  });

  it.each(['//evil.example/my-training', '/my-training//evil.example', '/my-training?next=https://evil.example'])(
    'is the page that asked for it, from %s',
    async (path) => {
      const answer = await new Website(product).get(path);
      if (answer.status !== 303) return expect(answer.status).toBe(404);
      const next = new URLSearchParams(String(answer.headers['location']).split('?')[1]);
      expect(landing(next.get('returnTo') ?? '/').host).toBe('localhost:3000');
    },
  );
});
