import { type CourseView, DELIVERIES, type Delivery, type EventView, paths } from '@roundtable/contracts';
import { isBookable } from '../events/event-card';
import type { PageModel } from '../frame/site-pages';
import { DELIVERY_WORDS, count, levelName, places, price, sentence, when, where } from '../frame/words';

/** What somebody asked of the list; empty text where they did not. */
export interface CourseSearch {
  q: string;
  topic: string;
  level: string;
  delivery: Delivery | null;
  onlyFree: boolean;
}

interface Choice {
  value: string;
  text: string;
  selected: boolean;
}

export interface CourseCard {
  title: string;
  href: string;
  summary: string;
  whenLabel: string | null;
  when: string;
  where: string | null;
  places: string | null;
  cost: string | null;
}

export interface CoursesPage extends PageModel {
  search: CourseSearch;
  isFiltered: boolean;
  topics: Choice[];
  levels: Choice[];
  deliveries: Choice[];
  found: string;
  courses: CourseCard[];
}

/**
 * The list of courses. `matching` are those that fit the words, topic and level; `all` gives the choices; `events`
 * are what is coming, in the order of their dates.
 */
export function coursesPage(
  search: CourseSearch,
  all: readonly CourseView[],
  matching: readonly CourseView[],
  events: readonly EventView[],
  now: Date,
): CoursesPage {
  const bookable = events.filter((event) => isBookable(event, now));
  const suits = (event: EventView): boolean =>
    (search.delivery === null || event.delivery === search.delivery) && (!search.onlyFree || event.placesFree > 0);
  const mustHaveDate = search.delivery !== null || search.onlyFree;
  const cards = matching
    .map((course) => ({ course, next: bookable.find((event) => event.courseId === course.id && suits(event)) ?? null }))
    .filter(({ next }) => next !== null || !mustHaveDate)
    .sort((one, other) => byNextDate(one, other))
    .map(({ course, next }) => courseCard(course, next));
  return {
    title: 'Find training',
    section: 'find',
    search,
    isFiltered: Boolean(search.q || search.topic || search.level || mustHaveDate),
    topics: choices('Any topic', distinct(all.map(({ topic }) => topic)), search.topic, (topic) => topic),
    levels: choices('Any level', distinct(all.map(({ level }) => level)), search.level, levelName),
    deliveries: choices('Any way', DELIVERIES, search.delivery ?? '', (delivery) => DELIVERY_WORDS[delivery]),
    found: cards.length ? sentence(count(cards.length, 'course')) : 'No courses match',
    courses: cards,
  };
}

function courseCard(course: CourseView, next: EventView | null): CourseCard {
  return {
    title: course.title,
    href: paths.course({ slug: course.slug }),
    summary: course.summary,
    whenLabel: next && 'Next date',
    when: next ? when(next) : 'No dates at the moment',
    where: next && where(next),
    places: next && places(next),
    cost: next && price(next.feePence),
  };
}

type Dated = { course: CourseView; next: EventView | null };

function byNextDate(one: Dated, other: Dated): number {
  const [first, second] = [one.next?.startsAt ?? '9999', other.next?.startsAt ?? '9999'];
  return first === second ? one.course.title.localeCompare(other.course.title) : first < second ? -1 : 1;
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null && value !== ''))].sort() as string[];
}

function choices<Value extends string>(
  any: string,
  values: readonly Value[],
  chosen: string,
  words: (value: Value) => string,
): Choice[] {
  return [
    { value: '', text: any, selected: chosen === '' },
    ...values.map((value) => ({ value, text: words(value), selected: value === chosen })),
  ];
}
