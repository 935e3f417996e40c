import { Body, Controller, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { RepetitionView } from '@roundtable/contracts';
import { type Actor, CurrentActor, Permit } from '@roundtable/platform';
import { RepetitionDto, RepetitionQuery } from './repeating.dto';
import { RepetitionService } from './repetition.service';

@Controller('api/events/:id/repetition')
export class RepetitionController {
  constructor(private readonly repetition: RepetitionService) {}

  /** Answers the dates; only without `dryRun=true` are the drafts made. */
  @Post()
  @HttpCode(200)
  @Permit('events.write')
  repeat(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() wanted: RepetitionDto,
    @Query() { dryRun }: RepetitionQuery,
  ): Promise<RepetitionView> {
    return dryRun === 'true' ? this.repetition.preview(id, wanted) : this.repetition.repeat(actor, id, wanted);
  }
}
