import { Injectable } from '@nestjs/common';
import { EventsWithPlaces } from '@roundtable/bookings';
import type { EventView, OtherProviderEventView } from '@roundtable/contracts';
import {
  type Fitting,
  type Found,
  type ListedEvent,
  type Programme,
  type ProgrammeWish,
  PublishedProgramme,
  fittingOf,
  isComing,
  listingWishOf,
} from '@roundtable/events';
import { type Actor, Clock, londonDate } from '@roundtable/platform';

/** What a wish came to, with what is needed to ask a little differently. */
export interface Browsed {
  programme: Programme;
  wish: ProgrammeWish;
  found: Found | null;
  isOpen: (event: ListedEvent) => boolean;
  fitting: Fitting[];
  /** What other providers offer that fits too. */
  elsewhere: OtherProviderEventView[];
  now: Date;
}

/** Looking through the programme as somebody who might come. */
@Injectable()
export class Browsing {
  constructor(
    private readonly published: PublishedProgramme,
    private readonly events: EventsWithPlaces,
    private readonly clock: Clock,
  ) {}

  /** What fits a wish. Places are counted only where the wish asks for free ones. */
  async look(actor: Actor, wish: ProgrammeWish): Promise<Browsed> {
    const { programme, search, elsewhere } = await this.published.now();
    const now = this.clock.now();
    const found = wish.q ? search.find(wish.q) : null;
    const open = wish.onlyFree
      ? await this.events.openAmong(
          actor,
          programme.events.filter((event) => event.startsAt !== null && isComing(event, now)),
        )
      : null;
    const isOpen = ({ id }: ListedEvent): boolean => open === null || open.has(id);
    const listings = listingWishOf(wish);
    return {
      programme,
      wish,
      found,
      isOpen,
      fitting: fittingOf(programme, wish, found, now, isOpen),
      elsewhere: listings ? elsewhere.matching(listings, londonDate(now)) : [],
      now,
    };
  }

  /** These events as this actor would pay and find places for them, by id. */
  async views(actor: Actor, ids: readonly string[]): Promise<Map<string, EventView>> {
    return new Map((await this.events.byIds(actor, [...new Set(ids)])).map((view) => [view.id, view]));
  }
}
