import { Injectable } from '@nestjs/common';
import { EventsWithPlaces } from '@roundtable/bookings';
import type { EventView } from '@roundtable/contracts';
import { PublishedProgramme, isComing } from '@roundtable/events';
import { type Actor, Clock } from '@roundtable/platform';

/** What can still be booked, in the order of dates. */
@Injectable()
export class ComingEvents {
  constructor(
    private readonly published: PublishedProgramme,
    private readonly events: EventsWithPlaces,
    private readonly clock: Clock,
  ) {}

  /** Every coming date of a course. */
  async ofCourse(actor: Actor, courseId: string): Promise<EventView[]> {
    const { programme } = await this.published.now();
    const coming = programme.comingOf(courseId, this.clock.now()).filter(({ startsAt }) => startsAt !== null);
    return this.events.byIds(
      actor,
      coming.map(({ id }) => id),
    );
  }

  /** The next published events, as this actor would pay and find places for them. */
  async next(actor: Actor, take: number): Promise<EventView[]> {
    const { programme } = await this.published.now();
    const now = this.clock.now();
    const coming = programme.events.filter((event) => event.startsAt !== null && isComing(event, now));
    return this.events.byIds(
      actor,
      coming.slice(0, take).map(({ id }) => id),
    );
  }
}
