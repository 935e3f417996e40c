import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { paths } from '@roundtable/contracts';
import { EvaluationsService } from '@roundtable/evaluations';
import { type ActingRequest, Permit } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { Fields, FormFields } from '../frame/fields';
import { SitePages } from '../frame/site-pages';
import { FrontDoor } from './front-door.service';
import { type EvaluationPlace, evaluationPage, readEvaluation } from './evaluation.presenter';

const TEMPLATE = 'evaluations/evaluation.njk';

/** The same questions behind the link in a mail, without signing in. Opening the link changes nothing. */
@ApiExcludeController()
@Controller()
export class EvaluationLinkController {
  constructor(
    private readonly pages: SitePages,
    private readonly evaluations: EvaluationsService,
    private readonly frontDoor: FrontDoor,
  ) {}

  @Get(paths.evaluation({ token: ':token' }))
  @Permit('evaluations.answer')
  async show(@Param('token') token: string, @Req() request: ActingRequest, @Res() reply: FastifyReply): Promise<void> {
    const form = await this.evaluations.formByToken(token);
    this.pages.page(reply, request, TEMPLATE, evaluationPage(form, await this.at(token)));
  }

  @Post(paths.evaluation({ token: ':token' }))
  @Permit('evaluations.answer')
  async send(
    @Param('token') token: string,
    @FormFields() given: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const form = await this.evaluations.formByToken(token);
    if (form.state === 'open') {
      const { answers, errors } = readEvaluation(form, given);
      if (errors)
        return this.pages.page(
          reply,
          request,
          TEMPLATE,
          evaluationPage(form, await this.at(token), given, errors),
          422,
        );
      await this.evaluations.answerByToken(token, { answers });
    }
    this.pages.redirect(reply, paths.evaluation({ token }));
  }

  private async at(token: string): Promise<EvaluationPlace> {
    return { action: paths.evaluation({ token }), bookingId: null, frontDoor: await this.frontDoor.number() };
  }
}
