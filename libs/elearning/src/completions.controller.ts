import { Controller, Get, Query } from '@nestjs/common';
import type { CompletionView } from '@roundtable/contracts';
import { type Actor, CurrentActor, type Page, Permit } from '@roundtable/platform';
import { CompletionListQuery } from './completion.dto';
import { CompletionQueries } from './completions.queries';

@Controller('api/completions')
export class CompletionsController {
  constructor(private readonly queries: CompletionQueries) {}

  @Get()
  @Permit('completions.read')
  list(@CurrentActor() actor: Actor, @Query() query: CompletionListQuery): Promise<Page<CompletionView>> {
    return this.queries.list(actor, query);
  }
}
