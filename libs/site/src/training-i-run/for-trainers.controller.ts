import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { RegisterService, WalkInsService } from '@roundtable/bookings';
import { type RegisterView, paths } from '@roundtable/contracts';
import { TrainerLinksService } from '@roundtable/events';
import { RegistrationChoices } from '@roundtable/people';
import { type ActingRequest, type Actor, CONFIG, Clock, type Config, Permit } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { refusedForm } from '../account/refused-form';
import { pageErrors } from '../frame/errors';
import { Fields, FormFields, QueryFields } from '../frame/fields';
import { SitePages } from '../frame/site-pages';
import { REGISTER_MOMENTS, type RegisterMoment, readMarks, registerPage } from './register-page.presenter';
import { registerRefusal } from './register-refusal';
import { setVisitCookie, visitCookieOf } from './trainer-cookie';
import { readWalkIn, typedWalkIn } from './walk-in-form';
import { closedLinkPage, trainerCodePage } from './trainer-link.presenter';

const FORM = 'account/form.njk';
const CLOSED = 'training-i-run/closed-link.njk';
const REGISTER = 'training-i-run/register.njk';
const AT = {
  action: paths.forTrainers,
  closureAction: paths.forTrainersClosure,
  walkInAction: paths.forTrainersWalkIn,
  backHref: null,
  hasFiles: false,
};
const WRONG_CODE = 'This code does not open this link. Check the code, or ask the training team for a new link';

/** A trainer without an account: a mailed link, its code, then the register of that one event. */
@ApiExcludeController()
@Controller()
export class ForTrainersController {
  constructor(
    private readonly pages: SitePages,
    private readonly links: TrainerLinksService,
    private readonly register: RegisterService,
    private readonly walkIns: WalkInsService,
    private readonly choices: RegistrationChoices,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get(paths.forTrainers)
  @Permit('public')
  async show(@QueryFields() query: Fields, @Req() request: ActingRequest, @Res() reply: FastifyReply): Promise<void> {
    const visitor = await this.visitorOf(request);
    if (!visitor) return this.closed(reply, request);
    const register = await this.register.of(visitor, visitor.visit.eventId);
    this.draw(reply, request, register, query.oneOf('done', REGISTER_MOMENTS));
  }

  @Post(paths.forTrainers)
  @Permit('public')
  async mark(@FormFields() given: Fields, @Req() request: ActingRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.change(reply, request, 'saved', (visitor, register) =>
      this.register.mark(visitor, register.eventId, readMarks(register, given)),
    );
  }

  @Post(paths.forTrainersClosure)
  @Permit('public')
  async close(@Req() request: ActingRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.change(reply, request, 'closed', (visitor, { eventId }) => this.register.close(visitor, eventId));
  }

  @Post(paths.forTrainersWalkIn)
  @Permit('public')
  async enter(@FormFields() given: Fields, @Req() request: ActingRequest, @Res() reply: FastifyReply): Promise<void> {
    const visitor = await this.visitorOf(request);
    if (!visitor) return this.closed(reply, request);
    const typed = typedWalkIn(given);
    const read = await readWalkIn(typed, this.choices);
    if ('errors' in read) {
      const register = await this.register.of(visitor, visitor.visit.eventId);
      const model = { ...registerPage(register, AT, null, this.clock.now(), typed), errors: pageErrors(read.errors) };
      return this.pages.page(reply, request, REGISTER, model, 422);
    }
    await this.change(reply, request, 'entered', async (_visitor, { eventId }) => {
      await this.walkIns.enter(visitor, eventId, read.wanted);
    });
  }

  @Get(paths.trainerLink({ token: ':token' }))
  @Permit('public')
  async ask(@Param('token') token: string, @Req() request: ActingRequest, @Res() reply: FastifyReply): Promise<void> {
    if (!(await this.links.isOpen(token))) return this.closed(reply, request);
    this.pages.page(reply, request, FORM, trainerCodePage(token));
  }

  @Post(paths.trainerLink({ token: ':token' }))
  @Permit('public')
  async open(
    @Param('token') token: string,
    @FormFields() given: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    try {
      setVisitCookie(reply, this.config, await this.links.visit(token, given.text('code')));
    } catch (error) {
      const words = { 'trainers.link-closed': WRONG_CODE };
      const { errors, status } = refusedForm(error, 'code', { fields: ['code'], words });
      return this.pages.page(reply, request, FORM, trainerCodePage(token, errors), status === 429 ? 429 : 422);
    }
    this.pages.redirect(reply, paths.forTrainers);
  }

  private async visitorOf(request: ActingRequest): Promise<(Actor & Required<Pick<Actor, 'visit'>>) | null> {
    const secret = visitCookieOf(request, this.config);
    const visitor = secret === null ? null : await this.links.visitorOf(secret);
    return visitor?.visit ? { ...visitor, visit: visitor.visit } : null;
  }

  private async change(
    reply: FastifyReply,
    request: ActingRequest,
    moment: RegisterMoment,
    work: (visitor: Actor, register: RegisterView) => Promise<void>,
  ): Promise<void> {
    const visitor = await this.visitorOf(request);
    if (!visitor) return this.closed(reply, request);
    const register = await this.register.of(visitor, visitor.visit.eventId);
    try {
      await work(visitor, register);
    } catch (error) {
      return this.draw(reply, request, register, null, registerRefusal(error));
    }
    this.pages.redirect(reply, `${paths.forTrainers}?done=${moment}`);
  }

  private draw(
    reply: FastifyReply,
    request: ActingRequest,
    register: RegisterView,
    moment: RegisterMoment | null,
    refusal?: string,
  ): void {
    const errors = refusal === undefined ? null : pageErrors({ register: refusal });
    const model = { ...registerPage(register, AT, moment, this.clock.now()), errors };
    this.pages.page(reply, request, REGISTER, model, errors ? 409 : 200);
  }

  private closed(reply: FastifyReply, request: ActingRequest): void {
    this.pages.page(reply, request, CLOSED, closedLinkPage(), 404);
  }
}
