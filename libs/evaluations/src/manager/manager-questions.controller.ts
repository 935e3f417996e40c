import { Body, Controller, Get, Header, Param, Put } from '@nestjs/common';
import type { ManagerQuestionView } from '@roundtable/contracts';
import { Permit } from '@roundtable/platform';
import { EvaluationAnswersDto } from '../evaluation.dto';
import { ManagerAnswers } from './manager-answers.service';

/** The question to a line manager, behind the link in their mail: no sign-in, and reading it changes nothing. */
@Controller('api/manager-questions')
export class ManagerQuestionsController {
  constructor(private readonly answers: ManagerAnswers) {}

  @Get(':token')
  @Header('cache-control', 'no-store')
  @Permit('manager-questions.answer')
  question(@Param('token') token: string): Promise<ManagerQuestionView> {
    return this.answers.byToken(token);
  }

  @Put(':token')
  @Permit('manager-questions.answer')
  answer(@Param('token') token: string, @Body() given: EvaluationAnswersDto): Promise<ManagerQuestionView> {
    return this.answers.answerByToken(token, given);
  }
}
