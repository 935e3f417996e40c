import { type PublishedCut, type PublishedReportDetail, paths } from '@roundtable/contracts';
import { dateInWords } from '@roundtable/platform';
import type { PageModel } from '../frame/site-pages';
import { type CourseBlock, courseBlocks } from './figures.presenter';

export interface PublishedReportPage extends PageModel {
  isDemonstration: boolean;
  caption: string;
  facts: { key: string; value: string }[];
  erratum: string | null;
  /** Where the newer edition is; null on the newest. */
  newest: { href: string; text: string } | null;
  earlier: { href: string; text: string; erratum: string | null }[];
  courses: CourseBlock[];
  cutHeading: string;
  method: string[];
}

const CUT: Record<PublishedCut, string> = { event: 'Event', month: 'Month', sector: 'Sector' };

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
    courses: courseBlocks(content.rows),
    cutHeading: content.by ? CUT[content.by] : '',
    method: content.method,
  };
}
