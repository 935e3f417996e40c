import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type EvaluationFormView, paths } from '@roundtable/contracts';
import { AnswerDraftsService, EvaluationsService, type Stage } from '@roundtable/evaluations';
import { type ActingRequest, type Actor, CurrentActor, Permit } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import type { PageErrors } from '../frame/errors';
import { Fields, FormFields } from '../frame/fields';
import { SitePages } from '../frame/site-pages';
import { FrontDoor } from './front-door.service';
import { addressErrors, saysNo } from './line-manager-part';
import { type EvaluationPlace, evaluationPage, readEvaluation, typedBefore, versionRead } from './evaluation.presenter';
import { stageOf } from './stage-of';

const TEMPLATE = 'evaluations/evaluation.njk';
const PATH = `${paths.booking({ id: ':bookingId' })}/:stage`;

/** The questions of one's own booking, signed in. */
@ApiExcludeController()
@Controller()
export class MyEvaluationController {
  constructor(
    private readonly pages: SitePages,
    private readonly evaluations: EvaluationsService,
    private readonly drafts: AnswerDraftsService,
    private readonly frontDoor: FrontDoor,
  ) {}

  @Get(PATH)
  @Permit('bookings.read')
  async show(
    @CurrentActor() actor: Actor,
    @Param('bookingId') bookingId: string,
    @Param('stage') stageText: string,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const stage = stageOf(stageText);
    const form = await this.evaluations.formForBooking(actor, bookingId, stage);
    const typed = typedBefore(await this.drafts.ofBooking(actor, bookingId, stage));
    this.pages.page(reply, request, TEMPLATE, evaluationPage(form, await this.at(bookingId, stage), typed));
  }

  @Post(PATH)
  @Permit('bookings.change')
  async send(
    @CurrentActor() actor: Actor,
    @Param('bookingId') bookingId: string,
    @Param('stage') stageText: string,
    @FormFields() given: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const stage = stageOf(stageText);
    const at = await this.at(bookingId, stage);
    const show = (form: EvaluationFormView, status: number, errors: PageErrors | null = null) =>
      this.pages.page(reply, request, TEMPLATE, evaluationPage(form, at, given, errors), status);
    if (stage === 'follow-up' && saysNo(given)) {
      const kept = await this.evaluations.refuseManagerForBooking(actor, bookingId);
      if (kept.state === 'open') return show(kept, 200);
      return this.pages.redirect(reply, at.action);
    }
    const form = await this.evaluations.formForBooking(actor, bookingId, stage, versionRead(given));
    if (form.state === 'open') {
      const { given: answers, errors } = readEvaluation(form, given);
      if (errors) return show(form, 422, errors);
      try {
        await this.evaluations.answerForBooking(actor, bookingId, stage, answers);
      } catch (error) {
        return show(form, 422, addressErrors(error));
      }
    }
    this.pages.redirect(reply, at.action);
  }

  private async at(bookingId: string, stage: Stage): Promise<EvaluationPlace> {
    const action = paths.myEvaluation({ bookingId, stage });
    return { action, bookingId, frontDoor: await this.frontDoor.number(), draftAction: `${action}/draft` };
  }
}
