import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { MeView, ProblemView, Role, SecondFactorSetUp } from '@roundtable/contracts';
import { OwnSecondFactor } from '@roundtable/people';
import { Settings } from '@roundtable/platform';
import { shownCode, wrongCode } from '../support/authenticator';
import { Mailbox } from '../support/mailbox';
import { onTheProduct } from '../support/product';
import { Website } from '../support/website';

const PASSWORD = 'a long enough password';

onTheProduct((product) => {
  /** Every test works in a minute of its own, so that no try of another counts in it. */
  let minutes = 0;
  const wait = (more: number) => {
    jest.restoreAllMocks();
    const now = Date.now();
    minutes += more;
    jest.spyOn(Date, 'now').mockImplementation(() => now + minutes * 60_000);
  };
  afterEach(async () => {
    await product.app.get(Settings).write('requireSecondFactor', false);
    wait(2);
  });

  const signIn = (email: string, more: object = {}) =>
    product.ask<MeView & ProblemView>('POST', '/api/session', { body: { email, password: PASSWORD, ...more } });

  /** A person with an app that is set up, at a browser that is signed in. */
  const enrolled = async (email: string, role: Role = 'practitioner') => {
    await product.person(role, { email });
    const browser = new Website(product);
    await browser.signIn(email);
    const begun = (await browser.api('POST', '/api/me/second-factor', { password: PASSWORD }))
      .body as SecondFactorSetUp;
    const answer = await browser.api('POST', '/api/me/second-factor/confirmation', {
      code: shownCode(begun.secret, -1),
    });
    const { recoveryCodes } = answer.body as { recoveryCodes: string[] };
    return { email, browser, secret: begun.secret, recoveryCodes, begun };
  };

  it('is set up with the app’s first code, for the password, and told by mail', async () => {
    const { email, browser, begun, recoveryCodes } = await enrolled('setter@factor.example');
    expect(begun.uri).toMatch(/^otpauth:\/\/totp\/Roundtable:setter%40factor\.example\?.*secret=/);
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(recoveryCodes[0]).toMatch(/^[2-9B-Z]{4}-[2-9B-Z]{4}-[2-9B-Z]{4}$/);
    expect((await browser.api('GET', '/api/me/second-factor')).body).toEqual({
      isOn: true,
      isRequired: false,
      recoveryCodesLeft: 10,
    });
    expect((await browser.api('POST', '/api/me/second-factor', { password: PASSWORD })).status).toBe(409);
    expect((await new Mailbox(product, email).newest('account.second-factor-on')).textBody).toContain('authenticator');
  });

  it('is not set up without the password, nor with a wrong code, and counts for nothing until then', async () => {
    const email = 'unsure@factor.example';
    await product.person('practitioner', { email });
    const browser = new Website(product);
    await browser.signIn(email);
    expect((await browser.api('POST', '/api/me/second-factor', { password: 'not mine at all' })).status).toBe(422);
    const { secret } = (await browser.api('POST', '/api/me/second-factor', { password: PASSWORD }))
      .body as SecondFactorSetUp;
    const wrong = await browser.api('POST', '/api/me/second-factor/confirmation', { code: wrongCode(secret) });
    expect(wrong.status).toBe(422);
    expect((await signIn(email)).status).toBe(200);
  });

  it('is asked for after the right password, and a wrong code is refused like a wrong password', async () => {
    const { email, secret } = await enrolled('asked@factor.example');
    expect([(await signIn(email)).status, (await signIn(email)).body.code]).toEqual([401, 'people.code-needed']);
    const wrong = await signIn(email, { code: wrongCode(secret) });
    const nobody = await signIn('nobody@factor.example', { code: '000000' });
    expect([wrong.status, wrong.text]).toEqual([nobody.status, nobody.text]);
    expect(wrong.body.code).toBe('people.sign-in-failed');
    expect((await signIn(email, { code: shownCode(secret) })).status).toBe(200);
  });

  it('takes every code of the app once, also where two come at once, and none from before the last', async () => {
    const { email, secret } = await enrolled('once@factor.example');
    wait(1);
    const code = shownCode(secret);
    const answers = await Promise.all([signIn(email, { code }), signIn(email, { code })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
    expect((await signIn(email, { code })).status).toBe(401);
    expect((await signIn(email, { code: shownCode(secret, -1) })).status).toBe(401);
    wait(1);
    expect((await signIn(email, { code: shownCode(secret, -3) })).status).toBe(401);
    expect((await signIn(email, { code: shownCode(secret, 1) })).status).toBe(200);
  });

  it('takes every recovery code once, however it is typed, and no other person’s', async () => {
    const { email, recoveryCodes } = await enrolled('recover@factor.example');
    const other = await enrolled('other@factor.example');
    const [first = ''] = recoveryCodes;
    expect((await signIn(other.email, { code: first })).status).toBe(401);
    expect((await signIn(email, { code: first.toLowerCase().replaceAll('-', ' ') })).status).toBe(200);
    expect((await signIn(email, { code: first })).status).toBe(401);
  });

  it('refuses more than five codes a minute, the right one too', async () => {
    const { email, secret } = await enrolled('limited@factor.example');
    wait(1);
    const statuses = [];
    for (let n = 0; n < 7; n += 1) statuses.push((await signIn(email, { code: wrongCode(secret) })).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
    expect((await signIn(email, { code: shownCode(secret) })).status).toBe(429);
    wait(1);
    expect((await signIn(email, { code: shownCode(secret) })).status).toBe(200);
  });

  it('is not passed by a mailed link, which stays open until the code comes, nor by a new password', async () => {
    const { email, secret } = await enrolled('linked@factor.example');
    const mailbox = new Mailbox(product, email);
    const confirm = (body: object) => product.ask<ProblemView>('POST', '/api/session/link/confirmation', { body });
    await product.ask('POST', '/api/session/link', { body: { email } });
    const token = await mailbox.token('proof.sign-in');
    expect((await confirm({ token })).body.code).toBe('people.code-needed');
    expect((await confirm({ token, authenticatorCode: wrongCode(secret) })).body.code).toBe('people.sign-in-failed');
    expect((await confirm({ token, authenticatorCode: shownCode(secret) })).status).toBe(200);
    await product.ask('POST', '/api/password-resets', { body: { email } });
    const reset = { token: await mailbox.token('proof.password-reset'), password: PASSWORD };
    expect((await product.ask('POST', '/api/password-resets/confirmation', { body: reset })).status).toBe(204);
    expect((await signIn(email)).body.code).toBe('people.code-needed');
  });

  it('is turned off for password and code, which signs the other devices out', async () => {
    const { email, browser, secret } = await enrolled('quitter@factor.example');
    const other = new Website(product);
    const first = await other.signIn(email);
    expect(first.text).toContain('Enter your code');
    const step = /name="step" value="([\w-]+)"/.exec(first.text)?.[1] ?? '';
    expect((await other.post('/sign-in', { step, code: shownCode(secret) })).status).toBe(303);
    const remove = (body: object) => browser.api('POST', '/api/me/second-factor/removal', body);
    wait(1);
    expect((await remove({ password: 'not mine at all', code: shownCode(secret) })).status).toBe(422);
    expect((await remove({ password: PASSWORD, code: wrongCode(secret) })).status).toBe(422);
    expect((await remove({ password: PASSWORD, code: shownCode(secret) })).status).toBe(204);
    expect((await browser.api('GET', '/api/me')).status).toBe(200);
    expect((await other.api('GET', '/api/me')).status).toBe(401);
    expect((await signIn(email)).status).toBe(200);
  });

  it('gives new recovery codes for a code, and the old ones end', async () => {
    const { email, browser, secret, recoveryCodes } = await enrolled('renewer@factor.example');
    wait(1);
    const renewed = await browser.api('POST', '/api/me/second-factor/recovery-codes', { code: shownCode(secret) });
    const codes = (renewed.body as { recoveryCodes: string[] }).recoveryCodes;
    expect((await signIn(email, { code: recoveryCodes[1] })).status).toBe(401);
    expect((await signIn(email, { code: codes[1] })).status).toBe(200);
  });

  it('is taken off by the operator for somebody who lost app and codes', async () => {
    const { email } = await enrolled('lost@factor.example');
    expect(await product.app.get(OwnSecondFactor).removeByEmail(' Lost@factor.example')).toBe(true);
    expect((await signIn(email)).status).toBe(200);
  });

  describe('the second step on the website', () => {
    it('asks for the code on a page of its own, five times at most, for ten minutes', async () => {
      const { email, secret } = await enrolled('paged@factor.example');
      wait(1);
      const browser = new Website(product);
      const begin = async () => /name="step" value="([\w-]+)"/.exec((await browser.signIn(email)).text)?.[1] ?? '';
      const step = await begin();
      expect(browser.cookies.size).toBe(0);
      const wrong = await browser.post('/sign-in', { step, code: wrongCode(secret), returnTo: '/courses' });
      expect([wrong.status, wrong.text.includes('That code is not right')]).toEqual([401, true]);
      const right = await browser.post('/sign-in', { step, code: shownCode(secret), returnTo: '/courses' });
      expect([right.status, right.headers['location']]).toEqual([303, '/courses']);
      const again = await browser.post('/sign-in', { step, code: shownCode(secret, 1) });
      expect([again.status, again.text.includes('Sign in again')]).toEqual([401, true]);
      browser.cookies.clear();
      const late = await begin();
      wait(11);
      expect((await browser.post('/sign-in', { step: late, code: shownCode(secret) })).status).toBe(401);
    });
  });

  describe('where the partnership asks for it', () => {
    it.each(['coordinator', 'trainer', 'system-owner'] as const)(
      'a %s sets it up before anything else',
      async (role) => {
        const email = `${role}@factor.example`;
        await product.person(role, { email });
        await product.app.get(Settings).write('requireSecondFactor', true);
        const browser = new Website(product);
        expect((await browser.signIn(email)).headers['location']).toBe('/account/second-factor');
        for (const path of ['/api/me', '/api/bookings', '/api/me/sign-ins', '/api/register', '/api/practitioners']) {
          const answer = await browser.api('GET', path);
          if (answer.status !== 404) expect([path, answer.status]).toEqual([path, 403]);
        }
        expect((await browser.api('GET', '/api/me')).body).toMatchObject({ code: 'people.second-factor-first' });
        expect((await browser.get('/my-training')).headers['location']).toBe('/account/second-factor');
        const begun = await browser.post('/account/second-factor', { do: 'begin' });
        const secret = (/roundtable-key">([A-Z2-7 ]+)</.exec(begun.text)?.[1] ?? '').replaceAll(' ', '');
        const old = browser.cookies.get('roundtable')!;
        const done = await browser.post('/account/second-factor', { do: 'confirm', code: shownCode(secret) });
        expect([done.status, done.text.match(/class="roundtable-key"/g)?.length]).toEqual([200, 10]);
        expect((await browser.api('GET', '/api/me')).body).toMatchObject({ roles: [role] });
        const planted = new Website(product);
        planted.cookies.set('roundtable', old);
        expect((await planted.api('GET', '/api/me')).status).toBe(401);
        const code = shownCode(secret, 1);
        expect(
          (await browser.api('POST', '/api/me/second-factor/removal', { password: PASSWORD, code })).body,
        ).toMatchObject({
          code: 'people.second-factor-needed',
        });
      },
    );

    it('asks nothing of a practitioner, and of nobody while the setting is off', async () => {
      await product.person('practitioner', { email: 'plain@factor.example' });
      await product.person('coordinator', { email: 'calm@factor.example' });
      expect((await signIn('calm@factor.example')).body.mustEnrol).toBeUndefined();
      await product.app.get(Settings).write('requireSecondFactor', true);
      expect((await signIn('plain@factor.example')).body.mustEnrol).toBeUndefined();
      const limited = await signIn('calm@factor.example');
      expect([limited.status, limited.body.mustEnrol, limited.body.roles]).toEqual([200, true, []]);
    });
  });
});
