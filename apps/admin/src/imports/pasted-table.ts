import { PROGRAMME_COLUMNS, programmeColumnOf, type TypedRows } from '@roundtable/contracts';

const HEADING_WITHIN = 5;
const COLUMNS: readonly string[] = PROGRAMME_COLUMNS.map(({ name }) => name);

export interface PastedProgramme extends TypedRows {
  /** Whether a heading row was found; else the usual order of columns was assumed. */
  hasHeading: boolean;
  /** Headings of columns that a programme has no use for. */
  leftOut: string[];
}

/** Cells of a table pasted from a workbook, a document or a mail: tabs between columns, or commas where there are none. */
export function cellsOfText(text: string): string[][] {
  const delimiter = text.includes('\t') ? '\t' : text.includes(';') && !text.includes(',') ? ';' : ',';
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  const endCell = () => {
    row.push(cell.replace(/\s+/g, ' ').trim());
    cell = '';
  };
  const endRow = () => {
    endCell();
    if (row.some(Boolean)) rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') cell += text[(at += 1)];
      else isQuoted = false;
    } else if (sign === '"' && cell.trim() === '') {
      cell = '';
      isQuoted = true;
    } else if (sign === delimiter) endCell();
    else if (sign === '\n') endRow();
    else cell += sign;
  }
  endRow();
  return rows;
}

/** A pasted programme in the product's own columns, its rows numbered from 1. */
export function readProgramme(text: string): PastedProgramme {
  const table = cellsOfText(text);
  const heading = table
    .slice(0, HEADING_WITHIN)
    .findIndex((cells) => ['course', 'date'].every((name) => cells.some((cell) => programmeColumnOf(cell) === name)));
  const hasHeading = heading >= 0;
  const headings = hasHeading ? (table[heading] ?? []) : COLUMNS;
  const start = headings.findIndex((one) => /^start(?: time)?$/i.test(one));
  const end = headings.findIndex((one) => /^(?:end|finish)(?: time)?$/i.test(one));
  const cellFor = (cells: string[], name: string): string => {
    const at = headings.findIndex((one) => programmeColumnOf(one) === name);
    if (at < 0 && name === 'time') return [cells[start], cells[end]].filter(Boolean).join(' to ');
    return cells[at] ?? '';
  };
  return {
    columns: [...COLUMNS],
    rows: table
      .slice(heading + 1)
      .map((cells, index) => ({ row: index + 1, cells: COLUMNS.map((name) => cellFor(cells, name)) })),
    hasHeading,
    leftOut: headings.filter(
      (one, index) => one !== '' && programmeColumnOf(one) === undefined && index !== start && index !== end,
    ),
  };
}
