import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ApprovalLinks } from '@roundtable/bookings';
import { paths } from '@roundtable/contracts';
import { type ActingRequest, Permit, Problem } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { endedLinkPage } from '../account/ended-link.presenter';
import { Fields, FormFields } from '../frame/fields';
import { SitePages } from '../frame/site-pages';
import { ANSWERS, approvalPage, readReason, reasonPage } from './approval.presenter';

/** A request behind the link in a mail to whoever approves it. Opening the link changes nothing; only a button does. */
@ApiExcludeController()
@Controller()
export class ApprovalController {
  constructor(
    private readonly pages: SitePages,
    private readonly approvals: ApprovalLinks,
  ) {}

  @Get(paths.approval({ token: ':token' }))
  @Permit('approvals.answer')
  async show(@Param('token') token: string, @Req() request: ActingRequest, @Res() reply: FastifyReply): Promise<void> {
    const asked = await this.approvals.see(token);
    if (!asked) return this.pages.page(reply, request, 'approvals/ended.njk', ENDED, 404);
    this.pages.page(reply, request, 'approvals/approval.njk', approvalPage(asked, token));
  }

  @Post(paths.approval({ token: ':token' }))
  @Permit('approvals.answer')
  async answer(
    @Param('token') token: string,
    @FormFields() given: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = await this.approvals.see(token);
    const answer = given.oneOf('answer', ANSWERS);
    if (!asked || asked.status !== 'awaiting_approval' || answer === null) return this.show(token, request, reply);
    if (answer === 'not-approve')
      return this.pages.page(reply, request, 'approvals/reason.njk', reasonPage(asked, token));
    const { reason, errors } = readReason(given);
    if (answer === 'decline' && errors)
      return this.pages.page(reply, request, 'approvals/reason.njk', reasonPage(asked, token, given, errors), 422);
    await this.carryOut(token, answer, reason);
    this.pages.redirect(reply, paths.approval({ token }));
  }

  /** Where somebody else answered meanwhile, the page says what was decided. */
  private async carryOut(token: string, answer: 'approve' | 'decline', reason: string): Promise<void> {
    try {
      if (answer === 'approve') await this.approvals.approve(token);
      else await this.approvals.decline(token, reason);
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'bookings.not-possible') throw error;
    }
  }
}

const ENDED = endedLinkPage({ text: 'Sign in to see what waits for you', href: paths.signIn });
