import { Injectable } from '@nestjs/common';
import type { EventView } from '@roundtable/contracts';
import { DeliveryQueries } from '@roundtable/events';
import type { Actor } from '@roundtable/platform';
import { OwnResources } from '../resources/own-resources.service';
import type { ResourceLink } from '../resources/resource-links';
import { type DeliveryParts, deliveryParts } from './delivery.presenter';

/** The parts of an event's page that say where it is, what happens when, and who gives it. */
@Injectable()
export class EventDelivery {
  constructor(
    private readonly queries: DeliveryQueries,
    private readonly resources: OwnResources,
  ) {}

  /** Of an event this actor may see, in one statement. Who gives it is told to people who signed in. */
  async of(actor: Actor, event: EventView): Promise<{ delivery: DeliveryParts; resources: ResourceLink[] }> {
    const { venue, agenda, trainers, resources } = await this.queries.of(event.id);
    return {
      delivery: deliveryParts(event, venue, agenda, actor.personId === null ? [] : trainers),
      resources: await this.resources.among(actor, { eventId: event.id }, resources),
    };
  }
}
