import { type EventView, paths } from '@roundtable/contracts';
import type { Fitting } from '@roundtable/events';
import { type ListingCard, listingCard, listingsAddress } from '../other-providers/other-providers.presenter';
import type { PageModel } from '../frame/site-pages';
import { count, places, price, sentence, when, where } from '../frame/words';
import type { Browsed } from './browsing.service';
import { type Filters, filtersOf } from './filters.presenter';
import { addressOf, parametersOf } from './wish-address';

export const COURSES_ON_A_PAGE = 20;
/** The most events of other providers on a page of the list. */
const LISTINGS = 3;

export interface CourseCard {
  title: string;
  href: string;
  whenLabel: string | null;
  when: string;
  where: string | null;
  places: string | null;
  cost: string | null;
  others: string | null;
}

export interface ProgrammePage extends PageModel {
  filters: Filters;
  found: string;
  courses: CourseCard[];
  previous: { href: string; words: string } | null;
  next: { href: string; words: string } | null;
  /** What other providers offer: some of it where something was asked for, and where to see it all. */
  elsewhere: { cards: ListingCard[]; href: string; words: string };
}

/** What one page of the list shows: its number, from 1, and the courses on it. */
export function pageOf(browsed: Browsed, asked: number): { number: number; last: number; fitting: Fitting[] } {
  const last = Math.max(1, Math.ceil(browsed.fitting.length / COURSES_ON_A_PAGE));
  const number = Math.min(Math.max(1, asked || 1), last);
  const start = (number - 1) * COURSES_ON_A_PAGE;
  return { number, last, fitting: browsed.fitting.slice(start, start + COURSES_ON_A_PAGE) };
}

/** One page of the list of courses; `views` are the next dates on it, by id, as the asker finds them. */
export function programmePage(
  browsed: Browsed,
  page: ReturnType<typeof pageOf>,
  views: ReadonlyMap<string, EventView>,
  month: string,
): ProgrammePage {
  const { number, last } = page;
  const total = browsed.fitting.length;
  const href = (to: number): string => addressOf(browsed.wish, to > 1 ? { page: String(to) } : {});
  const found = total ? sentence(count(total, 'course')) : 'No courses match';
  return {
    title: 'Find training',
    section: 'find',
    description: 'Multi-agency safeguarding training: courses, dates, places left and cost.',
    canonical: paths.courses,
    filters: filtersOf(browsed, {}, month),
    found: last > 1 ? `${found}, page ${number} of ${last}` : found,
    courses: page.fitting.map((one) => courseCard(one, views)),
    previous: number > 1 ? { href: href(number - 1), words: `${number - 1} of ${last}` } : null,
    next: number < last ? { href: href(number + 1), words: `${number + 1} of ${last}` } : null,
    elsewhere: elsewhereOf(browsed, number),
  };
}

function elsewhereOf({ wish, elsewhere }: Browsed, page: number): ProgrammePage['elsewhere'] {
  const isAsked = parametersOf(wish).length > 0;
  const cards = isAsked && page === 1 ? elsewhere.slice(0, LISTINGS).map(listingCard) : [];
  if (!cards.length) return { cards, href: paths.otherProviders, words: 'Training from other providers' };
  return {
    cards,
    href: listingsAddress({ q: wish.q, area: wish.area, audience: wish.audience }),
    words:
      elsewhere.length > cards.length ? `All ${elsewhere.length} from other providers` : 'All from other providers',
  };
}

function courseCard({ course, events }: Fitting, views: ReadonlyMap<string, EventView>): CourseCard {
  const next = views.get(events[0]?.id ?? '') ?? null;
  const others = events.length - 1;
  return {
    title: course.title,
    href: paths.course({ slug: course.slug }),
    whenLabel: next && 'Next date',
    when: next ? when(next) : 'No dates at the moment',
    where: next && where(next),
    places: next && places(next),
    cost: next && price(next.feePence),
    others: next && others > 0 ? count(others, 'more date') : null,
  };
}
