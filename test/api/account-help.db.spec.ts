import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { AccountDetailView, AccountView, PersonLookupView, ProblemView, SettingView } from '@roundtable/contracts';
import { PeopleService } from '@roundtable/people';
import { AuditEntryEntity, Settings } from '@roundtable/platform';
import { shownCode } from '../support/authenticator';
import { Mailbox } from '../support/mailbox';
import { type Caller, onTheProduct } from '../support/product';
import { Website } from '../support/website';

const PASSWORD = 'a long enough password';

onTheProduct((product) => {
  let minutes = 0;
  const wait = (more: number) => {
    jest.restoreAllMocks();
    const now = Date.now();
    minutes += more;
    jest.spyOn(Date, 'now').mockImplementation(() => now + minutes * 60_000);
  };
  afterEach(() => wait(2));

  const signIn = (email: string, password = PASSWORD) =>
    product.ask<ProblemView>('POST', '/api/session', { body: { email, password } });
  const account = (id: string, as: Caller) => product.ask<AccountDetailView>('GET', `/api/accounts/${id}`, { as });
  const help = (id: string, how: string, as: Caller) =>
    product.ask<AccountDetailView & ProblemView>('POST', `/api/accounts/${id}/${how}`, { as, body: {} });
  const traces = async (subjectId: string) =>
    (await product.database.repo(AuditEntryEntity).findBy({ subjectId })).map(({ action }) => action);

  describe('how somebody signs in', () => {
    it('is told to the office, without secrets or devices', async () => {
      const office = await product.person('administrator');
      const pat = await product.person('practitioner', { email: 'pat@help.example', name: 'Pat Help' });
      await signIn('pat@help.example');
      const { status, body } = await account(pat.personId, office);
      expect([status, body]).toEqual([
        200,
        {
          id: pat.personId,
          name: 'Pat Help',
          email: 'pat@help.example',
          roles: ['practitioner'],
          hasAccount: true,
          isAddressConfirmed: true,
          isSecondFactorOn: false,
          isSecondFactorRequired: false,
          lastSignInAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
          openSignIns: 1,
          isHeldBack: false,
        },
      ]);
    });

    it('of a practitioner is not a system owner’s to see or change; of staff it is', async () => {
      const owner = await product.person('system-owner');
      const pat = await product.person('practitioner');
      const reader = await product.person('evaluation-reader', { name: 'Rita Reader' });
      expect((await account(pat.personId, owner)).status).toBe(404);
      for (const how of ['another-try', 'sign-out', 'password-link'])
        expect([how, (await help(pat.personId, how, owner)).status]).toEqual([how, 404]);
      expect((await account(reader.personId, owner)).body.roles).toEqual(['evaluation-reader']);
      const list = await product.ask<AccountView[]>('GET', '/api/accounts?_end=200', { as: owner });
      const ids = list.body.map(({ id }) => id);
      expect([ids.includes(reader.personId), ids.includes(pat.personId)]).toEqual([true, false]);
      expect(list.headers['x-total-count']).toBe(String(ids.length));
      expect((await product.ask<AccountView[]>('GET', '/api/accounts?q=rita', { as: owner })).body).toHaveLength(1);
    });

    it.each(['practitioner', 'trainer', 'agency-lead', 'evaluation-reader', 'information-governance'] as const)(
      'is refused to a %s',
      async (role) => {
        const asker = await product.person(role);
        const pat = await product.person('practitioner');
        expect((await account(pat.personId, asker)).status).toBe(403);
        expect((await help(pat.personId, 'sign-out', asker)).status).toBe(403);
      },
    );
  });

  it('lets somebody try again at once who tried too often, and writes it down', async () => {
    const office = await product.person('coordinator');
    const email = 'forgetful@help.example';
    const { personId } = await product.person('practitioner', { email });
    wait(1);
    for (let n = 0; n < 10; n += 1) await signIn(email, 'not the right password');
    expect((await signIn(email)).status).toBe(429);
    expect((await account(personId, office)).body.isHeldBack).toBe(true);
    expect((await help(personId, 'another-try', office)).body.isHeldBack).toBe(false);
    expect((await signIn(email)).status).toBe(200);
    expect(await traces(personId)).toContain('account.let-try-again');
  });

  it('signs somebody out everywhere, and writes down how many devices', async () => {
    const office = await product.person('administrator');
    const email = 'lost@help.example';
    const { personId } = await product.person('practitioner', { email });
    const [phone, desk] = [new Website(product), new Website(product)];
    await phone.signIn(email);
    await desk.signIn(email);
    expect((await help(personId, 'sign-out', office)).body.openSignIns).toBe(0);
    expect([(await phone.api('GET', '/api/me')).status, (await desk.api('GET', '/api/me')).status]).toEqual([401, 401]);
    const entry = await product.database
      .repo(AuditEntryEntity)
      .findOneByOrFail({ subjectId: personId, action: 'sign-in.end-all' });
    expect([entry.actorId, entry.after]).toEqual([office.personId, { count: 2 }]);
  });

  describe('a mailed link to set a password', () => {
    it('makes the account of somebody who was added without one', async () => {
      const office = await product.person('administrator', { name: 'Ada Office' });
      const email = 'added@help.example';
      const person = await product.app.get(PeopleService).insert({ name: 'Alma Added', email, isDemonstration: false });
      expect((await account(person.id, office)).body).toMatchObject({ hasAccount: false, isAddressConfirmed: false });
      const mailed = await help(person.id, 'password-link', office);
      expect([mailed.status, mailed.body.hasAccount]).toEqual([200, false]);
      const mailbox = new Mailbox(product, email);
      const mail = await mailbox.newest('proof.set-password');
      expect(mail.textBody).toContain('Ada Office sent you this link');
      expect(mailed.text).not.toContain(await mailbox.token('proof.set-password'));
      const browser = new Website(product);
      const path = await mailbox.path('proof.set-password');
      expect((await browser.get(path)).status).toBe(200);
      expect((await browser.post(path, { password: 'an entirely new pass phrase' })).status).toBe(303);
      expect((await browser.post(path, { password: 'an entirely new pass phrase' })).status).toBe(404);
      expect((await signIn(email, 'an entirely new pass phrase')).status).toBe(200);
      expect((await account(person.id, office)).body).toMatchObject({ hasAccount: true, isAddressConfirmed: true });
      expect(await traces(person.id)).toContain('account.mail-password-link');
    });

    it('is not sent without an address, nor more than five times an hour', async () => {
      const office = await product.person('administrator');
      const nobody = await product.app
        .get(PeopleService)
        .insert({ name: 'No Address', email: null, isDemonstration: false });
      expect((await help(nobody.id, 'password-link', office)).body.code).toBe('people.no-address');
      const { personId } = await product.person('practitioner');
      const codes = [];
      for (let n = 0; n < 6; n += 1) codes.push((await help(personId, 'password-link', office)).status);
      expect(codes).toEqual([200, 200, 200, 200, 200, 409]);
    });
  });

  describe('looking somebody up', () => {
    const people = (query: string, as: Caller) =>
      product.ask<PersonLookupView[]>('GET', `/api/lookups/people?${query}`, { as });

    it.each(['system-owner', 'information-governance'] as const)(
      'finds people by name or address for a %s, and lists nobody',
      async (role) => {
        const asker = await product.person(role);
        const { personId } = await product.person('practitioner', {
          name: `Wilma ${role}`,
          email: `wilma@${role}.example`,
          agency: 'Wilma Housing',
        });
        for (const query of [`q=wilma%20${role}`, `q=wilma@${role}`, `id=${personId}`])
          expect((await people(query, asker)).body).toEqual([
            { id: personId, name: `Wilma ${role}`, email: `wilma@${role}.example`, agencyNames: ['Wilma Housing'] },
          ]);
        for (const query of ['', 'q=w', '_end=200', 'q=%20%20w'])
          expect([query, (await people(query, asker)).body]).toEqual([query, []]);
        const agencies = await product.ask('GET', '/api/lookups/agencies?q=wilma', { as: asker });
        expect(agencies.body).toEqual([{ id: expect.any(String), name: 'Wilma Housing' }]);
      },
    );

    it.each(['practitioner', 'agency-lead', 'trainer', 'evaluation-reader'] as const)(
      'is refused to a %s',
      async (role) => {
        const asker = await product.person(role);
        expect((await people('q=percy', asker)).status).toBe(403);
      },
    );
  });

  describe('a setting', () => {
    const list = (as: Caller) => product.ask<SettingView[]>('GET', '/api/settings', { as });
    const set = (as: Caller, name: string, value: unknown) =>
      product.ask<ProblemView & SettingView[]>('PATCH', '/api/settings', { as, body: { settings: [{ name, value }] } });

    it('is the coordinator’s or the system owner’s to change, and both see all', async () => {
      const coordinator = await product.person('coordinator');
      const owner = await product.person('system-owner');
      const mine = async (as: Caller) =>
        (await list(as)).body.filter(({ mayChange }) => mayChange).map(({ name }) => name);
      expect(await mine(coordinator)).toContain('safeguarding.frontDoor');
      expect(await mine(coordinator)).not.toContain('requireSecondFactor');
      expect(await mine(owner)).toEqual(['requireSecondFactor', 'signIn.idleMinutes', 'signIn.absoluteHours']);
      expect((await set(coordinator, 'requireSecondFactor', true)).body.code).toBe('settings.not-yours');
      expect((await set(owner, 'safeguarding.frontDoor', '0115')).body.code).toBe('settings.not-yours');
      expect((await set(owner, 'demonstration.present', true)).status).toBe(404);
      const administrator = await product.person('administrator');
      expect((await list(administrator)).status).toBe(403);
    });

    it('is written down with before and after, and refused out of its bounds with a sentence at its name', async () => {
      const owner = await product.person('system-owner');
      const bad = await set(owner, 'signIn.idleMinutes', 2);
      expect([bad.status, bad.body.errors]).toEqual([
        422,
        { 'signIn.idleMinutes': 'Enter 5 to 1,440 minutes, as a whole number' },
      ]);
      const done = await set(owner, 'signIn.idleMinutes', 30);
      expect(done.body.find(({ name }) => name === 'signIn.idleMinutes')?.value).toBe(30);
      const entry = await product.database
        .repo(AuditEntryEntity)
        .findOneByOrFail({ actorId: owner.personId, action: 'setting.change' });
      expect([entry.before, entry.after]).toEqual([{ 'signIn.idleMinutes': 240 }, { 'signIn.idleMinutes': 30 }]);
      await set(owner, 'signIn.idleMinutes', 240);
    });

    it('is kept without spaces around it, and taken back where it is emptied', async () => {
      const coordinator = await product.person('coordinator');
      const valueOf = (views: SettingView[]) => views.find(({ name }) => name === 'safeguarding.frontDoor')?.value;
      expect(valueOf((await set(coordinator, 'safeguarding.frontDoor', ' 0115 000 0000 ')).body)).toBe('0115 000 0000');
      expect(await product.app.get(Settings).read('safeguarding.frontDoor', null)).toBe('0115 000 0000');
      expect(valueOf((await set(coordinator, 'safeguarding.frontDoor', '')).body)).toBeNull();
    });
  });

  describe('asking for a second factor', () => {
    const ask = async (owner: Caller, isAsked: boolean) => {
      const answer = await product.ask('PATCH', '/api/settings', {
        as: owner,
        body: { settings: [{ name: 'requireSecondFactor', value: isAsked }] },
      });
      expect(answer.status).toBe(200);
    };
    const mayDo = async (browser: Website) => (await browser.api('GET', '/api/me')).status;

    it.each([
      'trainer',
      'administrator',
      'coordinator',
      'evaluation-reader',
      'information-governance',
      'system-owner',
    ] as const)('counts at once for a %s who is signed in without one, and not for a token', async (role) => {
      const owner = await product.person('system-owner');
      const email = `${role}@asked.example`;
      const holder = await product.person(role, { email });
      const browser = new Website(product);
      await browser.signIn(email);
      expect(await mayDo(browser)).toBe(200);
      await ask(owner, true);
      expect(await mayDo(browser)).toBe(401);
      await browser.signIn(email);
      expect(await mayDo(browser)).toBe(403);
      expect((await browser.get('/my-training')).headers['location']).toBe('/account/second-factor');
      expect((await product.ask('GET', '/api/me', { as: holder })).status).toBe(200);
      expect((await browser.api('POST', '/api/tokens', { name: 'Way round' })).status).toBe(403);
      const { secret } = (await browser.api('POST', '/api/me/second-factor', {})).body as { secret: string };
      await browser.api('POST', '/api/me/second-factor/confirmation', { code: shownCode(secret) });
      expect(await mayDo(browser)).toBe(200);
      await ask(owner, false);
    });

    it('lets practitioners and leads be, and lets everybody on again when it is taken back', async () => {
      const owner = await product.person('system-owner');
      const browsers = [];
      for (const role of ['practitioner', 'agency-lead', 'coordinator'] as const) {
        await product.person(role, { email: `${role}@spared.example` });
        const browser = new Website(product);
        await browser.signIn(`${role}@spared.example`);
        browsers.push(browser);
      }
      await ask(owner, true);
      expect(await Promise.all(browsers.map(mayDo))).toEqual([200, 200, 401]);
      await browsers[2]?.signIn('coordinator@spared.example');
      expect(await Promise.all(browsers.map(mayDo))).toEqual([200, 200, 403]);
      await ask(owner, false);
      expect(await Promise.all(browsers.map(mayDo))).toEqual([200, 200, 200]);
    });

    it('counts for whoever is given a role while signed in', async () => {
      const owner = await product.person('system-owner');
      const office = await product.person('administrator');
      const { personId } = await product.person('practitioner', { email: 'rising@asked.example' });
      await ask(owner, true);
      const browser = new Website(product);
      await browser.signIn('rising@asked.example');
      expect(await mayDo(browser)).toBe(200);
      const given = await product.ask('POST', '/api/role-grants', { as: office, body: { personId, role: 'trainer' } });
      expect([given.status, await mayDo(browser)]).toEqual([201, 401]);
      await ask(owner, false);
    });
  });
});
