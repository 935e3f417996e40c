import type { Area, CourseView, Delivery } from '@roundtable/contracts';
import { type ListedEvent, type Programme, grouped, isComing } from './programme';
import type { Found } from './programme-search';

/** What somebody asks of the programme; what they left open is null or empty. Dates are London dates, inclusive. */
export interface ProgrammeWish {
  q: string;
  topic: string;
  level: string;
  /** The name of a sector whose people the course is for. */
  audience: string;
  /** The name of a sector that places are kept for. */
  sector: string;
  delivery: Delivery | null;
  area: Area | null;
  from: string;
  to: string;
  onlyFree: boolean;
}

export const NO_WISH: ProgrammeWish = {
  q: '',
  topic: '',
  level: '',
  audience: '',
  sector: '',
  delivery: null,
  area: null,
  from: '',
  to: '',
  onlyFree: false,
};

/** A course that fits, with those of its coming events that fit, in the order of their dates. */
export interface Fitting {
  course: CourseView;
  events: ListedEvent[];
  score: number;
}

/** Courses that have to fit a wish only with a date that does. */
export function asksForDate(wish: ProgrammeWish): boolean {
  return Boolean(wish.sector || wish.delivery || wish.area || wish.from || wish.to || wish.onlyFree);
}

/**
 * The courses that fit, the best found first where something was searched for, else by their next date and those
 * without one last. `isOpen` says whether an event has a place for whoever asks; it is asked only for `onlyFree`.
 */
export function fittingOf(
  programme: Programme,
  wish: ProgrammeWish,
  found: Found | null,
  now: Date,
  isOpen: (event: ListedEvent) => boolean = () => true,
): Fitting[] {
  const mustHaveDate = asksForDate(wish);
  const fitting: Fitting[] = [];
  for (const course of programme.courses.values()) {
    if (missedBy(course, wish).length) continue;
    const score = found ? found.scoreOf(course.id) : 0;
    const events = programme
      .comingOf(course.id, now)
      .filter(
        (event) =>
          eventMissedBy(event, wish).length === 0 &&
          isInTime(event, wish) &&
          (score !== null || found?.hasEvent(event)) &&
          (!wish.onlyFree || isOpen(event)),
      );
    if (events.length === 0 && (mustHaveDate || score === null)) continue;
    fitting.push({ course, events, score: score ?? 0 });
  }
  return fitting.sort((one, other) => other.score - one.score || byNextDate(one, other));
}

/** The filters that are a choice among values. */
export const FILTERS = ['topic', 'level', 'audience', 'sector', 'delivery', 'area'] as const;
export type Filter = (typeof FILTERS)[number];
const NONE: readonly Filter[] = [];

/**
 * What each choice would lead to: how many courses fit with each value of a filter, the other filters as they are. All
 * of it in one pass, since a page asks for every filter.
 */
export function countsOf(
  programme: Programme,
  wish: ProgrammeWish,
  found: Found | null,
  now: Date,
  isOpen: (event: ListedEvent) => boolean,
): Record<Filter, Map<string, number>> {
  const counts = Object.fromEntries(FILTERS.map((filter) => [filter, new Map<string, number>()])) as Record<
    Filter,
    Map<string, number>
  >;
  const add = (filter: Filter, values: Iterable<string>): void => {
    for (const value of new Set(values)) counts[filter].set(value, (counts[filter].get(value) ?? 0) + 1);
  };
  for (const course of programme.courses.values()) {
    const missed = missedBy(course, wish);
    if (missed.length > 1) continue;
    const score = found ? found.scoreOf(course.id) : 0;
    const events = programme
      .comingOf(course.id, now)
      .filter(
        (event) =>
          isInTime(event, wish) && (score !== null || found?.hasEvent(event)) && (!wish.onlyFree || isOpen(event)),
      )
      .map((event) => ({ event, missed: eventMissedBy(event, wish) }));
    if (events.some((one) => one.missed.length === 0) || (score !== null && !asksForDate(wish)))
      for (const filter of ['topic', 'level', 'audience'] as const)
        if (missed.every((one) => one === filter)) add(filter, choicesOf(filter, course));
    if (missed.length) continue;
    for (const filter of ['sector', 'delivery', 'area'] as const) {
      const values = new Set<string>();
      for (const one of events)
        if (one.missed.every((other) => other === filter))
          for (const value of valuesOf(filter, one.event)) values.add(value);
      add(filter, values);
    }
  }
  return counts;
}

function choicesOf(filter: 'topic' | 'level' | 'audience', course: CourseView): readonly string[] {
  if (filter === 'topic') return course.topics;
  if (filter === 'audience') return course.audienceSectors;
  return course.level ? [course.level] : [];
}

function valuesOf(filter: 'sector' | 'delivery' | 'area', event: ListedEvent): string[] {
  if (filter === 'sector') return event.kept.map(({ sector }) => sector);
  if (filter === 'delivery') return [event.delivery];
  return (['city', 'county'] as const).filter((area) => isForArea(event, area));
}

/** An event is for an area that it names, or for both; what is online is for everybody unless it says otherwise. */
export function isForArea({ area, delivery }: Pick<ListedEvent, 'area' | 'delivery'>, wanted: Area): boolean {
  if (area === null) return delivery === 'online';
  return area === wanted || area === 'both';
}

/** The filters that keep a course out. */
function missedBy(course: CourseView, wish: ProgrammeWish): Filter[] {
  const missed: Filter[] = [];
  if (wish.topic && !course.topics.includes(wish.topic)) missed.push('topic');
  if (wish.level && course.level !== wish.level) missed.push('level');
  const isForAll = course.audienceSectors.length === 0;
  if (wish.audience && !isForAll && !course.audienceSectors.includes(wish.audience)) missed.push('audience');
  return missed;
}

/** The filters that keep an event out. */
function eventMissedBy(event: ListedEvent, wish: ProgrammeWish): readonly Filter[] {
  if (!wish.delivery && !wish.area && !wish.sector) return NONE;
  const missed: Filter[] = [];
  if (wish.delivery && event.delivery !== wish.delivery) missed.push('delivery');
  if (wish.area && !isForArea(event, wish.area)) missed.push('area');
  if (wish.sector && !event.kept.some(({ sector }) => sector === wish.sector)) missed.push('sector');
  return missed;
}

function isInTime(event: ListedEvent, { from, to }: ProgrammeWish): boolean {
  if (!from && !to) return true;
  const day = event.sessions[0]?.localDate;
  return day !== undefined && (!from || day >= from) && (!to || day <= to);
}

function byNextDate(one: Fitting, other: Fitting): number {
  const [first, second] = [nextOf(one), nextOf(other)];
  return first - second || byTitle(one, other);
}

// Compared without the rules of a language, which cost more than all the rest of a list.
function byTitle(one: Pick<Fitting, 'course'>, other: Pick<Fitting, 'course'>): number {
  const [first, second] = [one.course.title, other.course.title];
  return first < second ? -1 : first > second ? 1 : 0;
}

const NEVER = 9e15;
const LATER = 8e15;

function nextOf({ events }: Fitting): number {
  const next = events[0];
  return next ? (next.startsAt?.getTime() ?? LATER) : NEVER;
}

/** Sessions of coming events that lie in a month ('2026-12'), by London day and start. */
export function sessionsIn(
  fitting: readonly Fitting[],
  month: string,
  now: Date,
): { day: string; entries: { course: CourseView; event: ListedEvent; position: number }[] }[] {
  const entries = fitting.flatMap(({ course, events }) =>
    events
      .filter((event) => isComing(event, now))
      .flatMap((event) =>
        event.sessions.flatMap((session, position) =>
          session.localDate.startsWith(month) ? [{ course, event, position, session }] : [],
        ),
      ),
  );
  entries.sort((one, other) => +one.session.startsAt - +other.session.startsAt || byTitle(one, other));
  return [...grouped(entries, ({ session }) => session.localDate)].map(([day, own]) => ({
    day,
    entries: own.map(({ course, event, position }) => ({ course, event, position })),
  }));
}
