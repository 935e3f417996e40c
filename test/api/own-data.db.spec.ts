import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AccessNeedEntity, BookingEntity } from '@roundtable/bookings';
import type { AuditEntryView, DataRequestView, HoldView, OwnDataRequestView } from '@roundtable/contracts';
import { CompletionEntity } from '@roundtable/elearning';
import { AnswerEntity, CertificateEntity, ResponseEntity } from '@roundtable/evaluations';
import { EventEntity } from '@roundtable/events';
import { ErasuresService, LAST_LETTER, PersonEntity } from '@roundtable/people';
import { AuditEntryEntity, MessageEntity, PersonalData, newId } from '@roundtable/platform';
import { strFromU8, unzipSync } from 'fflate';
import { In } from 'typeorm';
import { attendedEvent } from '../support/attended-event';
import { type Caller, type Product, onTheProduct, publishedEvent } from '../support/product';
import { Website } from '../support/website';

const START = '2026-03-02T09:00:00Z';

/** Everything that is in the database, as text. */
async function everything(product: Product, except: string[] = []): Promise<string> {
  const tables = product.database.repo(PersonEntity).manager.connection.entityMetadatas;
  const texts: string[] = [];
  for (const { tableName, target } of tables.filter((one) => !except.includes(one.tableName)))
    texts.push(`${tableName} ${JSON.stringify(await product.database.repo(target).find())}`);
  return texts.join('\n');
}

async function download(product: Product, as: Caller) {
  const response = await product.app
    .getHttpAdapter()
    .getInstance()
    .inject({ method: 'GET', url: '/api/me/export', headers: { authorization: `Bearer ${as.token}` } });
  const files = Object.entries(unzipSync(response.rawPayload)).map(([name, content]) => [name, strFromU8(content)]);
  return { headers: response.headers, files: Object.fromEntries(files) as Record<string, string> };
}

onTheProduct((product) => {
  let coordinator: Caller;
  let governance: Caller;
  beforeAll(async () => {
    product.clock.set(START);
    coordinator = await product.person('coordinator', { name: 'Coral Coordinator' });
    governance = await product.person('information-governance', { name: 'Gale Governance' });
  });
  beforeEach(() => product.clock.set(START));
  const ask = <Body = Record<string, unknown>>(
    method: 'GET' | 'POST' | 'PATCH',
    url: string,
    as: Caller,
    body?: Record<string, unknown>,
  ) => product.ask<Body>(method, url, { as, ...(body ? { body } : {}) });
  const erasureOf = async (person: Caller) =>
    (await ask<{ id: string; dueAt: string }>('POST', '/api/me/erasure', person, {})).body;
  const grant = (id: string) =>
    ask<{ code: string; detail: { blocks: unknown[] } }>('POST', `/api/data-requests/${id}/decision`, governance, {
      decision: 'granted',
      reason: 'Nothing stands in the way',
    });

  describe('the export of own data', () => {
    it('covers every table that holds something about a person', () => {
      const named = ['personId', 'bookingId', 'responseId'];
      const tables = product.database
        .repo(PersonEntity)
        .manager.connection.entityMetadatas.filter((meta) =>
          meta.columns.some(({ propertyName }) => named.includes(propertyName)),
        )
        .map(({ tableName }) => tableName);
      const covered = product.app.get(PersonalData).tables;
      expect(tables.length).toBeGreaterThan(12);
      expect(tables.filter((table) => !covered.includes(table))).toEqual([]);
    });

    it('holds all of it as a page, as sheets and as JSON, and nothing about anybody else', async () => {
      const agency = 'Export School';
      const lead = await product.person('agency-lead', { name: 'Quentin Leadbetter', email: 'q@lead.example', agency });
      const person = await product.person('practitioner', {
        name: 'Zsófia Example',
        email: 'zsofia@person.example',
        agency,
      });
      const other = await product.person('practitioner', { name: 'Otto Otherwise', email: 'o@other.example', agency });
      const { bookingIds } = await attendedEvent(product, coordinator, [person, other], {
        title: 'Seeing neglect',
        accessNeeds: 'A seat near the door',
        bookedBy: lead,
      });
      await ask('GET', `/api/bookings/${bookingIds[0]}/certificate.pdf`, person);
      await ask('POST', '/api/me/data-requests', person, { kind: 'rectify', words: '=HYPERLINK(x)' });
      const { headers, files } = await download(product, person);
      expect(headers['content-type']).toBe('application/zip');
      expect(headers['content-disposition']).toBe('attachment; filename="your-data-2026-03-16.zip"');

      const { sections } = JSON.parse(files['data.json']!) as { sections: { title: string; rows: object[] }[] };
      expect(sections.map(({ title }) => title)).toEqual([
        'You',
        'Where you work',
        'Your roles in the service',
        'Your account',
        'Your access tokens',
        'What you asked about your data',
        'What you completed',
        'Your bookings',
        'What you need to take part',
        'What we arrange for you',
        'Registers you are on',
        'What your calendar was told',
        'Questions you were asked before and after training',
        'How you rated yourself',
        'Your certificates',
        'Emails to you',
        'What was done by you and to your record',
      ]);
      const rows = (title: string) => sections.find((section) => section.title === title)!.rows;
      expect(rows('You')).toMatchObject([{ Name: 'Zsófia Example', 'Email address': 'zsofia@person.example' }]);
      expect(rows('Your bookings')).toMatchObject([
        { Course: 'Seeing neglect', State: 'confirmed', Presence: 'attended', 'Asked for by': 'Somebody else' },
      ]);
      expect(rows('How you rated yourself')).toMatchObject([{ Rating: 2 }, { Rating: 5 }]);
      expect(rows('What you need to take part')).toMatchObject([{ 'Your words': 'A seat near the door' }]);
      expect(rows('Your certificates')).toMatchObject([{ 'Name on it': 'Zsófia Example' }]);

      expect(Object.keys(files).filter((name) => name.endsWith('.csv'))).toHaveLength(sections.length);
      expect(files['06-what-you-asked-about-your-data.csv']).toContain(",'=HYPERLINK(x),");
      expect(files['08-your-bookings.csv']).toMatch(/^Reference,Course,Starts/);
      expect(files['08-your-bookings.csv']).toContain('2026-03-16 10:00');
      expect(files['index.html']).toContain('<h1>What we hold about you</h1>');
      expect(files['index.html']).toContain('A seat near the door');
      const all = Object.values(files).join('\n');
      for (const text of ['Otherwise', 'other.example', 'Coral', 'lead.example', other.personId, lead.personId])
        expect([text, all.includes(text)]).toEqual([text, false]);
      // A mail that the person was sent may name who booked for them; nothing else does.
      const elsewhere = sections.filter(({ title }) => title !== 'Emails to you');
      expect(JSON.stringify(elsewhere)).not.toContain('Leadbetter');
    });

    it('leaves an entry in the audit log, and is refused to a visitor', async () => {
      const person = await product.person();
      await download(product, person);
      const entries = await product.database.repo(AuditEntryEntity).findBy({ actorId: person.personId });
      expect(entries).toMatchObject([
        { action: 'file.download', subjectId: person.personId, after: { route: '/api/me/export' } },
      ]);
      expect((await product.ask('GET', '/api/me/export')).status).toBe(401);
    });
  });

  describe('a request about own data', () => {
    it('is due one calendar month later, clamped, and asked again it is the same', async () => {
      product.clock.set('2026-01-31T09:00:00Z');
      const person = await product.person();
      const first = await ask<{ id: string; dueAt: string }>('POST', '/api/me/erasure', person, {});
      expect([first.status, first.body.dueAt]).toEqual([202, '2026-02-28T09:00:00.000Z']);
      product.clock.set('2026-02-10T09:00:00Z');
      const again = await ask<{ id: string; dueAt: string }>('POST', '/api/me/erasure', person, {});
      expect(again.body).toEqual(first.body);
      const own = await ask<OwnDataRequestView[]>('GET', '/api/me/data-requests', person);
      expect(own.body).toMatchObject([{ kind: 'erase', decision: null }]);
    });

    it('takes at once what rests on consent alone, unless it is about a mistake', async () => {
      const person = await product.person();
      const { eventId } = await publishedEvent(product, coordinator, { capacity: 2 });
      const booked = await ask<{ id: string }>('POST', `/api/events/${eventId}/bookings`, person, {
        accessNeeds: 'A ramp',
      });
      const needs = () => product.database.repo(AccessNeedEntity).countBy({ bookingId: booked.body.id });
      await ask('POST', '/api/me/data-requests', person, { kind: 'rectify', words: 'My name' });
      expect(await needs()).toBe(1);
      await ask('POST', '/api/me/data-requests', person, { kind: 'object' });
      expect(await needs()).toBe(0);
    });

    it('is seen and decided by information governance alone, once, with a reason', async () => {
      const person = await product.person('practitioner', { name: 'Rita Rectify' });
      const { id } = (await ask<{ id: string }>('POST', '/api/me/data-requests', person, { kind: 'object' })).body;
      const decision = { decision: 'refused', reason: 'There is a public task' };
      for (const as of [coordinator, person, await product.person('system-owner')]) {
        expect((await ask('GET', '/api/data-requests', as)).status).toBe(403);
        expect((await ask('GET', `/api/data-requests/${id}`, as)).status).toBe(403);
        expect((await ask('POST', `/api/data-requests/${id}/decision`, as, decision)).status).toBe(403);
      }
      const listed = await ask<DataRequestView[]>('GET', '/api/data-requests?state=open&kind=object', governance);
      expect(listed.body.map(({ personName }) => personName)).toContain('Rita Rectify');
      const bare = await ask('POST', `/api/data-requests/${id}/decision`, governance, { decision: 'refused' });
      expect(bare.status).toBe(422);
      const decided = await ask<DataRequestView>('POST', `/api/data-requests/${id}/decision`, governance, decision);
      expect(decided.body).toMatchObject({ decision: 'refused', reason: 'There is a public task', blocks: [] });
      const again = await ask<{ code: string }>('POST', `/api/data-requests/${id}/decision`, governance, decision);
      expect([again.status, again.body.code]).toEqual([409, 'data-requests.decided']);
      const mails = await product.database.repo(MessageEntity).findBy({ regarding: id });
      expect(mails.map(({ kind }) => kind).sort()).toEqual(['data-request-decided', 'data-request-received']);
    });
  });

  describe('a request that came by letter', () => {
    const letter = (personId: string) => ({ personId, kind: 'object', words: 'Stop the mails' });

    it('is logged by information governance for the person, who is told, and once', async () => {
      const person = await product.person('practitioner', { name: 'Lena Letter' });
      const logged = await ask<DataRequestView>('POST', '/api/data-requests', governance, letter(person.personId));
      expect([logged.status, logged.body]).toMatchObject([201, { personName: 'Lena Letter', words: 'Stop the mails' }]);
      const again = await ask<DataRequestView>('POST', '/api/data-requests', governance, letter(person.personId));
      expect(again.body.id).toBe(logged.body.id);
      const own = await ask<OwnDataRequestView[]>('GET', '/api/me/data-requests', person);
      expect(own.body.map(({ id }) => id)).toEqual([logged.body.id]);
      const mails = await product.database.repo(MessageEntity).findBy({ regarding: logged.body.id });
      expect(mails.map(({ kind }) => kind)).toEqual(['data-request-received']);
    });

    it('is logged by nobody else, and for nobody who is not there', async () => {
      const person = await product.person();
      for (const as of [coordinator, person, await product.person('system-owner')])
        expect((await ask('POST', '/api/data-requests', as, letter(person.personId))).status).toBe(403);
      expect((await ask('POST', '/api/data-requests', governance, letter('nobody'))).status).toBe(422);
    });
  });

  describe('what is held and logged', () => {
    it('is named as it is called now, and a person who is erased as such', async () => {
      const person = await product.person('practitioner', { name: 'Hilda Held' });
      const { eventId } = await publishedEvent(product, coordinator, { capacity: 2, title: 'Held course' });
      for (const [subjectKind, subjectId] of [
        ['person', person.personId],
        ['event', eventId],
      ] as const) {
        const set = await ask<HoldView>('POST', '/api/holds', governance, { subjectKind, subjectId, reason: 'Why' });
        expect(set.body.subjectName).toMatch(subjectKind === 'person' ? /^Hilda Held$/ : /^Held course \(EV-/);
      }
      await ask('PATCH', `/api/practitioners/${person.personId}`, coordinator, { name: 'Hilda Named-Anew' });
      const holds = await ask<HoldView[]>('GET', '/api/holds?_end=200', governance);
      const names = new Map(holds.body.map(({ subjectId, subjectName }) => [subjectId, subjectName]));
      expect(names.get(person.personId)).toBe('Hilda Named-Anew');
      expect(names.get(eventId)).toMatch(/^Held course/);
      const logged = (id: string) => ask<AuditEntryView[]>('GET', `/api/audit?subjectId=${id}`, governance);
      expect((await logged(person.personId)).body[0]?.subjectName).toBe('Hilda Named-Anew');
      expect((await logged(eventId)).body[0]?.subjectName).toMatch(/^Held course/);
      const hold = holds.body.find(({ subjectId }) => subjectId === person.personId);
      await ask('POST', `/api/holds/${hold?.id}/lifting`, governance);
      const request = await ask<DataRequestView>('POST', '/api/data-requests', governance, {
        personId: person.personId,
        kind: 'erase',
      });
      const granted = { decision: 'granted', reason: 'Asked for' };
      await ask('POST', `/api/data-requests/${request.body.id}/decision`, governance, granted);
      expect((await logged(person.personId)).body[0]?.subjectName).toBe('Erased person');
    });
  });

  describe('an erasure', () => {
    it('is refused while there is a live booking or a hold, naming them', async () => {
      const person = await product.person();
      const { eventId } = await publishedEvent(product, coordinator, { capacity: 2 });
      const booked = await ask<{ id: string; reference: string }>(
        'POST',
        `/api/events/${eventId}/bookings`,
        person,
        {},
      );
      const { id } = await erasureOf(person);
      const blocks = [{ kind: 'booking', reference: booked.body.reference }];
      const seen = await ask<DataRequestView>('GET', `/api/data-requests/${id}`, governance);
      expect(seen.body.blocks).toEqual(blocks);
      const refused = await grant(id);
      expect([refused.status, refused.body.code, refused.body.detail.blocks]).toEqual([
        409,
        'data-requests.blocked',
        blocks,
      ]);
      expect((await product.database.repo(PersonEntity).findOneByOrFail({ id: person.personId })).erasedAt).toBeNull();
      await ask('POST', `/api/bookings/${booked.body.id}/cancellation`, person, { reason: 'I leave' });
      const hold = await ask<HoldView>('POST', '/api/holds', governance, {
        subjectKind: 'event',
        subjectId: eventId,
        reason: 'An inquiry asks for it',
      });
      expect((await grant(id)).body.detail.blocks).toEqual([{ kind: 'hold', reference: hold.body.id }]);
      await ask('POST', `/api/holds/${hold.body.id}/lifting`, governance);
      expect((await grant(id)).status).toBe(200);
    });

    it('leaves course, year, sector and scores, and the name and address nowhere', async () => {
      const agency = 'Very Small Nursery';
      const names = ['Xanthippe Unmistakable', 'Ann One', 'Ann Two', 'Ann Three', 'Ann Four'];
      const people = [];
      for (const [index, name] of names.entries())
        people.push(await product.person('practitioner', { name, email: `x${index}@nursery.example`, agency }));
      const person = people[0]!;
      const { eventId, bookingIds } = await attendedEvent(product, coordinator, people, {
        accessNeeds: 'A quiet room',
      });
      await ask('GET', `/api/bookings/${bookingIds[0]}/certificate.pdf`, person);
      const report = () => ask<unknown[]>('GET', '/api/reports/knowledge-gain', coordinator);
      const before = (await report()).body;
      const { id } = await erasureOf(person);
      expect((await grant(id)).status).toBe(200);

      expect((await report()).body).toEqual(before);
      const responses = await product.database.repo(ResponseEntity).findBy({ personId: person.personId });
      expect(responses.map((one) => [one.eventId, one.sector, one.agencyId])).toEqual(
        Array(2).fill([eventId, 'police', null]),
      );
      const booking = await product.database.repo(BookingEntity).findOneByOrFail({ id: bookingIds[0]! });
      expect(booking).toMatchObject({ eventId, sector: 'police', attendance: 'attended', jobRole: null });
      const completion = await product.database.repo(CompletionEntity).findOneByOrFail({ personId: person.personId });
      expect(completion).toMatchObject({ sector: 'police', agencyId: null, withdrawnAt: null });
      expect(completion.completedAt.toISOString()).toBe('2025-03-31T23:00:00.000Z');
      expect(await product.database.repo(CertificateEntity).countBy({ bookingId: bookingIds[0]! })).toBe(0);

      const letter = await product.database.repo(MessageEntity).findOneByOrFail({ kind: LAST_LETTER, regarding: id });
      expect([letter.personId, letter.toAddress]).toEqual([null, 'x0@nursery.example']);
      await product.database.repo(MessageEntity).delete({ id: letter.id });
      const all = await everything(product);
      for (const text of ['Xanthippe', 'Unmistakable', 'x0@nursery.example'])
        expect([text, all.includes(text)]).toEqual([text, false]);
      expect(all).toContain('x1@nursery.example');
      expect((await ask('GET', '/api/me', person)).status).toBe(401);
    });

    it('empties the mails to others that name the person', async () => {
      const agency = 'Naming Nursery';
      const lead = await product.person('agency-lead', { name: 'Ludmila Leader', agency });
      const other = await product.person('practitioner', { agency });
      await attendedEvent(product, coordinator, [other], { bookedBy: lead });
      const naming = { id: newId(), regarding: null, personId: other.personId, textBody: 'Ludmila Leader booked it' };
      const [sample] = await product.database.repo(MessageEntity).findBy({ personId: other.personId });
      await product.database
        .repo(MessageEntity)
        .insert({ ...sample, ...naming, uniqueKey: naming.id, htmlBody: 'Ludmila Leader' });
      const { id } = await erasureOf(lead);
      await grant(id);
      await product.database.repo(MessageEntity).delete({ kind: LAST_LETTER });
      expect(await everything(product)).not.toContain('Ludmila');
      expect(await product.database.repo(MessageEntity).countBy({ personId: other.personId })).toBeGreaterThan(1);
    });

    it('lets go of the event too where fewer than five answered, and of what entered no figure', async () => {
      const people = [await product.person(), await product.person(), await product.person(), await product.person()];
      const { eventId, courseId } = await attendedEvent(product, coordinator, people);
      const { id } = await erasureOf(people[0]!);
      expect((await grant(id)).status).toBe(200);
      const responses = product.database.repo(ResponseEntity);
      expect(await responses.countBy({ personId: people[0]!.personId })).toBe(0);
      expect(await responses.countBy({ eventId })).toBe(6);
      const history = await product.database
        .repo(EventEntity)
        .findOneByOrFail({ importKey: `erased|${courseId}|2025-26` });
      const moved = await responses.findBy({ eventId: history.id });
      expect(moved.map(({ mode }) => mode).sort()).toEqual(['after', 'before']);
      expect(new Set(moved.map(({ personId }) => personId)).size).toBe(1);
      expect(moved[0]).toMatchObject({ sector: 'police', agencyId: null, bookingId: null });
      const answers = await product.database.repo(AnswerEntity).findBy({ responseId: In(moved.map((one) => one.id)) });
      expect(answers.map(({ value }) => value).sort()).toEqual([2, 5]);
      const nobody = await product.database.repo(PersonEntity).findOneByOrFail({ id: moved[0]!.personId });
      expect(nobody).toMatchObject({ name: 'Erased person', email: null });
    });

    it('is done again after a backup was restored', async () => {
      const person = await product.person('practitioner', { name: 'Lazarus Back', email: 'lazarus@person.example' });
      const { id } = await erasureOf(person);
      await grant(id);
      const people = product.database.repo(PersonEntity);
      const restored = {
        name: 'Lazarus Back',
        nameKey: 'lazarus back',
        email: 'lazarus@person.example',
        erasedAt: null,
      };
      await people.update({ id: person.personId }, restored);
      const erasures = product.app.get(ErasuresService);
      expect(await erasures.eraseAgain()).toBe(1);
      expect(await people.findOneByOrFail({ id: person.personId })).toMatchObject({
        name: 'Erased person',
        email: null,
      });
      expect(await erasures.eraseAgain()).toBe(0);
      const hashes = (await erasures.remembered()).map(({ personHash }) => personHash);
      expect(hashes.every((hash) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
      expect(JSON.stringify(hashes)).not.toContain(person.personId);
    });
  });

  describe('the page of own data', () => {
    it('gives the file, takes a request, and shows its state', async () => {
      const email = 'page@person.example';
      await product.person('practitioner', { name: 'Paige Reader', email });
      const browser = new Website(product);
      await browser.signIn(email);
      expect((await browser.get('/my-training')).text).toContain('href="/my-training/your-data"');
      const file = await browser.get('/my-training/your-data.zip');
      expect([file.status, file.headers['content-type'], file.headers['cache-control']]).toEqual([
        200,
        'application/zip',
        'no-store',
      ]);
      const nothing = await browser.post('/my-training/your-data', { words: 'Typed before' });
      expect([nothing.status, nothing.text.includes('Choose what you ask us to do')]).toEqual([422, true]);
      expect(nothing.text).toContain('Typed before');
      const sent = await browser.post('/my-training/your-data', { kind: 'rectify', words: 'My name has an e' });
      expect([sent.status, sent.headers['location']]).toEqual([303, '/my-training/your-data?done=sent']);
      const page = await browser.get('/my-training/your-data');
      for (const text of ['Correct my data', 'Thursday 2 April 2026', 'My name has an e'])
        expect([text, page.text.includes(text)]).toEqual([text, true]);
      expect((await new Website(product).get('/my-training/your-data')).headers['location']).toContain('/sign-in');
    });
  });

  describe('a hold', () => {
    it('is for what is there, and is set and lifted by information governance alone', async () => {
      const body = { subjectKind: 'person', subjectId: 'nobody', reason: 'A court asks' };
      expect((await ask('POST', '/api/holds', governance, body)).status).toBe(422);
      const person = await product.person();
      const held = { ...body, subjectId: person.personId };
      expect((await ask('POST', '/api/holds', coordinator, held)).status).toBe(403);
      const set = await ask<HoldView>('POST', '/api/holds', governance, held);
      expect([set.status, set.body.liftedAt]).toEqual([201, null]);
      const list = await ask<HoldView[]>('GET', `/api/holds?state=standing&subjectId=${person.personId}`, governance);
      expect(list.body).toMatchObject([{ id: set.body.id, reason: 'A court asks' }]);
      const lifted = await ask<HoldView>('POST', `/api/holds/${set.body.id}/lifting`, governance);
      expect(lifted.body.liftedAt).toBe('2026-03-02T09:00:00.000Z');
    });

    it('on an agency keeps those who work or worked for it', async () => {
      const person = await product.person('practitioner', { agency: 'Held Agency' });
      const agencies = await ask<{ id: string; name: string }[]>('GET', '/api/agencies?q=Held Agency', coordinator);
      const hold = await ask<HoldView>('POST', '/api/holds', governance, {
        subjectKind: 'agency',
        subjectId: agencies.body[0]!.id,
        reason: 'A review',
      });
      const { id } = await erasureOf(person);
      expect((await grant(id)).body.detail.blocks).toEqual([{ kind: 'hold', reference: hold.body.id }]);
    });
  });
});
