import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { DataRequestView } from '@roundtable/contracts';
import { type Actor, CurrentActor, type Page, Permit } from '@roundtable/platform';
import { DataRequestQueries } from './data-requests.queries';
import { DataRequestsService } from './data-requests.service';
import { DataRequestListQuery, DecisionDto, NewDataRequestForPersonDto } from './data-rights.dto';

/** Requests about personal data, for information governance. */
@Controller('api/data-requests')
export class DataRequestsController {
  constructor(
    private readonly requests: DataRequestsService,
    private readonly queries: DataRequestQueries,
  ) {}

  @Get()
  @Permit('data-requests.read')
  list(@CurrentActor() actor: Actor, @Query() query: DataRequestListQuery): Promise<Page<DataRequestView>> {
    return this.queries.list(actor, query);
  }

  @Post()
  @Permit('data-requests.make')
  async log(@CurrentActor() actor: Actor, @Body() wanted: NewDataRequestForPersonDto): Promise<DataRequestView> {
    const { id } = await this.requests.log(actor, wanted);
    return this.queries.one(actor, id);
  }

  @Get(':id')
  @Permit('data-requests.read')
  one(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<DataRequestView> {
    return this.queries.one(actor, id);
  }

  @Post(':id/decision')
  @HttpCode(200)
  @Permit('data-requests.decide')
  async decide(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() decision: DecisionDto,
  ): Promise<DataRequestView> {
    await this.requests.decide(actor, id, decision);
    return this.queries.one(actor, id);
  }
}
