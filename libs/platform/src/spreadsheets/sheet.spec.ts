import { describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { strToU8, zipSync } from 'fflate';
import { gridOf, headed } from './sheet';
import { UnreadableSheet } from './sheet-kind';

async function workbook(fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet('Programme'), book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

const cellsOf = (file: Buffer): string[][] => gridOf(file).map(({ cells }) => cells);
const refusal = (read: () => unknown): UnreadableSheet => {
  try {
    read();
  } catch (error) {
    if (error instanceof UnreadableSheet) return error;
    throw error;
  }
  throw new Error('It was not refused.');
};

describe('a workbook', () => {
  it('is read with its dates, times and pounds as a person would have typed them', async () => {
    const file = await workbook((sheet) => {
      sheet.addRow(['course', 'date', 'start', 'fee', 'capacity', 'note']);
      const row = sheet.addRow(['SR', new Date('2025-01-23T00:00:00Z'), 0.40625, 30.5, 24, 'Tea & <cake>']);
      row.getCell(2).numFmt = 'dddd d mmmm yyyy';
      row.getCell(3).numFmt = 'h:mm AM/PM';
      row.getCell(4).numFmt = '[$£-809]#,##0.00';
    });
    expect(cellsOf(file)[1]).toEqual(['SR', '2025-01-23', '09:45', '£30.50', '24', 'Tea & <cake>']);
  });

  it('gives the results of formulas, rich text as plain text, and a merged value to each of its rows', async () => {
    const file = await workbook((sheet) => {
      sheet.addRow(['course', 'date', 'capacity']);
      sheet.addRow(['Neglect', '22 May 2024', { formula: '2*12', result: 24 }]);
      sheet.addRow([null, { richText: [{ text: '22' }, { text: 'nd', font: { vertAlign: 'superscript' } }] }, 30]);
      sheet.mergeCells('A2:A3');
    });
    expect(cellsOf(file).slice(1)).toEqual([
      ['Neglect', '22 May 2024', '24'],
      ['Neglect', '22nd', '30'],
    ]);
  });

  it('is the first sheet that is not hidden, and its rows keep their numbers', async () => {
    const file = await workbook((sheet, book) => {
      sheet.state = 'hidden';
      const second = book.addWorksheet('2026-27');
      second.getCell('A3').value = 'Training programme';
      second.getRow(5).values = ['Course', 'Date'];
      second.getRow(9).values = ['SR', '1 October 2026'];
    });
    const rows = headed(gridOf(file), { columns: ['course', 'date'] });
    expect(rows).toEqual([{ row: 9, cells: { course: 'SR', date: '1 October 2026' } }]);
  });

  it('that unpacks to more than a sheet ever holds is refused before it is unpacked', () => {
    const bomb = Buffer.from(
      zipSync({ 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/worksheets/sheet1.xml': new Uint8Array(60_000_000) }),
    );
    expect(bomb.length).toBeLessThan(100_000);
    expect(refusal(() => gridOf(bomb)).problem).toBe('request.too-large');
    const crowd = Object.fromEntries(Array.from({ length: 2100 }, (_, n) => [`xl/media/${n}.png`, new Uint8Array(1)]));
    expect(refusal(() => gridOf(Buffer.from(zipSync(crowd)))).problem).toBe('request.too-large');
  });

  it('of another writer is read too: prefixed tags, text in the cells, cells without an address, dates from 1904', () => {
    const part = (inside: string): Uint8Array => strToU8(`<?xml version="1.0"?>${inside}`);
    const file = zipSync({
      'xl/workbook.xml': part(
        '<x:workbook><x:workbookPr date1904="1"/><x:sheets><x:sheet name="A" sheetId="1" r:id="rId7"/></x:sheets></x:workbook>',
      ),
      'xl/_rels/workbook.xml.rels': part(
        '<Relationships><Relationship Id="rId7" Target="/xl/worksheets/first.xml"/></Relationships>',
      ),
      'xl/styles.xml': part('<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'),
      'xl/worksheets/first.xml': part(
        '<x:worksheet><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>SR &amp; more</x:t></x:is></x:c>' +
          '<x:c s="1"><x:v>44217</x:v></x:c><x:c t="b"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>',
      ),
    });
    expect(cellsOf(Buffer.from(file))).toEqual([['SR & more', '2025-01-22', 'TRUE']]);
  });

  it('that is damaged says so', async () => {
    const file = await workbook((sheet) => sheet.addRow(['course']));
    expect(refusal(() => gridOf(file.subarray(0, file.length - 40))).message).toContain('damaged or protected');
  });
});

describe('a file that is no sheet, whatever its name', () => {
  it.each([
    ['a PDF', Buffer.from('%PDF-1.7\n...')],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ['an older Excel file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['a web page', Buffer.from('<html><table><tr><td>course</td></tr></table></html>')],
    ['a Word document', Buffer.from(zipSync({ 'word/document.xml': strToU8('<w:document/>') }))],
    ['not a spreadsheet', Buffer.from([1, 2, 3, 4, 5, 6])],
  ])('is refused with words: %s', (words, file) => {
    const { message, problem } = refusal(() => gridOf(file));
    expect(message).toContain(words);
    expect(problem).toBe('request.wrong-kind');
  });
});

describe('a text with commas, semicolons or tabs', () => {
  const rows = [
    ['course', 'date', 'fee'],
    ['Café, safe', '', '£30'],
  ];
  const comma = 'course,date,fee\r\n"Café, safe",,£30\r\n';
  it.each([
    ['UTF-8', Buffer.from(comma)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${comma}`)],
    ['Windows-1252', Buffer.from(comma, 'latin1')],
    ['semicolons', Buffer.from('course;date;fee\nCafé, safe;;£30\n')],
    ['UTF-16LE with tabs', Buffer.from('\uFEFFcourse\tdate\tfee\nCafé, safe\t\t£30\n', 'utf16le')],
    ['UTF-16LE without a mark', Buffer.from('course\tdate\tfee\nCafé, safe\t\t£30\n', 'utf16le')],
    ['a table pasted from a workbook', Buffer.from('course\tdate\tfee\r\n"Café, safe"\t\t£30')],
  ])('is read in %s', (_, file) => {
    expect(cellsOf(file)).toEqual(rows);
  });

  it('keeps the numbers of its rows over empty ones and cells of several lines', () => {
    const grid = gridOf(Buffer.from('a,b\n\n"one\ntwo",2\n3,4\n'));
    expect(grid.map(({ row }) => row)).toEqual([1, 3, 4]);
  });

  it('keeps what Windows-1252 has and Latin-1 has not', () => {
    expect(cellsOf(Buffer.from([0x61, 0x2c, 0x39, 0x96, 0x31, 0x32]))).toEqual([['a', '9–12']]);
  });
});

describe('the headings of a sheet', () => {
  const headings = { columns: ['course', 'date'], aliases: { course_title: 'course', when: 'date' } };
  const grid = (...cells: string[][]) => cells.map((row, index) => ({ row: index + 1, cells: row }));

  it('are found under a title, by other words too, in any order', () => {
    const rows = headed(grid(['Programme 2026'], ['WHEN', 'Course  Title'], ['1 May', 'SR']), headings);
    expect(rows).toEqual([{ row: 3, cells: { date: '1 May', course: 'SR' } }]);
  });

  it('are missed by name', () => {
    expect(refusal(() => headed(grid(['course', 'time']), headings)).message).toBe(
      'The file must have a heading row with: course, date. Missing: date.',
    );
  });
});
