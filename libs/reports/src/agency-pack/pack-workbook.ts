import type { BookingStatus } from '@roundtable/contracts';
import type { MemberCompletion, RunningOut } from '@roundtable/elearning';
import { dateInWords, londonDate } from '@roundtable/platform';
import ExcelJS from 'exceljs';
import { gainCourses, printed } from '../knowledge-gain-files/gain-report';
import { FIGURES, type SheetColumn, WHOLE, addAbout, addRows } from '../knowledge-gain-files/gain-workbook';
import type { AgencyPack } from './agency-pack.service';
import { type CourseAttendance, type PackBooking, attendanceByCourse, attendanceOf } from './pack-figures';
import { WHOLE_PARTNERSHIP, aboutPack, packMethod } from './pack-tables';

/** A coming booking, or places without a name. */
interface ComingLine {
  name: string;
  agencyName: string;
  courseTitle: string;
  startsAt: Date | null;
  state: string;
}

const DATE = 'd mmm yyyy';
const STATES: Partial<Record<BookingStatus, string>> = {
  confirmed: 'Confirmed',
  waitlisted: 'On the waiting list',
  offered: 'Offered a place',
  awaiting_approval: 'Waiting for approval',
};

const words = <Row>(heading: string, width: number, cell: (row: Row) => string | null): SheetColumn<Row> => ({
  heading,
  width,
  cell: (row) => printed(cell(row) ?? ''),
});
const date = <Row>(heading: string, cell: (row: Row) => Date | null): SheetColumn<Row> => ({
  heading,
  width: 14,
  format: DATE,
  cell: (row) => sheetDay(cell(row)),
});
const count = (heading: string, cell: (row: CourseAttendance) => number): SheetColumn<CourseAttendance> => ({
  heading,
  width: 24,
  format: WHOLE,
  cell,
});
const agency: SheetColumn<{ agencyName: string }> = words('Agency', 44, ({ agencyName }) => agencyName);

const ATTENDANCE: SheetColumn<CourseAttendance>[] = [
  words('Course', 46, ({ courseTitle }) => courseTitle),
  count('People who attended', ({ people }) => people),
  count('Attended', ({ attended }) => attended),
  count('Attended in part', ({ partly }) => partly),
  count('Absent without notice', ({ absent }) => absent),
];
const PRESENT: SheetColumn<PackBooking>[] = [
  words('Name', 30, ({ personName }) => personName),
  words('Job role', 26, ({ jobRole }) => jobRole),
  agency,
  words('Course', 46, ({ courseTitle }) => courseTitle),
  date('First day', ({ startsAt }) => startsAt),
  words('Attendance', 18, ({ attendance }) => (attendance === 'attended' ? 'Attended' : 'Attended in part')),
];
const COMPLETED: SheetColumn<MemberCompletion>[] = [
  words('Name', 30, ({ personName }) => personName),
  agency,
  words('Title', 46, ({ title }) => title),
  date('Completed', ({ completedAt }) => completedAt),
  date('Valid until', ({ expiresAt }) => expiresAt),
];
const RUNNING_OUT = (now: Date): SheetColumn<RunningOut>[] => [
  words('Name', 30, ({ personName }) => personName),
  agency,
  words('Title', 46, ({ title }) => title),
  date('Valid until', ({ expiresAt }) => expiresAt),
  words('State', 18, ({ expiresAt }) => (expiresAt <= now ? 'Ran out' : 'Runs out')),
];
const COMING: SheetColumn<ComingLine>[] = [
  words('Name', 30, ({ name }) => name),
  agency,
  words('Course', 46, ({ courseTitle }) => courseTitle),
  date('First day', ({ startsAt }) => startsAt),
  words('State', 24, ({ state }) => state),
];

/** The pack as a workbook: the only file of it that names people, who are the lead's own. */
export async function packWorkbook(pack: AgencyPack): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.creator = 'Roundtable';
  book.title = `Training pack ${pack.year}`;
  book.created = pack.madeAt;
  const all = { courseTitle: 'All courses', ...attendanceOf(pack.taken) };
  addRows(book, 'Attendance', ATTENDANCE, [...attendanceByCourse(pack.taken), all], 1);
  // Who was absent is told as a number, as it is on paper.
  addRows(
    book,
    'Who attended',
    PRESENT,
    pack.taken.filter(({ attendance }) => attendance !== 'absent'),
    1,
  );
  addRows(book, 'Completed', COMPLETED, pack.completed, 1);
  addRows(book, 'Running out', RUNNING_OUT(pack.madeAt), pack.runningOut, 1);
  addRows(book, 'Coming', COMING, comingLines(pack), 1);
  const figures = gainCourses(pack.gain?.rows ?? []).flatMap(({ rows }) => rows);
  addRows(book, 'Whole partnership', FIGURES, figures);
  addAbout(book, { title: book.title, isDemonstration: pack.isDemonstration, about: aboutWorkbook(pack) });
  return Buffer.from(await book.xlsx.writeBuffer());
}

function comingLines({ coming, held }: AgencyPack): ComingLine[] {
  return [
    ...coming.map(({ personName, agencyName, courseTitle, startsAt, status }) => {
      return { name: personName, agencyName, courseTitle, startsAt, state: STATES[status] ?? '' };
    }),
    ...held.map(({ agencyName, courseTitle, startsAt, places }) => {
      const state = `${places} ${places === 1 ? 'place' : 'places'} held`;
      return { name: '(no name yet)', agencyName, courseTitle, startsAt, state };
    }),
  ];
}

function aboutWorkbook(pack: AgencyPack): [string, string][] {
  const { gain } = pack;
  return [
    ...aboutPack(pack),
    ['Names', 'The sheets with names are about your own people. Keep this file as safe as their records.'],
    [
      'Whole partnership',
      gain === null
        ? 'No month of this year is closed yet, so the sheet is empty.'
        : `${WHOLE_PARTNERSHIP}: events that ended from ${dateInWords(gain.from)} to ${dateInWords(gain.to)}.`,
    ],
    ...packMethod(pack).map((paragraph): [string, string] => ['Method', paragraph]),
  ];
}

/** Sheets know no zones: midnight of the London day, written as if it were UTC. */
function sheetDay(moment: Date | null): Date | null {
  return moment && new Date(`${londonDate(moment)}T00:00:00Z`);
}
