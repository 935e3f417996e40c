import { Body, Controller, Get, Header, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import type { GuidanceView, LastTrainedView } from '@roundtable/contracts';
import {
  GuidanceChangeDto,
  GuidanceListQuery,
  GuidanceService,
  LastTrainedQueries,
  LastTrainedQuery,
  ModulesService,
  NewGuidanceDto,
  NewGuidanceEditionDto,
  TaughtEditionsDto,
} from '@roundtable/elearning';
import { type Actor, CurrentActor, type Page, Permit } from '@roundtable/platform';
import { GuidanceQueries } from './guidance.queries';

@Controller('api')
export class GuidanceController {
  constructor(
    private readonly queries: GuidanceQueries,
    private readonly guidance: GuidanceService,
    private readonly lastTrained: LastTrainedQueries,
    private readonly modules: ModulesService,
  ) {}

  @Get('guidance')
  @Permit('guidance.read')
  list(@Query() query: GuidanceListQuery): Promise<Page<GuidanceView>> {
    return this.queries.list(query);
  }

  @Get('guidance/:id')
  @Permit('guidance.read')
  one(@Param('id') id: string): Promise<GuidanceView> {
    return this.queries.one(id);
  }

  @Post('guidance')
  @Permit('guidance.write')
  async add(@CurrentActor() actor: Actor, @Body() wanted: NewGuidanceDto): Promise<GuidanceView> {
    return this.queries.one(await this.guidance.add(actor, wanted));
  }

  @Patch('guidance/:id')
  @Permit('guidance.write')
  async rename(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() change: GuidanceChangeDto,
  ): Promise<GuidanceView> {
    await this.guidance.rename(actor, id, change);
    return this.queries.one(id);
  }

  @Post('guidance/:id/editions')
  @Permit('guidance.write')
  async addEdition(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { name }: NewGuidanceEditionDto,
  ): Promise<GuidanceView> {
    await this.guidance.addEdition(actor, id, name);
    return this.queries.one(id);
  }

  @Get('guidance/:id/last-trained')
  @Header('cache-control', 'no-store')
  @Permit('guidance.last-trained')
  trained(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query() query: LastTrainedQuery,
  ): Promise<Page<LastTrainedView>> {
    return this.lastTrained.list(actor, id, query);
  }

  @Get('guidance/:id/last-trained.csv')
  @Header('cache-control', 'no-store')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="last-trained.csv"')
  @Permit('guidance.last-trained')
  trainedCsv(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query() { editionId }: LastTrainedQuery,
  ): Promise<string> {
    return this.lastTrained.csv(actor, id, editionId);
  }

  @Put('modules/:id/guidance-editions')
  @HttpCode(204)
  @Permit('guidance.write')
  async teach(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { guidanceEditionIds }: TaughtEditionsDto,
  ): Promise<void> {
    const module = await this.modules.byId(actor, id);
    await this.guidance.teachInModule(actor, module.id, guidanceEditionIds);
  }
}
