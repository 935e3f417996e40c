import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { type Actor, CurrentActor, type Page, Permit } from '@roundtable/platform';
import { NewVenueDto, VenueListQuery } from './venue.dto';
import type { VenueView } from './venue.view';
import { VenuesService } from './venues.service';

@Controller('api/venues')
export class VenuesController {
  constructor(private readonly venues: VenuesService) {}

  @Get()
  @Permit('events.read')
  list(@CurrentActor() actor: Actor, @Query() query: VenueListQuery): Promise<Page<VenueView>> {
    return this.venues.list(actor, query);
  }

  @Post()
  @Permit('events.write')
  create(@CurrentActor() actor: Actor, @Body() wanted: NewVenueDto): Promise<VenueView> {
    return this.venues.create(actor, wanted);
  }
}
