import { Body, Controller, Delete, Get, Header, Param, Put } from '@nestjs/common';
import type { EvaluationFormView } from '@roundtable/contracts';
import { Permit } from '@roundtable/platform';
import { EvaluationAnswersDto } from './evaluation.dto';
import { EvaluationsService } from './evaluations.service';

/** Forms behind the links in mails: no sign-in, and reading one changes nothing. */
@Controller('api/evaluations')
export class EvaluationsController {
  constructor(private readonly evaluations: EvaluationsService) {}

  @Get(':token')
  @Header('cache-control', 'no-store')
  @Permit('evaluations.answer')
  form(@Param('token') token: string): Promise<EvaluationFormView> {
    return this.evaluations.formByToken(token);
  }

  @Put(':token')
  @Permit('evaluations.answer')
  answer(@Param('token') token: string, @Body() given: EvaluationAnswersDto): Promise<EvaluationFormView> {
    return this.evaluations.answerByToken(token, given);
  }

  /** At follow-up: the line manager is not to be asked. */
  @Delete(':token/line-manager')
  @Permit('evaluations.answer')
  refuseManager(@Param('token') token: string): Promise<EvaluationFormView> {
    return this.evaluations.refuseManagerByToken(token);
  }
}
