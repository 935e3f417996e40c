import type { Attendance, RegisterView } from '@roundtable/contracts';
import { dateInWords, safeCell, shortWhen, timeInWords, writeCsv } from '@roundtable/platform';
import ExcelJS from 'exceljs';

/** The register as a table to keep or to print. What people need to take part is never in it. */
export interface RegisterSheet {
  title: string;
  when: string;
  headings: string[];
  rows: string[][];
}

const ATTENDANCE: Record<Attendance, string> = {
  attended: 'Attended',
  partly_attended: 'Attended in part',
  absent: 'Absent',
};
const MARKS = { present: 'Present', absent: 'Absent' };

export function registerSheet(register: RegisterView): RegisterSheet {
  const { sessions } = register;
  return {
    title: register.courseTitle,
    when: sessions.map(({ startsAt, endsAt }) => spanOf(new Date(startsAt), new Date(endsAt))).join('; '),
    headings: [
      'Name',
      'Agency',
      ...sessions.map(({ startsAt }) => (sessions.length > 1 ? shortWhen(new Date(startsAt)) : 'Present or absent')),
      'Attendance',
      'Came without a place',
    ],
    rows: register.rows.map((row) => [
      row.practitionerName,
      row.agencyName,
      ...sessions.map(({ id }) => {
        const mark = row.marks.find(({ sessionId }) => sessionId === id)?.attendance;
        return mark ? MARKS[mark] : '';
      }),
      row.attendance ? ATTENDANCE[row.attendance] : '',
      row.walkIn ? 'Yes' : '',
    ]),
  };
}

function spanOf(start: Date, end: Date): string {
  return `${dateInWords(start)}, ${timeInWords(start)} to ${timeInWords(end)}`;
}

export function registerCsv({ headings, rows }: RegisterSheet): string {
  return writeCsv(headings, rows);
}

export async function registerWorkbook({ title, headings, rows }: RegisterSheet): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.creator = 'Roundtable';
  book.title = title;
  const sheet = book.addWorksheet('Register', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = headings.map((header, index) => ({ header, width: index < 2 ? 32 : 20 }));
  sheet.getRow(1).font = { bold: true };
  for (const row of rows) sheet.addRow(row.map(safeCell));
  return Buffer.from(await book.xlsx.writeBuffer());
}
