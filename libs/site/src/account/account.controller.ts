import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { paths } from '@roundtable/contracts';
import {
  EmailChangeDto,
  OwnCredentials,
  OwnSecondFactor,
  PasswordChangeDto,
  SignIns,
  fromRequest,
} from '@roundtable/people';
import { Subscriptions } from '@roundtable/messages';
import { type ActingRequest, type Actor, CurrentActor, Permit } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { Fields, FormFields, QueryFields } from '../frame/fields';
import { SitePages } from '../frame/site-pages';
import { ACCOUNT_MOMENTS, accountPage } from './account.presenter';
import { changeAddressPage, changePasswordPage } from './credentials.presenter';
import { refusedForm, shaped } from './refused-form';
import { SignedInPages } from './signed-in.service';

const FORM = 'account/form.njk';

/** A person's own account: what they sign in with, and changing it. */
@ApiExcludeController()
@Controller()
export class AccountController {
  constructor(
    private readonly pages: SitePages,
    private readonly own: OwnCredentials,
    private readonly factor: OwnSecondFactor,
    private readonly signIns: SignIns,
    private readonly signedIn: SignedInPages,
    private readonly subscriptions: Subscriptions,
  ) {}

  @Get(paths.account)
  @Permit('me.secure')
  async show(
    @CurrentActor() actor: Actor,
    @QueryFields() query: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const [factor, { total }] = [await this.factor.view(actor), await this.signIns.list(actor)];
    const mailings = await this.subscriptions.own(actor);
    const moment = query.oneOf('done', ACCOUNT_MOMENTS);
    this.pages.page(reply, request, 'account/account.njk', accountPage(actor, factor, total, moment, mailings));
  }

  @Get(paths.accountPassword)
  @Permit('me.secure')
  askForPassword(@Req() request: ActingRequest, @Res() reply: FastifyReply): void {
    this.pages.page(reply, request, FORM, changePasswordPage());
  }

  @Post(paths.accountPassword)
  @Permit('me.secure')
  async changePassword(
    @CurrentActor() actor: Actor,
    @FormFields() given: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const fields = ['currentPassword', 'newPassword'];
    try {
      const wanted = await shaped(
        PasswordChangeDto,
        Object.fromEntries(fields.map((name) => [name, given.exactly(name)])),
      );
      this.signedIn.keep(reply, await this.own.changePassword(actor, wanted, fromRequest(request)));
      this.pages.redirect(reply, `${paths.account}?done=password`);
    } catch (error) {
      const refused = refusedForm(error, 'currentPassword', { fields });
      this.pages.page(reply, request, FORM, changePasswordPage(refused.errors), refused.status);
    }
  }

  @Get(paths.accountEmail)
  @Permit('me.secure')
  askForAddress(@Req() request: ActingRequest, @Res() reply: FastifyReply): void {
    this.pages.page(reply, request, FORM, changeAddressPage(''));
  }

  @Post(paths.accountEmail)
  @Permit('me.secure')
  async changeAddress(
    @CurrentActor() actor: Actor,
    @FormFields() given: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const email = given.text('email');
    try {
      await this.own.changeAddress(actor, await shaped(EmailChangeDto, { email, password: given.exactly('password') }));
      this.pages.redirect(reply, `${paths.account}?done=address`);
    } catch (error) {
      const refused = refusedForm(error, 'email', { fields: ['email', 'password'] });
      this.pages.page(reply, request, FORM, changeAddressPage(email, refused.errors), refused.status);
    }
  }
}
