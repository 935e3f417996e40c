import { Controller, Get, Header, Param } from '@nestjs/common';
import type { EvaluationPersonView, EventEvaluationView } from '@roundtable/contracts';
import { type Actor, CurrentActor, Permit } from '@roundtable/platform';
import { EventEvaluationQueries } from './event-evaluation.queries';
import { WhoAnsweredQueries } from './who-answered.queries';

@Controller('api/events/:id/evaluation')
export class EventEvaluationController {
  constructor(
    private readonly progress: EventEvaluationQueries,
    private readonly whoAnswered: WhoAnsweredQueries,
  ) {}

  @Get()
  @Permit('evaluations.progress')
  of(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<EventEvaluationView> {
    return this.progress.of(actor, id);
  }

  @Get('people')
  @Header('cache-control', 'no-store')
  @Permit('evaluations.progress')
  people(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<EvaluationPersonView[]> {
    return this.whoAnswered.of(actor, id);
  }
}
