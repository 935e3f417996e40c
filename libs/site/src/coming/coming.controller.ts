import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ComingLinks, type ComingSight } from '@roundtable/bookings';
import { paths } from '@roundtable/contracts';
import { type ActingRequest, Clock, Permit, Problem } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { endedLinkPage } from '../account/ended-link.presenter';
import { Fields, FormFields } from '../frame/fields';
import { SitePages } from '../frame/site-pages';
import { readCancelling } from '../my-training/cancel-booking.presenter';
import { COMING_ANSWERS, comingPage, giveBackPage, isOpen } from './coming.presenter';

/** 'Can you still come?' behind the link in a mail, without signing in. Opening it changes nothing; only a button does. */
@ApiExcludeController()
@Controller()
export class ComingController {
  constructor(
    private readonly pages: SitePages,
    private readonly coming: ComingLinks,
    private readonly clock: Clock,
  ) {}

  @Get(paths.coming({ token: ':token' }))
  @Permit('coming.answer')
  async show(@Param('token') token: string, @Req() request: ActingRequest, @Res() reply: FastifyReply): Promise<void> {
    const sight = await this.coming.see(token);
    if (!sight) return this.pages.page(reply, request, 'account/ended-link.njk', ENDED, 404);
    this.pages.page(reply, request, 'coming/coming.njk', comingPage(sight, token));
  }

  @Post(paths.coming({ token: ':token' }))
  @Permit('coming.answer')
  async answer(
    @Param('token') token: string,
    @FormFields() given: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const sight = await this.coming.see(token);
    const answer = given.oneOf('answer', COMING_ANSWERS);
    if (!sight || !isOpen(sight) || answer === null) return this.show(token, request, reply);
    if (answer === 'no') return this.ask(sight, token, request, reply);
    const { reason, errors } = readCancelling(given);
    const needsReason = answer === 'cancel' && !sight.isAfterChange;
    if (needsReason && reason === null)
      return this.pages.page(
        reply,
        request,
        'coming/give-back.njk',
        giveBackPage(sight, token, this.clock.now(), errors),
        422,
      );
    await this.carryOut(token, answer, reason ?? '');
    this.pages.redirect(reply, paths.coming({ token }));
  }

  private ask(sight: ComingSight, token: string, request: ActingRequest, reply: FastifyReply): void {
    this.pages.page(reply, request, 'coming/give-back.njk', giveBackPage(sight, token, this.clock.now(), null));
  }

  /** Where the booking ended meanwhile, the page says what became of it. */
  private async carryOut(token: string, answer: 'yes' | 'cancel', reason: string): Promise<void> {
    try {
      if (answer === 'yes') await this.coming.yes(token);
      else await this.coming.no(token, reason);
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'bookings.not-possible') throw error;
    }
  }
}

const ENDED = endedLinkPage({ text: 'Sign in to see your bookings', href: paths.myTraining });
