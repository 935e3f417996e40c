import type { EventView } from '@roundtable/contracts';
import { type EventCard, eventCard } from '../events/event-card';
import type { PageModel } from '../frame/site-pages';

export const EVENTS_SHOWN = 5;

export interface HomePage extends PageModel {
  events: EventCard[];
}

/** The front page: what this is, and what is on next. Events come in the order of their dates. */
export function homePage(events: readonly EventView[]): HomePage {
  return {
    title: 'Training for everybody who keeps children safe',
    events: events.slice(0, EVENTS_SHOWN).map(eventCard),
  };
}
