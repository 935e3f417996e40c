import { Injectable } from '@nestjs/common';
import {
  QuotesQueries,
  ReleaseService,
  ReleasedGroupsQueries,
  ReleasedPeople,
  ReportEventQueries,
  wholeYears,
} from '@roundtable/evaluations';
import { invalid } from '@roundtable/platform';
import { methodOf } from './publication-words';
import type { KeptContent, PublishedReportEntity } from './published-report.entity';

export type AskedReport = Pick<PublishedReportEntity, 'title' | 'from' | 'to' | 'by' | 'courseId'>;

/** What a report to be published holds: figures and counts of people that were released, and approved quotes. */
@Injectable()
export class ReportContentService {
  constructor(
    private readonly releases: ReleaseService,
    private readonly released: ReleasedGroupsQueries,
    private readonly people: ReleasedPeople,
    private readonly quotes: QuotesQueries,
    private readonly events: ReportEventQueries,
  ) {}

  /** Closes the whole years of the period first, so that this and every later report tell of them alike. */
  async made({ title, from, to, by, courseId }: AskedReport): Promise<KeptContent> {
    const courseTitle = courseId === null ? null : await this.events.courseTitle(courseId);
    if (courseId !== null && courseTitle === null) throw invalid({ courseId: 'There is no such course' });
    const years = wholeYears(from, to);
    await this.releases.closeYears(years);
    const { rows, events } = await this.released.publication({ from, to, by, courseId });
    // Counts of people of one course would tell, with those of all courses, of the few who took another.
    const people = courseId === null ? await this.people.ofYears(years) : [];
    const courseIds = [...new Set(rows.map((row) => row.courseId))];
    const quoteIds = await this.quotes.approvedIds(courseIds, { from, to });
    const method = methodOf({ from, to, by, years: people.map(({ year }) => year), hasQuotes: quoteIds.length > 0 });
    const demonstration = [...rows, ...people].some((part) => part.demonstration);
    return { title, from, to, by, courseTitle, rows, events, people, quoteIds, method, demonstration };
  }
}
