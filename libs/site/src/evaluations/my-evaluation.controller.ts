import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { paths } from '@roundtable/contracts';
import { EvaluationsService, STAGES } from '@roundtable/evaluations';
import { type ActingRequest, type Actor, CurrentActor, Permit, found } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { Fields, FormFields } from '../frame/fields';
import { SitePages } from '../frame/site-pages';
import { FrontDoor } from './front-door.service';
import { evaluationPage, readEvaluation } from './evaluation.presenter';

const TEMPLATE = 'evaluations/evaluation.njk';
const PATH = `${paths.booking({ id: ':bookingId' })}/:stage`;

/** The stage in an address; any other word is an address that is not there. */
const stageOf = (text: string): (typeof STAGES)[number] => found(STAGES.find((stage) => stage === text));

/** The questions of one's own booking, signed in. */
@ApiExcludeController()
@Controller()
export class MyEvaluationController {
  constructor(
    private readonly pages: SitePages,
    private readonly evaluations: EvaluationsService,
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
    const at = {
      action: paths.myEvaluation({ bookingId, stage }),
      bookingId,
      frontDoor: await this.frontDoor.number(),
    };
    this.pages.page(reply, request, TEMPLATE, evaluationPage(form, at));
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
    const at = {
      action: paths.myEvaluation({ bookingId, stage }),
      bookingId,
      frontDoor: await this.frontDoor.number(),
    };
    const form = await this.evaluations.formForBooking(actor, bookingId, stage);
    if (form.state === 'open') {
      const { answers, errors } = readEvaluation(form, given);
      if (errors) return this.pages.page(reply, request, TEMPLATE, evaluationPage(form, at, given, errors), 422);
      await this.evaluations.answerForBooking(actor, bookingId, stage, { answers });
    }
    this.pages.redirect(reply, at.action);
  }
}
