import { afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { AgencyEntity } from '@roundtable/agencies';
import type { MeView, PractitionerDetailView, ProblemView } from '@roundtable/contracts';
import { MembershipEntity, PersonEntity, RegistrationEntity } from '@roundtable/people';
import { MessageEntity } from '@roundtable/platform';
import { Mailbox } from '../support/mailbox';
import { type Caller, onTheProduct } from '../support/product';
import { Website } from '../support/website';

const PASSWORD = 'seven quiet herons';
const MINUTE = 60_000;

onTheProduct((product) => {
  const later = (minutes: number) => {
    const now = Date.now();
    jest.spyOn(Date, 'now').mockImplementation(() => now + minutes * MINUTE);
  };
  afterEach(() => {
    jest.restoreAllMocks();
  });

  const registration = (email: string, more: object = {}) => ({
    email,
    name: 'Nina New',
    jobRole: 'Health visitor',
    agency: 'Test Agency',
    area: 'city',
    password: PASSWORD,
    ...more,
  });
  const post = <Body = ProblemView>(path: string, body: object) => product.ask<Body>('POST', `/api${path}`, { body });
  const signIn = (email: string, password: string, more: object = {}) =>
    post<MeView & ProblemView>('/session', { email, password, ...more });
  const known = (email: string) => product.person('practitioner', { email });

  describe('registering', () => {
    let coordinator: Caller;
    beforeAll(async () => {
      coordinator = await product.person('coordinator');
    });

    it('makes an account once the address is confirmed, and none before', async () => {
      const mailbox = new Mailbox(product, 'nina@test.example');
      const asked = await post('/registrations', registration('Nina@Test.example'));
      expect([asked.status, asked.body]).toEqual([202, { email: 'nina@test.example' }]);
      expect((await signIn(mailbox.address, PASSWORD)).body.code).toBe('people.sign-in-failed');
      expect(await product.database.repo(PersonEntity).countBy({ email: mailbox.address })).toBe(0);
      const token = await mailbox.token('proof.registration');
      expect((await post('/registrations/confirmation', { token })).status).toBe(200);
      const me = await signIn(mailbox.address, PASSWORD);
      expect([me.status, me.body.name, me.body.roles]).toEqual([200, 'Nina New', ['practitioner']]);
      const person = await product.database.repo(PersonEntity).findOneByOrFail({ email: mailbox.address });
      const agency = await product.database.repo(AgencyEntity).findOneByOrFail({ name: 'Test Agency' });
      const member = await product.database.repo(MembershipEntity).findOneByOrFail({ personId: person.id });
      expect([person.area, member.jobRole, member.agencyId]).toEqual(['city', 'Health visitor', agency.id]);
      expect(await product.database.repo(RegistrationEntity).countBy({ email: mailbox.address })).toBe(0);
    });

    it('is confirmed by the typed code too, and by each proof once', async () => {
      const mailbox = new Mailbox(product, 'coded@test.example');
      await post('/registrations', registration(mailbox.address));
      const code = await mailbox.code('proof.registration');
      const token = await mailbox.token('proof.registration');
      const body = { email: mailbox.address, code: `${code.slice(0, 3)} ${code.slice(3)}` };
      expect((await post('/registrations/confirmation', body)).status).toBe(200);
      for (const again of [body, { token }]) {
        const refused = await post('/registrations/confirmation', again);
        expect([refused.status, refused.body.code]).toEqual([401, 'people.proof-refused']);
      }
    });

    it('is confirmed by no GET and no HEAD, however often a scanner opens the link', async () => {
      const mailbox = new Mailbox(product, 'scanned@test.example');
      await post('/registrations', registration(mailbox.address));
      const path = await mailbox.path('proof.registration');
      const browser = new Website(product);
      for (let n = 0; n < 3; n += 1) {
        expect((await browser.get(path)).text).toContain('Confirm my email address');
        expect((await product.ask('HEAD', path)).status).toBe(200);
      }
      expect((await signIn(mailbox.address, PASSWORD)).status).toBe(401);
      expect((await browser.post(path, { pressed: 'yes' })).headers['location']).toBe('/sign-in?done=confirmed');
      expect((await signIn(mailbox.address, PASSWORD)).status).toBe(200);
      expect((await browser.get(path)).status).toBe(404);
    });

    it('ends after 48 hours, and its code after five wrong ones', async () => {
      const mailbox = new Mailbox(product, 'slow@test.example');
      await post('/registrations', registration(mailbox.address));
      const right = await mailbox.code('proof.registration');
      const token = await mailbox.token('proof.registration');
      const wrong = right === '123456' ? '654321' : '123456';
      for (let n = 0; n < 5; n += 1) await post('/registrations/confirmation', { email: mailbox.address, code: wrong });
      const refused = await post('/registrations/confirmation', { email: mailbox.address, code: right });
      expect(refused.body.code).toBe('people.proof-refused');
      later(48 * 60 + 1);
      expect((await post('/registrations/confirmation', { token })).body.code).toBe('people.proof-refused');
      jest.restoreAllMocks();
      later(47 * 60);
      expect((await post('/registrations/confirmation', { token })).status).toBe(200);
    });

    it('answers alike for a known address, whose owner alone is told; the account stays as it is', async () => {
      const mailbox = new Mailbox(product, 'taken@test.example');
      await known(mailbox.address);
      const answers = [];
      for (const email of [mailbox.address, 'fresh@test.example']) {
        const answer = await post('/registrations', registration(email));
        answers.push([answer.status, answer.text.replace(email, 'EMAIL'), Object.keys(answer.headers).sort()]);
      }
      expect(answers[0]).toEqual(answers[1]);
      const mail = await mailbox.newest('account.already-known');
      expect(mail.textBody).toContain('You have one already');
      expect((await mailbox.all()).map(({ kind }) => kind)).toEqual(['account.already-known']);
      expect((await signIn(mailbox.address, 'a long enough password')).status).toBe(200);
      expect((await signIn(mailbox.address, PASSWORD)).status).toBe(401);
    });

    it('keeps the password of the registration whose mail was answered, whoever else asked for the address', async () => {
      const mailbox = new Mailbox(product, 'contested@test.example');
      await post('/registrations', registration(mailbox.address));
      const token = await mailbox.token('proof.registration');
      await post('/registrations', registration(mailbox.address, { password: 'somebody else wrote this' }));
      const other = await mailbox.token('proof.registration');
      await post('/registrations/confirmation', { token });
      expect((await signIn(mailbox.address, PASSWORD)).status).toBe(200);
      expect((await signIn(mailbox.address, 'somebody else wrote this')).status).toBe(401);
      expect((await post('/registrations/confirmation', { token: other })).body.code).toBe('people.proof-refused');
    });

    it('gives the account to the person a lead or an import added before', async () => {
      const [agency] = (await product.ask<{ id: string }[]>('GET', '/api/agencies', { as: coordinator })).body;
      const added = await product.ask<{ id: string }>('POST', '/api/practitioners', {
        as: coordinator,
        body: { name: 'N. New', email: 'added@test.example', agencyId: agency?.id },
      });
      await post('/registrations', registration('added@test.example'));
      const token = await new Mailbox(product, 'added@test.example').token('proof.registration');
      await post('/registrations/confirmation', { token });
      expect((await signIn('added@test.example', PASSWORD)).body).toMatchObject({
        id: added.body.id,
        name: 'Nina New',
      });
    });

    it('proposes an agency that nobody has entered, only once the address is confirmed', async () => {
      const agencies = () => product.database.repo(AgencyEntity).findOneBy({ name: 'Little Acorns' });
      await post(
        '/registrations',
        registration('acorn@test.example', { agency: 'Little Acorns', sector: 'early years' }),
      );
      expect(await agencies()).toBeNull();
      const token = await new Mailbox(product, 'acorn@test.example').token('proof.registration');
      await post('/registrations/confirmation', { token });
      expect(await agencies()).toMatchObject({ status: 'proposed' });
    });

    it('is told to the leads of the agency and of its group, once the address is confirmed', async () => {
      const lead = await product.person('agency-lead', { agency: 'Led Agency', email: 'lead@led.example' });
      const member = await product.person('agency-lead', { agency: 'Another Agency', email: 'lead@another.example' });
      const mailbox = new Mailbox(product, 'joiner@led.example');
      await post('/registrations', registration(mailbox.address, { agency: 'Led Agency', name: 'Jo Joiner' }));
      expect(await new Mailbox(product, 'lead@led.example').all()).toEqual([]);
      await post('/registrations/confirmation', { token: await mailbox.token('proof.registration') });
      const told = await new Mailbox(product, 'lead@led.example').newest('lead-person-joined');
      expect([told.personId, told.textBody]).toEqual([lead.personId, expect.stringContaining('Jo Joiner registered')]);
      expect(await product.database.repo(MessageEntity).countBy({ personId: member.personId })).toBe(0);
    });

    it('says to staff whether a manager with no account can be believed', async () => {
      const agencies = product.database.repo(AgencyEntity);
      await product.person('practitioner', { agency: 'Verifying Trust', email: 'boss@elsewhere.example' });
      const { id } = await agencies.findOneByOrFail({ name: 'Verifying Trust' });
      await product.ask('PATCH', `/api/agencies/${id}`, {
        as: coordinator,
        body: { approval: 'manager', emailDomains: ['verifying.example'] },
      });
      const approverOf = async (email: string, managerEmail: string) => {
        const manager = { agency: 'Verifying Trust', managerName: 'Mo Manager', managerEmail };
        await post('/registrations', registration(email, manager));
        await post('/registrations/confirmation', {
          token: await new Mailbox(product, email).token('proof.registration'),
        });
        const person = await product.database.repo(PersonEntity).findOneByOrFail({ email });
        const path = `/api/practitioners/${person.id}`;
        return (await product.ask<PractitionerDetailView>('GET', path, { as: coordinator })).body.memberships[0]
          ?.approver;
      };
      expect(await approverOf('a@verifying.example', 'mo@verifying.example')).toEqual({
        name: 'Mo Manager',
        email: 'mo@verifying.example',
        isVerified: true,
      });
      expect(await approverOf('b@verifying.example', 'mo@gmail.com')).toMatchObject({ isVerified: false });
      expect(await approverOf('c@verifying.example', 'boss@elsewhere.example')).toMatchObject({ isVerified: true });
    });

    it('asks for the manager where the agency lets managers approve', async () => {
      await product.person('practitioner', { agency: 'Approving Trust' });
      const agencies = product.database.repo(AgencyEntity);
      await agencies.update({ name: 'Approving Trust' }, { approval: 'manager' });
      const wanted = registration('managed@test.example', { agency: 'Approving Trust' });
      expect(Object.keys((await post('/registrations', wanted)).body.errors ?? {})).toEqual([
        'managerName',
        'managerEmail',
      ]);
      const own = { managerName: 'Me', managerEmail: 'Managed@test.example' };
      expect(Object.keys((await post('/registrations', { ...wanted, ...own })).body.errors ?? {})).toEqual([
        'managerEmail',
      ]);
      const manager = { managerName: 'Mo Manager', managerEmail: 'Mo@test.example' };
      expect((await post('/registrations', { ...wanted, ...manager })).status).toBe(202);
      const token = await new Mailbox(product, 'managed@test.example').token('proof.registration');
      await post('/registrations/confirmation', { token });
      const agency = await agencies.findOneByOrFail({ name: 'Approving Trust' });
      const members = await product.database.repo(MembershipEntity).findBy({ agencyId: agency.id });
      expect(members.map(({ managerEmail }) => managerEmail)).toContain('mo@test.example');
    });

    it.each([
      [{ password: 'password123456' }, 'password'],
      [{ password: 'short' }, 'password'],
      [{ password: 'Nina New nina' }, 'password'],
      [{ email: 'not an address' }, 'email'],
      [{ email: 'office@test.example' }, 'isOwnAddress'],
      [{ email: 'office@test.example', isOwnAddress: false }, 'email'],
      [{ agency: undefined }, 'agencyId'],
      [{ agency: undefined, agencyId: 'nowhere' }, 'agencyId'],
      [{ area: 'moon' }, 'area'],
      [{ name: 'a\r\nBcc: b' }, 'name'],
    ])('refuses %j with a sentence at %s', async (change, field) => {
      const refused = await post('/registrations', registration('refused@test.example', change));
      expect([refused.status, Object.keys(refused.body.errors ?? {})]).toEqual([422, [field]]);
      expect(await product.database.repo(MessageEntity).countBy({ toAddress: 'refused@test.example' })).toBe(0);
    });

    it('takes a shared mailbox that its one reader calls their own', async () => {
      expect((await post('/registrations', registration('head@test.example', { isOwnAddress: true }))).status).toBe(
        202,
      );
    });

    it('sends five mails an hour to one address, and says nothing typed by a stranger in them', async () => {
      const mailbox = new Mailbox(product, 'bombed@test.example');
      for (let n = 0; n < 7; n += 1)
        expect((await post('/registrations', registration(mailbox.address, { name: 'Buy Things' }))).status).toBe(202);
      const mails = await mailbox.all();
      expect(mails.length).toBe(5);
      expect(JSON.stringify(mails)).not.toContain('Buy Things');
    });
  });
});
