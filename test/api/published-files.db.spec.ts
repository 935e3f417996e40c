import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { NewReportLinkView, PublishedReportDetail, QuoteConsentView } from '@roundtable/contracts';
import { CourseEntity } from '@roundtable/courses';
import {
  QuestionEntity,
  ReleasedGroupEntity,
  ReleasedPeopleEntity,
  ResponseEntity,
  TextAnswerEntity,
} from '@roundtable/evaluations';
import { AuditEntryEntity, newId } from '@roundtable/platform';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { type AttendedEvent, attendedEvent } from '../support/attended-event';
import { OfficeFile, wordsOf } from '../support/office-file';
import { type Caller, onTheProduct } from '../support/product';
import { Website } from '../support/website';

const PATH = '/api/reports/published';
const YEAR = { title: '=What was learnt', from: '2025-04-01', to: '2026-03-31' };
const COURSE = 'Neglect <b>& more</b>';
const SAID = 'I write down when I asked';
const OTHERS = 'We talk about thresholds now';
const FORMATS = ['docx', 'pdf', 'xlsx', 'csv'] as const;
/** Three of education are too few; who leads one of the agencies of health knows five of ten. */
const AGENCIES: [agency: string, sector: string, people: number][] = [
  ['Force', 'police', 12],
  ['Clinic', 'health', 5],
  ['Hospital', 'health', 5],
  ['School', 'education', 3],
];

onTheProduct((product) => {
  let coordinator: Caller;
  let people: Caller[];
  let event: AttendedEvent;
  let published: PublishedReportDetail;
  let secretPath: string;
  const site = new Website(product);

  const ask = <Body>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object, as = coordinator) =>
    product.ask<Body>(method, path, { as, ...(body && { body }) });
  const publish = async (more: object = {}) =>
    (await ask<PublishedReportDetail>('POST', PATH, { ...YEAR, ...more })).body;
  const read = async (id: string) => (await ask<PublishedReportDetail>('GET', `${PATH}/${id}`)).body;
  const inject = (url: string, as?: Caller) =>
    product.app
      .getHttpAdapter()
      .getInstance()
      .inject({ method: 'GET', url, headers: as ? { authorization: `Bearer ${as.token}` } : {} });
  const file = (format: string, id = published.id, as = coordinator) => inject(`${PATH}/${id}/files/${format}`, as);
  const quote = async (index: number, text: string) => {
    const [question, response] = await Promise.all([
      product.database.repo(QuestionEntity).findOneByOrFail({ courseId: event.courseId }),
      product.database
        .repo(ResponseEntity)
        .findOneByOrFail({ personId: people[index]!.personId, eventId: event.eventId, mode: 'after' }),
    ]);
    const now = product.clock.now();
    await product.database.repo(ResponseEntity).update({ id: response.id }, { quoteConsentAt: now });
    const own = { id: newId(), responseId: response.id, questionId: question.id, text };
    await product.database.repo(TextAnswerEntity).insert({
      ...own,
      state: 'released',
      quoteState: 'approved',
      createdAt: now,
      decidedAt: now,
      quoteDecidedAt: now,
    });
  };

  beforeAll(async () => {
    coordinator = await product.person('coordinator');
    people = [];
    for (const [agency, sector, count] of AGENCIES)
      for (let index = 0; index < count; index += 1)
        people.push(await product.person('practitioner', { agency, sector }));
    product.clock.set('2025-06-02T09:00:00Z');
    event = await attendedEvent(product, coordinator, people, { title: COURSE });
    const question = { id: newId(), courseId: event.courseId, kind: 'text', wording: 'What now?' } as const;
    await product.database.repo(QuestionEntity).insert({ ...question, createdAt: product.clock.now() });
    await quote(0, SAID);
    await quote(1, OTHERS);
    product.clock.set('2026-06-01T09:00:00Z');
    published = await publish({ by: 'sector' });
    const link = await ask<NewReportLinkView>('POST', `${PATH}/${published.id}/links`, {
      label: 'Independent scrutineer',
      lastDay: '2026-07-01',
    });
    secretPath = new URL(link.body.url).pathname;
  });

  describe('counts of people', () => {
    it('hide 1 to 4 and what would give them away, and agencies only within a sector that is shown', () => {
      const [year] = published.content.people;
      expect(published.content.people).toHaveLength(1);
      expect(year).toMatchObject({ year: '2025-26', people: 25, demonstration: false });
      expect(year?.sectors).toEqual([
        { name: 'education', people: null, agencies: [] },
        { name: 'health', people: null, agencies: [] },
        { name: 'police', people: 12, agencies: [{ name: 'Force', people: 12 }] },
      ]);
      expect(year?.roles).toEqual([{ name: 'Not recorded', people: 25 }]);
    });

    it('are the same in every report of the year, whatever was corrected since', async () => {
      const corrected = await ask('PUT', `/api/events/${event.eventId}/register`, {
        entries: [{ bookingId: event.bookingIds[0], attendance: 'absent' }],
      });
      expect(corrected.status).toBe(200);
      const again = await publish({ title: 'Again' });
      const edition = await ask<PublishedReportDetail>('POST', `${PATH}/${again.id}/editions`, { erratum: 'A title' });
      const longer = await publish({ title: 'Longer', from: '2025-03-01' });
      for (const { content } of [again, edition.body, longer]) expect(content.people).toEqual(published.content.people);
      expect(await product.database.repo(ReleasedPeopleEntity).countBy({ year: '2025-26' })).toBe(1);
    });

    it('are not told of months, nor of one course', async () => {
      expect((await publish({ to: '2026-02-28' })).content.people).toEqual([]);
      expect((await publish({ courseId: event.courseId })).content.people).toEqual([]);
    });
  });

  describe('a refusal', () => {
    it.each([
      [{ from: '2025-04-02' }, 'from'],
      [{ to: '2026-03-30' }, 'to'],
      [{ from: '2026-05-01' }, 'to'],
      [{ courseId: 'nowhere' }, 'courseId'],
      [{ by: 'sector', to: '2026-02-28' }, 'by'],
    ])('of %j stands at %s', async (wrong, field) => {
      const { status, body } = await ask<{ errors: object }>('POST', PATH, { ...YEAR, ...wrong });
      expect([status, Object.keys(body.errors)]).toEqual([422, [field]]);
    });
  });

  describe('each file', () => {
    it('is an attachment that no cache keeps, and what was taken out is in the audit log', async () => {
      for (const format of FORMATS) {
        const { statusCode, headers } = await file(format);
        expect([statusCode, headers['content-disposition'], headers['cache-control']]).toEqual([
          200,
          `attachment; filename="published-report-edition-1.${format}"`,
          'no-store',
        ]);
      }
      const entries = await product.database
        .repo(AuditEntryEntity)
        .find({ where: { action: 'report.export', subjectId: published.id }, order: { id: 'ASC' } });
      expect(entries.map(({ actorId, after }) => [actorId, after])).toEqual(
        FORMATS.map((format) => [coordinator.personId, { report: 'published', format, edition: 1, rows: 3 }]),
      );
    });

    it('is refused to whoever may not read reports, and there is no other kind', async () => {
      const trainer = await product.person('trainer');
      for (const format of FORMATS) expect((await file(format, published.id, trainer)).statusCode).toBe(403);
      for (const wrong of ['exe', 'constructor', '..%2f']) expect((await file(wrong)).statusCode).toBe(404);
      expect((await file('pdf', newId())).statusCode).toBe(404);
    });

    it('is made of what was kept, not of what is stored today', async () => {
      await product.database.repo(CourseEntity).update({ id: event.courseId }, { title: 'Another title' });
      await product.database.repo(ReleasedGroupEntity).update({ courseId: event.courseId }, { content: never() });
      const rows = lines((await file('csv')).rawPayload);
      expect(rows.filter(({ line }) => line === 'figure').map((row) => [row['course'], row['paired_n']])).toEqual([
        [COURSE, '25'],
        [COURSE, '12'],
        [COURSE, ''],
      ]);
      expect((await publish({ title: 'Now' })).content.rows).toEqual([]);
    });

    it('says when it was published and that figures do not change, and nowhere that they are live', async () => {
      const about = (await book()).getWorksheet('About')!.getSheetValues().flat().map(String);
      expect(about).toEqual(
        expect.arrayContaining([
          "'=What was learnt",
          'Monday 1 June 2026, 10am, edition 1',
          'Events that ended from Tuesday 1 April 2025 to Tuesday 31 March 2026',
          'Figures are as published. They do not change; what was wrong is corrected in a new edition.',
        ]),
      );
      const word = wordsOf((await document()).text('word/document.xml'));
      for (const words of [about.join(), word]) expect(words).not.toMatch(/figures are live/i);
      for (const paragraph of published.content.method) expect(word).toContain(paragraph);
    });

    it('of a corrected edition has its erratum, and the older one says that it was replaced', async () => {
      const erratum = 'One event was of another course.';
      const next = await ask<PublishedReportDetail>('POST', `${PATH}/${published.id}/editions`, { erratum });
      const text = wordsOf((await document(next.body.id)).text('word/document.xml'));
      expect(text).toContain(`Corrected in this edition: ${erratum}`);
      expect(text).toContain('edition 2');
      expect(wordsOf((await document()).text('word/document.xml'))).toContain('Replaced: by edition 2');
    });
  });

  describe('the workbook', () => {
    it('has the figures as numbers with their group, and counts with an asterisk where they are hidden', async () => {
      const read = await book();
      expect(read.worksheets.map(({ name }) => name)).toEqual([
        'Figures',
        'Technical annex',
        'People who attended',
        'What people said',
        'About',
      ]);
      const figures = read.getWorksheet('Figures')!;
      const columns = figures.getColumn(3).values.slice(1);
      expect(columns).toEqual(['Sector', 'All', 'police', expect.stringContaining('All other sectors')]);
      expect(figures.getRow(3).getCell(4).value).toBe(12);
      const counts = read.getWorksheet('People who attended')!.getSheetValues().flat();
      expect(counts).toEqual(expect.arrayContaining(['education', '*', 'police', 12, 'Everybody', 25]));
      read.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell(({ formula }) => expect(formula).toBeUndefined())));
    });
  });

  describe('the Word file', () => {
    it('is sound, with a chart of Word’s own, tables by sector and of people, and quotes', async () => {
      const word = await document();
      expect([word.brokenParts(), word.looseEnds()]).toEqual([[], []]);
      expect(word.text('word/charts/chart1.xml')).toContain('<c:v>100</c:v>');
      const tables = word.tables();
      expect(tables.map(([headings]) => headings?.[0])).toEqual(
        expect.arrayContaining(['Statement', 'Sector', 'Agency', 'Job role']),
      );
      const sectors = tables.find(([headings]) => headings?.join() === 'Sector,People');
      expect(sectors?.slice(1)).toEqual([
        ['education', '*'],
        ['health', '*'],
        ['police', '12'],
        ['Everybody', '25'],
      ]);
    });
  });

  describe('the PDF', () => {
    it('is tagged, and reads in order', async () => {
      const { rawPayload } = await file('pdf');
      for (const part of ['/Lang (en-GB)', '/S /Caption', '/Scope /Row', '/S /Figure', '/S /BlockQuote'])
        expect(rawPayload.toString('latin1')).toContain(part);
      const said = spawnSync('pdftotext', ['-layout', '-', '-'], { input: rawPayload, encoding: 'utf8' });
      if (said.error) return;
      const text = said.stdout.replace(/\s+/g, ' ');
      const found = ['Published: Monday 1 June 2026', '0 of 25 (0.0%)', SAID, 'education *', 'Technical annex'];
      const places = found.map((piece) => text.indexOf(piece));
      expect(places).toEqual([...places].sort((one, other) => one - other));
      expect(places).not.toContain(-1);
    });
  });

  describe('the scrutineer', () => {
    it('has every file without signing in, to no cache and no search engine', async () => {
      for (const format of FORMATS) {
        const { statusCode, headers, rawPayload } = await inject(`${secretPath}/files/${format}?edition=1`);
        expect([statusCode, headers['cache-control'], headers['x-robots-tag']]).toEqual([
          200,
          'no-store',
          'noindex, nofollow',
        ]);
        expect(rawPayload.length).toBeGreaterThan(500);
      }
      for (const wrong of [`${secretPath}/files/exe`, `${secretPath}/files/pdf?edition=9`, `${secretPath}x/files/pdf`])
        expect((await inject(wrong)).statusCode).toBe(404);
    });

    it('sees a chart that needs no script and no style, hidden from who reads the tables', async () => {
      const { text } = await site.get(`${secretPath}?edition=1`);
      const [chart = ''] = /<svg aria-hidden="true"(?=[^>]*viewBox="0 0 290)[^]*?<\/svg>/.exec(text) ?? [];
      for (const words of ['Before', 'After', '0.0%', '100.0%']) expect(chart).toContain(`>${words}</text>`);
      expect(text).not.toMatch(/ style=|<style|<b>&/);
      expect(text).toContain('Neglect &lt;b&gt;');
    });

    it('sees counts of people, with what an asterisk means in words', async () => {
      const { text } = await site.get(`${secretPath}?edition=1`);
      expect(text).toContain('People who attended in 2025-26');
      expect(text).toMatch(/education<\/th>\s*<td[^>]*><span aria-hidden="true">\*<\/span>/);
      expect(text).toContain('*: 1 to 4 people');
    });
  });

  describe('a quote', () => {
    it('stands under its course until consent is taken back, then in no page, answer or new file', async () => {
      const words = async () => {
        const page = (await site.get(`${secretPath}?edition=1`)).text;
        const sheet = (await book()).getWorksheet('What people said')?.getSheetValues().flat().map(String).join() ?? '';
        const csv = (await file('csv')).rawPayload.toString();
        const word = wordsOf((await document()).text('word/document.xml'));
        return [JSON.stringify(await read(published.id)), page, sheet, csv, word];
      };
      for (const text of await words()) expect(text).toContain(SAID);
      const before = await read(published.id);
      const consents = await ask<QuoteConsentView[]>('GET', '/api/me/quote-consents', undefined, people[0]);
      await ask('DELETE', `/api/me/quote-consents/${consents.body[0]!.id}`, undefined, people[0]);
      for (const text of await words()) {
        expect(text).not.toContain(SAID);
        expect(text).toContain(OTHERS);
      }
      expect((await read(published.id)).content).toEqual(before.content);
    });

    it('stands in the live report as a document, too', async () => {
      const { rawPayload } = await inject('/api/reports/knowledge-gain.docx', coordinator);
      const text = wordsOf(new OfficeFile(rawPayload).text('word/document.xml'));
      expect(text).toContain(OTHERS);
      expect(text).not.toContain(SAID);
    });
  });

  async function document(id?: string): Promise<OfficeFile> {
    return new OfficeFile((await file('docx', id)).rawPayload);
  }

  async function book(): Promise<ExcelJS.Workbook> {
    const read = new ExcelJS.Workbook();
    await read.xlsx.load((await file('xlsx')).rawPayload as never);
    return read;
  }
});

function lines(csv: Buffer): Record<string, string>[] {
  return parse(csv, { columns: true, bom: true });
}

/** Groups that hold nothing. */
function never(): { cells: []; rates: []; members: [] } {
  return { cells: [], rates: [], members: [] };
}
