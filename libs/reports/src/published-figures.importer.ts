import { Injectable } from '@nestjs/common';
import type { RejectedRow } from '@roundtable/contracts';
import {
  Clock,
  Database,
  type ImportOptions,
  type Importer,
  type RowOutcome,
  type SheetRow,
  isPartnershipYear,
  newId,
} from '@roundtable/platform';
import { PublishedFigureEntity } from './published-figure.entity';

type Figure = Pick<PublishedFigureEntity, 'measure' | 'value' | 'year' | 'source' | 'page'>;
type Rejection = Omit<RejectedRow, 'row'>;

/** Takes in figures as they were printed: measure, value, year, source, page. Known by measure, year and source. */
@Injectable()
export class PublishedFiguresImporter implements Importer {
  readonly kind = 'published-figures';
  readonly columns = ['measure', 'value', 'year', 'source', 'page'];

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async begin(options: ImportOptions): Promise<(row: SheetRow) => Promise<RowOutcome>> {
    const figures = await this.database.repo(PublishedFigureEntity).find();
    const known = new Map(figures.map((figure) => [figure.importKey, figure]));
    return async ({ cells }) => {
      const figure = readFigure(cells);
      return Array.isArray(figure) ? figure : this.put(figure, known, options);
    };
  }

  private async put(
    figure: Figure,
    known: Map<string, PublishedFigureEntity>,
    options: ImportOptions,
  ): Promise<RowOutcome> {
    const importKey = PublishedFigureEntity.keyOf(figure);
    const there = known.get(importKey);
    if (!there) {
      const added = {
        ...figure,
        id: newId(),
        importKey,
        isDemonstration: options.isDemonstration,
        createdAt: this.clock.now(),
      };
      await this.database.repo(PublishedFigureEntity).insert(added);
      known.set(importKey, Object.assign(new PublishedFigureEntity(), added));
      return 'created';
    }
    if (there.value === figure.value && there.page === figure.page) return 'unchanged';
    const { value, page } = figure;
    await this.database.repo(PublishedFigureEntity).update({ id: there.id }, { value, page });
    Object.assign(there, { value, page });
    return 'updated';
  }
}

function readFigure(cells: Record<string, string>): Figure | Rejection[] {
  const cell = (column: string): string => cells[column] ?? '';
  const isNumber = /^-?\d{1,12}(\.\d{1,6})?$/.test(cell('value'));
  const isPage = /^(\d{1,5})?$/.test(cell('page'));
  const rejections: Rejection[] = [
    ...required(cells, 'measure', 'Give the measure, in 200 characters or fewer.'),
    ...(isNumber
      ? []
      : [{ column: 'value', value: cell('value').slice(0, 300), reason: 'Give the value as a number, such as 33.7.' }]),
    ...(isPartnershipYear(cell('year'))
      ? []
      : [{ column: 'year', value: cell('year').slice(0, 300), reason: 'Give a partnership year, such as 2020-21.' }]),
    ...required(cells, 'source', 'Give the source, in 200 characters or fewer.'),
    ...(isPage
      ? []
      : [
          {
            column: 'page',
            value: cell('page').slice(0, 300),
            reason: 'Give the page as a whole number, or leave it empty.',
          },
        ]),
  ];
  if (rejections.length > 0) return rejections;
  const page = cell('page') === '' ? null : Number(cell('page'));
  return { measure: cell('measure'), value: cell('value'), year: cell('year'), source: cell('source'), page };
}

function required(cells: Record<string, string>, column: string, reason: string): Rejection[] {
  const text = cells[column] ?? '';
  return text.length > 0 && text.length <= 200 ? [] : [{ column, value: text.slice(0, 300), reason }];
}
