import { beforeAll, describe, expect, it } from '@jest/globals';
import type { AnswersExportView } from '@roundtable/contracts';
import { AuditEntryEntity } from '@roundtable/platform';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { attendedEvent } from '../support/attended-event';
import { type Caller, onTheProduct } from '../support/product';

const COLUMNS = [
  ...['respondent', 'event', 'course_code', 'course', 'date', 'sector', 'area', 'mode', 'statement', 'value'],
  'demonstration',
];
type Row = Record<(typeof COLUMNS)[number], string>;

onTheProduct((product) => {
  let coordinator: Caller;
  let exporter: Caller;
  const everybody: Caller[] = [];
  const courses: Record<'large' | 'small' | 'tiny', string> = { large: '', small: '', tiny: '' };

  const ask = (path: string, as: Caller) => product.ask(`GET`, `/api/reports/${path}`, { as });
  const rows = async (query = ''): Promise<Row[]> => {
    const { status, text } = await ask(`answers.csv${query}`, exporter);
    if (status !== 200) throw new Error(text);
    return parse<Row>(text, { columns: true, bom: true });
  };
  const crowd = async (sectors: string[]): Promise<Caller[]> => {
    const people: Caller[] = [];
    for (const sector of sectors)
      people.push(await product.person('practitioner', { sector, agency: `Agency of ${sector}`, name: 'Nadia Named' }));
    everybody.push(...people);
    return people;
  };

  beforeAll(async () => {
    coordinator = await product.person('coordinator');
    exporter = await product.person('answers-exporter');
    product.clock.set('2025-04-07T09:00:00Z');
    const police = Array.from({ length: 5 }, () => 'police');
    const large = await attendedEvent(product, coordinator, await crowd([...police, 'health']), { title: '=Large' });
    courses.large = large.courseId;
    const small = await attendedEvent(product, coordinator, await crowd(['police', 'health', 'police']));
    courses.small = small.courseId;
    await attendedEvent(product, coordinator, await crowd(['health', 'police']), { courseId: small.courseId });
    courses.tiny = (await attendedEvent(product, coordinator, await crowd(['police', 'police']))).courseId;
  }, 120_000);

  describe('who takes out all answers', () => {
    it('is whoever a system owner lets, and no coordinator beside', async () => {
      for (const path of ['answers', 'answers.csv', 'answers.xlsx']) {
        for (const role of ['coordinator', 'administrator', 'evaluation-reader', 'system-owner'] as const)
          expect([path, role, (await ask(path, await product.person(role))).status]).toEqual([path, role, 403]);
        expect((await ask(path, exporter)).status).toBe(200);
      }
      const owner = await product.person('system-owner');
      const trusted = await product.person('coordinator');
      const body = { personId: trusted.personId, role: 'answers-exporter' };
      expect((await product.ask('POST', '/api/role-grants', { as: coordinator, body })).status).toBe(403);
      await product.ask('POST', '/api/role-grants', { as: owner, body });
      expect((await ask('answers', trusted)).status).toBe(200);
    });
  });

  describe('while windows are open', () => {
    it('nothing of the event leaves', async () => {
      product.clock.set('2025-05-20T09:00:00Z');
      expect(await rows()).toEqual([]);
    });

    it('an event of six leaves when its six weeks are over, small ones when their year is', async () => {
      product.clock.set('2026-03-30T09:00:00Z');
      expect(new Set((await rows()).map(({ course }) => course))).toEqual(new Set(["'=Large"]));
    });
  });

  describe('the file', () => {
    beforeAll(() => product.clock.set('2026-06-01T09:00:00Z'));

    it('has a line for each answer, with event, course, date, mode, statement and value', async () => {
      const all = await rows();
      expect(Object.keys(all[0]!)).toEqual(COLUMNS);
      const large = all.filter(({ course }) => course === "'=Large");
      expect(large).toHaveLength(12);
      expect(new Set(large.map(({ respondent }) => respondent)).size).toBe(6);
      expect(large[0]).toMatchObject({
        event: expect.stringMatching(/^EV/),
        date: '2025-04-21',
        mode: 'before',
        statement: 'knowledge of: What counts as neglect',
        value: '2',
        demonstration: '',
      });
      expect(large[1]).toMatchObject({ respondent: large[0]!['respondent'], mode: 'after', value: '5' });
    });

    it('pools events under five respondents by course and year, and leaves out what is still under five', async () => {
      const all = await rows();
      const pooled = all.filter(({ event }) => event === '');
      expect(pooled).toHaveLength(10);
      expect(new Set(pooled.map(({ date, sector }) => `${date} ${sector}`))).toEqual(new Set(['2025-26 not shown']));
      expect((await product.ask<AnswersExportView>('GET', '/api/reports/answers', { as: exporter })).body).toEqual({
        answers: 22,
        events: 1,
        pools: 1,
        leftOut: 1,
        demonstration: false,
      });
      expect(await rows(`?courseId=${courses.tiny}`)).toEqual([]);
      expect(await rows(`?courseId=${courses.small}`)).toHaveLength(10);
    });

    it('shows no sector that few of an event share, nor one that leaves few', async () => {
      const large = (await rows()).filter(({ event }) => event !== '');
      expect(new Set(large.map(({ sector }) => sector))).toEqual(new Set(['not shown']));
    });

    it('names nobody, and numbers respondents anew each time', async () => {
      const [first, second] = [await rows(), await rows()];
      const text = JSON.stringify(first);
      expect(text).not.toMatch(/Nadia|person\.example|Agency of/);
      for (const { personId } of everybody) expect(text).not.toContain(personId);
      const numbers = (all: Row[]) => new Set(all.map(({ respondent }) => respondent));
      expect([...numbers(first)].filter((number) => numbers(second).has(number))).toEqual([]);
    });

    it('takes whole months alone, and small events only with their whole year', async () => {
      const refused = await ask('answers.csv?from=2025-04-02&to=2025-04-30', exporter);
      expect([refused.status, refused.body['errors']]).toEqual([
        422,
        { from: 'from must be the first day of a month' },
      ]);
      expect(await rows('?from=2025-04-01&to=2025-04-30')).toHaveLength(12);
      expect(await rows('?from=2025-04-01&to=2026-02-28')).toHaveLength(12);
      expect(await rows('?from=2025-04-01&to=2026-03-31')).toHaveLength(22);
    });

    it('is the same as a workbook, which says what it is', async () => {
      const response = await product.app
        .getHttpAdapter()
        .getInstance()
        .inject({
          url: '/api/reports/answers.xlsx',
          headers: { authorization: `Bearer ${exporter.token}` },
        });
      expect(response.headers['content-disposition']).toBe('attachment; filename="all-answers-2026-06-01.xlsx"');
      expect(response.headers['cache-control']).toContain('no-store');
      const book = new ExcelJS.Workbook();
      await book.xlsx.load(response.rawPayload as never);
      const sheet = book.getWorksheet('Answers')!;
      const lines = (sheet.getSheetValues() as unknown[][]).slice(1).map((row) => row.slice(1, 11));
      expect(lines[0]).toEqual(COLUMNS.slice(0, 10));
      const facts = (cells: unknown[]) =>
        cells
          .slice(1)
          .map((cell) => String((cell as string | number | undefined) ?? ''))
          .join('|');
      const inCsv = (await rows()).map((row) => facts(COLUMNS.slice(0, 10).map((column) => row[column])));
      expect(lines.slice(1).map(facts).sort()).toEqual(inCsv.sort());
      expect(book.getWorksheet('About')!.getCell('A2').value).toBe('Taken out on Monday 1 June 2026. 22 answers.');
    });

    it('is written down with filter and rows', async () => {
      await product.database.repo(AuditEntryEntity).clear();
      const { headers } = await ask('answers.csv?from=2025-04-01&to=2025-04-30', exporter);
      expect(headers['content-disposition']).toBe('attachment; filename="all-answers-2026-06-01.csv"');
      expect(headers['cache-control']).toContain('no-store');
      const entries = await product.database.repo(AuditEntryEntity).findBy({ action: 'answers.export' });
      expect(entries.map(({ actorId, after }) => [actorId, after])).toEqual([
        [exporter.personId, { format: 'csv', from: '2025-04-01', to: '2025-04-30', courseId: null, rows: 12 }],
      ]);
    });
  });
});
