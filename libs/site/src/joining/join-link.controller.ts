import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { JoinPages } from '@roundtable/bookings';
import { paths } from '@roundtable/contracts';
import { type ActingRequest, Permit } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { PRESSED } from '../account/form-page';
import { endedLinkPage } from '../account/ended-link.presenter';
import { Fields, FormFields } from '../frame/fields';
import { SitePages } from '../frame/site-pages';
import { toMeeting } from './join-booking.controller';
import { joinPage } from './join.presenter';

/** The personal join page behind the link in joining instructions: on any device, without signing in. */
@ApiExcludeController()
@Controller()
export class JoinLinkController {
  constructor(
    private readonly pages: SitePages,
    private readonly joining: JoinPages,
  ) {}

  @Get(paths.join({ token: ':token' }))
  @Permit('joining.use')
  async show(@Param('token') token: string, @Req() request: ActingRequest, @Res() reply: FastifyReply): Promise<void> {
    const sight = await this.joining.byToken(token);
    if (!sight) return this.pages.page(reply, request, 'account/ended-link.njk', ENDED, 404);
    this.pages.page(reply, request, 'joining/join.njk', joinPage(sight, paths.join({ token }), null));
  }

  @Post(paths.join({ token: ':token' }))
  @Permit('joining.use')
  async join(
    @Param('token') token: string,
    @FormFields() given: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (given.text(PRESSED.name) !== PRESSED.value) return this.show(token, request, reply);
    const meetingUrl = await this.joining.joinByToken(token);
    if (meetingUrl === null) return this.show(token, request, reply);
    toMeeting(reply, meetingUrl);
  }
}

const ENDED = endedLinkPage({ text: 'Sign in to see your bookings', href: paths.myTraining });
