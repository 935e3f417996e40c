import { beforeAll, describe, expect, it } from '@jest/globals';
import { AgencyDomainEntity, AgencyEntity } from '@roundtable/agencies';
import { AddressProofEntity, RegistrationEntity } from '@roundtable/people';
import { newId } from '@roundtable/platform';
import { Mailbox } from '../support/mailbox';
import { onTheProduct } from '../support/product';
import { Website } from '../support/website';

const PASSWORD = 'seven quiet herons';

/** The hidden fields of a page, which carry the earlier answers. */
function hiddenOf(html: string): Record<string, string> {
  const fields = [...html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)];
  return Object.fromEntries(fields.map((match) => [match[1] ?? '', (match[2] ?? '').replaceAll('&#39;', "'")]));
}

const titleOf = (html: string) => /<title>([^<]*) – Roundtable/.exec(html)?.[1];

onTheProduct((product) => {
  beforeAll(async () => {
    for (const [agency, domain] of [
      ['Sherwood Primary School', 'sherwood.example'],
      ['Sherwood Academy Trust', 'sherwood.example'],
      ['Acorn Nursery', null],
    ] as const) {
      await product.person('practitioner', { agency });
      const { id: agencyId } = await product.database.repo(AgencyEntity).findOneByOrFail({ name: agency });
      if (domain)
        await product.database.repo(AgencyDomainEntity).insert({ id: newId(), agencyId, domain, position: 0 });
    }
  });

  const begin = (email: string, more: Record<string, string> = {}) =>
    new Website(product).post('/register', { step: 'address', email, ...more });
  const step = (html: string, fields: Record<string, string>) =>
    new Website(product).post('/register', { ...hiddenOf(html), ...fields });
  const agencyId = async (name: string) => (await product.database.repo(AgencyEntity).findOneByOrFail({ name })).id;

  describe('registering on the website', () => {
    it('goes from the address to the account, with every answer carried along, and only then signs in', async () => {
      const mailbox = new Mailbox(product, 'wanda@sherwood.example');
      const details = await begin(' Wanda@Sherwood.example ');
      expect(titleOf(details.text)).toBe('About you');
      expect(details.text).toContain('Sherwood Primary School');
      expect(details.text).not.toContain('Acorn Nursery');
      expect(details.text).not.toMatch(/<input[^>]*type="radio"[^>]*checked/);
      const about = {
        step: 'details',
        name: "Wanda O'Neill",
        jobRole: 'Teacher',
        agency: await agencyId('Sherwood Primary School'),
        area: 'county',
      };
      const last = await step(details.text, about);
      expect(titleOf(last.text)).toBe('Choose a password');
      const weak = await step(last.text, { step: 'account', password: 'password1234' });
      expect([weak.status, titleOf(weak.text)]).toEqual([422, 'Error: Choose a password']);
      expect(weak.text).not.toContain('password1234');
      const sent = await step(weak.text, { step: 'account', password: PASSWORD });
      expect(sent.status).toBe(303);
      const browser = new Website(product);
      const wait = await browser.get(String(sent.headers['location']));
      expect(wait.text).toContain(mailbox.address);
      expect((await browser.post('/register/code', { ...hiddenOf(wait.text), code: '' })).status).toBe(422);
      const code = await mailbox.code('proof.registration');
      const confirmed = await browser.post('/register/code', { ...hiddenOf(wait.text), code });
      expect(confirmed.headers['location']).toBe('/sign-in?done=confirmed');
      expect((await browser.get('/sign-in?done=confirmed')).text).toContain('Your email address is confirmed');
      expect((await browser.signIn(mailbox.address, PASSWORD)).headers['location']).toBe('/my-training');
      expect((await browser.get('/account')).text).toContain('Wanda O&#39;Neill');
      expect((await browser.get('/register')).headers['location']).toBe('/account');
    });

    it('proposes nothing for a domain that everybody has', async () => {
      const { text } = await begin('wanda@gmail.com');
      expect(text).toContain('Name of your agency');
      expect(text).not.toContain('Another agency');
    });

    it('asks whose a mailbox is that looks shared, and takes it from its one reader', async () => {
      const asked = await begin('office@sherwood.example');
      expect([asked.status, titleOf(asked.text)]).toEqual([422, 'Error: Create an account']);
      expect(asked.text).toContain('Is this address yours alone?');
      expect((await begin('office@sherwood.example', { ownAddress: 'no' })).text).toContain(
        'Use an address that only you read',
      );
      const own = await begin('office@sherwood.example', { ownAddress: 'yes' });
      expect([own.status, hiddenOf(own.text)['ownAddress']]).toEqual([200, 'yes']);
    });

    it('offers agencies with a name like the one that was typed, and takes the one of exactly that name', async () => {
      const about = { step: 'details', name: 'Wanda', jobRole: 'Carer', area: 'both', agency: 'another' };
      const details = await begin('wanda@nowhere.example');
      const like = await step(details.text, { ...about, agencyName: 'acorns nursery ltd or Acorn' });
      expect(titleOf(like.text)).toBe('Is your agency one of these?');
      expect(like.text).toContain('Acorn Nursery');
      const undecided = await step(like.text, { step: 'agency' });
      expect([undecided.status, undecided.text.includes('Choose your agency, or that it is none')]).toEqual([
        422,
        true,
      ]);
      const chosen = await step(like.text, { step: 'agency', agencyMatch: await agencyId('Acorn Nursery') });
      expect(titleOf(chosen.text)).toBe('Choose a password');
      const exact = await step(details.text, { ...about, agencyName: 'acorn  NURSERY' });
      expect([titleOf(exact.text), hiddenOf(exact.text)['agencyMatch']]).toEqual([
        'Choose a password',
        await agencyId('Acorn Nursery'),
      ]);
    });

    it('takes an agency that is new, with its sector', async () => {
      const mailbox = new Mailbox(product, 'wren@nowhere.example');
      const details = await begin(mailbox.address);
      const about = { step: 'details', name: 'Wren', jobRole: 'Carer', area: 'city', agencyName: 'Zephyr Hub' };
      const fresh = await step(details.text, about);
      expect(titleOf(fresh.text)).toBe('Your agency is new to us');
      expect((await step(fresh.text, { step: 'agency' })).status).toBe(422);
      const last = await step(fresh.text, { step: 'agency', sector: 'housing' });
      await step(last.text, { step: 'account', password: PASSWORD });
      const path = await mailbox.path('proof.registration');
      const browser = new Website(product);
      expect((await browser.get(path)).text).toContain('Press it only if you asked for this account yourself');
      expect((await browser.post(path, { pressed: 'yes' })).status).toBe(303);
      expect((await product.database.repo(AgencyEntity).findOneByOrFail({ name: 'Zephyr Hub' })).status).toBe(
        'proposed',
      );
    });

    it('shows what is missing at each field, and keeps what was typed', async () => {
      const details = await begin('wanda@sherwood.example');
      const refused = await step(details.text, { step: 'details', name: 'Wanda Kept', jobRole: '' });
      expect([refused.status, titleOf(refused.text)]).toEqual([422, 'Error: About you']);
      for (const sentence of ['Enter your job role', 'Choose your agency', 'Choose where you work'])
        expect(refused.text).toContain(sentence);
      expect(refused.text).toContain('value="Wanda Kept"');
      const changed = await step(refused.text, { step: 'change', name: 'Wanda Kept' });
      expect(changed.text).toContain('value="Wanda Kept"');
    });

    it('keeps nothing of what was typed before the last step', async () => {
      await begin('early@sherwood.example');
      expect(await product.database.repo(RegistrationEntity).countBy({ email: 'early@sherwood.example' })).toBe(0);
      expect(await product.database.repo(AddressProofEntity).countBy({ email: 'early@sherwood.example' })).toBe(0);
    });
  });

  describe('the pages of signing in', () => {
    it('lead to a mailed link and a code, back to where somebody wanted to go', async () => {
      const mailbox = new Mailbox(product, 'linda@sherwood.example');
      await product.person('practitioner', { email: mailbox.address });
      const browser = new Website(product);
      expect((await browser.get('/sign-in?returnTo=/courses')).text).toContain('/sign-in/link?returnTo=%2Fcourses');
      const sent = await browser.post('/sign-in/link', { email: mailbox.address, returnTo: '/courses' });
      const page = await browser.get(String(sent.headers['location']));
      const wrong = await browser.post('/sign-in/code', { ...hiddenOf(page.text), code: 'abc' });
      expect([wrong.status, titleOf(wrong.text)]).toEqual([401, 'Error: Check your email']);
      const code = await mailbox.code('proof.sign-in');
      const signedIn = await browser.post('/sign-in/code', { ...hiddenOf(wrong.text), code });
      expect([signedIn.status, signedIn.headers['location']]).toEqual([303, '/courses']);
      expect((await browser.api('GET', '/api/me')).status).toBe(200);
    });

    it('sign in by the button of the mailed link, once, and by no reading of it', async () => {
      const mailbox = new Mailbox(product, 'lara@sherwood.example');
      await product.person('practitioner', { email: mailbox.address });
      const browser = new Website(product);
      await browser.post('/sign-in/link', { email: mailbox.address });
      const path = await mailbox.path('proof.sign-in');
      const opened = await browser.get(path);
      expect([opened.status, opened.headers['cache-control']]).toEqual([200, 'no-store']);
      expect(browser.cookies.size).toBe(0);
      expect((await browser.post(path, { pressed: 'yes' })).headers['location']).toBe('/my-training');
      expect((await browser.post(path, { pressed: 'yes' })).status).toBe(404);
    });

    it('say the same of every address, on the page where the code is typed too', async () => {
      await product.person('practitioner', { email: 'louis@sherwood.example' });
      const pages = [];
      for (const email of ['louis@sherwood.example', 'nobody@sherwood.example']) {
        const browser = new Website(product);
        const sent = await browser.post('/sign-in/link', { email });
        const page = await browser.get(String(sent.headers['location']));
        const wrong = await browser.post('/sign-in/code', { ...hiddenOf(page.text), code: '000001' });
        const reset = await browser.post('/sign-in/forgotten-password', { email });
        pages.push(
          [page, wrong, reset].map(({ status, text }) => [
            status,
            text
              .replaceAll(email, 'EMAIL')
              .replace(/nonce="[^"]*"|value="[\w-]{36}"|mail=[\w-]{36}|mail%3D[\w-]{36}/g, ''),
          ]),
        );
      }
      expect(pages[0]).toEqual(pages[1]);
    });

    it('choose a new password by the mailed link', async () => {
      const mailbox = new Mailbox(product, 'lou@sherwood.example');
      await product.person('practitioner', { email: mailbox.address });
      const browser = new Website(product);
      const sent = await browser.post('/sign-in/forgotten-password', { email: mailbox.address });
      expect((await browser.get(String(sent.headers['location']))).text).toContain('Check your email');
      const path = await mailbox.path('proof.password-reset');
      expect((await browser.get(path)).text).toContain('autocomplete="new-password"');
      expect((await browser.post(path, { password: 'short' })).status).toBe(422);
      expect((await browser.post(path, { password: PASSWORD })).headers['location']).toBe('/sign-in?done=new-password');
      expect((await browser.get(path)).text).toContain('This link does not work any more');
      expect((await browser.signIn(mailbox.address, PASSWORD)).status).toBe(303);
    });
  });

  describe('the pages of one’s own account', () => {
    it('are for whoever is signed in', async () => {
      for (const path of [
        '/account',
        '/account/password',
        '/account/email',
        '/account/sign-ins',
        '/account/second-factor',
      ])
        expect((await new Website(product).get(path)).headers['location']).toBe(
          `/sign-in?returnTo=${encodeURIComponent(path)}`,
        );
    });

    it('change password and address, and sign other devices out', async () => {
      const mailbox = new Mailbox(product, 'olga@sherwood.example');
      await product.person('practitioner', { email: mailbox.address });
      const [browser, other] = [new Website(product), new Website(product)];
      for (const each of [browser, other]) await each.signIn(mailbox.address);
      expect((await browser.get('/account')).text).toContain('On 2 devices');
      const wrong = await browser.post('/account/password', { currentPassword: 'no', newPassword: PASSWORD });
      expect([wrong.status, wrong.text.includes('This is not your current password')]).toEqual([422, true]);
      const right = { currentPassword: 'a long enough password', newPassword: PASSWORD };
      expect((await browser.post('/account/password', right)).headers['location']).toBe('/account?done=password');
      expect((await other.api('GET', '/api/me')).status).toBe(401);
      await other.signIn(mailbox.address, PASSWORD);
      expect((await browser.get('/account/sign-ins')).text).toContain('Sign out all other devices');
      await browser.post('/account/sign-ins', { all: 'yes' });
      expect((await other.api('GET', '/api/me')).status).toBe(401);
      const email = 'olga.new@sherwood.example';
      await browser.post('/account/email', { email, password: PASSWORD });
      const path = await new Mailbox(product, email).path('proof.new-address');
      expect((await other.get(path)).text).toContain(email);
      expect((await other.post(path, { pressed: 'yes' })).headers['location']).toBe('/sign-in?done=new-address');
      expect((await browser.get('/account')).status).toBe(303);
    });
  });
});
