import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import type { EventView } from '@roundtable/contracts';
import {
  CopiesService,
  DuplicationDto,
  EVENT_SORTS,
  EventChangeDto,
  EventsService,
  NewEventDto,
} from '@roundtable/events';
import { type Actor, CurrentActor, type Page, Permit, windowOf } from '@roundtable/platform';
import { EventCancellationDto } from './booking.dto';
import { EventListQuery } from './event-list.dto';
import { EventCancellingService } from './event-cancelling.service';
import { EventPlacesService } from './event-places.service';
import { EventsWithPlaces } from './events-with-places';

/** Events stand here and not in their own library, because every answer shows places. */
@Controller('api/events')
export class EventsController {
  constructor(
    private readonly events: EventsService,
    private readonly copies: CopiesService,
    private readonly places: EventPlacesService,
    private readonly cancelling: EventCancellingService,
    private readonly views: EventsWithPlaces,
  ) {}

  @Get()
  @Permit('events.read')
  list(@CurrentActor() actor: Actor, @Query() query: EventListQuery): Promise<Page<EventView>> {
    return this.views.search(actor, query, windowOf(query, EVENT_SORTS, { sort: 'startsAt', order: 'ASC' }));
  }

  @Get(':id')
  @Permit('events.read')
  one(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<EventView> {
    return this.views.one(actor, id);
  }

  @Post()
  @Permit('events.write')
  async create(@CurrentActor() actor: Actor, @Body() wanted: NewEventDto): Promise<EventView> {
    return this.views.one(actor, (await this.events.create(actor, wanted)).id);
  }

  @Patch(':id')
  @Permit('events.write')
  async change(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() wanted: EventChangeDto,
  ): Promise<EventView> {
    await this.places.change(actor, id, wanted);
    return this.views.one(actor, id);
  }

  @Post(':id/publication')
  @HttpCode(200)
  @Permit('events.write')
  async publish(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<EventView> {
    await this.events.publish(actor, id);
    return this.views.one(actor, id);
  }

  @Post(':id/cancellation')
  @HttpCode(200)
  @Permit('events.write')
  async cancel(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { reason, nextEventId, aheadReason }: EventCancellationDto,
  ): Promise<EventView> {
    const next = nextEventId === undefined ? undefined : { eventId: nextEventId, aheadReason };
    await this.cancelling.cancel(actor, id, reason, next);
    return this.views.one(actor, id);
  }

  @Post(':id/duplication')
  @Permit('events.write')
  async duplicate(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() wanted: DuplicationDto,
  ): Promise<EventView> {
    return this.views.one(actor, (await this.copies.duplicate(actor, id, wanted)).id);
  }
}
