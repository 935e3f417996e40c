import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { AttemptView, ModuleView } from '@roundtable/contracts';
import { type Actor, CurrentActor, type Page, Permit } from '@roundtable/platform';
import { AttemptsService } from './attempts.service';
import { ModuleListQuery, NewAttemptDto } from './module.dto';
import type { ModuleDetailView } from './module.view';
import { ModuleQueries } from './modules.queries';

@Controller('api/modules')
export class ModulesController {
  constructor(
    private readonly queries: ModuleQueries,
    private readonly attempts: AttemptsService,
  ) {}

  @Get()
  @Permit('modules.read')
  list(@CurrentActor() actor: Actor, @Query() query: ModuleListQuery): Promise<Page<ModuleView>> {
    return this.queries.list(actor, query);
  }

  @Get(':id')
  @Permit('modules.read')
  one(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ModuleDetailView> {
    return this.queries.one(actor, id);
  }

  @Post(':id/attempts')
  @Permit('modules.attempt')
  attempt(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() wanted: NewAttemptDto): Promise<AttemptView> {
    return this.attempts.attempt(actor, id, wanted);
  }
}
