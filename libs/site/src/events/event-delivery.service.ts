import { Injectable } from '@nestjs/common';
import type { EventView } from '@roundtable/contracts';
import { DeliveryQueries } from '@roundtable/events';
import type { Actor } from '@roundtable/platform';
import { type DeliveryParts, deliveryParts } from './delivery.presenter';

/** The parts of an event's page that say where it is, what happens when, and who gives it. */
@Injectable()
export class EventDelivery {
  constructor(private readonly queries: DeliveryQueries) {}

  /** Of an event this actor may see. Who gives it is told to people who signed in. */
  async of(actor: Actor, event: EventView): Promise<DeliveryParts> {
    const { venue, agenda, trainers } = await this.queries.of(event.id);
    return deliveryParts(event, venue, agenda, actor.personId === null ? [] : trainers);
  }
}
