import { Injectable } from '@nestjs/common';
import { OwnEventQueries } from '@roundtable/events';
import type { Actor } from '@roundtable/platform';

/** Which trainers an event has: the one place that is asked what a trainer may see of it. */
@Injectable()
export class TrainersOfEvents {
  constructor(private readonly ownEvents: OwnEventQueries) {}

  /** Whether this person has confirmed to give this event. */
  isTrainerOf(actor: Actor, eventId: string): Promise<boolean> {
    return this.ownEvents.gives(actor, eventId);
  }
}
