import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { RegisterService, WalkInsService } from '@roundtable/bookings';
import { type RegisterView, paths } from '@roundtable/contracts';
import { EventTrainersService, OwnEventQueries } from '@roundtable/events';
import { RegistrationChoices } from '@roundtable/people';
import { type ActingRequest, type Actor, Clock, CurrentActor, Permit, notFound } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { pageErrors } from '../frame/errors';
import { Fields, FormFields, QueryFields } from '../frame/fields';
import { SitePages } from '../frame/site-pages';
import {
  REGISTER_MOMENTS,
  type RegisterMoment,
  type RegisterPage,
  readMarks,
  registerPage,
} from './register-page.presenter';
import { registerRefusal } from './register-refusal';
import { type TypedWalkIn, readWalkIn, typedWalkIn } from './walk-in-form';
import { ANSWERS, trainingIRunPage } from './training-i-run.presenter';

const REGISTER = 'training-i-run/register.njk';

/** What a trainer with an account gives: own events, their people and their registers. */
@ApiExcludeController()
@Controller()
export class TrainingIRunController {
  constructor(
    private readonly pages: SitePages,
    private readonly own: OwnEventQueries,
    private readonly trainers: EventTrainersService,
    private readonly register: RegisterService,
    private readonly walkIns: WalkInsService,
    private readonly choices: RegistrationChoices,
    private readonly clock: Clock,
  ) {}

  @Get(paths.trainingIRun)
  @Permit('own-events.read')
  async list(
    @CurrentActor() actor: Actor,
    @QueryFields() query: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const model = trainingIRunPage(await this.own.list(actor), query.oneOf('done', ANSWERS), this.clock.now());
    this.pages.page(reply, request, 'training-i-run/training-i-run.njk', model);
  }

  /** Says whether one can give a training one was asked to give. */
  @Post(paths.eventIRunAnswer({ id: ':id' }))
  @Permit('own-events.read')
  async answer(
    @CurrentActor() actor: Actor,
    @Param('id') eventId: string,
    @FormFields() given: Fields,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answer = given.oneOf('answer', ANSWERS);
    if (answer) await this.trainers.answer(actor, eventId, answer);
    this.pages.redirect(reply, `${paths.trainingIRun}${answer ? `?done=${answer}` : ''}`);
  }

  @Get(paths.eventIRun({ id: ':id' }))
  @Permit('own-events.read')
  async show(
    @CurrentActor() actor: Actor,
    @Param('id') eventId: string,
    @QueryFields() query: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const moment = query.oneOf('done', REGISTER_MOMENTS);
    const page = this.pageOf(await this.registerOf(actor, eventId), eventId);
    this.pages.page(reply, request, REGISTER, page(moment));
  }

  @Post(paths.eventIRun({ id: ':id' }))
  @Permit('own-events.read')
  async mark(
    @CurrentActor() actor: Actor,
    @Param('id') eventId: string,
    @FormFields() given: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const register = await this.registerOf(actor, eventId);
    await this.change(reply, request, register, 'saved', () =>
      this.register.mark(actor, eventId, readMarks(register, given)),
    );
  }

  @Post(paths.eventIRunWalkIn({ id: ':id' }))
  @Permit('own-events.read')
  async enter(
    @CurrentActor() actor: Actor,
    @Param('id') eventId: string,
    @FormFields() given: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const register = await this.registerOf(actor, eventId);
    const typed = typedWalkIn(given);
    const read = await readWalkIn(typed, this.choices);
    if ('errors' in read) {
      const model = { ...this.pageOf(register, eventId)(null, typed), errors: pageErrors(read.errors) };
      return this.pages.page(reply, request, REGISTER, model, 422);
    }
    await this.change(reply, request, register, 'entered', async () => {
      await this.walkIns.enter(actor, eventId, read.wanted);
    });
  }

  @Post(paths.eventIRunClosure({ id: ':id' }))
  @Permit('own-events.read')
  async close(
    @CurrentActor() actor: Actor,
    @Param('id') eventId: string,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const register = await this.registerOf(actor, eventId);
    await this.change(reply, request, register, 'closed', () => this.register.close(actor, eventId));
  }

  /** Only what one gives oneself stands on these pages, whatever an office may see elsewhere. */
  private async registerOf(actor: Actor, eventId: string): Promise<RegisterView> {
    if (!(await this.own.gives(actor, eventId))) throw notFound();
    return this.register.of(actor, eventId);
  }

  private async change(
    reply: FastifyReply,
    request: ActingRequest,
    register: RegisterView,
    moment: RegisterMoment,
    work: () => Promise<void>,
  ): Promise<void> {
    const { eventId } = register;
    try {
      await work();
    } catch (error) {
      const errors = pageErrors({ register: registerRefusal(error) });
      return this.pages.page(reply, request, REGISTER, { ...this.pageOf(register, eventId)(null), errors }, 409);
    }
    this.pages.redirect(reply, `${paths.eventIRun({ id: eventId })}?done=${moment}`);
  }

  private pageOf(
    register: RegisterView,
    id: string,
  ): (moment: RegisterMoment | null, typed?: TypedWalkIn) => RegisterPage {
    const at = {
      action: paths.eventIRun({ id }),
      closureAction: paths.eventIRunClosure({ id }),
      walkInAction: paths.eventIRunWalkIn({ id }),
      backHref: paths.trainingIRun,
      hasFiles: true,
      roomHref: paths.answeringRoom({ id }),
    };
    return (moment, typed) => registerPage(register, at, moment, this.clock.now(), typed);
  }
}
