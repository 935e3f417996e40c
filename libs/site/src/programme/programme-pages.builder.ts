import type { CourseView, EventView } from '@roundtable/contracts';
import {
  type ListedEvent,
  NO_WISH,
  Programme,
  ProgrammeSearch,
  type ProgrammeWish,
  fittingOf,
  sessionsIn,
} from '@roundtable/events';
import { londonDate, londonTime } from '@roundtable/platform';
import { aListing } from '../other-providers/other-providers.builder';
import { type SamplePage, samplePage as page } from '../frame/sample-page.builder';
import { NOW } from '../frame/views.builder';
import type { Browsed } from './browsing.service';
import { monthPage } from './month.presenter';
import { printPage } from './print.presenter';
import { pageOf, programmePage } from './programme.presenter';

/** An event as the list of what is published holds it. */
export function listed(event: EventView): ListedEvent {
  return {
    ...event,
    startsAt: event.startsAt === null ? null : new Date(event.startsAt),
    endsAt: event.endsAt === null ? null : new Date(event.endsAt),
    agencyCap: null,
    groupCap: null,
    kept: [],
    createdAt: NOW,
    changes: 1,
    sessions: event.sessions.map((session) => {
      const [startsAt, endsAt] = [new Date(session.startsAt), new Date(session.endsAt)];
      const local = { localDate: londonDate(startsAt), localStart: londonTime(startsAt), localEnd: londonTime(endsAt) };
      return { id: session.id, startsAt, endsAt, ...local };
    }),
  };
}

/** What a wish came to among these, every event having places. */
export function browsed(
  courses: readonly CourseView[],
  events: readonly EventView[],
  wish: Partial<ProgrammeWish> = {},
): Browsed {
  const programme = new Programme(courses, events.map(listed));
  const whole = { ...NO_WISH, ...wish };
  const found = whole.q ? new ProgrammeSearch(programme).find(whole.q) : null;
  const open = new Set(events.filter(({ placesFree }) => placesFree > 0).map(({ id }) => id));
  const isOpen = ({ id }: ListedEvent): boolean => open.has(id);
  const fitting = fittingOf(programme, whole, found, NOW, isOpen);
  return { programme, wish: whole, found, isOpen, fitting, elsewhere: [aListing()], now: NOW };
}

/** The list, the month and the print view in the states that differ most. */
export function programmeSamples(courses: readonly CourseView[], events: readonly EventView[]): SamplePage[] {
  const views = new Map(events.map((event) => [event.id, event]));
  const all = browsed(courses, events);
  const many = browsed(
    Array.from({ length: 50 }, (_, index) => ({ ...courses[0]!, id: `course-${index}`, slug: `course-${index}` })),
    events,
    { topic: courses[0]!.topic ?? '', delivery: 'in-person' },
  );
  const none = browsed(courses, events, { q: 'zebra' });
  const list = (one: Browsed, number = 1) => programmePage(one, pageOf(one, number), views, '2024-05');
  const month = (one: Browsed, name: string) => monthPage(one, name, sessionsIn(one.fitting, name, NOW), views);
  return [
    page('courses', 'programme/list', list(all)),
    page(
      'courses-second-page',
      'programme/list',
      list({ ...many, fitting: browsed([...many.programme.courses.values()], events).fitting }, 2),
    ),
    page('courses-none', 'programme/list', list(none)),
    page('courses-chosen', 'programme/list', list(browsed(courses, events, { delivery: 'in-person', onlyFree: true }))),
    page('month', 'programme/month', month(all, '2024-05')),
    page('month-empty', 'programme/month', month(all, '2024-08')),
    page('print', 'programme/print', printPage(all, events.length, events)),
  ];
}
