import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  type EvaluationFormView,
  type EvaluationTextView,
  type OpenedTextView,
  type ProblemView,
  type QuoteConsentView,
  type QuoteView,
  ROLES,
  type ReleasedTextView,
  type Role,
  type TextDecisionView,
} from '@roundtable/contracts';
import { ArrivingTexts, QuotesQueries, TextAnswerEntity, TextDecisionEntity } from '@roundtable/evaluations';
import { EventEntity } from '@roundtable/events';
import { PersonEntity, RoleGrantEntity } from '@roundtable/people';
import { AuditEntryEntity, MessageEntity, PersonalData, Retention, SettingEntity } from '@roundtable/platform';
import { type Caller, type Product, onTheProduct, publishedEvent } from '../support/product';
import { Website } from '../support/website';

/** A Monday. */
const NOW = '2026-05-11T08:00:00Z';
const FLAGGED = 'My manager Terry Blackwood hits the children';
const PLAIN = 'More time for questions would help';
const REDACTED = 'My manager [name] made this hard';

const READER_ROUTES = [
  ['GET', '/api/evaluation-texts'],
  ['GET', '/api/evaluation-texts/:id'],
  ['POST', '/api/evaluation-texts/:id/opening'],
  ['POST', '/api/evaluation-texts/:id/writer'],
  ['POST', '/api/evaluation-texts/:id/decision'],
] as const;
const ROUTES: readonly (readonly [method: 'GET' | 'POST', path: string, roles: readonly Role[]])[] = [
  ...READER_ROUTES.map(([method, path]) => [method, path, ['evaluation-reader']] as const),
  ['GET', '/api/text-decisions', ['evaluation-reader', 'information-governance']],
  ['GET', '/api/released-texts', ['coordinator']],
  ['GET', '/api/quotes', ['coordinator']],
  ['POST', '/api/quotes/:id/decision', ['coordinator']],
];

interface Course {
  courseId: string;
  eventId: string;
  formId: string;
  questionId: string;
  people: Caller[];
  bookingIds: string[];
}

/** A course that asks one question in words after the event, two weeks on, and people who are booked on it. */
async function aCourse(product: Product, coordinator: Caller, title: string, count: number): Promise<Course> {
  const { eventId, courseId } = await publishedEvent(product, coordinator, { capacity: 20, title, weeks: 2 });
  const form = `/api/courses/${courseId}/evaluation-form`;
  const own = { kind: 'text', wording: 'What would you change?' };
  await product.ask('PUT', form, {
    as: coordinator,
    body: { questions: [{ own, stages: ['before', 'after'], isRequired: false }] },
  });
  const published = await product.ask('POST', `${form}/publication`, { as: coordinator });
  if (published.status >= 400) throw new Error(published.text);
  const people: Caller[] = [];
  const bookingIds: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const person = await product.person('practitioner', { name: 'Wilhelmina Writer' });
    const booked = await product.ask<{ id: string }>('POST', `/api/events/${eventId}/bookings`, {
      as: person,
      body: { practitionerId: person.personId },
    });
    people.push(person);
    bookingIds.push(booked.body.id);
  }
  const asked = await product.ask<EvaluationFormView>('GET', `/api/bookings/${bookingIds[0]}/evaluations/after`, {
    as: people[0]!,
  });
  return {
    courseId,
    eventId,
    formId: asked.body.formId!,
    questionId: asked.body.questions[0]!.id,
    people,
    bookingIds,
  };
}

onTheProduct((product) => {
  let coordinator: Caller;
  let readers: Caller[];
  let governance: Caller;
  let large: Course;
  let small: Course;

  const addresses = ['rita@readers.example', 'ravi@readers.example', 'rose@readers.example'];
  const write = async (course: Course, index: number, value: string, quoteConsent = false) => {
    const sent = await product.ask('PUT', `/api/bookings/${course.bookingIds[index]}/evaluations/after`, {
      as: course.people[index]!,
      body: { formId: course.formId, answers: [{ questionId: course.questionId, value }], quoteConsent },
    });
    if (sent.status !== 200) throw new Error(sent.text);
    return (await product.database.repo(TextAnswerEntity).findOneByOrFail({ text: value })).id;
  };
  const list = async (query = '') =>
    (await product.ask<EvaluationTextView[]>('GET', `/api/evaluation-texts${query}`, { as: readers[0]! })).body;
  const decide = (id: string, body: object, as = readers[0]!) =>
    product.ask<EvaluationTextView & ProblemView>('POST', `/api/evaluation-texts/${id}/decision`, { as, body });
  const mails = (kind: string) => product.database.repo(MessageEntity).findBy({ kind });
  const setting = (name: string, value: string) =>
    product.ask<ProblemView>('PATCH', '/api/settings', { as: coordinator, body: { settings: [{ name, value }] } });
  const released = async (query: string) =>
    (await product.ask<ReleasedTextView[]>('GET', `/api/released-texts?${query}`, { as: coordinator })).body;
  const quotes = async (query = '') =>
    (await product.ask<QuoteView[]>('GET', `/api/quotes?${query}`, { as: coordinator })).body;
  const approve = (id: string, isApproved = true) =>
    product.ask<ProblemView>('POST', `/api/quotes/${id}/decision`, { as: coordinator, body: { isApproved } });
  const tellManager = () => product.app.get(ArrivingTexts).tellManager();
  const approved = async (courseId: string, period: { from?: string; to?: string } = {}) => {
    const quoted = product.app.get(QuotesQueries);
    const courses = await quoted.ofIds(await quoted.approvedIds([courseId], period));
    return courses.flatMap(({ words }) => words);
  };

  let flagged: string;
  let plain: string;

  beforeAll(async () => {
    product.clock.set(NOW);
    coordinator = await product.person('coordinator', { email: 'cora@office.example' });
    governance = await product.person('information-governance');
    readers = [];
    for (const email of addresses) readers.push(await product.person('evaluation-reader', { email }));
    large = await aCourse(product, coordinator, 'Neglect', 7);
    small = await aCourse(product, coordinator, 'Parental conflict', 3);
    const { endsAt } = await product.database.repo(EventEntity).findOneByOrFail({ id: large.eventId });
    // Friday 29 May 2026, 3pm in London: the events were on Monday 25 May, a bank holiday.
    expect(endsAt!.toISOString()).toBe('2026-05-25T13:00:00.000Z');
    product.clock.set('2026-05-29T14:00:00Z');
    await product.ask('POST', '/api/closure-days', {
      as: coordinator,
      body: { name: 'Moving house', from: '2026-06-01', to: '2026-06-01' },
    });
  });

  describe('who is told', () => {
    it('takes two readers or more who have the role, and a service manager by address or role', async () => {
      const name = 'evaluations.textReaders';
      expect((await setting(name, addresses[0]!)).body.errors).toEqual({ [name]: 'Name two readers or more' });
      expect((await setting(name, `${addresses[0]}, cora@office.example`)).body.errors).toEqual({
        [name]: 'These are not evaluation readers: cora@office.example',
      });
      expect((await setting(name, `${addresses[0]}, ${addresses[1]}`)).status).toBe(200);
      expect((await setting('evaluations.serviceManager', 'the boss')).status).toBe(422);
      expect((await setting('evaluations.serviceManager', 'manager@council.example')).status).toBe(200);
    });

    it('mails the named readers at once, without the text and without whom or what it is about', async () => {
      flagged = await write(large, 0, FLAGGED, true);
      const told = await mails('evaluation-text-to-read');
      expect(told.map(({ toAddress }) => toAddress).sort()).toEqual([...addresses.slice(0, 2)].sort());
      for (const mail of told) {
        const all = JSON.stringify(mail);
        for (const secret of [
          FLAGGED,
          'Terry',
          'Blackwood',
          'Wilhelmina',
          'Neglect',
          large.eventId,
          large.bookingIds[0]!,
        ])
          expect([secret, all.includes(secret)]).toEqual([secret, false]);
        expect(mail.textBody).toContain('http://localhost:3000/admin/evaluation-texts');
        // One working day on: neither the weekend nor the closure day counts.
        expect(mail.textBody).toContain('Tuesday 2 June 2026, 3pm');
      }
    });

    it('mails nobody of a text without signs, which is held back like any other', async () => {
      plain = await write(large, 1, PLAIN, true);
      expect(await mails('evaluation-text-to-read')).toHaveLength(2);
      expect(await list('?state=held&isFlagged=false')).toMatchObject([{ id: plain, dueAt: null, signs: [] }]);
      expect(await released(`courseId=${large.courseId}`)).toEqual([]);
      expect(await quotes()).toEqual([]);
    });

    it('tells the service manager once, when one working day has passed, without the text', async () => {
      product.clock.set('2026-06-02T13:59:00Z');
      expect(await tellManager()).toBe(0);
      product.clock.set('2026-06-02T14:01:00Z');
      expect(await list('?isOverdue=true')).toMatchObject([{ id: flagged, isOverdue: true }]);
      expect([await tellManager(), await tellManager()]).toEqual([1, 0]);
      const told = await mails('evaluation-texts-overdue');
      expect(told.map(({ toAddress }) => toAddress)).toEqual(['manager@council.example']);
      expect(JSON.stringify(told)).not.toContain('Terry');
      expect(told[0]!.textBody).toContain('1 text');
    });

    it('tells all readers, and the coordinators, where nobody was named', async () => {
      await setting('evaluations.textReaders', '');
      await setting('evaluations.serviceManager', '');
      const id = await write(small, 0, 'She was born on 3/4/2012');
      const told = (await mails('evaluation-text-to-read')).filter(({ regarding }) => regarding === id);
      expect(told.map(({ toAddress }) => toAddress).sort()).toEqual([...addresses].sort());
      product.clock.set('2026-06-04T15:00:00Z');
      await tellManager();
      const manager = (await mails('evaluation-texts-overdue')).filter(({ regarding }) => regarding === id);
      expect(manager.map(({ toAddress }) => toAddress)).toEqual(['cora@office.example']);
    });
  });

  describe('reading', () => {
    it('puts first what looks like something, then the oldest, and shows no text in the list', async () => {
      const [first, second, third] = await list('?state=held&_sort=waiting&_order=ASC');
      expect((await list('?state=held')).map(({ id }) => id)).toEqual([first?.id, second?.id, third?.id]);
      expect([first?.id, third?.id]).toEqual([flagged, plain]);
      expect(first).toMatchObject({
        signs: ['name', 'allegation'],
        courseTitle: 'Neglect',
        question: 'What would you change?',
      });
      expect(second?.signs).toEqual(['birth-date']);
      expect(JSON.stringify([first, second, third])).not.toContain('Terry');
      expect(JSON.stringify([first, second, third])).not.toContain('Wilhelmina');
    });

    it('opens one text at a time, and writes down who did without the text', async () => {
      const path = `/api/evaluation-texts/${flagged}`;
      const headers = { 'idempotency-key': 'again' };
      const opened = await product.ask<OpenedTextView>('POST', `${path}/opening`, { as: readers[0]!, headers });
      expect(opened.body).toEqual({ id: flagged, text: FLAGGED, releasedText: null });
      await product.ask('POST', `${path}/opening`, { as: readers[1]!, headers });
      const writer = await product.ask('POST', `${path}/writer`, { as: readers[1]! });
      expect(writer.body).toMatchObject({ name: 'Wilhelmina Writer', agencyName: 'Test Agency' });
      const entries = await product.database
        .repo(AuditEntryEntity)
        .find({ where: { subjectId: flagged }, order: { id: 'ASC' } });
      expect(entries.map(({ actorId, action }) => [actorId, action])).toEqual([
        [readers[0]!.personId, 'evaluation-text.read'],
        [readers[1]!.personId, 'evaluation-text.read'],
        [readers[1]!.personId, 'evaluation-text.read-writer'],
      ]);
      expect(JSON.stringify(entries)).not.toContain('Terry');
    });

    it('asks for what a decision needs', async () => {
      const seenState = 'held';
      const errors = async (body: object) => (await decide(flagged, { seenState, ...body })).body.errors;
      expect(await errors({ decision: 'detail-removed', releasedText: ' ' })).toEqual({
        releasedText: 'Enter what others may read',
      });
      expect(await errors({ decision: 'detail-removed', releasedText: ` ${FLAGGED} ` })).toEqual({
        releasedText: 'Take the identifying detail out',
      });
      expect(await errors({ decision: 'passed-on' })).toEqual({
        passedOnTo: 'Say to whom you passed it on',
        passedOnAt: 'Say when you passed it on',
      });
      expect(
        await errors({ decision: 'passed-on', passedOnTo: 'Duty desk', passedOnAt: '2027-01-01T09:00:00Z' }),
      ).toEqual({ passedOnAt: 'The time must not be to come' });
    });

    it('keeps to itself what was passed on, and logs to whom and when', async () => {
      const passed = await decide(flagged, {
        decision: 'passed-on',
        seenState: 'held',
        passedOnTo: 'Duty desk of the front door',
        passedOnAt: '2026-06-04T14:00:00Z',
      });
      expect(passed.body).toMatchObject({ state: 'passed-on' });
      expect(await released('')).toEqual([]);
      expect(await quotes()).toEqual([]);
      const other = await decide(flagged, { decision: 'no-concern', seenState: 'held' }, readers[1]);
      expect([other.status, other.body.code]).toEqual([409, 'evaluation-texts.changed']);
      for (const as of [readers[1]!, governance]) {
        const log = await product.ask<TextDecisionView[]>('GET', '/api/text-decisions', { as });
        expect(log.body).toMatchObject([
          {
            textId: flagged,
            decision: 'passed-on',
            isLate: true,
            passedOnTo: 'Duty desk of the front door',
            passedOnAt: '2026-06-04T14:00:00.000Z',
            decidedById: readers[0]!.personId,
          },
        ]);
        expect(log.text).not.toContain('Terry Blackwood');
        expect(log.text).not.toContain('Wilhelmina');
      }
      const audit = JSON.stringify(await product.database.repo(AuditEntryEntity).findBy({ subjectId: flagged }));
      for (const secret of ['Terry', 'Duty desk']) expect(audit).not.toContain(secret);
    });
  });

  describe('what others read', () => {
    it('is by course alone where fewer than five answered the event', async () => {
      const id = await write(small, 1, 'The room was cold');
      await decide(id, { decision: 'no-concern', seenState: 'held' });
      expect(await released(`courseId=${small.courseId}`)).toEqual([
        {
          id,
          courseId: small.courseId,
          courseTitle: 'Parental conflict',
          eventId: null,
          eventStartsAt: null,
          question: 'What would you change?',
          text: 'The room was cold',
          isByLineManager: false,
          demonstration: false,
        },
      ]);
      expect(await released(`eventId=${small.eventId}`)).toEqual([]);
    });

    it('is by event from five who answered on', async () => {
      await decide(plain, { decision: 'no-concern', seenState: 'held' });
      for (const index of [2, 3]) await write(large, index, `Thank you, number ${index}`);
      expect(await released(`courseId=${large.courseId}`)).toMatchObject([{ id: plain, eventId: null }]);
      await write(large, 4, 'It was fine');
      expect(await released(`courseId=${large.courseId}`)).toMatchObject([{ id: plain, eventId: large.eventId }]);
      expect(await released(`eventId=${large.eventId}`)).toMatchObject([{ text: PLAIN }]);
    });

    it('costs no more statements than ten, however many texts', async () => {
      const lists = [
        ['/api/evaluation-texts', readers[0]!],
        ['/api/text-decisions', readers[0]!],
        ['/api/released-texts', coordinator],
        ['/api/quotes', coordinator],
      ] as const;
      for (const [path, as] of lists) {
        await product.ask('GET', path, { as });
        const before = product.database.statements.count;
        await product.ask('GET', path, { as });
        const spent = product.database.statements.count - before;
        expect([path, spent <= 10, spent]).toEqual([path, true, spent]);
      }
    });

    it('has lost the identifying detail where a reader took it out', async () => {
      const id = await write(large, 5, 'My manager Terry made this hard', true);
      await decide(id, { decision: 'detail-removed', seenState: 'held', releasedText: ` ${REDACTED} ` });
      const texts = await released(`eventId=${large.eventId}`);
      expect(texts.map(({ text }) => text).sort()).toEqual([PLAIN, REDACTED].sort());
      expect(JSON.stringify(texts)).not.toContain('Terry');
      expect((await quotes('state=waiting')).map(({ text }) => text).sort()).toEqual([PLAIN, REDACTED].sort());
    });

    it('is taken back when a reader withholds it after all', async () => {
      const [row] = await list(`?state=released&q=parental`);
      await decide(row!.id, { decision: 'withheld', seenState: 'released' });
      expect(await released(`courseId=${small.courseId}`)).toEqual([]);
    });
  });

  describe('quotes', () => {
    it('are approved by the coordinator, and attributed to the course alone', async () => {
      expect(await approved(large.courseId)).toEqual([]);
      expect((await approve(plain)).status).toBe(200);
      expect(await approved(large.courseId)).toEqual([PLAIN]);
      expect(await approved(large.courseId, { from: '2026-04-01', to: '2027-03-31' })).toEqual([PLAIN]);
      expect(await approved(large.courseId, { from: '2027-04-01', to: '2028-03-31' })).toEqual([]);
      const [quote] = await quotes('state=approved');
      expect(Object.keys(quote!).sort()).toEqual(
        ['id', 'courseId', 'courseTitle', 'question', 'text', 'state', 'decidedAt', 'demonstration'].sort(),
      );
    });

    it('need consent and a reader: without either they cannot be approved', async () => {
      const unread = await write(large, 6, 'I liked the trainer', true);
      expect((await approve(unread)).body.code).toBe('quotes.not-possible');
      expect((await approve(flagged)).body.code).toBe('quotes.not-possible');
      const noConsent = (await list('?state=held&isFlagged=false')).find(({ id }) => id !== unread);
      await decide(noConsent!.id, { decision: 'no-concern', seenState: 'held' });
      expect((await approve(noConsent!.id)).body.code).toBe('quotes.not-possible');
    });

    it('go at once when consent is taken back on one’s own page, and nobody else can take it back', async () => {
      const consents = await product.ask<QuoteConsentView[]>('GET', '/api/me/quote-consents', { as: large.people[1]! });
      expect(consents.body).toMatchObject([{ courseTitle: 'Neglect', stage: 'after' }]);
      const path = `/api/me/quote-consents/${consents.body[0]!.id}`;
      expect((await product.ask('DELETE', path, { as: large.people[2]! })).status).toBe(404);
      expect(await approved(large.courseId)).toEqual([PLAIN]);

      const site = new Website(product);
      const { email } = await product.database.repo(PersonEntity).findOneByOrFail({ id: large.people[1]!.personId });
      await site.signIn(email!);
      const page = await site.get('/my-training/your-data');
      expect(page.text).toContain('Neglect');
      const done = await site.post('/my-training/your-data/quotes', { consent: consents.body[0]!.id });
      expect(done.status).toBe(303);
      expect(await approved(large.courseId)).toEqual([]);
      expect((await quotes()).map(({ text }) => text)).not.toContain(PLAIN);
    });

    it('go with a data request, too', async () => {
      const redacted = (await quotes()).find(({ text }) => text === REDACTED)!;
      await approve(redacted.id);
      expect(await approved(large.courseId)).toEqual([REDACTED]);
      await product.ask('POST', '/api/me/data-requests', {
        as: large.people[5]!,
        body: { kind: 'object', words: 'Do not quote me' },
      });
      expect(await approved(large.courseId)).toEqual([]);
    });
  });

  describe('what is kept', () => {
    it('gives people their own words, and readers what they decided', async () => {
      const own = JSON.stringify(await product.app.get(PersonalData).exportOf(large.people[0]!.personId));
      expect(own).toContain(FLAGGED);
      const others = JSON.stringify(await product.app.get(PersonalData).exportOf(readers[0]!.personId));
      expect(others).toContain('Duty desk of the front door');
      expect(others).not.toContain('Terry');
    });

    it('forgets words with the person, and keeps the facts of decisions', async () => {
      await product.database.transaction(() => product.app.get(PersonalData).forget(large.people[0]!.personId));
      expect(await product.database.repo(TextAnswerEntity).findOneBy({ id: flagged })).toBeNull();
      expect(await product.database.repo(TextDecisionEntity).findBy({ textId: flagged })).toHaveLength(1);
    });

    it('names a reader no more who is forgotten', async () => {
      await setting('evaluations.textReaders', addresses.join(', '));
      await product.database.transaction(() => product.app.get(PersonalData).forget(readers[2]!.personId));
      const row = await product.database.repo(SettingEntity).findOneByOrFail({ name: 'evaluations.textReaders' });
      expect(row.value).toBe(addresses.slice(0, 2).join(', '));
    });

    it('follows a former reader who is merged into another person', async () => {
      const from = await product.person('evaluation-reader');
      const [agency] = (await product.ask<{ id: string }[]>('GET', '/api/agencies?q=Test', { as: coordinator })).body;
      const into = await product.ask<{ id: string }>('POST', '/api/practitioners', {
        as: coordinator,
        body: { name: 'Rosa Reader', email: 'rosa@readers.example', agencyId: agency!.id },
      });
      const text = (await list('?state=held'))[0]!;
      await decide(text.id, { decision: 'withheld', seenState: 'held' }, from);
      await product.database.repo(RoleGrantEntity).delete({ personId: from.personId });
      const merged = await product.ask('POST', `/api/practitioners/${from.personId}/merge`, {
        as: coordinator,
        body: { into: into.body.id },
      });
      expect([merged.status, merged.status === 200 ? '' : merged.text]).toEqual([200, '']);
      const lines = await product.database.repo(TextDecisionEntity).findBy({ textId: text.id });
      expect(lines.map(({ decidedById }) => decidedById)).toEqual([into.body.id]);
    });

    it('erases words after two years and the log after six', async () => {
      product.clock.set('2028-06-10T08:00:00Z');
      await product.app.get(Retention).sweep();
      expect(await product.database.repo(TextAnswerEntity).count()).toBe(0);
      expect(await product.database.repo(TextDecisionEntity).count()).toBeGreaterThan(3);
      product.clock.set('2032-06-10T08:00:00Z');
      await product.app.get(Retention).sweep();
      expect(await product.database.repo(TextDecisionEntity).count()).toBe(0);
    });
  });

  describe('nobody else', () => {
    it.each(ROUTES)('%s %s', async (method, path, roles) => {
      product.clock.set('2026-06-04T15:00:00Z');
      for (const role of [null, ...ROLES]) {
        const as = role === null ? undefined : await product.person(role);
        const body = method === 'POST' ? { body: {} } : {};
        const { status } = await product.ask(method, path.replace(':id', 'nothing'), { ...(as && { as }), ...body });
        const isLetIn = status !== 401 && status !== 403;
        expect([role, isLetIn]).toEqual([role, role !== null && roles.includes(role)]);
      }
    });
  });
});
