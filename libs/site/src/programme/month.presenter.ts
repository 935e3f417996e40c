import { type EventView, paths } from '@roundtable/contracts';
import { sessionsIn } from '@roundtable/events';
import { dateInWords, londonDate, timeInWords } from '@roundtable/platform';
import { DateTime } from 'luxon';
import type { PageModel } from '../frame/site-pages';
import { count, places, sentence, where } from '../frame/words';
import type { Browsed } from './browsing.service';
import { type Filters, filtersOf } from './filters.presenter';
import { addressOf } from './wish-address';

/** For how many years from now months can be looked through. */
const YEARS_AHEAD = 5;

type Days = ReturnType<typeof sessionsIn>;

export interface MonthPage extends PageModel {
  filters: Filters;
  found: string;
  heading: string;
  previous: { href: string; words: string } | null;
  next: { href: string; words: string } | null;
  days: {
    day: string;
    entries: { title: string; href: string; times: string; part: string | null; where: string; places: string }[];
  }[];
}

/** The month that was asked for, '2026-12', where it can be shown; else the present one. */
export function monthOf(asked: string, now: Date): string {
  const present = londonDate(now).slice(0, 7);
  const isMonth = /^20\d\d-(0[1-9]|1[0-2])$/.test(asked);
  return isMonth && asked >= present && asked <= moved(present, 12 * YEARS_AHEAD) ? asked : present;
}

/** What happens on each day of a month that has something; `views` as the asker finds them, by id. */
export function monthPage(
  browsed: Browsed,
  month: string,
  days: Days,
  views: ReadonlyMap<string, EventView>,
): MonthPage {
  const total = days.reduce((sum, { entries }) => sum + entries.length, 0);
  const link = (to: string) => ({
    href: addressOf(browsed.wish, { view: 'month', month: to }),
    words: nameOf(to),
  });
  const isPresent = month === monthOf('', browsed.now);
  return {
    title: `Training in ${nameOf(month)}`,
    section: 'find',
    canonical: `${paths.courses}?view=month&month=${month}`,
    description: `Safeguarding training in ${nameOf(month)}, day by day.`,
    filters: filtersOf(browsed, { view: 'month', month }, month),
    heading: nameOf(month),
    found: total ? sentence(count(total, 'session')) : 'Nothing in this month',
    previous: isPresent ? null : link(moved(month, -1)),
    next: month < moved(monthOf('', browsed.now), 12 * YEARS_AHEAD) ? link(moved(month, 1)) : null,
    days: days.map(({ day, entries }) => ({
      day: dateInWords(day),
      entries: entries.flatMap(({ course, event, position }) => {
        const session = event.sessions[position];
        const view = views.get(event.id);
        if (!session || !view) return [];
        return {
          title: course.title,
          href: paths.event({ id: event.id }),
          times: `${timeInWords(session.localStart)} to ${timeInWords(session.localEnd)}`,
          part: event.sessions.length > 1 ? `Session ${position + 1} of ${event.sessions.length}` : null,
          where: where(view),
          places: places(view),
        };
      }),
    })),
  };
}

function nameOf(month: string): string {
  return DateTime.fromISO(`${month}-01`, { zone: 'utc', locale: 'en' }).toFormat('LLLL yyyy');
}

function moved(month: string, months: number): string {
  return DateTime.fromISO(`${month}-01`, { zone: 'utc' }).plus({ months }).toFormat('yyyy-MM');
}
