import { Injectable } from '@nestjs/common';
import { type EventEntity, EventQueries, OwnEventQueries } from '@roundtable/events';
import { type Actor, isOffice, notFound } from '@roundtable/platform';

/** Who may see the room of an event. */
@Injectable()
export class RoomAccess {
  constructor(
    private readonly events: EventQueries,
    private readonly own: OwnEventQueries,
  ) {}

  async eventFor(actor: Actor, eventId: string): Promise<EventEntity> {
    if (!isOffice(actor) && !(await this.own.gives(actor, eventId))) throw notFound();
    return this.events.byId(actor, eventId);
  }
}
