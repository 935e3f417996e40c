import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { paths } from '@roundtable/contracts';
import { Subscriptions } from '@roundtable/messages';
import { type ActingRequest, Permit } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { endedLinkPage } from '../account/ended-link.presenter';
import { PRESSED } from '../account/form-page';
import { Fields, FormFields } from '../frame/fields';
import { SitePages } from '../frame/site-pages';
import { isOneClick } from './one-click';
import { TAKE_BACK, unsubscribePage } from './unsubscribe.presenter';

const ENDED = endedLinkPage({ text: 'Your account', href: paths.accountMailings });

/** Ending mail about training by the link in it, without signing in. Opening the link changes nothing. */
@ApiExcludeController()
@Controller()
export class UnsubscribeController {
  constructor(
    private readonly pages: SitePages,
    private readonly subscriptions: Subscriptions,
  ) {}

  @Get(paths.unsubscribe({ token: ':token' }))
  @Permit('public')
  async show(@Param('token') token: string, @Req() request: ActingRequest, @Res() reply: FastifyReply): Promise<void> {
    const subscription = await this.subscriptions.behind(token);
    if (!subscription) return this.pages.page(reply, request, 'account/ended-link.njk', ENDED, 404);
    this.pages.page(reply, request, 'mailings/unsubscribe.njk', unsubscribePage(subscription, token));
  }

  /** The button of the page, or a mail programme that carries out RFC 8058, which is answered without being sent on. */
  @Post(paths.unsubscribe({ token: ':token' }))
  @Permit('public')
  async answer(
    @Param('token') token: string,
    @FormFields() given: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const isPressed = given.text(PRESSED.name) === PRESSED.value;
    const isTakenBack = given.text(TAKE_BACK.name) === TAKE_BACK.value;
    if (await isOneClick(given, request)) {
      await this.subscriptions.stopByLink(token);
      return this.show(token, request, reply);
    }
    if (isPressed) await this.subscriptions.stopByLink(token);
    if (isTakenBack) await this.subscriptions.askAgainByLink(token);
    if (!isPressed && !isTakenBack) return this.show(token, request, reply);
    this.pages.redirect(reply, paths.unsubscribe({ token }));
  }
}
