import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { MeView, ProblemView, SignInView } from '@roundtable/contracts';
import { AddressProofEntity } from '@roundtable/people';
import { MessageEntity } from '@roundtable/platform';
import { Mailbox } from '../support/mailbox';
import { onTheProduct } from '../support/product';
import { Website } from '../support/website';

const PASSWORD = 'seven quiet herons';
const NEXT = 'eleven loud magpies';
const MINUTE = 60_000;

onTheProduct((product) => {
  const later = (minutes: number) => {
    const now = Date.now();
    jest.spyOn(Date, 'now').mockImplementation(() => now + minutes * MINUTE);
  };
  afterEach(() => {
    jest.restoreAllMocks();
  });

  const post = <Body = ProblemView>(path: string, body: object) => product.ask<Body>('POST', `/api${path}`, { body });
  const signIn = (email: string, password: string, more: object = {}) =>
    post<MeView & ProblemView>('/session', { email, password, ...more });
  const known = (email: string) => product.person('practitioner', { email });

  describe('signing in by mail', () => {
    it('works by the link and by the code, once each', async () => {
      const mailbox = new Mailbox(product, 'linked@test.example');
      const { personId } = await known(mailbox.address);
      expect((await post('/session/link', { email: mailbox.address })).status).toBe(202);
      const token = await mailbox.token('proof.sign-in');
      const signedIn = await post<MeView>('/session/link/confirmation', { token });
      expect([signedIn.status, signedIn.body.id]).toEqual([200, personId]);
      expect(String(signedIn.headers['set-cookie'])).toMatch(/^roundtable=[\w-]{32};.*HttpOnly/);
      expect((await post('/session/link/confirmation', { token })).body.code).toBe('people.proof-refused');
      await post('/session/link', { email: mailbox.address });
      const code = await mailbox.code('proof.sign-in');
      const body = { email: 'Linked@test.example', code };
      expect((await post<MeView>('/session/link/confirmation', body)).body.id).toBe(personId);
      expect((await post('/session/link/confirmation', body)).body.code).toBe('people.proof-refused');
    });

    it('ends after ten minutes, and after five wrong codes even where they come at once', async () => {
      const mailbox = new Mailbox(product, 'guessed@test.example');
      await known(mailbox.address);
      await post('/session/link', { email: mailbox.address });
      const code = await mailbox.code('proof.sign-in');
      const wrong = code === '123456' ? '654321' : '123456';
      const tries = await Promise.all(
        Array.from({ length: 8 }, () => post('/session/link/confirmation', { email: mailbox.address, code: wrong })),
      );
      expect(new Set(tries.map(({ body }) => body.code))).toEqual(new Set(['people.proof-refused']));
      const proofs = product.database.repo(AddressProofEntity);
      expect((await proofs.findOneByOrFail({ email: mailbox.address })).tries).toBe(5);
      expect((await post('/session/link/confirmation', { email: mailbox.address, code })).status).toBe(401);
      const token = await mailbox.token('proof.sign-in');
      later(11);
      expect((await post('/session/link/confirmation', { token })).status).toBe(401);
    });

    it('answers alike for an address that nobody has, and keeps no code that could be read', async () => {
      await known('alike@test.example');
      const answers = [];
      for (const email of ['alike@test.example', 'unlike@test.example']) {
        const asked = await post('/session/link', { email });
        const refused = await post('/session/link/confirmation', { email, code: '000001' });
        answers.push([asked, refused].map(({ status, text }) => [status, text.replace(email, 'EMAIL')]));
      }
      expect(answers[0]).toEqual(answers[1]);
      expect(await new Mailbox(product, 'unlike@test.example').all()).toEqual([]);
      const code = await new Mailbox(product, 'alike@test.example').code('proof.sign-in');
      const rows = JSON.stringify(await product.database.repo(AddressProofEntity).find());
      expect(rows).not.toContain(code);
      expect(rows).toContain('$argon2id$');
    });

    it('takes about as long to ask for, for a known and an unknown address', async () => {
      await known('timed@test.example');
      const spent = async (email: string): Promise<number> => {
        const start = performance.now();
        await post('/session/link', { email });
        return performance.now() - start;
      };
      for (const email of ['timed@test.example', 'untimed@test.example'])
        expect(await spent(email)).toBeGreaterThanOrEqual(295);
    });
  });

  describe('a forgotten password', () => {
    it('is chosen anew by the mailed link, once, and ends every sign-in', async () => {
      const mailbox = new Mailbox(product, 'forgetful@test.example');
      await known(mailbox.address);
      const browser = new Website(product);
      await browser.signIn(mailbox.address);
      expect((await post('/password-resets', { email: mailbox.address })).status).toBe(202);
      const token = await mailbox.token('proof.password-reset');
      const weak = await post('/password-resets/confirmation', { token, password: 'qwertyuiop12' });
      expect([weak.status, Object.keys(weak.body.errors ?? {})]).toEqual([422, ['password']]);
      expect((await post('/password-resets/confirmation', { token, password: NEXT })).status).toBe(204);
      expect((await browser.api('GET', '/api/me')).status).toBe(401);
      expect((await signIn(mailbox.address, 'a long enough password')).status).toBe(401);
      expect((await signIn(mailbox.address, NEXT)).status).toBe(200);
      expect((await post('/password-resets/confirmation', { token, password: PASSWORD })).status).toBe(401);
      expect((await mailbox.newest('account.password-changed')).textBody).toContain('was changed');
    });

    it('is asked for alike by nobody, who gets no mail', async () => {
      expect((await post('/password-resets', { email: 'ghost@test.example' })).status).toBe(202);
      expect(await new Mailbox(product, 'ghost@test.example').all()).toEqual([]);
    });
  });

  describe('one’s own account', () => {
    const device = (userAgent: string) => {
      const browser = new Website(product);
      return {
        browser,
        signIn: (email: string) =>
          browser.post('/sign-in', { email, password: 'a long enough password' }, { 'user-agent': userAgent }),
      };
    };
    const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0';
    const SAFARI =
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1';

    it('lists the devices one is signed in on, and ends them one by one or all others, never somebody else’s', async () => {
      const email = 'devices@test.example';
      await known(email);
      await known('stranger@test.example');
      const [one, two, three, stranger] = [device(FIREFOX), device(SAFARI), device(''), device(FIREFOX)];
      for (const each of [one, two, three]) await each.signIn(email);
      await stranger.signIn('stranger@test.example');
      const list = async () => (await one.browser.api('GET', '/api/me/sign-ins')).body as SignInView[];
      expect((await list()).map(({ device: words, isCurrent }) => `${words} ${isCurrent}`).sort()).toEqual([
        'A device we do not know false',
        'Firefox on Windows true',
        'Safari on an iPhone false',
      ]);
      const phone = (await list()).find(({ device: words }) => words.includes('iPhone'))!;
      expect((await stranger.browser.api('DELETE', `/api/me/sign-ins/${phone.id}`)).status).toBe(404);
      expect((await one.browser.api('DELETE', `/api/me/sign-ins/${phone.id}`)).status).toBe(204);
      expect((await two.browser.api('GET', '/api/me')).status).toBe(401);
      expect((await one.browser.api('DELETE', '/api/me/sign-ins')).status).toBe(204);
      expect((await three.browser.api('GET', '/api/me')).status).toBe(401);
      expect((await list()).length).toBe(1);
      expect((await stranger.browser.api('GET', '/api/me')).status).toBe(200);
    });

    it('changes the password for the current one: other devices are signed out, this one gets a new secret', async () => {
      const mailbox = new Mailbox(product, 'changer@test.example');
      await known(mailbox.address);
      const [one, two] = [device(FIREFOX), device(SAFARI)];
      for (const each of [one, two]) await each.signIn(mailbox.address);
      const old = one.browser.cookies.get('roundtable');
      const change = (currentPassword: string, newPassword = NEXT) =>
        one.browser.api('POST', '/api/me/password', { currentPassword, newPassword });
      expect((await change('not my password')).status).toBe(422);
      expect((await change('a long enough password', 'changer changer')).status).toBe(422);
      expect((await change('a long enough password')).status).toBe(204);
      expect(one.browser.cookies.get('roundtable')).not.toBe(old);
      expect((await one.browser.api('GET', '/api/me')).status).toBe(200);
      expect((await two.browser.api('GET', '/api/me')).status).toBe(401);
      two.browser.cookies.set('roundtable', old!);
      expect((await two.browser.api('GET', '/api/me')).status).toBe(401);
      expect((await signIn(mailbox.address, NEXT)).status).toBe(200);
    });

    it('takes a new address once it is confirmed there, and tells the old one', async () => {
      const [old, next] = ['mover@test.example', 'moved@test.example'].map((email) => new Mailbox(product, email));
      await known(old!.address);
      const { browser, signIn: begin } = device(FIREFOX);
      await begin(old!.address);
      const change = (password: string) =>
        browser.api('POST', '/api/me/email', { email: 'Moved@Test.example', password });
      expect((await change('not my password')).status).toBe(422);
      expect((await change('a long enough password')).status).toBe(202);
      expect((await browser.api('GET', '/api/me')).body).toMatchObject({ email: old!.address });
      const token = await next!.token('proof.new-address');
      expect((await product.ask('GET', await next!.path('proof.new-address'))).status).toBe(200);
      expect((await post('/me/email/confirmation', { token })).status).toBe(200);
      expect((await browser.api('GET', '/api/me')).status).toBe(401);
      expect((await signIn(old!.address, 'a long enough password')).status).toBe(401);
      expect((await signIn(next!.address, 'a long enough password')).status).toBe(200);
      const told = await old!.newest('account.address-changed');
      expect(told.textBody).not.toContain(next!.address);
      expect((await post('/me/email/confirmation', { token })).status).toBe(401);
    });

    it('does not say whether somebody else has the new address, and never takes it from them', async () => {
      await known('asker@test.example');
      await known('owner@test.example');
      const { browser, signIn: begin } = device(FIREFOX);
      await begin('asker@test.example');
      const body = { email: 'owner@test.example', password: 'a long enough password' };
      expect((await browser.api('POST', '/api/me/email', body)).status).toBe(202);
      expect((await new Mailbox(product, body.email).all()).map(({ kind }) => kind)).toEqual(['account.address-taken']);
    });

    it('is not changed by an integration’s token', async () => {
      const caller = await known('tokened@test.example');
      for (const [path, body] of [
        ['/api/me/password', { currentPassword: 'a long enough password', newPassword: NEXT }],
        ['/api/me/email', { email: 'other@test.example', password: 'a long enough password' }],
        ['/api/me/second-factor', { password: 'a long enough password' }],
      ] as const)
        expect([path, (await product.ask('POST', path, { as: caller, body })).status]).toEqual([path, 403]);
    });
  });

  describe('mails that sign somebody in', () => {
    it('are readable by the office only where no mail server would send them', async () => {
      const coordinator = await product.person('coordinator');
      const mailbox = new Mailbox(product, 'secretive@test.example');
      await known(mailbox.address);
      await post('/session/link', { email: mailbox.address });
      const { id } = await mailbox.newest('proof.sign-in');
      const token = await mailbox.token('proof.sign-in');
      const read = () => product.ask('GET', `/api/messages/${id}`, { as: coordinator });
      expect((await read()).text).toContain(token);
      for (const state of ['queued', 'sending', 'failed', 'sent'] as const) {
        await product.database.repo(MessageEntity).update({ id }, { state });
        expect((await read()).text).not.toContain(token);
        expect((await product.ask('GET', `/api/messages/${id}.eml`, { as: coordinator })).text).not.toContain(token);
      }
    });
  });
});
