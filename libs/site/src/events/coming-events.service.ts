import { Injectable } from '@nestjs/common';
import { EventsWithPlaces } from '@roundtable/bookings';
import type { EventView } from '@roundtable/contracts';
import { EVENT_SORTS } from '@roundtable/events';
import { type Actor, Clock, londonDate } from '@roundtable/platform';

type EventSearch = Parameters<EventsWithPlaces['search']>[1];

const MOST = 200;

/** What can still be booked, in the order of dates. */
@Injectable()
export class ComingEvents {
  constructor(
    private readonly events: EventsWithPlaces,
    private readonly clock: Clock,
  ) {}

  /** Published events from today on, as this actor would pay and find places for them. */
  async search(actor: Actor, wanted: EventSearch = {}, take = MOST): Promise<EventView[]> {
    const coming: EventSearch = { ...wanted, from: londonDate(this.clock.now()), status: 'published' };
    const page = await this.events.search(actor, coming, { skip: 0, take, sort: EVENT_SORTS.startsAt, order: 'ASC' });
    return page.items;
  }
}
