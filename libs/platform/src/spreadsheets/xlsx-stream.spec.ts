import { describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { type SheetCell, xlsxParts } from './xlsx-stream';

async function read(batches: SheetCell[][][], mostRows?: number): Promise<ExcelJS.Workbook> {
  const parts: Buffer[] = [];
  const columns = [
    { heading: 'Words', width: 20 },
    { heading: 'Number', width: 10 },
  ];
  const book = { name: 'Rows', columns, batches: each(batches), about: [['What this is'], ['Demonstration']] };
  for await (const part of xlsxParts(book, mostRows)) parts.push(part);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.concat(parts) as never);
  return workbook;
}

async function* each(batches: SheetCell[][][]): AsyncGenerator<SheetCell[][]> {
  for (const batch of batches) yield batch;
}

const valuesOf = (sheet: ExcelJS.Worksheet | undefined) =>
  (sheet?.getSheetValues() ?? []).slice(1).map((row) => (row as unknown[]).slice(1));

describe('a workbook that is sent while it is read', () => {
  it('opens with headings, words, numbers and empty cells as they were given', async () => {
    const book = await read([
      [['one & <two> "three"', 1]],
      [
        [null, 2.5],
        [' Żółć \u0001', -3],
      ],
    ]);
    expect(valuesOf(book.getWorksheet('Rows'))).toEqual([
      ['Words', 'Number'],
      ['one & <two> "three"', 1],
      [undefined, 2.5],
      [' Żółć ', -3],
    ]);
    expect(valuesOf(book.getWorksheet('About'))).toEqual([['What this is'], ['Demonstration']]);
  });

  it('lets no cell be a formula', async () => {
    const book = await read([[['=1+1', 1]]]);
    expect(book.getWorksheet('Rows')?.getCell('A2').value).toBe("'=1+1");
  });

  it('goes on in another sheet with the headings where one is full', async () => {
    const book = await read(
      [
        [
          ['a', 1],
          ['b', 2],
        ],
        [['c', 3]],
      ],
      2,
    );
    expect(book.worksheets.map(({ name }) => name)).toEqual(['Rows', 'Rows 2', 'About']);
    expect(valuesOf(book.getWorksheet('Rows 2'))).toEqual([
      ['Words', 'Number'],
      ['c', 3],
    ]);
  });

  it('opens without any row', async () => {
    expect(valuesOf((await read([])).getWorksheet('Rows'))).toEqual([['Words', 'Number']]);
  });
});
