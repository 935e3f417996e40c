import { Injectable } from '@nestjs/common';
import type { PublishedFigureView } from '@roundtable/contracts';
import { type Actor, Database, Page, windowOf } from '@roundtable/platform';
import { PublishedFigureEntity } from './published-figure.entity';
import { publishedFigureView } from './published-figure.view';
import type { PublishedFigureListQuery } from './report.dto';

const SORTS = {
  year: 'figure.year',
  measure: 'figure.measure',
  source: 'figure.source',
  page: 'figure.page',
  id: 'figure.id',
};

@Injectable()
export class PublishedFiguresQueries {
  constructor(private readonly database: Database) {}

  /** Figures of earlier years, as published, the latest year first. Whoever may read reports sees all of them. */
  async list(_actor: Actor, query: PublishedFigureListQuery): Promise<Page<PublishedFigureView>> {
    const window = windowOf(query, SORTS, { sort: 'year', order: 'DESC' });
    const rows = this.database.repo(PublishedFigureEntity).createQueryBuilder('figure');
    if (query.id) rows.andWhere('figure.id IN (:...ids)', { ids: query.id });
    if (query.year) rows.andWhere('figure.year = :year', { year: query.year });
    if (query.q) rows.andWhere('LOWER(figure.measure) LIKE :q', { q: `%${query.q.toLowerCase()}%` });
    const [figures, total] = await rows
      .orderBy(window.sort, window.order)
      .addOrderBy('figure.id')
      .offset(window.skip)
      .limit(window.take)
      .getManyAndCount();
    return new Page(figures.map(publishedFigureView), total);
  }
}
