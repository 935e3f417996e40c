import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { JoinPages } from '@roundtable/bookings';
import { paths } from '@roundtable/contracts';
import { type ActingRequest, type Actor, CurrentActor, Permit } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { PRESSED } from '../account/form-page';
import { Fields, FormFields } from '../frame/fields';
import { SitePages } from '../frame/site-pages';
import { joinPage } from './join.presenter';

/** The same page for whoever is signed in, from their booking. */
@ApiExcludeController()
@Controller()
export class JoinBookingController {
  constructor(
    private readonly pages: SitePages,
    private readonly joining: JoinPages,
  ) {}

  @Get(paths.joinBooking({ id: ':id' }))
  @Permit('bookings.read')
  async show(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const sight = await this.joining.own(actor, id);
    const model = joinPage(sight, paths.joinBooking({ id }), paths.booking({ id }));
    this.pages.page(reply, request, 'joining/join.njk', { ...model, section: 'mine' });
  }

  @Post(paths.joinBooking({ id: ':id' }))
  @Permit('bookings.change')
  async join(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @FormFields() given: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (given.text(PRESSED.name) !== PRESSED.value) return this.show(actor, id, request, reply);
    toMeeting(reply, await this.joining.joinOwn(actor, id));
  }
}

/** Sends the browser to the meeting, without telling the other website the address of the personal page. */
export function toMeeting(reply: FastifyReply, meetingUrl: string): void {
  void reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer').redirect(meetingUrl, 303);
}
