import { Injectable } from '@nestjs/common';
import type { PublishedReportDetail, PublishedReportView } from '@roundtable/contracts';
import { QuotesQueries } from '@roundtable/evaluations';
import { type Actor, Database, Page, found, windowOf } from '@roundtable/platform';
import type { PublishedReportListQuery } from './published-report.dto';
import { PublishedReportEntity } from './published-report.entity';
import { publishedContentView, publishedReportView } from './published-report.view';

const SORTS = { publishedAt: 'report.publishedAt', title: 'report.title', id: 'report.id' };
const FACTS = [
  'report.id',
  'report.seriesId',
  'report.edition',
  'report.title',
  'report.from',
  'report.to',
  'report.by',
  'report.erratum',
  'report.isDemonstration',
  'report.publishedAt',
  'report.replacedById',
];

/** Published reports as they were kept; of what is stored today, only the quotes whose consent still stands. */
@Injectable()
export class PublishedReportsQueries {
  constructor(
    private readonly database: Database,
    private readonly quotes: QuotesQueries,
  ) {}

  /** Every edition, newest first, without the figures. */
  async list(_actor: Actor, query: PublishedReportListQuery): Promise<Page<PublishedReportView>> {
    const window = windowOf(query, SORTS, { sort: 'publishedAt', order: 'DESC' });
    const rows = this.database.repo(PublishedReportEntity).createQueryBuilder('report').select(FACTS);
    if (query.id) rows.andWhere('report.id IN (:...ids)', { ids: query.id });
    if (query.q) rows.andWhere('LOWER(report.title) LIKE :q', { q: `%${query.q.toLowerCase()}%` });
    const [reports, total] = await rows
      .orderBy(window.sort, window.order)
      .addOrderBy('report.id', 'DESC')
      .skip(window.skip)
      .take(window.take)
      .getManyAndCount();
    return new Page(
      reports.map((report) => publishedReportView(report, new Map())),
      total,
    );
  }

  async one(_actor: Actor, id: string): Promise<PublishedReportDetail> {
    return this.detail(found(await this.database.repo(PublishedReportEntity).findOneBy({ id })));
  }

  /** One edition of a series, the newest where none is named; null where there is none. */
  async ofSeries(seriesId: string, edition: number | null): Promise<PublishedReportDetail | null> {
    const [report] = await this.database.repo(PublishedReportEntity).find({
      where: { seriesId, ...(edition === null ? {} : { edition }) },
      order: { edition: 'DESC' },
      take: 1,
    });
    return report ? this.detail(report) : null;
  }

  private async detail(report: PublishedReportEntity): Promise<PublishedReportDetail> {
    const editions = await this.database
      .repo(PublishedReportEntity)
      .createQueryBuilder('report')
      .select(FACTS)
      .where('report.seriesId = :seriesId', { seriesId: report.seriesId })
      .orderBy('report.edition', 'DESC')
      .getMany();
    return {
      ...publishedReportView(report, new Map(editions.map(({ id, edition }) => [id, edition]))),
      content: publishedContentView(report.content),
      quotes: await this.quotes.ofIds(report.content.quoteIds ?? []),
      editions: editions.map(({ id, edition, erratum, publishedAt }) => ({
        id,
        edition,
        erratum,
        publishedAt: publishedAt.toISOString(),
      })),
    };
  }
}
