import { type EventView, paths } from '@roundtable/contracts';
import { dateInWords } from '@roundtable/platform';
import type { PageModel } from '../frame/site-pages';
import { count, places, price, sentence, when, where } from '../frame/words';
import type { Browsed } from './browsing.service';
import { chosenOf } from './filters.presenter';
import { addressOf } from './wish-address';

/** The most dates on one print view. */
export const DATES_ON_PRINT = 300;

export interface PrintPage extends PageModel {
  found: string;
  chosen: string[];
  backHref: string;
  /** Where there are more dates than are printed. */
  more: string | null;
  rows: { when: string; title: string; href: string; where: string; cost: string; places: string }[];
}

/** Coming dates that fit, in their order, for paper. */
export function datesToPrint({ fitting }: Browsed): string[] {
  return fitting
    .flatMap(({ events }) => events)
    .sort((one, other) => (one.startsAt?.getTime() ?? Infinity) - (other.startsAt?.getTime() ?? Infinity))
    .map(({ id }) => id);
}

export function printPage(browsed: Browsed, total: number, views: readonly EventView[]): PrintPage {
  return {
    title: 'Training programme',
    section: 'find',
    canonical: paths.courses,
    found: `${sentence(count(total, 'date'))}, as of ${dateInWords(browsed.now)}`,
    chosen: chosenOf(browsed.wish).map(({ words }) => words),
    backHref: addressOf(browsed.wish),
    more:
      total > views.length ? `These are the first ${views.length}. Choose dates or a topic to print the others.` : null,
    rows: views.map((view) => ({
      when: when(view),
      title: view.courseTitle,
      href: paths.event({ id: view.id }),
      where: where(view),
      cost: price(view.feePence),
      places: places(view),
    })),
  };
}
