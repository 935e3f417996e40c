import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ApprovalsService, BookingQueries, SubstitutionDto, SubstitutionsService } from '@roundtable/bookings';
import { type BookingView, paths } from '@roundtable/contracts';
import { type ActingRequest, type Actor, Clock, CurrentActor, Permit, notFound } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { refusedForm, shaped } from '../account/refused-form';
import { ANSWERS, readReason } from '../approvals/approval.presenter';
import { Fields, FormFields, QueryFields } from '../frame/fields';
import { SitePages } from '../frame/site-pages';
import {
  AGENCY_MOMENTS,
  agencyBookingPage,
  agencyReasonPage,
  delegateRefusals,
  readDelegate,
  substitutePage,
} from './agency-booking.presenter';

/** What a lead does with one booking of their people: approve it, decline it, send a colleague instead. */
@ApiExcludeController()
@Controller()
export class AgencyBookingController {
  constructor(
    private readonly pages: SitePages,
    private readonly queries: BookingQueries,
    private readonly approvals: ApprovalsService,
    private readonly substitutions: SubstitutionsService,
    private readonly clock: Clock,
  ) {}

  @Get(paths.agencyBooking({ id: ':id' }))
  @Permit('me.read')
  async show(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @QueryFields() query: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const booking = await this.ledBooking(actor, id);
    const model = agencyBookingPage(booking, query.oneOf('done', AGENCY_MOMENTS), this.clock.now());
    this.pages.page(reply, request, 'my-agency/agency-booking.njk', model);
  }

  @Post(paths.agencyBooking({ id: ':id' }))
  @Permit('bookings.approve')
  async answer(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @FormFields() given: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const booking = await this.ledBooking(actor, id);
    const answer = given.oneOf('answer', ANSWERS);
    if (answer === null || booking.status !== 'awaiting_approval')
      return this.pages.redirect(reply, paths.agencyBooking({ id }));
    if (answer === 'not-approve')
      return this.pages.page(reply, request, 'approvals/reason.njk', agencyReasonPage(booking));
    const { reason, errors } = readReason(given);
    if (answer === 'decline' && errors)
      return this.pages.page(reply, request, 'approvals/reason.njk', agencyReasonPage(booking, given, errors), 422);
    if (answer === 'approve') await this.approvals.approve(actor, id);
    else await this.approvals.decline(actor, id, reason);
    const moment = answer === 'approve' ? 'approved' : 'declined';
    this.pages.redirect(reply, `${paths.agencyBooking({ id })}?done=${moment}`);
  }

  @Get(paths.substituteBooking({ id: ':id' }))
  @Permit('me.read')
  async askColleague(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    this.pages.page(reply, request, 'account/form.njk', substitutePage(await this.ledBooking(actor, id)));
  }

  @Post(paths.substituteBooking({ id: ':id' }))
  @Permit('bookings.substitute')
  async substitute(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @FormFields() given: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const booking = await this.ledBooking(actor, id);
    try {
      const wanted = await shaped(SubstitutionDto, readDelegate(given));
      const made = await this.substitutions.substitute(actor, id, wanted);
      this.pages.redirect(reply, `${paths.agencyBooking({ id: made.id })}?done=substituted`);
    } catch (error) {
      const fields = ['email', 'name', 'jobRole'];
      const { errors, status } = refusedForm(error, 'email', { fields, words: delegateRefusals(error) });
      this.pages.page(reply, request, 'account/form.njk', substitutePage(booking, given, errors), status);
    }
  }

  /** A booking of an agency this person leads; anything else is not there, their own with another agency included. */
  private async ledBooking(actor: Actor, id: string): Promise<BookingView> {
    const booking = await this.queries.one(actor, id);
    if (!actor.leadAgencyIds.includes(booking.agencyId)) throw notFound();
    return booking;
  }
}
