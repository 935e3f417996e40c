import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import type { VenueView } from '@roundtable/contracts';
import { type Actor, CurrentActor, type Page, Permit } from '@roundtable/platform';
import { NewVenueDto, VenueChangeDto, VenueListQuery } from './venue.dto';
import { VenuesService } from './venues.service';

@Controller('api/venues')
export class VenuesController {
  constructor(private readonly venues: VenuesService) {}

  @Get()
  @Permit('events.read')
  list(@CurrentActor() actor: Actor, @Query() query: VenueListQuery): Promise<Page<VenueView>> {
    return this.venues.list(actor, query);
  }

  @Get(':id')
  @Permit('events.read')
  one(@Param('id') id: string): Promise<VenueView> {
    return this.venues.one(id);
  }

  @Post()
  @Permit('events.write')
  create(@CurrentActor() actor: Actor, @Body() wanted: NewVenueDto): Promise<VenueView> {
    return this.venues.create(actor, wanted);
  }

  @Patch(':id')
  @Permit('events.write')
  change(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() change: VenueChangeDto): Promise<VenueView> {
    return this.venues.change(actor, id, change);
  }
}
