import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import type { AgencyDetailView, AgencyView, MergeView } from '@roundtable/contracts';
import { type Actor, CurrentActor, type Page, Permit } from '@roundtable/platform';
import { AgenciesService } from './agencies.service';
import { AgencyQueries } from './agencies.queries';
import { AgencyChangesService } from './agency-changes.service';
import { AgencyMergesService } from './agency-merges.service';
import { AgencyChangeDto, AgencyListQuery, MergeIntoDto, NewAgencyDto } from './agency.dto';

@Controller('api/agencies')
export class AgenciesController {
  constructor(
    private readonly agencies: AgenciesService,
    private readonly changes: AgencyChangesService,
    private readonly merges: AgencyMergesService,
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

  @Get(':id')
  @Permit('agencies.list')
  one(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<AgencyDetailView> {
    return this.queries.one(actor, id);
  }

  @Patch(':id')
  @Permit('agencies.change')
  change(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() change: AgencyChangeDto,
  ): Promise<AgencyDetailView> {
    return this.changes.change(actor, id, change);
  }

  @Post(':id/acceptance')
  @HttpCode(200)
  @Permit('agencies.change')
  accept(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<AgencyDetailView> {
    return this.changes.accept(actor, id);
  }

  @Get(':id/merge-preview')
  @Permit('agencies.merge')
  preview(@CurrentActor() actor: Actor, @Param('id') id: string, @Query() { into }: MergeIntoDto): Promise<MergeView> {
    return this.merges.preview(actor, id, into);
  }

  @Post(':id/merge')
  @HttpCode(200)
  @Permit('agencies.merge')
  merge(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { into }: MergeIntoDto,
  ): Promise<AgencyDetailView> {
    return this.merges.merge(actor, id, into);
  }
}
