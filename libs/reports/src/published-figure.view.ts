import type { PublishedFigureView } from '@roundtable/contracts';
import type { PublishedFigureEntity } from './published-figure.entity';

export function publishedFigureView(figure: PublishedFigureEntity): PublishedFigureView {
  const { id, measure, value, year, source, page } = figure;
  return { id, measure, value: Number(value), year, source, page };
}
