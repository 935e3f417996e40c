import {
  type PublishedCut,
  type PublishedReportDetail,
  type PublishedRow,
  chartStatements,
} from '@roundtable/contracts';
import { dateInWords, timeInWords } from '@roundtable/platform';
import { type GainCourse, type GainReport, printed } from '../knowledge-gain-files/gain-report';
import { shareInWords } from '../knowledge-gain-files/gain-words';
import { peopleTables, withQuotes } from '../knowledge-gain-files/publication-tables';

export const CUT_HEADINGS: Record<PublishedCut, string> = { event: 'Event', month: 'Month', sector: 'Sector' };

/** A published report as every file of it tells it: what was kept, and the quotes that may still be told. */
export function publishedGainReport(report: PublishedReportDetail): GainReport {
  const { content } = report;
  const rows = content.rows.map((row) => ({
    ...row,
    courseTitle: printed(row.courseTitle),
    statement: printed(row.statement),
    cut: row.cut === null ? null : printed(row.cut),
  }));
  const gain = {
    title: printed(content.title),
    madeAt: new Date(report.publishedAt),
    isDemonstration: content.demonstration,
    about: aboutOf(report),
    courses: coursesOf(rows),
    whenEmpty: 'Too few people answered in this period for a figure to be shown.',
    ...(content.by === null ? {} : { cutHeading: CUT_HEADINGS[content.by] }),
    people: peopleTables(content.people),
    methods: content.method.map((words) => ({ name: null, words, source: null })),
  };
  return withQuotes(gain, report.quotes);
}

function coursesOf(rows: readonly PublishedRow[]): GainCourse[] {
  return [...new Set(rows.map(({ courseId }) => courseId))].map((courseId) => {
    const own = rows.filter((row) => row.courseId === courseId);
    const whole = own.filter(({ cut }) => cut === null);
    return {
      courseId,
      title: own[0]?.courseTitle ?? '',
      isDemonstration: own.some(({ demonstration }) => demonstration),
      rows: whole,
      cuts: own.filter(({ cut }) => cut !== null),
      chart: chartStatements(whole, shareInWords),
    };
  });
}

function aboutOf({ content, edition, publishedAt, erratum, replacedBy }: PublishedReportDetail): [string, string][] {
  const published = `${dateInWords(new Date(publishedAt))}, ${timeInWords(new Date(publishedAt))}`;
  return [
    ['Published', `${published}, edition ${edition}`],
    ...(replacedBy ? [['Replaced', `by edition ${replacedBy.edition}`] as [string, string]] : []),
    ...(erratum === null ? [] : [['Corrected in this edition', printed(erratum)] as [string, string]]),
    ['Period', `Events that ended from ${dateInWords(content.from)} to ${dateInWords(content.to)}`],
    ['Course', content.courseTitle === null ? 'All courses' : printed(content.courseTitle)],
    ['Made from', `${content.events} whole ${content.events === 1 ? 'event' : 'events'}`],
    ['How to read it', 'Figures are as published. They do not change; what was wrong is corrected in a new edition.'],
  ];
}
