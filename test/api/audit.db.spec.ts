import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { AuditEntryView } from '@roundtable/contracts';
import { Audit, AuditEntryEntity, SYSTEM, VISITOR, readCsv } from '@roundtable/platform';
import { attendedEvent } from '../support/attended-event';
import { type Caller, onTheProduct } from '../support/product';
import { routesOf } from '../support/routes';

/** The one place that writes to the log. */
const WRITER = 'libs/platform/src/audit/audit.service.ts';
const READING = ['count', 'countBy', 'createQueryBuilder', 'find', 'findBy', 'findOneBy', 'findOneByOrFail'];

onTheProduct((product) => {
  let owner: Caller;
  let coordinator: Caller;
  let practitioner: Caller;
  beforeAll(async () => {
    product.clock.set('2026-03-02T09:00:00Z');
    owner = await product.person('system-owner', { name: 'Olga Owner' });
    coordinator = await product.person('coordinator', { name: 'Coral Coordinator' });
    practitioner = await product.person('practitioner', { name: 'Percy Practitioner' });
  });
  const search = (parameters: string, as = owner) =>
    product.ask<AuditEntryView[]>('GET', `/api/audit?${parameters}`, { as });

  describe('the audit log', () => {
    it('is read by the system owner and information governance alone', async () => {
      expect((await search('', await product.person('information-governance'))).status).toBe(200);
      for (const as of [coordinator, practitioner]) expect((await search('', as)).status).toBe(403);
    });

    it('is searched by who, what, about what and when, page by page', async () => {
      product.clock.set('2026-03-10T23:30:00Z');
      const made = await product.ask<{ id: string }>('POST', '/api/agencies', {
        as: coordinator,
        body: { name: 'Audited Agency', sector: 'police' },
      });
      const about = await search(`subjectKind=agency&subjectId=${made.body.id}`);
      expect(about.body).toMatchObject([
        {
          action: 'agency.create',
          actorId: coordinator.personId,
          actorName: 'Coral Coordinator',
          subjectKind: 'agency',
        },
      ]);
      const actions = async (parameters: string) => (await search(parameters)).body.map(({ action }) => action);
      expect(await actions(`actorId=${coordinator.personId}&action=agency.create`)).toEqual(['agency.create']);
      expect(await actions(`action=agency.create&from=2026-03-10&to=2026-03-10`)).toEqual(['agency.create']);
      expect(await actions(`action=agency.create&from=2026-03-11`)).toEqual([]);
      expect(await actions(`subjectId=${made.body.id}&q=coral`)).toEqual(['agency.create']);
      expect(await actions(`subjectId=${made.body.id}&q=olga`)).toEqual([]);
      const page = await search('_start=0&_end=2&_sort=at&_order=ASC');
      expect([page.body.length, Number(page.headers['x-total-count']) > 2]).toEqual([2, true]);
    });

    it('is taken out as a sheet, with the same filters, with cells no spreadsheet runs, and that is written down', async () => {
      const agency = await product.ask<{ id: string }>('POST', '/api/agencies', {
        as: coordinator,
        body: { name: 'Taken Out', sector: 'police' },
      });
      await product.app
        .get(Audit)
        .record(VISITOR, { action: 'agency.try', subjectKind: 'agency', subjectId: agency.body.id, reason: '=1+1' });
      const file = await product.ask('GET', `/api/audit.csv?subjectId=${agency.body.id}`, { as: owner });
      expect([file.status, file.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
      expect(String(file.headers['content-disposition'])).toMatch(/attachment; filename="audit-log-.*\.csv"/);
      const rows = readCsv(Buffer.from(file.text));
      expect(rows.map(({ cells }) => [cells['what'], cells['who']])).toEqual([
        ['agency.try', 'the service itself'],
        ['agency.create', 'Coral Coordinator'],
      ]);
      expect(file.text).toContain("'=1+1");
      const [entry] = (await search('action=audit.export')).body;
      expect([entry?.actorId, entry?.after]).toEqual([
        owner.personId,
        expect.objectContaining({ subjectId: agency.body.id, isSearched: false }),
      ]);
      for (const as of [coordinator, practitioner])
        expect((await product.ask('GET', '/api/audit.csv', { as })).status).toBe(403);
    });

    it('is taken out whole, whatever its length', async () => {
      const audit = product.app.get(Audit);
      for (let count = 0; count < 1203; count += 1)
        await audit.record(SYSTEM, { action: 'many.rows', subjectKind: 'setting', subjectId: null });
      const file = await product.ask('GET', '/api/audit.csv?action=many.rows', { as: owner });
      const ids = file.text.trim().split('\r\n');
      expect(ids).toHaveLength(1204);
    });

    it('is only added to: no route changes it', () => {
      const routes = routesOf(product.app).filter(({ path }) => path.startsWith('/api/audit'));
      expect(routes.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /api/audit', 'GET /api/audit.csv']);
    });

    it('is only added to: nothing but retention and forgetting deletes from it or empties a field', () => {
      const files = readdirSync('libs', { recursive: true, encoding: 'utf8' })
        .concat(
          readdirSync('apps/api/src', { recursive: true, encoding: 'utf8' }).map((path) => `../apps/api/src/${path}`),
        )
        .map((path) => join('libs', path))
        .filter((path) => path.endsWith('.ts') && !/\.(spec|builder)\.ts$/.test(path) && !path.includes('/migrations/'))
        .filter((path) => !path.includes('node_modules'));
      const uses = (path: string) =>
        [...readFileSync(path, 'utf8').matchAll(/repo\(AuditEntryEntity\)\s*\.(\w+)/g)].map((match) => match[1]!);
      expect(uses(WRITER)).toEqual(['insert', 'update', 'delete']);
      const others = files.filter((path) => path !== WRITER);
      expect(others.filter((path) => uses(path).some((use) => !READING.includes(use)))).toEqual([]);
      const built = /repo\(AuditEntryEntity\)\s*\.createQueryBuilder\([^)]*\)\s*\.(update|delete|insert)/;
      const byHand = /(update|delete from|insert into)\s+audit_entries/i;
      expect(others.filter((path) => [built, byHand].some((way) => way.test(readFileSync(path, 'utf8'))))).toEqual([]);
      const callers = (method: string) =>
        files.filter((path) => new RegExp(`audit\\.${method}\\(`, 'i').test(readFileSync(path, 'utf8'))).sort();
      expect(callers('eraseOld')).toEqual(['libs/platform/src/retention/platform-rules.ts']);
      expect(callers('forgetFields')).toEqual([
        'libs/bookings/src/charges/charge-reach.ts',
        'libs/bookings/src/personal-data.ts',
        'libs/platform/src/reach/own-personal-data.ts',
      ]);
    });
  });

  describe('a refusal', () => {
    it('of a signed-in person is written down with the pattern of the route, and nothing that was typed', async () => {
      const person = await product.person();
      await product.ask('GET', '/api/messages/secret-words?q=Percy', { as: person });
      const entries = await search(`actorId=${person.personId}&action=request.refuse`);
      expect(entries.body).toMatchObject([
        {
          subjectKind: 'route',
          subjectId: null,
          after: { method: 'GET', route: '/api/messages/:id', code: 'people.not-allowed' },
        },
      ]);
      expect(entries.text).not.toContain('secret-words');
    });

    it('cannot flood the log', async () => {
      const person = await product.person();
      for (let times = 0; times < 25; times += 1) await product.ask('GET', '/api/audit', { as: person });
      const entries = await search(`actorId=${person.personId}&action=request.refuse`);
      // At most two minutes were touched.
      expect(entries.body.length).toBeGreaterThanOrEqual(10);
      expect(entries.body.length).toBeLessThanOrEqual(20);
    });

    it('of a page, and of a sign-in, is written down too', async () => {
      const answer = await product.ask('POST', '/api/session', {
        body: { email: 'nobody@person.example', password: 'not the password' },
      });
      expect(answer.status).toBe(401);
      const refused = await search('action=sign-in.refuse');
      expect(refused.body).toMatchObject([{ actorId: null, subjectId: null }]);
      expect(refused.text).not.toContain('nobody@person.example');
    });

    it('of a visitor is not, and neither is what is not there', async () => {
      const count = () => product.database.repo(AuditEntryEntity).countBy({ action: 'request.refuse' });
      const before = await count();
      await product.ask('GET', '/api/messages');
      await product.ask('GET', '/api/bookings/none', { as: practitioner });
      expect(await count()).toBe(before);
    });
  });

  describe('a download', () => {
    it('of a certificate, a mail or a sheet leaves an entry', async () => {
      const { bookingIds } = await attendedEvent(product, coordinator, [practitioner]);
      await product.ask('GET', `/api/bookings/${bookingIds[0]}/certificate.pdf`, { as: practitioner });
      const mails = await product.ask<{ id: string }[]>('GET', `/api/messages?bookingId=${bookingIds[0]}`, {
        as: coordinator,
      });
      await product.ask('GET', `/api/messages/${mails.body[0]!.id}.eml`, { as: coordinator });
      await product.ask('GET', '/api/reports/knowledge-gain.csv', { as: coordinator });
      const entries = await search('action=file.download&_sort=id&_order=ASC');
      const others = entries.body.filter(({ after }) => after?.['route'] !== '/api/audit.csv');
      expect(others.map(({ actorId, subjectId, after }) => [actorId, subjectId, after?.['route']])).toEqual([
        [practitioner.personId, bookingIds[0], '/api/bookings/:id/certificate.pdf'],
        [coordinator.personId, mails.body[0]!.id, '/api/messages/:id.eml'],
        [coordinator.personId, coordinator.personId, '/api/reports/knowledge-gain.csv'],
      ]);
    });
  });
});
