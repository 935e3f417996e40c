import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type EvaluationFormView, paths } from '@roundtable/contracts';
import { AnswerDraftsService, EvaluationsService } from '@roundtable/evaluations';
import { type ActingRequest, Permit } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import type { PageErrors } from '../frame/errors';
import { Fields, FormFields } from '../frame/fields';
import { SitePages } from '../frame/site-pages';
import { FrontDoor } from './front-door.service';
import { addressErrors, saysNo } from './line-manager-part';
import { type EvaluationPlace, evaluationPage, readEvaluation, typedBefore, versionRead } from './evaluation.presenter';

const TEMPLATE = 'evaluations/evaluation.njk';

/** The same questions behind the link in a mail, without signing in. Opening the link changes nothing. */
@ApiExcludeController()
@Controller()
export class EvaluationLinkController {
  constructor(
    private readonly pages: SitePages,
    private readonly evaluations: EvaluationsService,
    private readonly drafts: AnswerDraftsService,
    private readonly frontDoor: FrontDoor,
  ) {}

  @Get(paths.evaluation({ token: ':token' }))
  @Permit('evaluations.answer')
  async show(@Param('token') token: string, @Req() request: ActingRequest, @Res() reply: FastifyReply): Promise<void> {
    const form = await this.evaluations.formByToken(token);
    const typed = typedBefore(await this.drafts.byToken(token));
    this.pages.page(reply, request, TEMPLATE, evaluationPage(form, await this.at(token), typed));
  }

  @Post(paths.evaluation({ token: ':token' }))
  @Permit('evaluations.answer')
  async send(
    @Param('token') token: string,
    @FormFields() given: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const show = async (form: EvaluationFormView, status: number, errors: PageErrors | null = null) =>
      this.pages.page(reply, request, TEMPLATE, evaluationPage(form, await this.at(token), given, errors), status);
    if (saysNo(given)) {
      const kept = await this.evaluations.refuseManagerByToken(token);
      if (kept.state === 'open') return show(kept, 200);
      return this.pages.redirect(reply, paths.evaluation({ token }));
    }
    const form = await this.evaluations.formByToken(token, versionRead(given));
    if (form.state === 'open') {
      const { given: answers, errors } = readEvaluation(form, given);
      if (errors) return show(form, 422, errors);
      try {
        await this.evaluations.answerByToken(token, answers);
      } catch (error) {
        return show(form, 422, addressErrors(error));
      }
    }
    this.pages.redirect(reply, paths.evaluation({ token }));
  }

  private async at(token: string): Promise<EvaluationPlace> {
    const draftAction = paths.evaluationDraft({ token });
    const frontDoor = await this.frontDoor.number();
    return { action: paths.evaluation({ token }), bookingId: null, frontDoor, draftAction };
  }
}
