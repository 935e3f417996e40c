import { type PublishedFile, type PublishedReportDetail, paths } from '@roundtable/contracts';
import { dateInWords } from '@roundtable/platform';
import { CUT_HEADINGS, publishedFiles } from '@roundtable/reports';
import type { PageModel } from '../frame/site-pages';
import { type CourseBlock, courseBlocks } from './figures.presenter';
import { type PeopleYear, peopleYear } from './people.presenter';

export interface PublishedReportPage extends PageModel {
  isDemonstration: boolean;
  caption: string;
  facts: { key: string; value: string }[];
  erratum: string | null;
  /** Where the newer edition is; null on the newest. */
  newest: { href: string; text: string } | null;
  earlier: { href: string; text: string; erratum: string | null }[];
  files: { href: string; text: string }[];
  courses: CourseBlock[];
  people: PeopleYear[];
  cutHeading: string;
  method: string[];
}

const FILES: Record<PublishedFile, string> = { docx: 'Word', pdf: 'PDF', xlsx: 'Excel', csv: 'CSV' };

/** A published report as it was kept, for whoever holds its link. */
export function publishedReportPage(report: PublishedReportDetail, secret: string): PublishedReportPage {
  const { content, edition } = report;
  const href = (of: number): string => `${paths.publishedReport({ secret })}?edition=${of}`;
  const newest = report.editions[0];
  return {
    title: content.title,
    isPersonal: true,
    isDemonstration: content.demonstration,
    caption: `Edition ${edition}, published on ${dateInWords(new Date(report.publishedAt))}`,
    facts: [
      { key: 'Period', value: `${dateInWords(content.from)} to ${dateInWords(content.to)}` },
      ...(content.courseTitle === null ? [] : [{ key: 'Course', value: content.courseTitle }]),
      { key: 'Made from', value: `${content.events} whole ${content.events === 1 ? 'event' : 'events'}` },
    ],
    erratum: report.erratum,
    newest:
      report.replacedBy && newest
        ? { href: paths.publishedReport({ secret }), text: `Edition ${newest.edition}` }
        : null,
    earlier: report.editions
      .filter((one) => one.edition < edition)
      .map((one) => ({
        href: href(one.edition),
        text: `Edition ${one.edition}, ${dateInWords(new Date(one.publishedAt))}`,
        erratum: one.erratum,
      })),
    files: publishedFiles(report).map((format) => ({
      href: `${paths.publishedReportFile({ secret, format })}?edition=${edition}`,
      text: `Download as ${FILES[format]}`,
    })),
    courses: courseBlocks(content.rows, report.quotes),
    people: content.people.map(peopleYear),
    cutHeading: content.by ? CUT_HEADINGS[content.by] : '',
    method: content.method,
  };
}
