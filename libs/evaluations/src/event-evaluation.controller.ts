import { Controller, Get, Param } from '@nestjs/common';
import type { EventEvaluationView } from '@roundtable/contracts';
import { type Actor, CurrentActor, Permit } from '@roundtable/platform';
import { EventEvaluationQueries } from './event-evaluation.queries';

@Controller('api/events/:id/evaluation')
export class EventEvaluationController {
  constructor(private readonly progress: EventEvaluationQueries) {}

  @Get()
  @Permit('evaluations.progress')
  of(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<EventEvaluationView> {
    return this.progress.of(actor, id);
  }
}
