import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { type GridRow, type SheetRow, gridOf, headed } from './sheet';
import { UnreadableSheet } from './sheet-kind';

const TOP_LINES = 10;

/** The sign that parts the columns: a comma, a semicolon or a tab, whichever the first line that has any has most of. */
function delimiterOf(text: string): string {
  const counts = text
    .split(/\r\n|\n|\r/, TOP_LINES)
    .map((line) => line.replace(/"[^"]*"/g, ''))
    .map((line) => [',', ';', '\t'].map((sign) => ({ sign, count: line.split(sign).length - 1 })))
    .map((signs) => signs.reduce((most, one) => (one.count > most.count ? one : most)));
  return (counts.find(({ count }) => count > 1) ?? counts.find(({ count }) => count > 0))?.sign ?? ',';
}

/**
 * The rows of a text with commas, semicolons or tabs, numbered as a spreadsheet numbers them. Cells are trimmed, and the
 * quote that protects a cell from being taken for a formula is removed.
 */
export function csvGrid(text: string): GridRow[] {
  const delimiter = delimiterOf(text);
  try {
    const records = parse(text, {
      delimiter,
      // A tab is a space too, so that trimming would swallow empty cells.
      trim: delimiter !== '\t',
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
    });
    return records.map((cells, index) => ({
      row: index + 1,
      cells: cells.map((cell) => cell.trim().replace(/^'(?=[=+\-@])/, '')),
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new UnreadableSheet('This file could not be read: a quotation mark is not closed. Mend it, then try again.');
  }
}

/** Reads a sheet whose first row holds the headings. */
export function readCsv(file: Buffer): SheetRow[] {
  return headed(gridOf(file), { columns: [] });
}

const looksLikeFormula = /^[=+\-@\t\r]/;

/** A cell that a spreadsheet will not run as a formula. Numbers stay numbers. */
export function safeCell(value: string | number | null | undefined): string | number {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' && looksLikeFormula.test(value) ? `'${value}` : value;
}

/** A CSV file in UTF-8 with a mark, so that Excel reads it as such. */
export function writeCsv(columns: string[], rows: (string | number | null | undefined)[][]): string {
  return stringify([columns, ...rows.map((row) => row.map(safeCell))], { bom: true, record_delimiter: '\r\n' });
}

/** Some rows of a CSV file that is sent while it is read; the first part carries the mark and the heading row. */
export function csvPart(rows: (string | number | null | undefined)[][], { isFirst = false } = {}): string {
  return stringify(
    rows.map((row) => row.map(safeCell)),
    { bom: isFirst, record_delimiter: '\r\n' },
  );
}
