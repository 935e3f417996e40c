import { Controller, Get, Param, Query } from '@nestjs/common';
import type { AgencyHistoryEntry } from '@roundtable/contracts';
import { type Actor, CurrentActor, type Page, Permit } from '@roundtable/platform';
import { AgencyHistory } from './agency-history.queries';
import { AgencyHistoryQuery } from './audit.dto';

@Controller('api/agencies')
export class AgencyHistoryController {
  constructor(private readonly queries: AgencyHistory) {}

  @Get(':id/history')
  @Permit('agencies.change')
  history(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query() query: AgencyHistoryQuery,
  ): Promise<Page<AgencyHistoryEntry>> {
    return this.queries.of(actor, id, query);
  }
}
