import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { KnowledgeGainRow } from '@roundtable/contracts';
import { CourseEntity } from '@roundtable/courses';
import { AuditEntryEntity } from '@roundtable/platform';
import ExcelJS from 'exceljs';
import { OfficeFile, wordsOf } from '../support/office-file';
import { type Caller, onTheProduct } from '../support/product';

const COURSE = '=Gain "course" & <co>';
const LEARNT = 'the early signs of neglect';
const KEPT_BACK = 'what only four people answered';
const BEFORE_ONLY = 'what nobody answered afterwards';
/** 89 pairs of ratings whose figures were checked in R and SciPy. */
const PAIRS: [before: number, after: number, people: number][] = [
  [1, 3, 2],
  [1, 4, 5],
  [2, 3, 2],
  [2, 4, 13],
  [2, 5, 5],
  [3, 3, 1],
  [3, 4, 20],
  [3, 5, 11],
  [4, 3, 1],
  [4, 4, 11],
  [4, 5, 10],
  [5, 4, 1],
  [5, 5, 7],
];
const ENDINGS = ['csv', 'xlsx', 'docx', 'pdf'] as const;
const BOUNDARY = 'answers';

onTheProduct((product) => {
  let coordinator: Caller;
  let rows: KnowledgeGainRow[];
  let courseId: string;

  const taken = (ending: string, query = `?courseId=${courseId}`, as = coordinator) =>
    product.app
      .getHttpAdapter()
      .getInstance()
      .inject({
        method: 'GET',
        url: `/api/reports/knowledge-gain.${ending}${query}`,
        headers: { authorization: `Bearer ${as.token}` },
      });
  const words = async (): Promise<string | null> => {
    const { rawPayload } = await taken('pdf');
    const read = spawnSync('pdftotext', ['-layout', '-', '-'], { input: rawPayload, encoding: 'utf8' });
    return read.error ? null : read.stdout.replace(/\s+/g, ' ');
  };
  const bring = async (course: string, answers: string[][]): Promise<void> => {
    const lines = answers.map((cells) => [course, 'E-01', ...cells].map((cell) => `"${cell}"`).join(','));
    const sheet = ['course,event,email,agency,statement,before,after', ...lines].join('\r\n');
    const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="x"\r\n\r\n`;
    const { body } = await product.ask<{ rejected: unknown[] }>('POST', '/api/imports/evaluations?period=2020-21', {
      as: coordinator,
      body: Buffer.from(`${head}${sheet}\r\n--${BOUNDARY}--\r\n`),
      headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
    });
    expect(body.rejected).toEqual([]);
  };
  const course = async (title: string, code: string): Promise<string> => {
    const body = { title, code, summary: 'What is taught' };
    return (await product.ask<{ id: string }>('POST', '/api/courses', { as: coordinator, body })).body.id;
  };

  beforeAll(async () => {
    product.clock.set('2026-03-02T10:00:00Z');
    coordinator = await product.person('coordinator');
    courseId = await course(COURSE, 'GAIN');
    let person = 0;
    const answer = (statement: string, before: number | string, after: number | string): string[] => {
      person += 1;
      return [`p${person}@gain.example`, 'Test Agency', statement, String(before), String(after)];
    };
    await bring('GAIN', [
      ...PAIRS.flatMap(([before, after, people]) =>
        Array.from({ length: people }, () => answer(LEARNT, before, after)),
      ),
      ...Array.from({ length: 4 }, () => answer(KEPT_BACK, 1, 5)),
      ...Array.from({ length: 8 }, () => answer(BEFORE_ONLY, 2, '')),
    ]);
    const report = await product.ask<KnowledgeGainRow[]>('GET', `/api/reports/knowledge-gain?courseId=${courseId}`, {
      as: coordinator,
    });
    rows = report.body;
  });

  it('starts from a row that is shown, one that is kept back, and one without pairs', () => {
    expect(rows.map(({ statement, suppressed, paired }) => [statement, suppressed, paired.n])).toEqual([
      [LEARNT, false, 89],
      [KEPT_BACK, true, null],
      [BEFORE_ONLY, false, 0],
    ]);
  });

  describe('each file', () => {
    it('comes as an attachment that no cache keeps, and leaves what was taken out in the audit log', async () => {
      await product.database.repo(AuditEntryEntity).delete({ action: 'report.export' });
      for (const ending of ENDINGS) {
        const { statusCode, headers } = await taken(ending, `?courseId=${courseId}&from=2020-04-01`);
        expect([statusCode, headers['content-disposition'], headers['cache-control']]).toEqual([
          200,
          `attachment; filename="knowledge-gain.${ending}"`,
          'no-store',
        ]);
      }
      const entries = await product.database.repo(AuditEntryEntity).find({
        where: { action: 'report.export' },
        order: { id: 'ASC' },
      });
      expect(entries.map(({ actorId, after }) => [actorId, after])).toEqual(
        ENDINGS.map((format) => [
          coordinator.personId,
          { report: 'knowledge-gain', format, from: '2020-04-01', to: null, courseId, rows: 3 },
        ]),
      );
    });

    it('is refused to whoever may not read reports, and for a period that ends before it begins', async () => {
      const trainer = await product.person('trainer');
      for (const ending of ENDINGS) {
        expect((await taken(ending, '', trainer)).statusCode).toBe(403);
        expect((await taken(ending, '?from=2021-04-01&to=2021-03-31')).statusCode).toBe(422);
      }
    });
  });

  describe('the workbook', () => {
    const book = async (): Promise<ExcelJS.Workbook> => {
      const read = new ExcelJS.Workbook();
      await read.xlsx.load((await taken('xlsx')).rawPayload as never);
      return read;
    };
    const cell = (sheet: ExcelJS.Worksheet, row: number, heading: string): ExcelJS.Cell => {
      const headings = sheet.getRow(1).values as string[];
      expect(headings).toContain(heading);
      return sheet.getRow(row).getCell(headings.indexOf(heading));
    };

    it('holds the numbers of the report as numbers, unrounded, with formats', async () => {
      const read = await book();
      expect(read.worksheets.map(({ name }) => name)).toEqual(['Figures', 'Technical annex', 'About']);
      const [figures, annex] = [read.getWorksheet('Figures')!, read.getWorksheet('Technical annex')!];
      const { before, after, paired, unpaired, distribution } = rows[0]!;
      const expected: [ExcelJS.Worksheet, string, number | null][] = [
        [figures, 'Pairs: the same people', paired.n],
        [figures, 'Before, pairs: good or very good (%)', paired.beforePercent],
        [figures, 'After, pairs: good or very good (%)', paired.afterPercent],
        [figures, 'Difference, pairs (points)', paired.differencePoints],
        [figures, 'Before, everybody: answered', before.n],
        [figures, 'After, everybody: good or very good (%)', after.percent],
        [figures, 'Difference, everybody (points)', unpaired.differencePoints],
        [figures, 'After: rated 5', distribution.after![4]!],
        [annex, 'Difference, pairs: 95% interval, low (points)', paired.ci95[0]],
        [annex, 'Difference, pairs: 95% interval, high (points)', paired.ci95[1]],
        [annex, 'After, pairs: 95% interval, high (%)', paired.afterCi95[1]],
        [annex, 'McNemar, mid-p', paired.mcnemarP],
        [annex, 'Wilcoxon signed-rank', paired.wilcoxonP],
        [annex, 'Rank-biserial', paired.rankBiserial],
      ];
      for (const [sheet, heading, value] of expected) {
        expect(value).not.toBeNull();
        expect([heading, cell(sheet, 2, heading).value]).toEqual([heading, value]);
      }
      expect(cell(figures, 2, 'After, pairs: good or very good (%)').numFmt).toBe('0.0');
      expect(cell(annex, 2, 'McNemar, mid-p').numFmt).toBe('[<0.001]"p < 0.001";"p = "0.000');
      expect(figures.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    });

    it('keeps a small group back whole, and no cell can be a formula', async () => {
      const read = await book();
      for (const name of ['Figures', 'Technical annex']) {
        const sheet = read.getWorksheet(name)!;
        const values = (sheet.getRow(3).values as ExcelJS.CellValue[]).filter((value) => value !== '');
        expect(values.filter((value) => value !== null && value !== undefined)).toEqual([
          `'${COURSE}`,
          KEPT_BACK,
          'Not shown: fewer than five people answered',
        ]);
        sheet.eachRow((row) => row.eachCell(({ formula }) => expect(formula).toBeUndefined()));
      }
      const about = read.getWorksheet('About')!.getSheetValues().flat().map(String);
      expect(about).toEqual(expect.arrayContaining(['Small groups', 'Period', 'Monday 2 March 2026, 10am']));
    });
  });

  describe('the Word file', () => {
    const word = async (): Promise<OfficeFile> => new OfficeFile((await taken('docx')).rawPayload);

    it('is sound: every part is well-formed, has a type, and is where it is said to be', async () => {
      const file = await word();
      expect([file.brokenParts(), file.looseEnds()]).toEqual([[], []]);
    });

    it('has headings, a sentence to paste, and tables with headings that say before and after', async () => {
      const file = await word();
      const text = file.text('word/document.xml');
      const headings = [...text.matchAll(/<w:p>(?:(?!<\/w:p>).)*"Heading(\d)".*?<\/w:p>/gs)];
      expect(headings.map(([paragraph, level]) => [level, wordsOf(paragraph)])).toEqual([
        ['1', 'Knowledge gain'],
        ['2', COURSE],
        ['1', 'Technical annex'],
        ['2', 'How the figures are made'],
        ['2', `${COURSE}: annex`],
      ]);
      expect(wordsOf(text)).toContain(`${LEARNT}: ${rows[0]!.sentence}`);
      const [results, tests, everybody] = file.tables();
      expect(results).toEqual([
        [
          'Statement',
          'Before: good or very good',
          'After: good or very good',
          'Difference in points',
          '95% interval of the difference',
        ],
        [LEARNT, '30 of 89 (33.7%)', '83 of 89 (93.3%)', '+59.6', '+47.3 to +69.0'],
        [KEPT_BACK, 'Not shown', 'Not shown', 'Not shown', 'Not shown'],
        [BEFORE_ONLY, '–', '–', '–', '–'],
      ]);
      expect(tests![1]).toEqual([LEARNT, '89', '24.7% to 44.0%', '86.1% to 96.9%', 'p < 0.001', 'p < 0.001', '0.97']);
      expect(everybody![3]).toEqual([BEFORE_ONLY, '0 of 8 (0.0%)', '–', '–', '–']);
      expect((text.match(/<w:tblHeader\/>/g) ?? []).length).toBe(file.tables().length);
    });

    it('has a chart of Word’s own, with its data in a workbook inside and words for who does not see it', async () => {
      const file = await word();
      const chart = file.text('word/charts/chart1.xml');
      const { paired } = rows[0]!;
      const values = [...chart.matchAll(/<c:val>.*?<\/c:val>/gs)].map(([value]) =>
        Number(/<c:v>([^<]*)</.exec(value)?.[1]),
      );
      expect(values).toEqual([paired.beforePercent, paired.afterPercent]);
      expect(file.text('word/document.xml')).toContain(`descr="${LEARNT}: before 33.7%, after 93.3%."`);
      const data = new ExcelJS.Workbook();
      await data.xlsx.load(file.parts['word/embeddings/Microsoft_Excel_Worksheet1.xlsx'] as never);
      const sheet = data.worksheets[0]!;
      expect([sheet.getCell('B1').value, sheet.getCell('B2').value]).toEqual(['Before', paired.beforePercent]);
      expect([sheet.getCell('C1').value, sheet.getCell('C2').value]).toEqual(['After', paired.afterPercent]);
    });

    it('draws no bar for a group that is kept back', async () => {
      const file = await word();
      const charts = Object.keys(file.parts).filter((name) => name.startsWith('word/charts/chart'));
      expect(charts).toHaveLength(1);
      expect(file.text(charts[0]!)).not.toContain(KEPT_BACK);
      const said = wordsOf(file.text('word/document.xml')).split(KEPT_BACK).slice(1);
      expect(said.map((after) => after.slice(0, 18))).toEqual(Array(4).fill('Not shownNot shown'));
    });
  });

  describe('the PDF', () => {
    it('is tagged, in English, with a title, bookmarks, and the chart in words', async () => {
      const source = (await taken('pdf')).rawPayload.toString('latin1');
      for (const part of ['/Lang (en-GB)', '/DisplayDocTitle true', '/S /H1', '/S /H2', '/S /Caption', '/S /TR'])
        expect(source).toContain(part);
      for (const part of ['/Scope /Column', '/Scope /Row', '/S /Figure', '/Outlines', 'before 33.7%, after 93.3%'])
        expect(source).toContain(part);
    });

    it('reads in order, and says the figures of the report in words', async () => {
      const text = await words();
      if (text === null) return;
      const found = [
        'Knowledge gain Period: Every event',
        'Small groups:',
        `${LEARNT}: ${rows[0]!.sentence}`,
        '30 of 89 (33.7%) 83 of 89 (93.3%) +59.6 +47.3 to +69.0',
        `${KEPT_BACK} Not shown Not shown Not shown Not shown`,
        'with 95% intervals',
        'Technical annex',
        'p < 0.001 p < 0.001 0.97',
      ].map((piece) => [piece, text.indexOf(piece)] as const);
      expect(found.filter(([, place]) => place < 0)).toEqual([]);
      expect(found).toEqual([...found].sort(([, one], [, other]) => one - other));
      expect(text).not.toContain('0.000');
    });

    it('says that data is invented where it is, on each page, and nowhere else', async () => {
      expect(await words()).not.toMatch(/demonstration/i);
      await product.database.repo(CourseEntity).update({ id: courseId }, { isDemonstration: true });
      const text = await words();
      const pages = text === null ? null : text.split(/Page \d/).length - 1;
      if (text !== null) expect(text.match(/Demonstration: this report/g)!.length).toBe(pages! + 1);
      const word = new OfficeFile((await taken('docx')).rawPayload);
      expect(wordsOf(word.text('word/header1.xml'))).toContain('Demonstration: this report shows invented data');
      await product.database.repo(CourseEntity).update({ id: courseId }, { isDemonstration: false });
    });
  });

  describe('a report of very many statements', () => {
    it('comes as Excel and CSV, and is refused as a document', async () => {
      const long = await course('A very long course', 'LONG');
      await bring(
        'LONG',
        Array.from({ length: 201 }, (_, index) => ['long@gain.example', 'Test Agency', `statement ${index}`, '2', '4']),
      );
      for (const [ending, status] of [
        ['csv', 200],
        ['xlsx', 200],
        ['docx', 409],
        ['pdf', 409],
      ] as const)
        expect([ending, (await taken(ending, `?courseId=${long}`)).statusCode]).toEqual([ending, status]);
    });
  });
});
