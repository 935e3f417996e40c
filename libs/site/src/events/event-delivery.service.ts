import { Injectable } from '@nestjs/common';
import type { EventView } from '@roundtable/contracts';
import { AgendaService, EventTrainersService, VenuesService } from '@roundtable/events';
import type { Actor } from '@roundtable/platform';
import { type DeliveryParts, deliveryParts } from './delivery.presenter';

/** The parts of an event's page that say where it is, what happens when, and who gives it. */
@Injectable()
export class EventDelivery {
  constructor(
    private readonly venues: VenuesService,
    private readonly agenda: AgendaService,
    private readonly trainers: EventTrainersService,
  ) {}

  /** Of an event this actor may see. Who gives it is told to people who signed in. */
  async of(actor: Actor, event: EventView): Promise<DeliveryParts> {
    const venue = event.venueId === null || event.delivery === 'online' ? null : await this.venues.one(event.venueId);
    const trainers = actor.personId === null ? [] : await this.trainers.confirmedOn(event.id);
    return deliveryParts(event, venue, await this.agenda.itemsOf(event.id), trainers);
  }
}
