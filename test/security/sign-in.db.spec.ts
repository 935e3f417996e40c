import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { SignInEntity } from '@roundtable/people';
import { AuditEntryEntity } from '@roundtable/platform';
import { onTheProduct } from '../support/product';
import { Website } from '../support/website';

const PASSWORD = 'a long enough password';
const COOKIE = 'roundtable';

onTheProduct((product) => {
  const signIn = (email: unknown, password: unknown, headers: Record<string, string> = {}) =>
    product.ask<{ code: string }>('POST', '/api/session', { body: { email, password }, headers });
  const minutesLater = (minutes: number) => {
    const now = Date.now();
    jest.spyOn(Date, 'now').mockImplementation(() => now + minutes * 60_000);
  };
  afterEach(() => {
    jest.restoreAllMocks();
  });

  describe('session fixation', () => {
    const email = 'fixed@person.example';
    beforeAll(async () => {
      await product.person('practitioner', { email });
    });

    it('fails: a cookie that somebody planted is worth nothing, and signing in gives a new one', async () => {
      const browser = new Website(product);
      browser.cookies.set(COOKIE, 'planted-by-somebody-else');
      expect((await browser.get('/my-training')).status).toBe(303);
      expect((await browser.signIn(email)).status).toBe(303);
      expect(browser.cookies.get(COOKIE)).toMatch(/^[\w-]{32}$/);
      const planted = new Website(product);
      planted.cookies.set(COOKIE, 'planted-by-somebody-else');
      expect((await planted.api('GET', '/api/me')).status).toBe(401);
    });

    it('fails: the secret of an earlier sign-in is never given again, and ends with its own sign-out', async () => {
      const [first, second] = [new Website(product), new Website(product)];
      await first.signIn(email);
      second.cookies.set(COOKIE, first.cookies.get(COOKIE)!);
      await second.signIn(email);
      expect(second.cookies.get(COOKIE)).not.toBe(first.cookies.get(COOKIE));
      const kept = first.cookies.get(COOKIE)!;
      await first.post('/sign-out');
      first.cookies.set(COOKIE, kept);
      expect((await first.api('GET', '/api/me')).status).toBe(401);
      expect((await second.api('GET', '/api/me')).status).toBe(200);
    });

    it('has nothing to take from the database: it holds no secret, only its hash', async () => {
      const browser = new Website(product);
      await browser.signIn(email);
      const rows = await product.database.repo(SignInEntity).find();
      expect(rows.length).toBeGreaterThan(0);
      expect(JSON.stringify(rows)).not.toContain(browser.cookies.get(COOKIE)!);
    });

    it('ends after 4 hours without a request, and after 14 hours in any case', async () => {
      const browser = new Website(product);
      await browser.signIn(email);
      minutesLater(4 * 60 - 1);
      expect((await browser.api('GET', '/api/me')).status).toBe(200);
      minutesLater(4 * 60 + 1);
      expect((await browser.api('GET', '/api/me')).status).toBe(401);
      jest.restoreAllMocks();
      await browser.signIn(email);
      minutesLater(0);
      for (let hours = 0; hours < 12; hours += 3) {
        minutesLater(3 * 60);
        expect((await browser.api('GET', '/api/me')).status).toBe(200);
      }
      minutesLater(2 * 60 + 1);
      expect((await browser.api('GET', '/api/me')).status).toBe(401);
    });
  });

  describe('brute force', () => {
    // The clock stands still, so that no minute begins in the middle of a test.
    beforeEach(() => minutesLater(0));
    const guess = async (
      times: number,
      email: (n: number) => string,
      headers: (n: number) => Record<string, string>,
    ) => {
      const statuses = [];
      for (let n = 0; n < times; n += 1)
        statuses.push((await signIn(email(n), `guess number ${n}`, headers(n))).status);
      return statuses;
    };
    const SLOWED = [...Array<number>(10).fill(401), 429, 429];

    it('is slowed down per account, and the right password works once the minute is over', async () => {
      const email = 'guessed@person.example';
      await product.person('practitioner', { email });
      for (let minute = 0; minute < 5; minute += 1) {
        expect(
          await guess(
            12,
            () => email,
            () => ({}),
          ),
        ).toEqual(SLOWED);
        expect((await signIn(email, PASSWORD)).status).toBe(429);
        minutesLater(1);
      }
      expect((await signIn(email, PASSWORD)).status).toBe(200);
    });

    it('is not hidden by other ways to write the address', async () => {
      const ways = [
        'varied@person.example',
        'VARIED@person.example',
        ' Varied@Person.Example ',
        'varied@person.example\t',
      ];
      expect(
        await guess(
          12,
          (n) => ways[n % ways.length]!,
          () => ({}),
        ),
      ).toEqual(SLOWED);
    });

    it.each([
      ['a key for repeating requests', (n: number) => ({ 'idempotency-key': `guess-${n}` })],
      ['a forged address of the client', (n: number) => ({ 'x-forwarded-for': `192.0.2.${n}` })],
      ['another language or browser', (n: number) => ({ 'user-agent': `browser ${n}`, 'accept-language': `x-${n}` })],
    ])('is not let through by %s', async (name, headers) => {
      const email = `${name.replace(/\W+/g, '-')}@person.example`;
      expect(await guess(12, () => email, headers)).toEqual(SLOWED);
    });

    it('is not let through by a key for repeating requests that a signed-in person sends', async () => {
      const { token } = await product.person();
      const headers = (n: number) => ({ authorization: `Bearer ${token}`, 'idempotency-key': `guess-${n}` });
      expect(await guess(12, () => 'target@person.example', headers)).toEqual(SLOWED);
    });

    it('is slowed down on the page as it is in the API', async () => {
      const browser = new Website(product);
      const statuses = [];
      for (let n = 0; n < 12; n += 1)
        statuses.push((await browser.signIn('page@person.example', 'guessing guessing')).status);
      expect(statuses).toEqual(SLOWED);
    });

    it('leaves its trace whatever headers come with it', async () => {
      const refused = () => product.database.repo(AuditEntryEntity).countBy({ action: 'sign-in.refuse' });
      const before = await refused();
      await signIn('traced@person.example', 'guessing guessing', { 'idempotency-key': 'a key' });
      expect(await refused()).toBe(before + 1);
    });

    it('is slowed down softly per address, so that one address cannot try every account', async () => {
      minutesLater(20);
      const statuses = await guess(
        303,
        (n) => `sprayed${n}@person.example`,
        () => ({ 'x-forwarded-for': '203.0.113.9' }),
      );
      expect(statuses.slice(0, 300)).not.toContain(429);
      expect(statuses.slice(-3)).toEqual([429, 429, 429]);
      expect((await signIn('calm@person.example', 'Password1234', { 'x-forwarded-for': '203.0.113.10' })).status).toBe(
        401,
      );
      const forged = { 'x-forwarded-for': '198.51.100.77, 203.0.113.9' };
      expect((await signIn('calm@person.example', 'Password1234', forged)).status).toBe(429);
    });
  });

  describe('finding out who has an account', () => {
    it('fails by words: page and API answer the same for an address that is known, unknown or unconfirmed', async () => {
      const coordinator = await product.person('coordinator');
      const agency = await product.ask<{ id: string }[]>('GET', '/api/agencies', { as: coordinator });
      await product.person('practitioner', { email: 'has-account@person.example' });
      await product.ask('POST', '/api/practitioners', {
        as: coordinator,
        body: { name: 'No Account', email: 'no-account@person.example', agencyId: agency.body[0]!.id },
      });
      const addresses = ['has-account@person.example', 'no-account@person.example', 'nobody@person.example'];
      const answers = [];
      const pages = [];
      for (const email of addresses) {
        const answer = await signIn(email, 'not the password');
        answers.push([answer.status, answer.text, Object.keys(answer.headers).sort()]);
        const page = await new Website(product).signIn(email, 'not the password');
        pages.push([page.status, page.text.replaceAll(email, 'EMAIL').replace(/nonce="[^"]*"/g, '')]);
      }
      expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
      expect(new Set(pages.map((one) => JSON.stringify(one))).size).toBe(1);
      expect(pages[0]![0]).toBe(401);
    });

    it('fails by time: known and unknown addresses take about as long', async () => {
      const known = ['timed1', 'timed2', 'timed3', 'timed4'].map((name) => `${name}@person.example`);
      for (const email of known) await product.person('practitioner', { email });
      const spent = { known: [] as number[], unknown: [] as number[] };
      const time = async (email: string): Promise<number> => {
        const start = performance.now();
        expect((await signIn(email, 'not the password')).status).toBe(401);
        return performance.now() - start;
      };
      await time('warm-up@person.example');
      for (let n = 0; n < 32; n += 1) {
        spent.known.push(await time(known[n % known.length]!));
        spent.unknown.push(await time(`untimed${n}@person.example`));
      }
      const median = (times: number[]) => times.sort((one, other) => one - other)[times.length / 2]!;
      const ratio = median(spent.known) / median(spent.unknown);
      expect(ratio).toBeGreaterThan(0.5);
      expect(ratio).toBeLessThan(2);
    });
  });

  describe.each([
    ['a new password', '/api/password-resets', '/sign-in/forgotten-password', {}],
    ['a link to sign in', '/api/session/link', '/sign-in/link', {}],
    [
      'an account',
      '/api/registrations',
      null,
      {
        name: 'Nora',
        jobRole: 'Teacher',
        area: 'city',
        agency: 'Test Agency',
        password: 'quite another and longer one',
      },
    ],
  ] as const)('finding out who has an account by asking for %s', (what, path, page, more) => {
    const slug = what.replaceAll(' ', '-');
    const known = [`${slug}-1@person.example`, `${slug}-2@person.example`];
    beforeAll(async () => {
      for (const email of known) await product.person('practitioner', { email });
    });

    it('fails by words', async () => {
      const seen = new Set<string>();
      for (const email of [known[0]!, `${slug}-nobody@person.example`]) {
        const answer = await product.ask('POST', path, { body: { email, ...more } });
        const shown = page === null ? null : await new Website(product).post(page, { email });
        const words = [
          answer.status,
          answer.text,
          shown?.status,
          shown?.text,
          shown?.headers['location'],
          Object.keys(answer.headers),
        ];
        seen.add(
          JSON.stringify(words)
            .replaceAll(email, 'EMAIL')
            .replace(/mail=[\w-]+/g, 'mail=ID'),
        );
      }
      expect([...seen]).toHaveLength(1);
    });

    it('fails by time', async () => {
      const spent = { known: [] as number[], unknown: [] as number[] };
      const time = async (email: string): Promise<number> => {
        const start = performance.now();
        expect((await product.ask('POST', path, { body: { email, ...more } })).status).toBe(202);
        return performance.now() - start;
      };
      for (let n = 0; n < 8; n += 1) {
        spent.known.push(await time(known[n % known.length]!));
        spent.unknown.push(await time(`${slug}-${n}-unknown@person.example`));
      }
      const median = (times: number[]) => times.sort((one, other) => one - other)[times.length / 2]!;
      const ratio = median(spent.known) / median(spent.unknown);
      expect(ratio).toBeGreaterThan(0.7);
      expect(ratio).toBeLessThan(1.4);
    });
  });

  describe('one person, whatever the spelling of the address', () => {
    it('signs in with capital letters and spaces around it', async () => {
      const { personId } = await product.person('practitioner', { email: 'Spelt.Twice@Person.example' });
      for (const email of [
        'spelt.twice@person.example',
        'SPELT.TWICE@PERSON.EXAMPLE',
        '  spelt.twice@person.example ',
      ]) {
        const answer = await product.ask<{ id: string }>('POST', '/api/session', {
          body: { email, password: PASSWORD },
        });
        expect([email, answer.status, answer.body.id]).toEqual([email, 200, personId]);
      }
      const again = await product.person('practitioner', { email: ' SPELT.twice@person.EXAMPLE' });
      expect(again.personId).toBe(personId);
    });

    it('takes a domain that only looks alike for another one', async () => {
      await product.person('practitioner', { email: 'officer@police.example' });
      for (const email of [
        'officer@рolice.example',
        'officer@police.exаmple',
        'оfficer@police.example',
        'officer@police.example\u200b',
      ]) {
        const answer = await signIn(email, PASSWORD);
        expect([email, answer.status]).toEqual([email, 401]);
      }
    });
  });
});
