import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  type CourseFormView,
  type KnowledgeGainRow,
  type MeasurementMode,
  STAGE_CAVEATS,
  type StageRow,
} from '@roundtable/contracts';
import { AuditEntryEntity } from '@roundtable/platform';
import ExcelJS from 'exceljs';
import { OfficeFile, wordsOf } from '../support/office-file';
import { type Caller, onTheProduct, publishedEvent } from '../support/product';

const REMAINS = 'What counts as neglect';
const KEPT_BACK = 'Whom to call';
const SENTENCE =
  '11 answered all three times. 3 of 11 (27.3%) rated their own knowledge good or very good before, 10 (90.9%) right after, 9 (81.8%) at follow-up. Of the 7 who became good or very good right after, 6 (85.7%) still were at follow-up.';

type Ratings = [before: number, remembered: number, after: number, followUp: number | null];

/** What the delegates rate; the eleventh answers too late after the training, the twelfth was not there. */
const DELEGATES: Ratings[] = [
  ...Array.from({ length: 6 }, (): Ratings => [2, 1, 4, 4]),
  [3, 4, 5, 2],
  ...Array.from({ length: 3 }, (): Ratings => [4, 4, 5, 4]),
  [2, 3, 3, 3],
  [2, 2, 5, 4],
  [2, 4, 5, 5],
  [2, 2, 5, null],
];
const LATE = 11;
const ABSENT = 12;
const SILENT = 13;
/** How many rate the other statement too. */
const FEW = 4;

onTheProduct((product) => {
  let coordinator: Caller;
  let people: Caller[];
  let bookingIds: string[];
  let eventId: string;
  let courseId: string;
  let rows: StageRow[];

  const asked = async (query = `courseId=${courseId}`) =>
    (await product.ask<StageRow[]>('GET', `/api/reports/follow-up?${query}`, { as: coordinator })).body;
  const taken = (path: string) =>
    product.app
      .getHttpAdapter()
      .getInstance()
      .inject({
        method: 'GET',
        url: `/api/reports/${path}`,
        headers: { authorization: `Bearer ${coordinator.token}` },
      });
  const report = async (ending: string) => (await taken(`knowledge-gain.${ending}?courseId=${courseId}`)).rawPayload;
  const mark = async (indexes: Iterable<number>, attendance: 'present' | 'absent') => {
    const { status, text } = await product.ask('PUT', `/api/events/${eventId}/register`, {
      as: coordinator,
      body: { entries: [...indexes].map((index) => ({ bookingId: bookingIds[index], attendance })) },
    });
    if (status !== 200) throw new Error(`The register was not taken: ${text}`);
  };
  const send = async (index: number, stage: string, answers: Record<string, number>) => {
    const { status, text } = await product.ask('PUT', `/api/bookings/${bookingIds[index]}/evaluations/${stage}`, {
      as: people[index]!,
      body: { answers: Object.entries(answers).map(([questionId, value]) => ({ questionId, value })) },
    });
    if (status !== 200) throw new Error(`The answers were not taken: ${text}`);
  };

  beforeAll(async () => {
    product.clock.set('2026-01-05T09:00:00Z');
    coordinator = await product.person('coordinator');
    people = [];
    for (const index of DELEGATES.keys())
      people.push(await product.person('practitioner', { email: `stage${index}@person.example` }));
    ({ eventId, courseId } = await publishedEvent(product, coordinator, {
      capacity: 20,
      title: 'Neglect',
      course: {
        outcomeStatements: [
          { stem: 'knowledge of', wording: REMAINS },
          { stem: 'knowledge of', wording: KEPT_BACK },
        ],
      },
      more: { sessions: [{ startsAt: '2026-02-10T10:00:00Z', endsAt: '2026-02-10T13:00:00Z' }] },
    }));
    const formPath = `/api/courses/${courseId}/evaluation-form`;
    const { statements } = (await product.ask<CourseFormView>('GET', formPath, { as: coordinator })).body;
    const ids = [REMAINS, KEPT_BACK].map((words) => statements.find(({ wording }) => wording === words)!.id);
    const [remains, few] = [ids[0]!, ids[1]!];
    const stages: MeasurementMode[] = ['before', 'after', 'retrospective-before', 'follow-up'];
    const questions = ids.map((statementId) => ({ statementId, stages, isRequired: false }));
    await product.ask('PUT', formPath, { as: coordinator, body: { questions } });
    await product.ask('POST', `${formPath}/publication`, { as: coordinator });

    bookingIds = [];
    for (const [index, [before]] of DELEGATES.entries()) {
      const as = people[index]!;
      const booked = await product.ask<{ id: string }>('POST', `/api/events/${eventId}/bookings`, { as, body: {} });
      bookingIds.push(booked.body.id);
      await send(index, 'before', { [remains]: before, ...(index < FEW ? { [few]: 2 } : {}) });
    }
    const after = (index: number) => {
      const [, remembered, rated] = DELEGATES[index]!;
      const more = index < FEW ? { [few]: 4, [`retrospective-before-${few}`]: 1 } : {};
      return send(index, 'after', { [remains]: rated, [`retrospective-before-${remains}`]: remembered, ...more });
    };
    product.clock.set('2026-02-10T13:00:00Z');
    for (const index of DELEGATES.keys()) if (index !== LATE) await after(index);
    await mark(DELEGATES.keys(), 'present');
    await product.ask('POST', `/api/events/${eventId}/register/closure`, { as: coordinator });
    product.clock.set('2026-03-25T13:00:00Z');
    await after(LATE);
    product.clock.set('2026-05-12T13:00:00Z');
    for (const [index, [, , , followUp]] of DELEGATES.entries())
      if (followUp !== null)
        await send(index, 'follow-up', { [remains]: followUp, ...(index < FEW ? { [few]: 4 } : {}) });
    await mark([ABSENT], 'absent');
    rows = await asked();
  });

  it('starts from answers that are taken at every stage', () => {
    expect(rows.map(({ kind, statement, suppressed }) => [kind, statement, suppressed])).toEqual([
      ['follow-up', REMAINS, false],
      ['follow-up', KEPT_BACK, true],
      ['retrospective-before', REMAINS, false],
      ['retrospective-before', KEPT_BACK, true],
    ]);
  });

  describe('what remains at follow-up', () => {
    it('is told of the same people three times, without who was absent or late', () => {
      const { together, remains, sentence } = rows[0]!;
      expect(together.n).toBe(11);
      expect(together.shares.map(({ mode, goodOrBetter }) => [mode, goodOrBetter])).toEqual([
        ['before', 3],
        ['after', 10],
        ['follow-up', 9],
      ]);
      expect(together.shares[1]?.percent).toBeCloseTo((100 * 10) / 11, 10);
      expect(remains).toMatchObject({ became: 7, still: 6 });
      expect(sentence).toBe(SENTENCE);
    });

    it('compares before and after with follow-up, each of who answered both', () => {
      const [fromBefore, fromAfter] = rows[0]!.comparisons;
      expect(fromBefore).toMatchObject({
        n: 12,
        from: { goodOrBetter: 3 },
        to: { goodOrBetter: 10 },
        mcnemarP: 0.0078125,
      });
      expect(fromBefore?.differencePoints).toBeCloseTo((100 * 7) / 12, 10);
      expect(fromAfter).toMatchObject({ n: 11, from: { goodOrBetter: 10 }, to: { goodOrBetter: 9 }, mcnemarP: 0.5 });
    });

    it('has the response rate of those who attended', () => {
      expect(rows[0]).toMatchObject({ answered: { n: 12, goodOrBetter: 10 }, attended: 13 });
      expect(rows[0]?.responseRate).toBeCloseTo((100 * 12) / 13, 10);
    });

    it('counts no event whose follow-up has not opened', async () => {
      const next = await publishedEvent(product, coordinator, { capacity: 5, courseId, weeks: 1 });
      const booked = await product.ask<{ id: string }>('POST', `/api/events/${next.eventId}/bookings`, {
        as: coordinator,
        body: { practitionerId: people[SILENT]!.personId },
      });
      expect(booked.status).toBe(201);
      product.clock.set('2026-05-20T13:00:00Z');
      await product.ask('PUT', `/api/events/${next.eventId}/register`, {
        as: coordinator,
        body: { entries: [{ bookingId: booked.body.id, attendance: 'present' }] },
      });
      await product.ask('POST', `/api/events/${next.eventId}/register/closure`, { as: coordinator });
      const gain = await product.ask<KnowledgeGainRow[]>('GET', `/api/reports/knowledge-gain?courseId=${courseId}`, {
        as: coordinator,
      });
      expect(gain.body[0]?.attended).toBe(14);
      expect((await asked()).map(({ attended }) => attended)).toEqual([13, null, 14, null]);
      rows = await asked();
    });
  });

  describe('before, as remembered after', () => {
    it('is a figure of its own: neither what was said before nor what is said after is put to it', async () => {
      const { comparisons, together, remains } = rows[2]!;
      expect(remains).toBeNull();
      expect(comparisons).toHaveLength(1);
      expect(comparisons[0]).toMatchObject({
        n: 12,
        from: { mode: 'retrospective-before', goodOrBetter: 4 },
        to: { mode: 'after', goodOrBetter: 11 },
      });
      expect(together.shares.map(({ mode }) => mode)).toEqual(['retrospective-before', 'after']);
      const gain = await product.ask<KnowledgeGainRow[]>('GET', `/api/reports/knowledge-gain?courseId=${courseId}`, {
        as: coordinator,
      });
      expect(gain.body[0]).toMatchObject({ before: { n: 13, goodOrBetter: 3 }, after: { n: 12, goodOrBetter: 11 } });
    });
  });

  describe('a statement that four people rated', () => {
    it('has no number at all', () => {
      for (const row of [rows[1]!, rows[3]!]) {
        expect(row).toMatchObject({ suppressed: true, sentence: null, answered: { n: null } });
        expect(JSON.stringify(row)).not.toMatch(/:\s*-?\d|\[\s*-?\d/);
      }
    });
  });

  describe('who asks', () => {
    it('is a coordinator, with a period that ends after it begins', async () => {
      for (const role of ['administrator', 'trainer', 'agency-lead'] as const) {
        const as = await product.person(role);
        expect((await product.ask('GET', '/api/reports/follow-up', { as })).status).toBe(403);
        expect((await product.ask('GET', '/api/reports/follow-up.csv', { as })).status).toBe(403);
      }
      const wrong = await taken('follow-up?from=2026-04-01&to=2026-03-31');
      expect(wrong.statusCode).toBe(422);
    });

    it('gets the events that ended in the period', async () => {
      expect(await asked('from=2026-02-10&to=2026-02-10')).toHaveLength(4);
      expect(await asked('from=2026-02-11')).toEqual([]);
      expect(await asked('to=2026-02-09')).toEqual([]);
    });
  });

  describe('the files', () => {
    it('CSV: a line for each row, with the modes in the names of its columns, and audited', async () => {
      await product.database.repo(AuditEntryEntity).delete({ action: 'report.export' });
      const { body, headers, statusCode } = await taken(`follow-up.csv?courseId=${courseId}`);
      expect([statusCode, headers['content-disposition'], headers['cache-control']]).toEqual([
        200,
        'attachment; filename="follow-up.csv"',
        'no-store',
      ]);
      const [head = [], ...lines] = body
        .replace(/^\uFEFF/, '')
        .trim()
        .split('\r\n')
        .map((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/));
      const cell = (line: number, key: string) => {
        expect(head).toContain(key);
        return lines[line]?.[head.indexOf(key)];
      };
      expect(lines).toHaveLength(4);
      expect(cell(0, 'all_three_n')).toBe('11');
      expect(cell(0, 'still_good_n')).toBe('6');
      expect(cell(0, 'before_to_follow_up_n')).toBe('12');
      expect(cell(0, 'after_to_follow_up_mcnemar_mid_p')).toBe('0.5');
      expect(cell(0, 'retrospective_before_to_after_n')).toBe('');
      expect(cell(2, 'retrospective_before_to_after_retrospective_before_good_or_better')).toBe('4');
      expect(cell(1, 'suppressed')).toBe('a group of fewer than 5');
      expect(lines[1]?.slice(4, -2).join('')).toBe('');
      const [entry] = await product.database.repo(AuditEntryEntity).findBy({ action: 'report.export' });
      expect(entry?.after).toEqual({ report: 'follow-up', format: 'csv', from: null, to: null, courseId, rows: 4 });
    });

    it('Excel: a sheet for each, numbers as numbers, nothing of a small group', async () => {
      const book = new ExcelJS.Workbook();
      await book.xlsx.load((await report('xlsx')) as never);
      expect(book.worksheets.map(({ name }) => name)).toEqual([
        'Figures',
        'What remains at follow-up',
        'Before, as remembered after',
        'Technical annex',
        'About',
      ]);
      const sheet = book.getWorksheet('What remains at follow-up')!;
      const headings = sheet.getRow(1).values as string[];
      const cell = (heading: string) => {
        expect(headings).toContain(heading);
        return sheet.getRow(2).getCell(headings.indexOf(heading));
      };
      const { together, comparisons, remains } = rows[0]!;
      expect(cell('Follow-up, all three times: good or very good (%)').value).toBe(together.shares[2]?.percent);
      expect(cell('Before → follow-up: difference (points)').value).toBe(comparisons[0]?.differencePoints);
      expect(cell('After → follow-up: Wilcoxon signed-rank').value).toBe(comparisons[1]?.wilcoxonP);
      expect(cell('Became good right after, still good at follow-up (%)').value).toBe(remains?.percent);
      expect(cell('Before → follow-up: McNemar, mid-p').numFmt).toBe('[<0.001]"p < 0.001";"p = "0.000');
      const keptBack = (sheet.getRow(3).values as ExcelJS.CellValue[]).filter(
        (value) => value !== null && value !== '',
      );
      expect(keptBack.filter((value) => value !== undefined)).toEqual([
        'Neglect',
        KEPT_BACK,
        'Not shown: one of its groups is fewer than five people',
      ]);
    });

    it('Word: headings, sentences, tables that name the modes, and charts of Word’s own', async () => {
      const file = new OfficeFile(await report('docx'));
      expect([file.brokenParts(), file.looseEnds()]).toEqual([[], []]);
      const text = file.text('word/document.xml');
      const headings = [...text.matchAll(/<w:p>(?:(?!<\/w:p>).)*"Heading3".*?<\/w:p>/gs)].map(([one]) => wordsOf(one));
      expect(headings).toEqual(['What remains at follow-up', 'Before, as remembered after']);
      for (const words of [`${REMAINS}: ${SENTENCE}`, ...Object.values(STAGE_CAVEATS)])
        expect(wordsOf(text)).toContain(words);
      const [, together, fromBefore, , remembered] = file.tables();
      expect(together?.slice(0, 3)).toEqual([
        [
          'Statement',
          'Before: good or very good',
          'After: good or very good',
          'Follow-up: good or very good',
          'Became good right after: still so at follow-up',
        ],
        [REMAINS, '3 of 11 (27.3%)', '10 of 11 (90.9%)', '9 of 11 (81.8%)', '6 of 7 (85.7%)'],
        [KEPT_BACK, 'Not shown', 'Not shown', 'Not shown', 'Not shown'],
      ]);
      expect(fromBefore?.[1]?.slice(0, 4)).toEqual([REMAINS, '3 of 12 (25.0%)', '10 of 12 (83.3%)', '+58.3']);
      expect(remembered?.[0]?.[1]).toBe('Before, as remembered after: good or very good');
      const charts = Object.keys(file.parts)
        .filter((name) => /^word\/charts\/chart\d+\.xml$/.test(name))
        .sort();
      const values = charts.map((name) =>
        [...file.text(name).matchAll(/<c:val>.*?<\/c:val>/gs)].map(([value]) =>
          Number(/<c:v>([^<]*)</.exec(value)?.[1]),
        ),
      );
      expect(values.slice(1)).toEqual([
        rows[0]!.together.shares.map(({ percent }) => percent),
        rows[2]!.together.shares.map(({ percent }) => percent),
      ]);
      for (const name of charts) expect(file.text(name)).not.toContain(KEPT_BACK);
      expect(text).toContain(`descr="${REMAINS}: before 27.3%, after 90.9%, follow-up 81.8%."`);
    });

    it('PDF: tagged, with the same words', async () => {
      const pdf = await report('pdf');
      const source = pdf.toString('latin1');
      for (const part of ['/S /H3', 'before 27.3%, after 90.9%, follow-up 81.8%']) expect(source).toContain(part);
      const read = spawnSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' });
      if (read.error) return;
      const words = read.stdout.replace(/\s+/g, ' ');
      for (const part of ['What remains at follow-up', SENTENCE, '6 of 7 (85.7%)', 'neither better nor worse'])
        expect(words).toContain(part);
    });
  });

  it('is no part of what leaves: a published report has before and after alone', async () => {
    product.clock.set('2026-08-01T09:00:00Z');
    const published = await product.ask('POST', '/api/reports/published', {
      as: coordinator,
      body: { title: 'Spring', from: '2026-02-01', to: '2026-03-31', by: null, courseId },
    });
    expect(published.status).toBe(201);
    expect(published.text).not.toMatch(/follow-up|remembered/i);
  });
});
