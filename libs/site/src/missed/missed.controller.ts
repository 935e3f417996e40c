import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AbsenceReasons } from '@roundtable/bookings';
import { paths } from '@roundtable/contracts';
import { type ActingRequest, Permit } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { endedLinkPage } from '../account/ended-link.presenter';
import { Fields, FormFields } from '../frame/fields';
import { SitePages } from '../frame/site-pages';
import { missedPage, readAbsence } from './missed.presenter';

const TEMPLATE = 'missed/missed.njk';

/** Why somebody was absent, behind the link in a mail, without signing in. Opening it changes nothing. */
@ApiExcludeController()
@Controller()
export class MissedController {
  constructor(
    private readonly pages: SitePages,
    private readonly absences: AbsenceReasons,
  ) {}

  @Get(paths.missed({ token: ':token' }))
  @Permit('absences.explain')
  async show(@Param('token') token: string, @Req() request: ActingRequest, @Res() reply: FastifyReply): Promise<void> {
    const sight = await this.absences.see(token);
    if (!sight) return this.pages.page(reply, request, 'account/ended-link.njk', ENDED, 404);
    this.pages.page(reply, request, TEMPLATE, missedPage(sight, token));
  }

  @Post(paths.missed({ token: ':token' }))
  @Permit('absences.explain')
  async say(
    @Param('token') token: string,
    @FormFields() given: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const sight = await this.absences.see(token);
    if (!sight?.isAbsent) return this.show(token, request, reply);
    const { reason, errors } = readAbsence(given);
    if (reason === null) return this.pages.page(reply, request, TEMPLATE, missedPage(sight, token, errors), 422);
    await this.absences.say(token, reason);
    this.pages.redirect(reply, paths.missed({ token }));
  }
}

const ENDED = endedLinkPage({ text: 'Sign in to see your bookings', href: paths.myTraining });
