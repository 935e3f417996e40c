import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { PaperFormView } from '@roundtable/contracts';
import { type Actor, CurrentActor, Permit } from '@roundtable/platform';
import { PaperAnswersDto, PaperQuery } from './paper.dto';
import { PaperService } from './paper.service';

/** Answers on paper, typed in by staff. */
@Controller('api')
export class PaperController {
  constructor(private readonly paper: PaperService) {}

  @Get('events/:id/paper-form')
  @Header('cache-control', 'no-store')
  @Permit('evaluations.type-in')
  form(@CurrentActor() actor: Actor, @Param('id') id: string, @Query() { stage }: PaperQuery): Promise<PaperFormView> {
    return this.paper.of(actor, id, stage);
  }

  @Post('bookings/:id/paper-answers')
  @HttpCode(204)
  @Permit('evaluations.type-in')
  type(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() given: PaperAnswersDto): Promise<void> {
    return this.paper.type(actor, id, given);
  }
}
