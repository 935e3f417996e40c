import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ImportResult, ProblemView, TypedRows } from '@roundtable/contracts';
import { EventEntity } from '@roundtable/events';
import ExcelJS from 'exceljs';
import { readFileSync } from 'node:fs';
import { type Answer, type Caller, onTheProduct } from '../support/product';

const PUBLISHED = readFileSync('test/data/programme-as-published.csv');
const CODES = {
  MA: 'Managing Allegations',
  RPC: 'Reducing Parental Conflict',
  PREV: 'Prevent Duty',
  DSL: 'Designated Leads',
};
const MORE = { SR: 'Safer Recruitment in Early Years', DSLN: 'Early Years Network', ST: 'Safeguarding Together' };
const BOUNDARY = 'programme';

onTheProduct((product) => {
  let coordinator: Caller;

  /** Sends a file, or a table that was pasted, as the back office does. */
  const send = <Body = ImportResult>(
    part: { file: Buffer } | { text: string },
    query = '',
    kind = 'programme',
  ): Promise<Answer<Body>> => {
    const [name, content] = 'file' in part ? ['file"; filename="x', part.file] : ['text', Buffer.from(part.text)];
    const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n`;
    return product.ask<Body>('POST', `/api/imports/${kind}${query}`, {
      as: coordinator,
      body: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]),
      headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
    });
  };
  const type = (typed: TypedRows, query = ''): Promise<Answer<ImportResult>> =>
    product.ask<ImportResult>('POST', `/api/imports/programme/rows${query}`, { as: coordinator, body: typed });
  const events = (): Promise<number> => product.database.repo(EventEntity).count();

  beforeAll(async () => {
    product.clock.set('2026-03-02T10:00:00Z');
    coordinator = await product.person('coordinator');
    for (const [code, title] of Object.entries({ ...CODES, ...MORE }))
      await product.ask('POST', '/api/courses', { as: coordinator, body: { title, code, summary: 'What is taught' } });
  });

  describe('the programme as it was published', () => {
    it('is checked without changing anything, with every slip at its row and column and the cells to mend', async () => {
      const { status, body } = await send({ file: PUBLISHED }, '?dryRun=true&cells=true');
      expect([status, body.rows, body.created, body.rejected.length, await events()]).toEqual([200, 11, 6, 5, 0]);
      expect(body.rejected.map(({ row, column, value }) => [row, column, value])).toEqual([
        [2, 'time', '9.30-12.30 am'],
        [7, 'date', 'Wednesday 30 th June 2025'],
        [10, 'time', '9:30am'],
        [11, 'time', ''],
        [12, 'time', ''],
      ]);
      expect(body.rejected.map(({ answers }) => answers?.[0]?.cells)).toEqual([
        { time: '9:30am to 12:30pm' },
        { date: 'Monday 30 June 2025' },
        undefined,
        undefined,
        undefined,
      ]);
      expect(body.toMend?.rows.map(({ row }) => row)).toEqual([2, 7, 10, 11, 12]);
    });

    it('goes in but for the slips; a second run changes nothing', async () => {
      const first = await send({ file: PUBLISHED });
      const second = await send({ file: PUBLISHED });
      expect(first.body).toMatchObject({ rows: 11, created: 6, unchanged: 0 });
      expect(first.body.toMend).toBeUndefined();
      expect(second.body).toMatchObject({
        rows: 11,
        created: 0,
        updated: 0,
        unchanged: 6,
        rejected: first.body.rejected,
      });
      expect(await events()).toBe(6);
    });

    it('is mended row by row with the answers that were offered', async () => {
      const { body } = await send({ file: PUBLISHED }, '?dryRun=true&cells=true');
      const { columns, rows } = body.toMend!;
      const mended = rows.map(({ row, cells }) => {
        const answer = body.rejected.find((one) => one.row === row)?.answers?.[0]?.cells ?? { time: '9.30am - 11am' };
        return { row, cells: cells.map((cell, index) => answer[columns[index] ?? ''] ?? cell) };
      });
      expect((await type({ columns, rows: mended })).body).toMatchObject({ rows: 5, created: 5, rejected: [] });
      expect((await type({ columns, rows: mended })).body).toMatchObject({ created: 0, unchanged: 5 });
      expect(await events()).toBe(11);
    });
  });

  describe('a workbook', () => {
    const sheet = async (fill: (rows: ExcelJS.Worksheet) => void): Promise<Buffer> => {
      const book = new ExcelJS.Workbook();
      fill(book.addWorksheet('2026-27'));
      return Buffer.from(await book.xlsx.writeBuffer());
    };

    it('is read with a title above its headings, real dates and times, and headings in other words', async () => {
      const file = await sheet((rows) => {
        rows.addRow(['Training programme 2026 to 2027']);
        rows.addRow([]);
        rows.addRow(['Course title', 'Date', 'Start time', 'Finish', 'Location', 'Delivery', 'Cost', 'Places']);
        const row = rows.addRow([
          'SR',
          new Date('2026-11-12T00:00:00Z'),
          0.375,
          0.5,
          'Loxley House',
          'In person',
          30,
          24,
        ]);
        row.getCell(2).numFmt = 'dddd d mmmm yyyy';
        row.getCell(3).numFmt = 'h:mm';
        row.getCell(4).numFmt = 'h:mm';
        row.getCell(7).numFmt = '[$£-809]#,##0.00';
        rows.addRow(['Safer Recuritment', '13 November 2026', '9am', '12pm', '', 'Online', 'Free of Charge', 24]);
      });
      const { body } = await send({ file });
      expect(body).toMatchObject({ rows: 2, created: 1 });
      expect(body.rejected).toMatchObject([
        { row: 5, column: 'course', value: 'Safer Recuritment', answers: [{ cells: { course: MORE.SR } }] },
      ]);
      const event = await product.database.repo(EventEntity).findOneByOrFail({ importKey: 'SR 2026-11-12 09:00' });
      expect(event).toMatchObject({
        startsAt: new Date('2026-11-12T09:00:00Z'),
        endsAt: new Date('2026-11-12T12:00:00Z'),
      });
    });

    it('is known by its content: what is no sheet is refused with words', async () => {
      const { status, body } = await send<ProblemView>({ file: Buffer.from('%PDF-1.7 not a sheet') });
      expect([status, body.code]).toEqual([415, 'request.wrong-kind']);
      expect(body.errors?.['file']).toContain('This is a PDF');
    });

    it('of more than 20 MB is refused', async () => {
      expect((await send<ProblemView>({ file: Buffer.alloc(20 * 1024 * 1024 + 10, 'a') })).status).toBe(413);
    });
  });

  describe('a table pasted on the screen', () => {
    const columns = ['course', 'date', 'time', 'delivery', 'venue', 'fee', 'capacity'];
    const day = (n: number): string => new Date(Date.UTC(2026, 8, 1 + n)).toISOString().slice(0, 10);
    const forty = (n: number): string[] =>
      n % 10 === 9
        ? ['SR', `Wednesday ${day(7 * n + 1)}`, '9.30-12.30 am', 'Online', '', '£30', '24']
        : ['SR', day(7 * n), '9.30 – 12.00', 'Online', '', 'Free of Charge', '24'];

    it('of forty rows goes in but for four, which stay to be mended, and then go in too', async () => {
      const rows = Array.from({ length: 40 }, (_, n) => ({ row: n + 1, cells: forty(n) }));
      const checked = await type({ columns, rows }, '?dryRun=true');
      expect([checked.body.rows, checked.body.created]).toEqual([40, 36]);
      expect(new Set(checked.body.rejected.map(({ row }) => row))).toEqual(new Set([10, 20, 30, 40]));
      expect((await type({ columns, rows })).body.created).toBe(36);
      const mended = rows
        .filter(({ row }) => row % 10 === 0)
        .map(({ row, cells }) => ({ row, cells: cells.with(2, '9.30am-12.30pm') }));
      expect((await type({ columns, rows: mended })).body).toMatchObject({ created: 4, rejected: [] });
      const all = rows.map((one) => mended.find(({ row }) => row === one.row) ?? one);
      expect((await type({ columns, rows: all })).body).toMatchObject({ rows: 40, created: 0, unchanged: 40 });
    });

    it('may also come as text with tabs', async () => {
      const text = ['Course\tDate\tTime\tDelivery\tPlaces', 'PREV\t3 December 2026\t10am-12pm\tOnline\t60'].join(
        '\r\n',
      );
      expect((await send({ text })).body).toMatchObject({ rows: 1, created: 1 });
    });

    it('is asked which hour is meant when the clocks go back, and the answer is taken', async () => {
      const cells = ['SR', 'Sunday 25 October 2026', '1.30am - 4am', 'Online', '', '', '24'];
      const asked = await type({ columns, rows: [{ row: 1, cells }] }, '?dryRun=true');
      const [, later] = asked.body.rejected[0]?.answers ?? [];
      expect(later?.cells).toEqual({ time: '1:30am GMT to 4am' });
      await type({ columns, rows: [{ row: 1, cells: cells.with(2, later?.cells?.['time'] ?? '') }] });
      const event = await product.database.repo(EventEntity).findOneByOrFail({ importKey: 'SR 2026-10-25 01:30' });
      expect(event.startsAt).toEqual(new Date('2026-10-25T01:30:00Z'));
    });

    it('without the headings that are needed is refused', async () => {
      const { status, body } = await type({ columns: ['title', 'venue'], rows: [{ row: 1, cells: ['SR', 'here'] }] });
      expect([status, (body as unknown as ProblemView).errors?.['file']]).toEqual([
        422,
        'The file must have a heading row with: course, date. Missing: date.',
      ]);
    });
  });
});
