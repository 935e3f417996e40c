import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import type { StandingQuestionView } from '@roundtable/contracts';
import { type Actor, CurrentActor, type Page, Permit } from '@roundtable/platform';
import { NewStandingQuestionDto, StandingQuestionChangeDto, StandingQuestionListQuery } from './form.dto';
import { StandingQuestionsService } from './standing-questions.service';

@Controller('api/standing-questions')
export class StandingQuestionsController {
  constructor(private readonly questions: StandingQuestionsService) {}

  @Get()
  @Permit('evaluation-forms.read')
  list(@Query() query: StandingQuestionListQuery): Promise<Page<StandingQuestionView>> {
    return this.questions.list(query);
  }

  @Get(':id')
  @Permit('evaluation-forms.read')
  one(@Param('id') id: string): Promise<StandingQuestionView> {
    return this.questions.one(id);
  }

  @Post()
  @Permit('evaluation-forms.write')
  add(@CurrentActor() actor: Actor, @Body() words: NewStandingQuestionDto): Promise<StandingQuestionView> {
    return this.questions.add(actor, words);
  }

  @Patch(':id')
  @Permit('evaluation-forms.write')
  change(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() wanted: StandingQuestionChangeDto,
  ): Promise<StandingQuestionView> {
    return this.questions.change(actor, id, wanted);
  }
}
