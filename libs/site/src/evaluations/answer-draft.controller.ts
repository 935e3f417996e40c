import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type EvaluationFormView, paths } from '@roundtable/contracts';
import { AnswerDraftsService, type DraftField } from '@roundtable/evaluations';
import { type Actor, CurrentActor, Permit } from '@roundtable/platform';
import { Fields, FormFields } from '../frame/fields';
import { stageOf } from './stage-of';
import { fieldNames } from './question-fields';

const namesOf = (form: EvaluationFormView): string[] => fieldNames(form.questions);
const draftOf = (given: Fields): DraftField => ({ field: given.text('field'), value: given.text('value') });

/** Keeps one answer while the form is being filled in, for the page's script; sending the form needs none of it. */
@ApiExcludeController()
@Controller()
export class AnswerDraftController {
  constructor(private readonly drafts: AnswerDraftsService) {}

  @Post(paths.evaluationDraft({ token: ':token' }))
  @HttpCode(204)
  @Permit('evaluations.answer')
  async byLink(@Param('token') token: string, @FormFields() given: Fields): Promise<void> {
    await this.drafts.keepByToken(token, draftOf(given), namesOf);
  }

  @Post(`${paths.booking({ id: ':bookingId' })}/:stage/draft`)
  @HttpCode(204)
  @Permit('bookings.change')
  async ofBooking(
    @CurrentActor() actor: Actor,
    @Param('bookingId') bookingId: string,
    @Param('stage') stageText: string,
    @FormFields() given: Fields,
  ): Promise<void> {
    const at = { bookingId, stage: stageOf(stageText) };
    await this.drafts.keepForBooking(actor, at, draftOf(given), namesOf);
  }
}
