import { beforeAll, describe, expect, it } from '@jest/globals';
import { BookingEntity } from '@roundtable/bookings';
import type {
  CourseFormView,
  EvaluationFormView,
  KnowledgeGainRow,
  ProblemView,
  StandingQuestionView,
  WantedFormQuestion,
} from '@roundtable/contracts';
import {
  AnswerDraftEntity,
  AnswerEntity,
  FormLinks,
  FormsQueries,
  QuestionAnswerEntity,
  ResponseEntity,
  TextAnswerEntity,
} from '@roundtable/evaluations';
import { EventEntity } from '@roundtable/events';
import { AuditEntryEntity, PersonalData } from '@roundtable/platform';
import { type Caller, type Product, onTheProduct, publishedEvent } from '../support/product';
import { Website } from '../support/website';

const NOW = '2026-05-01T08:00:00Z';
const SECRET = 'My manager Terry made this hard';

/** A course with one statement, an event eight weeks on, and people who are booked on it. */
async function aCourse(product: Product, coordinator: Caller, people: readonly Caller[], title: string) {
  const { eventId, courseId } = await publishedEvent(product, coordinator, {
    capacity: 20,
    title,
    course: { outcomeStatements: [{ stem: 'knowledge of', wording: 'What counts as neglect' }] },
  });
  const bookingIds: string[] = [];
  for (const person of people) {
    const booked = await product.ask<{ id: string }>('POST', `/api/events/${eventId}/bookings`, {
      as: person,
      body: { practitionerId: person.personId },
    });
    bookingIds.push(booked.body.id);
  }
  const { statements } = (await product.ask<CourseFormView>('GET', formPath(courseId), { as: coordinator })).body;
  return { eventId, courseId, bookingIds, statementId: statements[0]!.id };
}

const formPath = (courseId: string): string => `/api/courses/${courseId}/evaluation-form`;

onTheProduct((product) => {
  let coordinator: Caller;
  let people: Caller[];
  let course: Awaited<ReturnType<typeof aCourse>>;
  let toolkit: StandingQuestionView;
  let first: CourseFormView;

  const after = (index: number) => `/api/bookings/${course.bookingIds[index]}/evaluations/after`;
  const formOf = async (index: number) =>
    (await product.ask<EvaluationFormView>('GET', after(index), { as: people[index]! })).body;
  const send = (index: number, body: object) =>
    product.ask<EvaluationFormView & ProblemView>('PUT', after(index), { as: people[index]!, body });
  const save = (courseId: string, questions: WantedFormQuestion[]) =>
    product.ask<CourseFormView & ProblemView>('PUT', formPath(courseId), { as: coordinator, body: { questions } });
  const publish = (courseId: string) =>
    product.ask<CourseFormView & ProblemView>('POST', `${formPath(courseId)}/publication`, { as: coordinator });
  const idOf = (form: EvaluationFormView, wording: string) =>
    form.questions.find((question) => question.wording.startsWith(wording))!.id;
  const atTheEnd = async (eventId: string) => {
    const { endsAt } = await product.database.repo(EventEntity).findOneByOrFail({ id: eventId });
    product.clock.set(endsAt!);
  };

  /** Every kind, with a statement that is asked about before, too. */
  const everyKind = (): WantedFormQuestion[] => [
    { statementId: course.statementId, stages: ['after', 'before', 'retrospective-before'], isRequired: true },
    { standingId: toolkit.id, stages: ['after'], isRequired: true, help: 'On the partnership’s website.' },
    {
      own: { kind: 'single', wording: 'How did you hear of us?', options: ['A colleague', 'The newsletter'] },
      stages: ['after'],
      isRequired: false,
    },
    {
      own: { kind: 'several', wording: 'What will you use?', options: ['The toolkit', 'The pathway', 'The contacts'] },
      stages: ['after'],
      isRequired: false,
    },
    {
      own: { kind: 'number', wording: 'How many years have you worked?', minimum: 0, maximum: 60 },
      stages: ['after'],
      isRequired: false,
    },
    {
      own: { kind: 'scale', wording: 'Would you recommend it?', minimum: 0, maximum: 10, lowLabel: 'Not at all' },
      stages: ['after'],
      isRequired: false,
    },
    { own: { kind: 'text', wording: 'What would you change?' }, stages: ['after'], isRequired: false },
  ];
  const answersTo = (form: EvaluationFormView) => [
    { questionId: course.statementId, value: 4 },
    { questionId: `retrospective-before-${course.statementId}`, value: 2 },
    { questionId: toolkit.id, value: 'yes' },
    { questionId: idOf(form, 'How did'), value: 'The newsletter' },
    { questionId: idOf(form, 'What will'), value: ['The contacts', 'The toolkit'] },
    { questionId: idOf(form, 'How many'), value: 7 },
    { questionId: idOf(form, 'Would'), value: 9 },
    { questionId: idOf(form, 'What would'), value: SECRET },
  ];

  beforeAll(async () => {
    product.clock.set(NOW);
    coordinator = await product.person('coordinator');
    people = [];
    for (let index = 0; index < 6; index += 1)
      people.push(await product.person('practitioner', { email: `delegate${index}@person.example` }));
    course = await aCourse(product, coordinator, people, 'Neglect');
  });

  describe('building a form', () => {
    it('starts from the outcome statements, which are asked as long as there is no form', async () => {
      const { body } = await product.ask<CourseFormView>('GET', formPath(course.courseId), { as: coordinator });
      expect(body).toMatchObject({ draft: null, current: null, versions: [], courseTitle: 'Neglect' });
      const form = await formOf(0);
      expect(form).toMatchObject({ formId: null, questions: [{ id: course.statementId, kind: 'rating' }] });
    });

    it('keeps a standing question of the partnership apart, in words that stay', async () => {
      const wrong = await product.ask<ProblemView>('POST', '/api/standing-questions', {
        as: coordinator,
        body: { kind: 'single', wording: 'Which?', options: ['One'] },
      });
      expect(wrong.body.errors).toEqual({ options: 'Give at least two answers to choose from' });
      const added = await product.ask<StandingQuestionView>('POST', '/api/standing-questions', {
        as: coordinator,
        body: { kind: 'yes-no', wording: 'Are you aware of the neglect toolkit?' },
      });
      toolkit = added.body;
      expect(toolkit).toMatchObject({ kind: 'yes-no', courses: 0, retiredAt: null });
      const list = await product.ask<StandingQuestionView[]>('GET', '/api/standing-questions?isRetired=false', {
        as: coordinator,
      });
      expect(list.body.map(({ id }) => id)).toEqual([toolkit.id]);
    });

    it('refuses, at the field, what cannot be asked', async () => {
      const other = await aCourse(product, coordinator, [], 'Another course');
      const refused = await save(course.courseId, [
        { statementId: other.statementId, stages: ['before'], isRequired: true },
        { standingId: 'nothing', stages: ['before'], isRequired: true },
      ]);
      expect([refused.status, refused.body.errors]).toEqual([
        422,
        {
          'questions.0.statementId': 'This is no outcome statement of this course',
          'questions.1.standingId': 'There is no such standing question',
        },
      ]);
      const text = { kind: 'text', wording: 'Why?' } as const;
      const about = await save(course.courseId, [{ own: text, stages: ['retrospective-before'], isRequired: false }]);
      expect(about.body.errors).toEqual({
        'questions.0.stages': 'Only a rating can be asked about before, after the training',
      });
    });

    it('publishes a draft as a version, which asks something before and after', async () => {
      expect((await publish(course.courseId)).body.code).toBe('forms.no-draft');
      await save(course.courseId, everyKind().slice(1, 2));
      expect((await publish(course.courseId)).body.errors?.['questions']).toContain('before the training');
      const saved = await save(course.courseId, everyKind());
      expect(saved.body.draft).toMatchObject({ version: 1, publishedAt: null });
      expect(saved.body.draft?.questions[0]).toMatchObject({
        source: 'statement',
        kind: 'rating',
        stages: ['before', 'after', 'retrospective-before'],
      });
      expect((await formOf(0)).formId).toBeNull();
      first = (await publish(course.courseId)).body;
      expect(first).toMatchObject({ draft: null, current: { version: 1 }, versions: [{ version: 1, responses: 0 }] });
      expect((await formOf(0)).formId).toBe(first.current?.id);
      const entries = await product.database.repo(AuditEntryEntity).findBy({ action: 'evaluation-form.publish' });
      expect(entries.map((entry) => [entry.subjectId, entry.after])).toEqual([[course.courseId, { version: 1 }]]);
    });

    it('writes to nobody about a stage at which it asks nothing', async () => {
      const silent = async (stage: 'after' | 'follow-up') =>
        (await product.app.get(FormsQueries).silentAt([course.courseId], stage)).has(course.courseId);
      expect([await silent('after'), await silent('follow-up')]).toEqual([false, true]);
      const form = await product.ask<EvaluationFormView>(
        'GET',
        `/api/bookings/${course.bookingIds[0]}/evaluations/follow-up`,
        { as: people[0]! },
      );
      expect([form.body.state, form.body.questions]).toEqual(['closed', []]);
    });

    it('is the coordinator’s alone', async () => {
      const administrator = await product.person('administrator');
      const read = await product.ask('GET', formPath(course.courseId), { as: administrator });
      const preview = await product.ask('GET', '/c/neglect/evaluation-form/after', { as: administrator });
      expect([read.status, preview.status]).toEqual([403, 403]);
    });

    it('is previewed as the delegate sees it, and sends nothing', async () => {
      const page = await product.ask('GET', '/c/neglect/evaluation-form/after', { as: coordinator });
      expect(page.status).toBe(200);
      expect(page.text).toContain('Nothing that you choose here is kept.');
      expect(page.text).toContain('Before the course I would have said: my knowledge of what counts as neglect');
      expect(page.text).not.toContain('data-keep-draft');
    });
  });

  describe('answering', () => {
    beforeAll(() => atTheEnd(course.eventId));

    it('takes every kind, and tells back what was chosen but not what was written', async () => {
      const form = await formOf(0);
      expect(form.questions.map(({ kind, mode }) => [kind, mode])).toEqual([
        ['rating', undefined],
        ['rating', 'retrospective-before'],
        ['yes-no', undefined],
        ['single', undefined],
        ['several', undefined],
        ['number', undefined],
        ['scale', undefined],
        ['text', undefined],
      ]);
      const sent = await send(0, { answers: answersTo(form), quoteConsent: true });
      expect([sent.status, sent.body.state]).toEqual([200, 'sent']);
      expect(sent.body.answers).toEqual([
        { questionId: course.statementId, value: 4 },
        { questionId: toolkit.id, value: 'yes' },
        { questionId: idOf(form, 'How did'), value: 'The newsletter' },
        { questionId: idOf(form, 'What will'), value: ['The toolkit', 'The contacts'] },
        { questionId: idOf(form, 'How many'), value: 7 },
        { questionId: idOf(form, 'Would'), value: 9 },
      ]);
      expect(sent.text).not.toContain(SECRET);
      const responses = await product.database.repo(ResponseEntity).findBy({ personId: people[0]!.personId });
      expect(responses.map(({ mode, formId }) => [mode, formId]).sort()).toEqual([
        ['after', first.current?.id],
        ['retrospective-before', first.current?.id],
      ]);
      expect(responses.find(({ mode }) => mode === 'after')?.quoteConsentAt).not.toBeNull();
    });

    it('holds words back: in a table of their own, in no audit entry and no list', async () => {
      const texts = await product.database.repo(TextAnswerEntity).find();
      expect(texts.map(({ text, state }) => [text, state])).toEqual([[SECRET, 'held']]);
      const entries = await product.database.repo(AuditEntryEntity).find();
      expect(JSON.stringify(entries)).not.toContain('Terry');
      const again = await product.ask('GET', after(0), { as: people[0]! });
      expect(again.text).not.toContain('Terry');
    });

    it('refuses at the field, and keeps nothing of it', async () => {
      const form = await formOf(1);
      const refused = await send(1, {
        answers: [
          { questionId: course.statementId, value: 6 },
          { questionId: idOf(form, 'How did'), value: 'A poster' },
          { questionId: idOf(form, 'How many'), value: 61 },
          { questionId: idOf(form, 'What would'), value: 'x'.repeat(2001) },
        ],
      });
      expect([refused.status, refused.body.errors]).toEqual([
        422,
        {
          [`answers.${course.statementId}`]: 'Choose a rating from 1 (very poor) to 5 (very good)',
          [`answers.${idOf(form, 'How did')}`]: 'Choose one of the answers',
          [`answers.${idOf(form, 'How many')}`]: 'Enter a number from 0 to 60',
          [`answers.${idOf(form, 'What would')}`]: 'The answer must be 2000 characters or fewer',
          [`answers.retrospective-before-${course.statementId}`]: 'Choose a rating for: What counts as neglect',
          [`answers.${toolkit.id}`]: 'Choose an answer to: Are you aware of the neglect toolkit?',
        },
      ]);
      expect(await product.database.repo(ResponseEntity).countBy({ personId: people[1]!.personId })).toBe(0);
    });

    it('is possible on the version that somebody opened, and stays on it', async () => {
      const opened = await formOf(2);
      const more = { own: { kind: 'yes-no' as const, wording: 'Did you like it?' }, stages: ['after' as const] };
      await save(course.courseId, [
        { statementId: course.statementId, stages: ['before', 'after'], isRequired: true },
        { ...more, isRequired: true },
      ]);
      const second = (await publish(course.courseId)).body;
      expect(second.current?.version).toBe(2);
      const late = await send(2, { answers: answersTo(opened), formId: opened.formId });
      expect([late.status, late.body.formId]).toEqual([200, first.current?.id]);
      expect((await formOf(2)).questions).toEqual(opened.questions);
      const refused = await send(3, { answers: answersTo(opened) });
      expect(refused.status).toBe(422);
      const now = await formOf(3);
      const taken = await send(3, {
        answers: [
          { questionId: course.statementId, value: 5 },
          { questionId: idOf(now, 'Did you'), value: 'no' },
        ],
      });
      expect(taken.body.formId).toBe(second.current?.id);
      const { versions } = (await product.ask<CourseFormView>('GET', formPath(course.courseId), { as: coordinator }))
        .body;
      expect(versions.map(({ version, responses }) => [version, responses])).toEqual([
        [2, 1],
        [1, 2],
      ]);
    });

    it('finds the same question again under the same words', async () => {
      const { body } = await save(course.courseId, everyKind());
      const ids = body.draft?.questions.map(({ questionId }) => questionId);
      expect(ids).toEqual(first.current?.questions.map(({ questionId }) => questionId));
      await publish(course.courseId);
    });

    it('keeps an answer to a standing question comparable across courses', async () => {
      product.clock.set(NOW);
      const other = await aCourse(product, coordinator, [people[0]!], 'Safer sleeping');
      await save(other.courseId, [
        { statementId: other.statementId, stages: ['before', 'after'], isRequired: true },
        { standingId: toolkit.id, stages: ['before'], isRequired: true },
      ]);
      await publish(other.courseId);
      const sent = await product.ask('PUT', `/api/bookings/${other.bookingIds[0]}/evaluations/before`, {
        as: people[0]!,
        body: {
          answers: [
            { questionId: other.statementId, value: 3 },
            { questionId: toolkit.id, value: 'no' },
          ],
        },
      });
      expect(sent.status).toBe(200);
      const values = await product.database.repo(QuestionAnswerEntity).findBy({ questionId: toolkit.id });
      expect(values.map(({ value }) => value).sort()).toEqual([0, 1, 1]);
      const one = await product.ask<StandingQuestionView>('GET', `/api/standing-questions/${toolkit.id}`, {
        as: coordinator,
      });
      expect(one.body.courses).toBe(2);
      await atTheEnd(course.eventId);
    });

    it('never counts what was rated about before as an answer before', async () => {
      const retrospective = await product.database.repo(ResponseEntity).findBy({ mode: 'retrospective-before' });
      expect(retrospective).toHaveLength(2);
      const rows = await product.ask<KnowledgeGainRow[]>(
        'GET',
        `/api/reports/knowledge-gain?courseId=${course.courseId}`,
        { as: coordinator },
      );
      const befores = await product.database
        .repo(AnswerEntity)
        .createQueryBuilder('answer')
        .innerJoin(ResponseEntity, 'response', 'response.id = answer.responseId')
        .where("response.mode = 'before' AND response.eventId = :eventId", { eventId: course.eventId })
        .getCount();
      expect([befores, rows.body[0]?.responseRate.before ?? null]).toEqual([0, null]);
    });
  });

  describe('the page', () => {
    let token: string;
    const field = async (wording: string) => `answer-${idOf(await formOf(4), wording)}`;

    beforeAll(async () => {
      await atTheEnd(course.eventId);
      const booking = await product.database.repo(BookingEntity).findOneByOrFail({ id: course.bookingIds[4]! });
      const event = await product.database.repo(EventEntity).findOneByOrFail({ id: course.eventId });
      const window = { opensAt: event.endsAt!, closesAt: event.endsAt! };
      const [link] = await product.app.get(FormLinks).to([{ booking, event, stage: 'after', window }]);
      token = link!.secret;
    });

    it('keeps an answer while it is typed, shows it again, and no field that is not on it', async () => {
      const visitor = new Website(product);
      const text = await field('What would');
      const kept = await visitor.post(`/evaluations/${token}/draft`, { field: text, value: 'More time' });
      expect(kept.status).toBe(204);
      expect((await visitor.post(`/evaluations/${token}/draft`, { field: 'answer-x', value: 'y' })).status).toBe(404);
      const page = await visitor.get(`/evaluations/${token}`);
      expect(page.text).toContain('More time</textarea>');
      expect(page.text).toContain('This box is not a way to report a concern');
    });

    it('says at each field what is missing, and keeps what was typed', async () => {
      const visitor = new Website(product);
      const text = await field('What would');
      const page = await visitor.post(`/evaluations/${token}`, { [text]: 'Not <yet> sent', quoteConsent: 'yes' });
      expect(page.status).toBe(422);
      expect(page.text).toContain(`href="#rating-${course.statementId}"`);
      expect(page.text).toContain(`href="#answer-${toolkit.id}"`);
      expect(page.text).toContain('Not &lt;yet&gt; sent');
      expect(page.text).toMatch(/name="quoteConsent"[^>]* checked/);
    });

    it('is sent in one step, after which nothing typed is kept besides', async () => {
      const visitor = new Website(product);
      const sent = await visitor.post(`/evaluations/${token}`, {
        form: first.versions[0]!.id,
        [`rating-${course.statementId}`]: '5',
        [`rating-retrospective-before-${course.statementId}`]: '1',
        [`answer-${toolkit.id}`]: 'no',
        [`${await field('What will')}-2`]: 'yes',
        [await field('What would')]: 'More time',
      });
      expect(sent.status).toBe(303);
      expect((await visitor.get(`/evaluations/${token}`)).text).toContain('Thank you, we have your answers');
      expect(await product.database.repo(AnswerDraftEntity).count()).toBe(0);
      const form = await formOf(4);
      expect(form.answers).toContainEqual({ questionId: idOf(form, 'What will'), value: ['The pathway'] });
    });
  });

  describe('the booking form', () => {
    it('asks what the form asks before, and keeps it with the booking', async () => {
      product.clock.set(NOW);
      const other = await aCourse(product, coordinator, [], 'Private fostering');
      await save(other.courseId, [
        { statementId: other.statementId, stages: ['before', 'after'], isRequired: true },
        { standingId: toolkit.id, stages: ['before'], isRequired: true },
      ]);
      const formId = (await publish(other.courseId)).body.current?.id ?? '';
      const visitor = new Website(product);
      await visitor.signIn('delegate5@person.example');
      const page = `/events/${other.eventId}/book`;
      expect((await visitor.get(page)).text).toContain('Are you aware of the neglect toolkit?');
      const rating = { [`rating-${other.statementId}`]: '3' };
      const missing = await visitor.post(page, { step: 'check', form: formId, ...rating });
      expect(missing.text).toContain(`href="#answer-${toolkit.id}"`);
      const answers = { ...rating, [`answer-${toolkit.id}`]: 'no' };
      const check = await visitor.post(page, { step: 'check', form: formId, ...answers });
      expect(check.text).toContain(`name="answer-${toolkit.id}" value="no"`);
      const booked = await visitor.post(page, { step: 'confirm', form: formId, ...answers });
      expect(booked.status).toBe(303);
      const response = await product.database
        .repo(ResponseEntity)
        .findOneByOrFail({ eventId: other.eventId, mode: 'before' });
      expect([response.formId, response.sentAt === null]).toEqual([formId, false]);
      const [answer] = await product.database.repo(QuestionAnswerEntity).findBy({ responseId: response.id });
      expect([answer?.questionId, answer?.value]).toEqual([toolkit.id, 0]);
    });

    it('goes on asking a standing question that is offered no longer', async () => {
      const retired = await product.ask<StandingQuestionView>('PATCH', `/api/standing-questions/${toolkit.id}`, {
        as: coordinator,
        body: { isRetired: true },
      });
      expect(retired.body.retiredAt).toBe(product.clock.now().toISOString());
      const { body } = await product.ask<CourseFormView>('GET', formPath(course.courseId), { as: coordinator });
      expect(body.current?.questions.map(({ questionId }) => questionId)).toContain(toolkit.id);
      const offered = await product.ask<unknown[]>('GET', '/api/standing-questions?isRetired=false', {
        as: coordinator,
      });
      expect(offered.body).toEqual([]);
    });
  });

  describe('own data', () => {
    it('holds every own answer, and loses the words when the person is forgotten', async () => {
      const { personId } = people[0]!;
      const sections = await product.app.get(PersonalData).exportOf(personId);
      const rows = sections.find(({ title }) => title === 'Your other answers')?.rows ?? [];
      expect(rows.map(({ Question, Answer }) => [Question, Answer])).toContainEqual(['What would you change?', SECRET]);
      expect(rows.map(({ Question, Answer }) => [Question, Answer])).toContainEqual([
        'How did you hear of us?',
        'The newsletter',
      ]);
      await product.database.transaction(() => product.app.get(PersonalData).forget(personId));
      const left = await product.database
        .repo(TextAnswerEntity)
        .createQueryBuilder('text')
        .innerJoin(ResponseEntity, 'response', 'response.id = text.responseId')
        .where('response.bookingId = :id', { id: course.bookingIds[0] })
        .getCount();
      expect([rows.length > 0, left]).toEqual([true, 0]);
    });
  });
});
