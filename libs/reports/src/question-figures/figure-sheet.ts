import { safeCell, writeCsv } from '@roundtable/platform';
import ExcelJS from 'exceljs';
import { DEMONSTRATION, printed } from '../knowledge-gain-files/gain-report';

export type Cell = string | number | null;

/** One column of a report that leaves as CSV and as a workbook. */
export interface FigureColumn<Line> {
  /** In CSV. */
  name: string;
  /** In the workbook; columns without one, such as ids, are in CSV alone. */
  heading?: string;
  width?: number;
  /** Excel's format of a number; words have none. */
  format?: string;
  cell: (line: Line) => Cell;
  /** What stands in the workbook instead, where CSV has a code. */
  words?: (line: Line) => Cell;
}

export interface FigureBook<Line> {
  title: string;
  madeAt: Date;
  isDemonstration: boolean;
  columns: readonly FigureColumn<Line>[];
  lines: readonly Line[];
  /** What the file is about, as label and words. */
  about: readonly (readonly [label: string, words: string])[];
}

export const WHOLE = '#,##0';
export const ONE_DECIMAL = '0.0';
const USUAL_WIDTH = 15;

/** A line for each line, numbers unrounded. */
export function figureCsv<Line>(columns: readonly FigureColumn<Line>[], lines: readonly Line[]): string {
  return writeCsv(
    columns.map(({ name }) => name),
    lines.map((line) => columns.map(({ cell }) => cell(line))),
  );
}

/** The same as an Excel workbook: figures, stored as unrounded numbers, and a sheet that says what they are. */
export async function figureWorkbook<Line>(report: FigureBook<Line>): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.creator = 'Roundtable';
  book.title = report.title;
  book.created = report.madeAt;
  addFigures(book, report);
  addAbout(book, report);
  return Buffer.from(await book.xlsx.writeBuffer());
}

function addFigures<Line>(book: ExcelJS.Workbook, { columns, lines }: FigureBook<Line>): void {
  const sheet = book.addWorksheet('Figures', {
    views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }],
    pageSetup: { orientation: 'landscape', paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  const shown = columns.filter(({ heading }) => heading !== undefined);
  sheet.columns = shown.map(({ heading, width = USUAL_WIDTH, format }) => ({
    header: heading ?? '',
    width,
    style: format
      ? { numFmt: format, alignment: { vertical: 'top' } }
      : { alignment: { wrapText: true, vertical: 'top' } },
  }));
  const headings = sheet.getRow(1);
  headings.font = { bold: true };
  headings.alignment = { wrapText: true, vertical: 'top' };
  for (const line of lines) sheet.addRow(shown.map(({ cell, words }) => stored((words ?? cell)(line))));
}

function addAbout<Line>(book: ExcelJS.Workbook, { title, isDemonstration, about }: FigureBook<Line>): void {
  const sheet = book.addWorksheet('About', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = [
    { header: 'About', width: 24, style: { alignment: { vertical: 'top' } } },
    { header: 'This report', width: 90, style: { alignment: { wrapText: true, vertical: 'top' } } },
  ];
  sheet.getRow(1).font = { bold: true };
  const warning = isDemonstration ? [['Demonstration', DEMONSTRATION] as const] : [];
  for (const [label, words] of [['Report', title] as const, ...warning, ...about]) sheet.addRow([label, stored(words)]);
}

/** Without what a file of Office may not hold, and never a formula. */
function stored(cell: Cell): Cell {
  return typeof cell === 'string' ? safeCell(printed(cell)) : cell;
}
