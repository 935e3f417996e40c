import type { KnowledgeGainRow } from '@roundtable/contracts';
import { safeCell } from '@roundtable/platform';
import type ExcelJS from 'exceljs';
import type { GainCourse, GainReport } from './gain-report';
import { PEOPLE, SAID } from './publication-tables';

/** A line of the report; without a cut it is the whole of its statement. */
export interface FigureLine extends KnowledgeGainRow {
  cut: string | null;
}

/** Each statement as a whole, then by what the report is cut by. */
export function figureLines({ rows, cuts = [] }: GainCourse): FigureLine[] {
  return rows.flatMap((row) => [{ ...row, cut: null }, ...cuts.filter(({ statement }) => statement === row.statement)]);
}

/** Counts as numbers; what is hidden is an asterisk. */
export function addPeople(book: ExcelJS.Workbook, { people = [] }: GainReport): void {
  if (people.length === 0) return;
  const sheet = book.addWorksheet(PEOPLE);
  sheet.columns = [{ width: 60 }, { width: 15, style: { numFmt: '#,##0' } }];
  for (const { caption, headings, rows, notes } of people) {
    sheet.addRow([safeCell(caption)]).font = { bold: true };
    sheet.addRow(headings).font = { bold: true };
    for (const [name = '', count = ''] of rows) {
      const cells = sheet.addRow([safeCell(name), /^\d/.test(count) ? Number(count.replaceAll(',', '')) : count]);
      cells.getCell(2).alignment = { horizontal: 'right' };
    }
    for (const note of notes) sheet.addRow([note]);
    sheet.addRow([]);
  }
}

export function addQuotes(book: ExcelJS.Workbook, { courses }: GainReport): void {
  const quoted = courses.flatMap(({ title, quotes = [] }) => quotes.map((words) => [title, words] as const));
  if (quoted.length === 0) return;
  const sheet = book.addWorksheet(SAID, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = [
    { header: 'Course', width: 30, style: { alignment: { vertical: 'top' } } },
    { header: SAID, width: 90, style: { alignment: { wrapText: true, vertical: 'top' } } },
  ];
  sheet.getRow(1).font = { bold: true };
  for (const [title, words] of quoted) sheet.addRow([safeCell(title), safeCell(words)]);
}
