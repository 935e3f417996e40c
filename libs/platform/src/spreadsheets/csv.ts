import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

/** A row of a sheet by the names of its columns, and its number as a person counts it (the heading is row 1). */
export interface SheetRow {
  row: number;
  cells: Record<string, string>;
}

/** The sign that parts the columns of the heading row: a comma, a semicolon or a tab, whichever it has most of. */
function delimiterOf(text: string): string {
  const heading = text.split(/\r?\n/, 1)[0] ?? '';
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: heading.split(sign).length }));
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).sign;
}

/**
 * Reads a CSV file with a heading row: UTF-8 with or without a mark, comma, semicolon or tab. Cells are trimmed, and
 * the quote that protects a cell from being taken for a formula is removed.
 */
export function readCsv(file: Buffer): SheetRow[] {
  const text = file.subarray(0, 2).equals(Buffer.from([0xff, 0xfe])) ? file.toString('utf16le') : file.toString('utf8');
  const records = parse(text, {
    bom: true,
    columns: (names: string[]) => names.map((name) => name.trim().toLowerCase().replace(/\s+/g, '_')),
    delimiter: delimiterOf(text),
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
    info: true,
  }) as unknown as { info: { lines: number }; record: Record<string, string> }[];
  return records.map(({ info, record }) => ({
    row: info.lines,
    cells: Object.fromEntries(Object.entries(record).map(([name, cell]) => [name, cell.replace(/^'(?=[=+\-@])/, '')])),
  }));
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
