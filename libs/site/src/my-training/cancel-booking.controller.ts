import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { CancellingService } from '@roundtable/bookings';
import { paths } from '@roundtable/contracts';
import { type ActingRequest, type Actor, Clock, CurrentActor, Permit } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { isLive } from '../booking/book.presenter';
import { Fields, FormFields } from '../frame/fields';
import { SitePages } from '../frame/site-pages';
import { cancelBookingPage, readCancelling } from './cancel-booking.presenter';
import { isOver } from './booking-words';
import { OwnBookings } from './own-bookings.service';

const TEMPLATE = 'my-training/cancel-booking.njk';

@ApiExcludeController()
@Controller()
export class CancelBookingController {
  constructor(
    private readonly pages: SitePages,
    private readonly own: OwnBookings,
    private readonly cancelling: CancellingService,
    private readonly clock: Clock,
  ) {}

  @Get(paths.cancelBooking({ id: ':id' }))
  @Permit('bookings.change')
  async ask(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const booking = await this.own.one(actor, id);
    if (!isLive(booking.status) || isOver(booking, this.clock.now()))
      return this.pages.redirect(reply, paths.booking({ id }));
    this.pages.page(reply, request, TEMPLATE, cancelBookingPage(booking, this.clock.now()));
  }

  @Post(paths.cancelBooking({ id: ':id' }))
  @Permit('bookings.change')
  async cancel(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @FormFields() given: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const booking = await this.own.one(actor, id);
    const { reason, errors } = readCancelling(given);
    if (reason === null)
      return this.pages.page(reply, request, TEMPLATE, cancelBookingPage(booking, this.clock.now(), errors), 422);
    // Pressed twice: what was asked for has happened already.
    if (booking.status !== 'cancelled') await this.cancelling.cancel(actor, id, reason);
    this.pages.redirect(reply, `${paths.booking({ id })}?done=cancelled`);
  }
}
