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
    if (!courseFits(course, wish)) continue;
    const score = found ? found.scoreOf(course.id) : 0;
    const events = programme
      .comingOf(course.id, now)
      .filter(
        (event) =>
          eventFits(event, wish) && (score !== null || found?.hasEvent(event)) && (!wish.onlyFree || isOpen(event)),
      );
    if (events.length === 0 && (mustHaveDate || score === null)) continue;
    fitting.push({ course, events, score: score ?? 0 });
  }
  return fitting.sort((one, other) => other.score - one.score || byNextDate(one, other));
}

/** What a choice would lead to: how many courses fit with each value of one filter, the other filters as they are. */
export function countsBy(
  programme: Programme,
  wish: ProgrammeWish,
  open: Partial<ProgrammeWish>,
  found: Found | null,
  now: Date,
  isOpen: (event: ListedEvent) => boolean,
  valuesOf: (fitting: Fitting) => Iterable<string>,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const fitting of fittingOf(programme, { ...wish, ...open }, found, now, isOpen))
    for (const value of new Set(valuesOf(fitting))) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** An event is for an area that it names, or for both; what is online is for everybody unless it says otherwise. */
export function isForArea({ area, delivery }: Pick<ListedEvent, 'area' | 'delivery'>, wanted: Area): boolean {
  if (area === null) return delivery === 'online';
  return area === wanted || area === 'both';
}

function courseFits(course: CourseView, wish: ProgrammeWish): boolean {
  return (
    (!wish.topic || course.topic === wish.topic) &&
    (!wish.level || course.level === wish.level) &&
    (!wish.audience || course.audienceSectors.length === 0 || course.audienceSectors.includes(wish.audience))
  );
}

function eventFits(event: ListedEvent, wish: ProgrammeWish): boolean {
  const day = event.sessions[0]?.localDate ?? null;
  return (
    (!wish.delivery || event.delivery === wish.delivery) &&
    (!wish.area || isForArea(event, wish.area)) &&
    (!wish.sector || event.kept.some(({ sector }) => sector === wish.sector)) &&
    (!wish.from || (day !== null && day >= wish.from)) &&
    (!wish.to || (day !== null && day <= wish.to))
  );
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
