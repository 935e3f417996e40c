import {
  type ChartStatement,
  type KnowledgeGainRow,
  type PublishedRow,
  type StageRow,
  chartStatements,
} from '@roundtable/contracts';
import { dateInWords, timeInWords } from '@roundtable/platform';
import type { KnowledgeGainQuery } from '../report.dto';
import type { GainMethod } from './gain-methods';
import type { GainTable } from './gain-tables';
import { shareInWords } from './gain-words';

export interface GainCourse {
  courseId: string;
  title: string;
  isDemonstration: boolean;
  rows: readonly KnowledgeGainRow[];
  chart: ChartStatement[];
  /** The same statements by what the report is cut by, where it is. */
  cuts?: readonly PublishedRow[];
  /** What people said, with their consent: their words, and nothing about them. */
  quotes?: readonly string[];
  /** What was asked about the same statements in other modes, where somebody was. */
  stages?: readonly StageRow[];
}

/** What every file of the report is made of. */
export interface GainReport {
  title: string;
  madeAt: Date;
  isDemonstration: boolean;
  /** What the report is about, as label and words. */
  about: [label: string, words: string][];
  courses: GainCourse[];
  /** What is said where there is no course; else that nobody answered. */
  whenEmpty?: string;
  /** What the cuts are by, such as 'Sector'. */
  cutHeading?: string;
  /** How many people came, as tables. */
  people?: readonly GainTable[];
  /** How the figures were made, where that was kept with them. */
  methods?: readonly GainMethod[];
}

/** A chart of more statements than this would not fit on a page. */
const MOST_ON_A_CHART = 5;

/** The chart of a course in as many parts as it needs; none where nothing can be shown. */
export function chartParts({ chart }: { chart: readonly ChartStatement[] }): ChartStatement[][] {
  return Array.from({ length: Math.ceil(chart.length / MOST_ON_A_CHART) }, (_, part) =>
    chart.slice(part * MOST_ON_A_CHART, (part + 1) * MOST_ON_A_CHART),
  );
}

/** What stands above or below the chart of a course. */
export function chartCaption({ title }: GainCourse): string {
  return `${title}: good or very good before and after, the same people, with 95% intervals`;
}

/** Stands on every page and sheet of a report that holds invented data. */
export const DEMONSTRATION = 'Demonstration: this report shows invented data';

/**
 * The report in courses, and what it is about. In: rows by course, what was asked for, the moment it is made, and what
 * the other modes tell.
 */
export function gainReport(
  rows: readonly KnowledgeGainRow[],
  question: KnowledgeGainQuery,
  madeAt: Date,
  stages: readonly StageRow[] = [],
): GainReport {
  const isDemonstration = [...rows, ...stages].some(({ demonstration }) => demonstration);
  return {
    title: 'Knowledge gain',
    madeAt,
    isDemonstration,
    about: [
      ['Period', periodInWords(question)],
      ['Course', courseInWords([...rows, ...stages], question)],
      ['Made', `${dateInWords(madeAt)}, ${timeInWords(madeAt)}`],
      [
        'Who is counted',
        'People who answered in time and had a confirmed place, or whose answers were imported; once the register is closed, people who attended or partly attended.',
      ],
      [
        'Left out',
        'Late answers, answers of people who were absent, cancelled events, and free text. History without a date counts where its whole partnership year lies in the period.',
      ],
      [
        'Small groups',
        'A statement is shown whole where each of its groups (before, after, both) is nobody or at least five people. Otherwise none of its figures is shown, and it says so.',
      ],
      ['How to read it', 'Figures are live and may change with later answers or a corrected register.'],
    ],
    courses: gainCourses(rows, stages),
  };
}

/** Without the characters that a file of Office may not hold. */
export function printed(words: string): string {
  return words.normalize('NFC').replace(/[\p{Cc}\uFFFE\uFFFF]+/gu, ' ');
}

function printableRow<Row extends { courseTitle: string; statement: string }>(row: Row): Row {
  return { ...row, courseTitle: printed(row.courseTitle), statement: printed(row.statement) };
}

/** The rows of each course, in the order in which each course comes first. */
export function gainCourses(rows: readonly KnowledgeGainRow[], stages: readonly StageRow[] = []): GainCourse[] {
  const courses = new Map<string, { rows: KnowledgeGainRow[]; stages: StageRow[] }>();
  const courseOf = ({ courseId }: { courseId: string }) => {
    const course = courses.get(courseId) ?? { rows: [], stages: [] };
    courses.set(courseId, course);
    return course;
  };
  for (const row of rows) courseOf(row).rows.push(printableRow(row));
  for (const row of stages) courseOf(row).stages.push(printableRow(row));
  return [...courses.values()].map((course) => ({
    ...course,
    courseId: [...course.rows, ...course.stages][0]?.courseId ?? '',
    title: [...course.rows, ...course.stages][0]?.courseTitle ?? '',
    isDemonstration: [...course.rows, ...course.stages].some(({ demonstration }) => demonstration),
    chart: chartStatements(course.rows, shareInWords),
  }));
}

/** 'Events that ended from Monday 1 April 2024 to Monday 31 March 2025'. */
export function periodInWords({ from, to }: Pick<KnowledgeGainQuery, 'from' | 'to'>): string {
  const [start, end] = [from, to].map((day) => (day ? dateInWords(day) : null));
  if (start && end) return `Events that ended from ${start} to ${end}`;
  if (start) return `Events that ended on ${start} or later`;
  return end ? `Events that ended on ${end} or earlier` : 'Every event';
}

function courseInWords([first]: readonly { courseTitle: string }[], { courseId }: KnowledgeGainQuery): string {
  if (!courseId) return 'All courses';
  return first ? printed(first.courseTitle) : 'A course without answers in this period';
}
