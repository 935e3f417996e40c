import { csvGrid } from './csv';
import { UnreadableSheet, whyNotASheet } from './sheet-kind';
import { decoded } from './sheet-text';
import { isZip } from './xlsx-parts';
import { xlsxGrid } from './xlsx';

/** A row as it stands in a sheet: its number as a person counts it, and its cells from left to right. */
export interface GridRow {
  row: number;
  cells: string[];
}

/** A row of a sheet by the names of its columns, and its number as a person counts it. */
export interface SheetRow {
  row: number;
  cells: Record<string, string>;
}

/** What a sheet must have to be read: columns it cannot do without, and other words for its columns. */
export interface Headings {
  columns: readonly string[];
  /** A heading as `headingName` writes it, to the column that it means. */
  aliases?: Readonly<Record<string, string>>;
}

export const MOST_ROWS = 20_000;
const MOST_COLUMNS = 200;
/** A title, a date and an empty row may stand above the headings. */
const HEADINGS_WITHIN = 20;

/**
 * The rows of a file that are not empty: a workbook's first sheet (XLSX), or text with commas, semicolons or tabs. What
 * it is follows from its content, never from its name. Throws UnreadableSheet with words for whoever chose the file.
 */
export function gridOf(file: Buffer): GridRow[] {
  if (file.length === 0) throw new UnreadableSheet('This file is empty. Choose another.');
  const reason = whyNotASheet(file);
  if (reason !== undefined) throw new UnreadableSheet(reason, 'request.wrong-kind');
  const grid = (isZip(file) ? xlsxGrid(file) : csvGrid(decoded(file))).filter(({ cells }) => cells.some(Boolean));
  if (grid.length > MOST_ROWS)
    throw new UnreadableSheet(`This file has more than ${MOST_ROWS} rows. Split it, then try again.`);
  if (grid.some(({ cells }) => cells.length > MOST_COLUMNS))
    throw new UnreadableSheet(
      `This file has more than ${MOST_COLUMNS} columns. Keep the ones we need, then try again.`,
    );
  return grid;
}

/** The form in which headings are compared: 'Start time' is start_time. */
export function headingName(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '_');
}

/**
 * Names the cells of a grid by its heading row, which is the first of the top rows that has every column needed. Throws
 * UnreadableSheet, naming what is missing, where there is none.
 */
export function headed(grid: readonly GridRow[], { columns, aliases = {} }: Headings): SheetRow[] {
  const named = grid.slice(0, HEADINGS_WITHIN).map(({ cells }) => namesOf(cells, aliases));
  const missing = named.map((names) => columns.filter((column) => !names.includes(column)));
  const found = missing.findIndex((lacking) => lacking.length === 0);
  if (found < 0) {
    const [least = columns] = [...missing].sort((a, b) => a.length - b.length);
    throw new UnreadableSheet(
      `The file must have a heading row with: ${columns.join(', ')}. Missing: ${least.join(', ')}.`,
    );
  }
  return grid.slice(found + 1).map(({ row, cells }) => ({ row, cells: cellsByName(named[found] ?? [], cells) }));
}

/** Cells by their columns; a column without a name, and a second one of the same name, say nothing. */
export function cellsByName(names: readonly string[], cells: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name, index) => (name === '' || names.indexOf(name) < index ? [] : [[name, cells[index] ?? '']])),
  );
}

function namesOf(cells: readonly string[], aliases: Readonly<Record<string, string>>): string[] {
  const names = cells.map(headingName);
  return names.map((name) => {
    const meant = Object.hasOwn(aliases, name) ? aliases[name] : undefined;
    // The column's own name wins over another word for it.
    return meant === undefined || names.includes(meant) ? name : meant;
  });
}
