import { beforeAll, describe, expect, it } from '@jest/globals';
import type {
  CourseFormView,
  EvaluationFormView,
  KnowledgeGainRow,
  NewStandingQuestion,
  ProblemView,
  QuestionFiguresRow,
  StandingQuestionChange,
  StandingQuestionRow,
  StandingQuestionView,
  WantedFormQuestion,
} from '@roundtable/contracts';
import { AuditEntryEntity } from '@roundtable/platform';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { type Caller, onTheProduct, publishedEvent } from '../support/product';

const WEEK_MS = 7 * 24 * 3600_000;
const [ABSENT, LATE] = [10, 11];
const AWARE = 'Are you aware of the toolkit?';
const USED = 'Have you used it?';
const FILES = ['questions.csv', 'questions.xlsx', 'standing-questions.csv', 'standing-questions.xlsx'];

type Given = Record<string, number | string | string[] | null>;

/** What somebody says after the first event. Left out: the rest of the people after so many. */
const afterwards = (index: number): Given => ({
  [AWARE]: index < 7 ? 'yes' : 'no',
  [USED]: index > 8 ? null : index < 4 || index === 8 ? 'yes' : 'no',
  'How did you hear of us?': index > 8 ? null : 'A colleague',
  'What will you use?': ['The toolkit', ...(index < 7 ? ['The pathway'] : []), ...(index < 2 ? ['=The contacts'] : [])],
  'How many years have you worked?': index > 4 ? null : [1, 2, 3, 4, 20][index]!,
  'Would you recommend it?': index,
  'Did you like it?': index > 3 ? null : 'yes',
});

onTheProduct((product) => {
  let coordinator: Caller;
  let people: Caller[];
  let aware: StandingQuestionView;
  let used: StandingQuestionView;
  let courseId: string;

  const add = (words: NewStandingQuestion) =>
    product.ask<StandingQuestionView & ProblemView>('POST', '/api/standing-questions', {
      as: coordinator,
      body: words,
    });
  const change = (id: string, wanted: StandingQuestionChange) =>
    product.ask<StandingQuestionView & ProblemView>('PATCH', `/api/standing-questions/${id}`, {
      as: coordinator,
      body: wanted,
    });
  const figures = async (query = '') =>
    (await product.ask<QuestionFiguresRow[]>('GET', `/api/reports/questions${query}`, { as: coordinator })).body;
  const overTime = async (query = '') =>
    (await product.ask<StandingQuestionRow[]>('GET', `/api/reports/standing-questions${query}`, { as: coordinator }))
      .body;
  const taken = (file: string, as = coordinator) =>
    product.app
      .getHttpAdapter()
      .getInstance()
      .inject({
        url: `/api/reports/${file}`,
        headers: { authorization: `Bearer ${as.token}` },
      });
  const lines = async (file: string): Promise<Record<string, string>[]> =>
    parse((await taken(file)).body, { columns: true, bom: true });

  /** A course whose form asks these questions, and its published event. */
  const courseAsking = async (title: string, questions: (statementId: string) => WantedFormQuestion[]) => {
    const made = await publishedEvent(product, coordinator, {
      capacity: 20,
      title,
      course: { outcomeStatements: [{ stem: 'knowledge of', wording: `What counts in ${title}` }] },
    });
    const path = `/api/courses/${made.courseId}/evaluation-form`;
    const { statements } = (await product.ask<CourseFormView>('GET', path, { as: coordinator })).body;
    const body = { questions: questions(statements[0]!.id) };
    const saved = await product.ask('PUT', path, { as: coordinator, body });
    const published = await product.ask('POST', `${path}/publication`, { as: coordinator });
    if (published.status !== 200) throw new Error(`The form was not published: ${saved.text} ${published.text}`);
    return made;
  };
  const book = async (eventId: string, person: Caller): Promise<string> => {
    const body = { practitionerId: person.personId };
    return (await product.ask<{ id: string }>('POST', `/api/events/${eventId}/bookings`, { as: person, body })).body.id;
  };
  const answer = async (person: Caller, bookingId: string, stage: string, given: Given, rating = 4) => {
    const path = `/api/bookings/${bookingId}/evaluations/${stage}`;
    const { questions } = (await product.ask<EvaluationFormView>('GET', path, { as: person })).body;
    const answers = questions.flatMap(({ id, kind, wording }) => {
      const value = kind === 'rating' ? rating : (given[wording] ?? null);
      return value === null ? [] : [{ questionId: id, value }];
    });
    const sent = await product.ask('PUT', path, { as: person, body: { answers } });
    if (sent.status !== 200) throw new Error(`The answers ${stage} were not taken: ${sent.text}`);
  };
  const row = (rows: readonly QuestionFiguresRow[], wording: string, stage: string, course: string | null = courseId) =>
    rows.find((one) => one.wording === wording && one.stage === stage && one.courseId === course)!;

  beforeAll(async () => {
    product.clock.set('2026-05-01T08:00:00Z');
    coordinator = await product.person('coordinator');
    people = [];
    for (let index = 0; index < 12; index += 1) people.push(await product.person());
    aware = (await add({ kind: 'yes-no', wording: AWARE })).body;
    used = (await add({ kind: 'yes-no', wording: USED, followsId: aware.id })).body;

    const own = (words: NonNullable<WantedFormQuestion['own']>): WantedFormQuestion => ({
      own: words,
      stages: ['after'],
      isRequired: false,
    });
    const first = await courseAsking('Neglect', (statementId) => [
      { statementId, stages: ['before', 'after'], isRequired: true },
      { standingId: aware.id, stages: ['before', 'after'], isRequired: true },
      { standingId: used.id, stages: ['after'], isRequired: false },
      own({ kind: 'single', wording: 'How did you hear of us?', options: ['A colleague', 'A poster', 'A newsletter'] }),
      own({ kind: 'several', wording: 'What will you use?', options: ['The toolkit', 'The pathway', '=The contacts'] }),
      own({ kind: 'number', wording: 'How many years have you worked?' }),
      own({ kind: 'scale', wording: 'Would you recommend it?', minimum: 0, maximum: 10, highLabel: 'Certainly' }),
      own({ kind: 'yes-no', wording: 'Did you like it?' }),
      own({ kind: 'text', wording: 'What would you change?' }),
    ]);
    courseId = first.courseId;
    const bookingIds: string[] = [];
    for (const [index, person] of people.entries()) {
      const bookingId = await book(first.eventId, person);
      bookingIds.push(bookingId);
      await answer(person, bookingId, 'before', { [AWARE]: index < 2 || index === ABSENT ? 'yes' : 'no' }, 2);
    }
    product.clock.set('2026-06-26T14:00:00Z');
    const entries = bookingIds.map((bookingId, index) => ({
      bookingId,
      attendance: index === ABSENT ? 'absent' : 'present',
    }));
    await product.ask('PUT', `/api/events/${first.eventId}/register`, { as: coordinator, body: { entries } });
    await product.ask('POST', `/api/events/${first.eventId}/register/closure`, { as: coordinator });
    for (const [index, person] of people.slice(0, ABSENT).entries())
      await answer(person, bookingIds[index]!, 'after', {
        ...afterwards(index),
        'What would you change?': 'More time',
      });
    product.clock.set(new Date(product.clock.now().getTime() + 7 * WEEK_MS));
    await answer(people[LATE]!, bookingIds[LATE]!, 'after', afterwards(0));

    product.clock.set('2027-03-01T08:00:00Z');
    const second = await courseAsking('Fostering', (statementId) => [
      { statementId, stages: ['before'], isRequired: false },
      { standingId: aware.id, stages: ['after'], isRequired: true },
      { standingId: used.id, stages: ['after'], isRequired: true },
    ]);
    const later: string[] = [];
    for (const person of people.slice(0, 5)) later.push(await book(second.eventId, person));
    product.clock.set('2027-04-26T13:00:00Z');
    for (const [index, bookingId] of later.entries())
      await answer(people[index]!, bookingId, 'after', { [AWARE]: index < 3 ? 'yes' : 'no', [USED]: 'no' });
  });

  describe('a standing question that follows another', () => {
    it('is kept with the question, named with it, and audited', async () => {
      expect(used.follows).toEqual({ id: aware.id, wording: AWARE });
      const loose = await change(used.id, { followsId: null });
      expect(loose.body).toMatchObject({ follows: null, retiredAt: null });
      expect((await change(used.id, { followsId: aware.id })).body.follows?.id).toBe(aware.id);
      const entries = await product.database.repo(AuditEntryEntity).findBy({ action: 'standing-question.change' });
      expect(entries.map(({ before, after }) => [before, after])).toEqual([
        [{ followsId: aware.id }, { followsId: null }],
        [{ followsId: null }, { followsId: aware.id }],
      ]);
    });

    it('is refused at the field where it is no question with yes or no, or would follow itself', async () => {
      const number = (await add({ kind: 'number', wording: 'How many referrals did you make?' })).body;
      const refusals = [
        await add({ kind: 'number', wording: 'How often?', followsId: aware.id }),
        await change(number.id, { followsId: aware.id }),
        await change(used.id, { followsId: number.id }),
        await change(used.id, { followsId: used.id }),
        await change(used.id, { followsId: 'nothing' }),
        await change(aware.id, { followsId: used.id }),
      ];
      expect(refusals.map(({ status, body }) => [status, body.errors?.['followsId']])).toEqual([
        [422, 'Only a yes-or-no question can follow another'],
        [422, 'Only a yes-or-no question can follow another'],
        [422, 'Choose a yes-or-no question'],
        [422, 'A question cannot follow itself'],
        [422, 'There is no such standing question'],
        [422, 'That question follows this one already'],
      ]);
    });
  });

  describe('figures of other questions', () => {
    it('are of those who answered in time and were there, each stage by itself', async () => {
      const rows = await figures();
      expect(row(rows, AWARE, 'before')).toMatchObject({ n: 11, yes: { count: 2 }, source: 'standing' });
      expect(row(rows, AWARE, 'after')).toMatchObject({ n: 10, yes: { count: 7, percent: 70 } });
      expect(row(rows, AWARE, 'after').yes?.ci95[0]).toBeCloseTo(39.6778, 4);
      expect(rows.some(({ wording }) => wording === 'What would you change?')).toBe(false);
    });

    it('keep back everything below five, and how many chose each of several below ten', async () => {
      const rows = await figures();
      expect(row(rows, 'Did you like it?', 'after')).toMatchObject({
        n: null,
        yes: { count: null, percent: null, ci95: [null, null] },
        suppressed: true,
      });
      const heard = row(rows, 'How did you hear of us?', 'after');
      expect([heard.n, heard.suppressed, heard.answersSuppressed]).toEqual([9, false, true]);
      expect(heard.answers.map(({ count, percent }) => [count, percent])).toEqual(Array(3).fill([null, null]));
      expect(row(rows, USED, 'after')).toMatchObject({ n: 9, yes: { count: 5 } });
    });

    it('share several answers over people, and tell mean and median but no single number', async () => {
      const rows = await figures();
      const use = row(rows, 'What will you use?', 'after');
      expect([use.n, use.answers.map(({ answer, percent }) => [answer, percent])]).toEqual([
        10,
        [
          ['The toolkit', 100],
          ['The pathway', 70],
          ['=The contacts', 20],
        ],
      ]);
      const years = row(rows, 'How many years have you worked?', 'after');
      expect([years.n, years.mean, years.median, years.answers]).toEqual([5, 6, 3, []]);
      const scale = row(rows, 'Would you recommend it?', 'after');
      expect([scale.mean, scale.median, scale.answers.length, scale.highLabel]).toEqual([4.5, 4.5, 11, 'Certainly']);
      expect(JSON.stringify(rows)).not.toContain('maximum');
    });

    it('put standing questions of all courses together beside each, unless one course is asked for', async () => {
      const rows = await figures();
      const after = rows.filter(({ wording, stage }) => wording === AWARE && stage === 'after');
      expect(after.map(({ courseTitle, n, yes }) => [courseTitle, n, yes?.count])).toEqual([
        [null, 15, 10],
        ['Fostering', 5, 3],
        ['Neglect', 10, 7],
      ]);
      const ofOne = await figures(`?courseId=${courseId}`);
      expect(new Set(ofOne.map((one) => one.courseId))).toEqual(new Set([courseId]));
    });

    it('are of the dates that were asked for', async () => {
      expect(await figures('?from=2026-06-27&to=2027-04-25')).toEqual([]);
      const rows = await figures('?from=2026-06-26&to=2026-06-26');
      expect(row(rows, AWARE, 'after', null)).toMatchObject({ n: 10 });
      const wrong = await product.ask<ProblemView>('GET', '/api/reports/questions?from=2027-01-02&to=2027-01-01', {
        as: coordinator,
      });
      expect([wrong.status, wrong.body.errors]).toEqual([422, { to: 'to must not be before from' }]);
    });
  });

  describe('standing questions over time', () => {
    const told = ({ stage, period, aware: a, used: u, usedOfAware: o }: StandingQuestionRow) => [
      stage,
      period,
      [a.count, a.n],
      [u?.count, u?.n],
      [o?.count, o?.n, o?.suppressed],
    ];

    it('tell by partnership year who is aware, who used it, and who of those aware on the same form', async () => {
      expect((await overTime()).map(told)).toEqual([
        ['before', '2026-27', [2, 11], [0, 0], [0, 0, false]],
        ['after', '2026-27', [7, 10], [5, 9], [4, 7, false]],
        ['after', '2027-28', [3, 5], [0, 5], [null, null, true]],
      ]);
    });

    it('and by quarter, within the dates and of one course', async () => {
      const rows = await overTime(`?every=quarter&from=2026-06-01&courseId=${courseId}`);
      expect(rows.map(({ stage, period, from, to, isPart }) => [stage, period, from, to, isPart])).toEqual([
        ['before', 'April to June 2026', '2026-06-01', '2026-06-30', true],
        ['after', 'April to June 2026', '2026-06-01', '2026-06-30', true],
      ]);
      const wrong = await product.ask('GET', '/api/reports/standing-questions?every=week', { as: coordinator });
      expect(wrong.status).toBe(422);
    });
  });

  describe('the files', () => {
    it('come as attachments that no cache keeps, to coordinators alone, and each is in the audit log', async () => {
      const administrator = await product.person('administrator');
      await product.database.repo(AuditEntryEntity).delete({ action: 'report.export' });
      for (const file of [...FILES, 'knowledge-gain-by.csv']) {
        const query = file === 'knowledge-gain-by.csv' ? '?by=month' : `?courseId=${courseId}`;
        const { statusCode, headers } = await taken(file + query);
        expect([statusCode, headers['content-disposition'], headers['cache-control']]).toEqual([
          200,
          `attachment; filename="${file}"`,
          'no-store',
        ]);
        expect((await taken(file + query, administrator)).statusCode).toBe(403);
      }
      for (const data of ['questions', 'standing-questions']) {
        expect((await taken(data)).headers['cache-control']).toBe('no-store');
        expect((await taken(data, administrator)).statusCode).toBe(403);
      }
      const entries = await product.database.repo(AuditEntryEntity).find({
        where: { action: 'report.export' },
        order: { id: 'ASC' },
      });
      const all = { from: null, to: null, courseId };
      expect(entries.map(({ after }) => after)).toEqual([
        { report: 'questions', format: 'csv', ...all, rows: 8 },
        { report: 'questions', format: 'xlsx', ...all, rows: 8 },
        { report: 'standing-questions', format: 'csv', ...all, rows: 2 },
        { report: 'standing-questions', format: 'xlsx', ...all, rows: 2 },
        { report: 'knowledge-gain', format: 'csv', by: ['month'], ...all, courseId: null, rows: 1 },
      ]);
    });

    it('hold a line for each answer as CSV, with numbers that are not rounded, and no formula', async () => {
      const rows = await lines('questions.csv');
      const use = rows.filter((line) => line['question'] === 'What will you use?');
      expect(
        use.map(({ stage, answered, answer: chosen, count, percent }) => [stage, answered, chosen, count, percent]),
      ).toEqual([
        ['after', '10', 'The toolkit', '10', '100'],
        ['after', '10', 'The pathway', '7', '70'],
        ['after', '10', "'=The contacts", '2', '20'],
      ]);
      const small = rows.filter((line) => line['suppressed'] === 'fewer than 5 answered');
      expect(
        small.map(({ question, answered, count, percent, ci95_low }) => [question, answered, count, percent, ci95_low]),
      ).toEqual([['Did you like it?', '', '', '', '']]);
      const years = rows.find((line) => line['kind'] === 'number')!;
      expect([years['mean'], years['median'], years['answer']]).toEqual(['6', '3', '']);
      const [, after] = await lines('standing-questions.csv');
      expect(after).toMatchObject({ period: '2026-27', used_count: '5', used_n: '9', used_of_aware_count: '4' });
      expect(Number(after?.['used_percent'])).toBeCloseTo(55.5556, 4);
    });

    it('hold numbers as numbers in Excel, and say what they are', async () => {
      for (const file of ['questions.xlsx', 'standing-questions.xlsx']) {
        const book = new ExcelJS.Workbook();
        await book.xlsx.load((await taken(file)).rawPayload as never);
        expect(book.worksheets.map(({ name }) => name)).toEqual(['Figures', 'About']);
        const sheet = book.getWorksheet('Figures')!;
        const headings = sheet.getRow(1).values as string[];
        const heading = file === 'questions.xlsx' ? 'Share (%)' : 'Used it: yes (%)';
        const cells = sheet.getColumn(headings.indexOf(heading)).values.slice(2);
        expect(cells.some((cell) => typeof cell === 'number')).toBe(true);
        expect(cells.some((cell) => typeof cell === 'string')).toBe(false);
        sheet.eachRow((line) => line.eachCell(({ formula }) => expect(formula).toBeUndefined()));
        const about = book.getWorksheet('About')!.getSheetValues().flat().map(String);
        expect(about).toEqual(expect.arrayContaining(['Small groups', 'Every event', 'All courses']));
      }
    });

    it('of the report within cuts have a column for each cut, and the plain file none', async () => {
      const [first] = await lines('knowledge-gain-by.csv?by=month&by=sector');
      expect(Object.keys(first!).slice(2, 6)).toEqual(['statement', 'month', 'sector', 'before_n']);
      expect([first?.['month'], first?.['sector']]).toEqual(['June 2026', 'police']);
      const ofFirst = (await lines('knowledge-gain-by.csv?by=month')).find((line) => line['course_id'] === courseId);
      expect([ofFirst?.['month'], ofFirst?.['paired_n']]).toEqual(['June 2026', '10']);
      const [plain] = await lines('knowledge-gain.csv');
      expect(Object.keys(plain!).slice(2, 4)).toEqual(['statement', 'before_n']);
      const report = await product.ask<KnowledgeGainRow[]>('GET', '/api/reports/knowledge-gain', { as: coordinator });
      expect(report.body).toHaveLength(1);
      expect((await taken('knowledge-gain-by.csv')).statusCode).toBe(422);
    });
  });

  it('asks the database as often for many rows as for one', async () => {
    for (const path of ['/api/reports/questions', '/api/reports/standing-questions']) {
      const before = product.database.statements.count;
      await product.ask('GET', path, { as: coordinator });
      expect([path, product.database.statements.count - before <= 8]).toEqual([path, true]);
    }
  });
});
