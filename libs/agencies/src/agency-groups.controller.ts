import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import type { AgencyGroupView } from '@roundtable/contracts';
import { type Actor, CurrentActor, type Page, Permit } from '@roundtable/platform';
import { AgencyGroupChangeDto, AgencyGroupListQuery, NewAgencyGroupDto } from './agency-group.dto';
import { AgencyGroupsService } from './agency-groups.service';

@Controller('api/agency-groups')
export class AgencyGroupsController {
  constructor(private readonly groups: AgencyGroupsService) {}

  @Get()
  @Permit('agencies.list')
  list(@CurrentActor() actor: Actor, @Query() query: AgencyGroupListQuery): Promise<Page<AgencyGroupView>> {
    return this.groups.list(actor, query);
  }

  @Post()
  @Permit('agencies.change')
  create(@CurrentActor() actor: Actor, @Body() wanted: NewAgencyGroupDto): Promise<AgencyGroupView> {
    return this.groups.create(actor, wanted);
  }

  @Patch(':id')
  @Permit('agencies.change')
  change(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() change: AgencyGroupChangeDto,
  ): Promise<AgencyGroupView> {
    return this.groups.change(actor, id, change);
  }

  @Delete(':id')
  @HttpCode(204)
  @Permit('agencies.change')
  remove(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.groups.remove(actor, id);
  }
}
