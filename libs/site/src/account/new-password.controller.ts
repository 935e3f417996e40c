import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { paths } from '@roundtable/contracts';
import { MailToDto, PasswordResetConfirmationDto, PasswordResets } from '@roundtable/people';
import { type ActingRequest, Permit, Problem } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { Fields, FormFields, QueryFields } from '../frame/fields';
import { SitePages } from '../frame/site-pages';
import { endedLinkPage } from './ended-link.presenter';
import { forgottenPasswordPage, mailSentPage, newPasswordPage } from './new-password.presenter';
import { refusedForm, shaped } from './refused-form';

const FORM = 'account/form.njk';
const ENDED = endedLinkPage({ text: 'Get a new link', href: paths.forgottenPassword });

/** A new password, by mail, for whoever forgot theirs. */
@ApiExcludeController()
@Controller()
export class NewPasswordController {
  constructor(
    private readonly pages: SitePages,
    private readonly resets: PasswordResets,
  ) {}

  @Get(paths.forgottenPassword)
  @Permit('public')
  ask(@QueryFields() query: Fields, @Req() request: ActingRequest, @Res() reply: FastifyReply): void {
    if (query.has('sent')) return this.pages.page(reply, request, 'account/mail-sent.njk', mailSentPage());
    this.pages.page(reply, request, FORM, forgottenPasswordPage(''));
  }

  @Post(paths.forgottenPassword)
  @Permit('public')
  async mail(@FormFields() given: Fields, @Req() request: ActingRequest, @Res() reply: FastifyReply): Promise<void> {
    const email = given.text('email');
    try {
      const wanted = await shaped(MailToDto, { email });
      await this.resets.ask(wanted.email, { address: request.ip });
      this.pages.redirect(reply, `${paths.forgottenPassword}?sent=yes`);
    } catch (error) {
      const refused = refusedForm(error, 'email', { fields: ['email'] });
      this.pages.page(reply, request, FORM, forgottenPasswordPage(email, refused.errors), refused.status);
    }
  }

  /** The address in the mail. Opening it changes nothing. */
  @Get(paths.newPassword({ token: ':token' }))
  @Permit('public')
  async open(@Param('token') token: string, @Req() request: ActingRequest, @Res() reply: FastifyReply): Promise<void> {
    if (await this.resets.isOpen(token)) return this.pages.page(reply, request, FORM, newPasswordPage(token));
    this.pages.page(reply, request, 'account/ended-link.njk', ENDED, 404);
  }

  @Post(paths.newPassword({ token: ':token' }))
  @Permit('public')
  async choose(
    @Param('token') token: string,
    @FormFields() given: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    try {
      const { password } = await shaped(PasswordResetConfirmationDto, { token, password: given.exactly('password') });
      await this.resets.choose(token, password, { address: request.ip });
      this.pages.redirect(reply, `${paths.signIn}?done=new-password`);
    } catch (error) {
      if (error instanceof Problem && error.code === 'people.proof-refused')
        return this.pages.page(reply, request, 'account/ended-link.njk', ENDED, 404);
      const refused = refusedForm(error, 'password', { fields: ['password'] });
      this.pages.page(reply, request, FORM, newPasswordPage(token, refused.errors), refused.status);
    }
  }
}
