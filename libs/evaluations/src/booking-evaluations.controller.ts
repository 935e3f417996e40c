import { Body, Controller, Delete, Get, Header, Param, type PipeTransform, Put } from '@nestjs/common';
import type { EvaluationFormView } from '@roundtable/contracts';
import { type Actor, CurrentActor, Permit, found } from '@roundtable/platform';
import { EvaluationAnswersDto } from './evaluation.dto';
import { type Stage, STAGES } from './evaluation-windows';
import { EvaluationsService } from './evaluations.service';

/** The stage in an address; any other word is an address that is not there. */
class StagePipe implements PipeTransform<string, Stage> {
  transform(text: string): Stage {
    return found(STAGES.find((stage) => stage === text));
  }
}

/** The forms of one's own bookings, signed in. */
@Controller('api/bookings/:id/evaluations')
export class BookingEvaluationsController {
  constructor(private readonly evaluations: EvaluationsService) {}

  @Get(':stage')
  @Header('cache-control', 'no-store')
  @Permit('bookings.read')
  form(
    @CurrentActor() actor: Actor,
    @Param('id') bookingId: string,
    @Param('stage', StagePipe) stage: Stage,
  ): Promise<EvaluationFormView> {
    return this.evaluations.formForBooking(actor, bookingId, stage);
  }

  @Put(':stage')
  @Permit('bookings.change')
  answer(
    @CurrentActor() actor: Actor,
    @Param('id') bookingId: string,
    @Param('stage', StagePipe) stage: Stage,
    @Body() given: EvaluationAnswersDto,
  ): Promise<EvaluationFormView> {
    return this.evaluations.answerForBooking(actor, bookingId, stage, given);
  }

  /** The line manager is not to be asked. */
  @Delete('follow-up/line-manager')
  @Permit('bookings.change')
  refuseManager(@CurrentActor() actor: Actor, @Param('id') bookingId: string): Promise<EvaluationFormView> {
    return this.evaluations.refuseManagerForBooking(actor, bookingId);
  }
}
