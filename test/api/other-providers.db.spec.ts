import { beforeAll, describe, expect, it } from '@jest/globals';
import type { NewOtherProviderEvent, OtherProviderEventView, OutsideAttendanceView } from '@roundtable/contracts';
import { OutsideAttendanceEntity } from '@roundtable/events';
import { AuditEntryEntity, PersonalData, Retention } from '@roundtable/platform';
import { Mailbox } from '../support/mailbox';
import { type Caller, onTheProduct } from '../support/product';
import { Website } from '../support/website';

const START = '2026-03-02T09:00:00Z';

onTheProduct((product) => {
  let coordinator: Caller;
  let practitioner: Caller;
  beforeAll(async () => {
    product.clock.set(START);
    coordinator = await product.person('coordinator');
    practitioner = await product.person('practitioner', { name: 'Petra Declares', email: 'petra@school.example' });
  });
  const ask = <Body = Record<string, unknown>>(
    method: 'GET' | 'POST' | 'PATCH',
    url: string,
    body?: unknown,
    as: Caller = coordinator,
  ) => product.ask<Body>(method, url, { as, ...(body === undefined ? {} : { body }) });
  const listing = async (wanted: Partial<NewOtherProviderEvent> = {}): Promise<OtherProviderEventView> =>
    (
      await ask<OtherProviderEventView>('POST', '/api/other-provider-events', {
        title: 'Online harms',
        provider: 'A charity',
        url: 'https://charity.example/harms',
        published: true,
        ...wanted,
      })
    ).body;
  const declare = (id: string, as: Caller = practitioner, more: Record<string, unknown> = {}) =>
    ask<OutsideAttendanceView>(
      'POST',
      `/api/other-provider-events/${id}/attendances`,
      { attendedOn: '2026-02-10', evidence: 'Certificate 4711', ...more },
      as,
    );

  describe('an event of another provider', () => {
    it('is listed with its own link, audience and area, to everybody once it is published', async () => {
      const wanted = {
        title: 'Trauma for beginners',
        provider: 'Health Charity',
        url: 'https://health.example/trauma',
        audience: 'School staff',
        area: 'county' as const,
        freeInCounty: true,
        from: '2026-05-01',
        published: false,
      };
      const { id } = await listing(wanted);
      const seen = async (query = '') =>
        (await product.ask<OtherProviderEventView[]>('GET', `/api/other-provider-events?q=trauma${query}`)).body;
      expect(await seen()).toEqual([]);
      expect((await product.ask('GET', `/api/other-provider-events/${id}`)).status).toBe(404);
      expect((await new Website(product).get(`/other-providers/${id}`)).status).toBe(404);
      await ask('PATCH', `/api/other-provider-events/${id}`, { published: true });
      expect(await seen()).toMatchObject([{ id, ...wanted, published: true }]);
      expect(await seen('&freeInCounty=true&area=county')).toHaveLength(1);
      expect(await seen('&area=city')).toEqual([]);
      const page = await new Website(product).get(`/other-providers/${id}`);
      expect(page.text).toContain('href="https://health.example/trauma"');
      expect(page.text).toContain('Free for practitioners in the county');
      expect((await new Website(product).get('/other-providers')).text).toContain('Trauma for beginners');
      product.clock.set('2026-05-02T09:00:00Z');
      expect((await new Website(product).get('/other-providers')).text).not.toContain('Trauma for beginners');
      product.clock.set(START);
    });

    it('stands in the programme where it fits, and is found by area and audience', async () => {
      await listing({
        title: 'Sleep safer',
        audience: 'Midwives',
        area: 'county',
        topic: 'Babies',
        freeInCounty: true,
      });
      const seen = async (path: string) => (await new Website(product).get(path)).text.includes('Sleep safer');
      expect(await seen('/courses')).toBe(false);
      expect((await new Website(product).get('/courses')).text).toContain('href="/other-providers"');
      for (const query of ['q=sleeep', 'q=babies', 'topic=Babies', 'area=county'])
        expect([query, await seen(`/courses?${query}`), await seen(`/other-providers?${query}`)]).toEqual([
          query,
          true,
          true,
        ]);
      for (const query of ['q=zebra', 'area=city', 'audience=police'])
        expect([query, await seen(`/courses?${query}`), await seen(`/other-providers?${query}`)]).toEqual([
          query,
          false,
          false,
        ]);
      expect(await seen('/courses?delivery=online')).toBe(false);
      expect(await seen('/other-providers?audience=midwifes&county=free')).toBe(true);
    });

    it('takes https links alone, and no last day before the first', async () => {
      for (const url of ['http://charity.example', 'javascript:alert(1)'])
        expect(await ask('POST', '/api/other-provider-events', { title: 'A', provider: 'B', url })).toMatchObject({
          status: 422,
          body: { errors: { url: 'The link must start with https://' } },
        });
      const { id } = await listing({ from: '2026-05-02' });
      expect((await ask('PATCH', `/api/other-provider-events/${id}`, { to: '2026-05-01' })).status).toBe(422);
      expect((await ask('PATCH', `/api/other-provider-events/${id}`, { title: 'x' }, practitioner)).status).toBe(403);
    });
  });

  describe('an attendance that somebody declares', () => {
    it('counts once staff accept its evidence: the person is told, and it is in own record and own data', async () => {
      const { id } = await listing({ title: 'Accepted event' });
      const made = await declare(id);
      expect([made.status, made.body.state]).toEqual([201, 'declared']);
      expect((await ask('POST', `/api/outside-attendances/${made.body.id}/acceptance`, {}, practitioner)).status).toBe(
        403,
      );
      const accepted = await ask<OutsideAttendanceView>(
        'POST',
        `/api/outside-attendances/${made.body.id}/acceptance`,
        {},
      );
      expect(accepted.body).toMatchObject({ state: 'accepted', practitionerName: 'Petra Declares' });
      const mail = await new Mailbox(product, 'petra@school.example').newest('outside-attendance-accepted');
      expect(mail.textBody).toContain('Accepted event');
      expect((await ask('POST', `/api/outside-attendances/${made.body.id}/decline`, { reason: 'No' })).status).toBe(
        409,
      );
      expect((await declare(id, practitioner, { evidence: 'Something else' })).body).toMatchObject({
        id: made.body.id,
        state: 'accepted',
        evidence: 'Certificate 4711',
      });
      const website = new Website(product);
      await website.signIn('petra@school.example');
      expect((await website.get('/my-training')).text).toContain('Accepted event, A charity');
      const sections = await product.app.get(PersonalData).exportOf(practitioner.personId);
      expect(sections.find(({ title }) => title === 'Training with other providers')?.rows).toEqual(
        expect.arrayContaining([expect.objectContaining({ Training: 'Accepted event', State: 'accepted' })]),
      );
    });

    it('is declined with a reason that the person is told, and may be declared again with other evidence', async () => {
      const { id } = await listing({ title: 'Declined event' });
      const { body } = await declare(id);
      expect((await ask('POST', `/api/outside-attendances/${body.id}/decline`, { reason: ' ' })).status).toBe(422);
      await ask('POST', `/api/outside-attendances/${body.id}/decline`, { reason: 'It names another day' });
      const box = new Mailbox(product, 'petra@school.example');
      expect((await box.newest('outside-attendance-declined')).textBody).toContain('It names another day');
      const again = await declare(id, practitioner, { evidence: 'Certificate 4712' });
      expect(again.body).toMatchObject({ id: body.id, state: 'declared', evidence: 'Certificate 4712', reason: null });
      await ask('POST', `/api/outside-attendances/${body.id}/decline`, { reason: 'It still does' });
      expect((await box.newest('outside-attendance-declined')).textBody).toContain('It still does');
      const log = await product.database.repo(AuditEntryEntity).findBy({ subjectId: body.id });
      expect(JSON.stringify(log)).not.toContain('Certificate');
    });

    it('is said on the page without a script, and refused where it is still to come or shows nothing', async () => {
      const { id } = await listing({ title: 'Paged event' });
      const website = new Website(product);
      expect((await website.get(`/other-providers/${id}`)).text).toContain('to add it to your training record');
      await website.signIn('petra@school.example');
      const form = { 'attendedOn-day': '3', 'attendedOn-month': '3', 'attendedOn-year': '2026', evidence: '' };
      const refused = await website.post(`/other-providers/${id}`, form);
      expect([refused.status, refused.text.includes('Say what shows that you attended')]).toEqual([422, true]);
      const future = await website.post(`/other-providers/${id}`, { ...form, evidence: 'Soon' });
      expect([future.status, future.text.includes('must not be in the future')]).toEqual([422, true]);
      const none = await website.post(`/other-providers/${id}`, { ...form, 'attendedOn-day': '40', evidence: 'x' });
      expect([none.status, none.text.includes('Enter the day you attended')]).toEqual([422, true]);
      const sent = await website.post(`/other-providers/${id}`, { ...form, 'attendedOn-day': '2', evidence: 'Badge' });
      expect(sent.headers['location']).toBe(`/other-providers/${id}?done=declared`);
      expect((await website.get(`/other-providers/${id}`)).text).toContain('We still look at the evidence');
    });

    it('is seen by the person and the office, and by nobody else', async () => {
      const { id } = await listing();
      const { body } = await declare(id);
      const stranger = await product.person();
      const lead = await product.person('agency-lead');
      for (const as of [stranger, lead]) {
        expect((await ask('GET', `/api/outside-attendances/${body.id}`, undefined, as)).status).toBe(404);
        const list = `/api/outside-attendances?practitionerId=${practitioner.personId}`;
        expect((await ask('GET', list, undefined, as)).body).toEqual([]);
      }
      const open = await ask<OutsideAttendanceView[]>('GET', '/api/outside-attendances?state=declared');
      expect(open.body.map((one) => one.id)).toContain(body.id);
    });

    it('is one for each day, however often and however fast it is declared', async () => {
      const { id } = await listing();
      const person = await product.person();
      const answers = await Promise.all([1, 2, 3, 4].map(() => declare(id, person)));
      expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
      expect((await declare(id, person, { attendedOn: '2026-02-11' })).body.id).not.toBe(answers[0]!.body.id);
    });

    it('moves with a merge, the accepted one kept of two, and lets go of its evidence when the person is forgotten', async () => {
      const { id } = await listing();
      const [from, into] = [await product.person(), await product.person()];
      const accepted = (await declare(id, from)).body.id;
      await declare(id, into);
      await declare(id, from, { attendedOn: '2026-02-12' });
      await ask('POST', `/api/outside-attendances/${accepted}/acceptance`, {});
      await ask('POST', `/api/practitioners/${from.personId}/merge`, { into: into.personId });
      const rows = await product.database.repo(OutsideAttendanceEntity).find({
        where: { personId: into.personId },
        order: { attendedOn: 'ASC' },
      });
      expect(rows.map((row) => [row.attendedOn, row.state])).toEqual([
        ['2026-02-10', 'accepted'],
        ['2026-02-12', 'declared'],
      ]);
      await product.database.transaction(() => product.app.get(PersonalData).forget(into.personId));
      const left = await product.database.repo(OutsideAttendanceEntity).findBy({ personId: into.personId });
      expect(left.map(({ evidence, evidenceUrl }) => [evidence, evidenceUrl])).toEqual([
        [null, null],
        [null, null],
      ]);
    });

    it('keeps its evidence for a year after the decision', async () => {
      const { id } = await listing();
      const person = await product.person();
      const { body } = await declare(id, person);
      await ask('POST', `/api/outside-attendances/${body.id}/acceptance`, {});
      const evidence = async () =>
        (await product.database.repo(OutsideAttendanceEntity).findOneByOrFail({ id: body.id })).evidence;
      product.clock.set('2027-03-01T09:00:00Z');
      await product.app.get(Retention).sweep();
      expect(await evidence()).toBe('Certificate 4711');
      product.clock.set('2027-03-03T09:00:00Z');
      await product.app.get(Retention).sweep();
      expect(await evidence()).toBeNull();
      product.clock.set(START);
    });
  });
});
