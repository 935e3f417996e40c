import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import type { AgencyView } from '@roundtable/contracts';
import { type Actor, CurrentActor, type Page, Permit } from '@roundtable/platform';
import { AgenciesService } from './agencies.service';
import { AgencyQueries } from './agencies.queries';
import { AgencyListQuery, NewAgencyDto } from './agency.dto';

@Controller('api/agencies')
export class AgenciesController {
  constructor(
    private readonly agencies: AgenciesService,
    private readonly queries: AgencyQueries,
  ) {}

  @Get()
  @Permit('agencies.list')
  list(@CurrentActor() actor: Actor, @Query() query: AgencyListQuery): Promise<Page<AgencyView>> {
    return this.queries.list(actor, query);
  }

  @Post()
  @Permit('agencies.create')
  create(@CurrentActor() actor: Actor, @Body() wanted: NewAgencyDto): Promise<AgencyView> {
    return this.agencies.create(actor, wanted);
  }
}
