import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type SecondFactorSetUp, paths } from '@roundtable/contracts';
import { OwnSecondFactor, fromRequest } from '@roundtable/people';
import { type ActingRequest, type Actor, CurrentActor, Permit, qrCodePicture } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { Fields, FormFields } from '../frame/fields';
import { SitePages } from '../frame/site-pages';
import { refusedForm } from './refused-form';
import {
  factorPage,
  newRecoveryCodesPage,
  recoveryCodesPage,
  removalPage,
  setUpPage,
  startPage,
} from './second-factor.presenter';
import { SignedInPages } from './signed-in.service';

const FORM = 'account/form.njk';
const SET_UP = 'account/second-factor-set-up.njk';
const CODES = 'account/recovery-codes.njk';

/** The second step of signing in: setting it up, its recovery codes, turning it off. */
@ApiExcludeController()
@Controller()
export class SecondFactorPageController {
  constructor(
    private readonly pages: SitePages,
    private readonly own: OwnSecondFactor,
    private readonly signedIn: SignedInPages,
  ) {}

  @Get(paths.secondFactor)
  @Permit('me.second-factor')
  async show(@CurrentActor() actor: Actor, @Req() request: ActingRequest, @Res() reply: FastifyReply): Promise<void> {
    const factor = await this.own.view(actor);
    if (factor.isOn) return this.pages.page(reply, request, 'account/second-factor.njk', factorPage(factor));
    this.pages.page(reply, request, FORM, startPage(actor.mustEnrol ?? false));
  }

  @Post(paths.secondFactor)
  @Permit('me.second-factor')
  async setUp(
    @CurrentActor() actor: Actor,
    @FormFields() given: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (given.text('do') === 'confirm') return this.confirm(actor, given, request, reply);
    try {
      await this.showSetUp(await this.own.begin(actor, given.exactly('password')), request, reply);
    } catch (error) {
      const { errors, status } = refusedForm(error, 'password', { fields: [] });
      this.pages.page(reply, request, FORM, startPage(actor.mustEnrol ?? false, errors), status);
    }
  }

  @Get(paths.recoveryCodes)
  @Permit('me.secure')
  askForCodes(@Req() request: ActingRequest, @Res() reply: FastifyReply): void {
    this.pages.page(reply, request, FORM, newRecoveryCodesPage());
  }

  @Post(paths.recoveryCodes)
  @Permit('me.secure')
  async renewCodes(
    @CurrentActor() actor: Actor,
    @FormFields() given: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    try {
      const codes = await this.own.renewRecoveryCodes(actor, given.text('code'));
      this.pages.page(reply, request, CODES, recoveryCodesPage(codes, false));
    } catch (error) {
      const { errors, status } = refusedForm(error, 'code', { fields: [] });
      this.pages.page(reply, request, FORM, newRecoveryCodesPage(errors), status);
    }
  }

  @Get(paths.secondFactorRemoval)
  @Permit('me.secure')
  askForRemoval(@Req() request: ActingRequest, @Res() reply: FastifyReply): void {
    this.pages.page(reply, request, FORM, removalPage());
  }

  @Post(paths.secondFactorRemoval)
  @Permit('me.secure')
  async remove(
    @CurrentActor() actor: Actor,
    @FormFields() given: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    try {
      const wanted = { password: given.exactly('password'), code: given.text('code') };
      this.signedIn.keep(reply, await this.own.remove(actor, wanted, fromRequest(request)));
      this.pages.redirect(reply, `${paths.account}?done=second-factor-off`);
    } catch (error) {
      const { errors, status } = refusedForm(error, 'code', { fields: ['password'] });
      this.pages.page(reply, request, FORM, removalPage(errors), status);
    }
  }

  private async confirm(actor: Actor, given: Fields, request: ActingRequest, reply: FastifyReply): Promise<void> {
    const begun = await this.own.begun(actor);
    if (!begun) return this.pages.redirect(reply, paths.secondFactor);
    try {
      const { recoveryCodes, ...signedIn } = await this.own.confirm(actor, given.text('code'), fromRequest(request));
      this.signedIn.keep(reply, signedIn);
      this.pages.page(reply, request, CODES, recoveryCodesPage(recoveryCodes, true));
    } catch (error) {
      const { errors, status } = refusedForm(error, 'code', { fields: [] });
      await this.showSetUp(begun, request, reply, errors, status);
    }
  }

  private async showSetUp(
    setUp: SecondFactorSetUp,
    request: ActingRequest,
    reply: FastifyReply,
    errors: Record<string, string> = {},
    status = 200,
  ): Promise<void> {
    const picture = await qrCodePicture(setUp.uri);
    this.pages.page(reply, request, SET_UP, setUpPage(setUp, picture, errors), status);
  }
}
