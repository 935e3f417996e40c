import { Injectable } from '@nestjs/common';
import { type Actor, isOffice } from '@roundtable/platform';
import { OwnEventQueries } from '../trainers/own-events.queries';

/** Who stands behind an event: the office, and whoever gives it. */
@Injectable()
export class EventStaff {
  constructor(private readonly ownEvents: OwnEventQueries) {}

  async standsBehind(actor: Actor, eventId: string | null): Promise<boolean> {
    return isOffice(actor) || (eventId !== null && (await this.ownEvents.gives(actor, eventId)));
  }
}
