import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { paths } from '@roundtable/contracts';
import { ConfirmingService } from '@roundtable/people';
import { type ActingRequest, Permit, Problem } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { endedLinkPage } from '../account/ended-link.presenter';
import { PRESSED } from '../account/form-page';
import { refusedForm } from '../account/refused-form';
import { Fields, FormFields, QueryFields } from '../frame/fields';
import { SitePages } from '../frame/site-pages';
import { confirmAddressPage, registerCodePage } from './register.presenter';

const FORM = 'account/form.njk';
const CONFIRMED = `${paths.signIn}?done=confirmed`;
const ENDED = endedLinkPage({ text: 'Sign in', href: paths.signIn });
const REFUSED = {
  'people.proof-refused': 'That code is not right, or it has run out. Enter it again, or create your account again',
};

/** Confirming the address of a registration, by the code or by the mailed link. */
@ApiExcludeController()
@Controller()
export class ConfirmAddressController {
  constructor(
    private readonly pages: SitePages,
    private readonly confirming: ConfirmingService,
  ) {}

  @Get(paths.registerCode)
  @Permit('public')
  async askForCode(
    @QueryFields() query: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    this.pages.page(reply, request, FORM, registerCodePage(await this.mailOf(query)));
  }

  @Post(paths.registerCode)
  @Permit('public')
  async byCode(@FormFields() given: Fields, @Req() request: ActingRequest, @Res() reply: FastifyReply): Promise<void> {
    const mail = await this.mailOf(given);
    const again = (errors: Record<string, string>, status: number): void =>
      this.pages.page(reply, request, FORM, registerCodePage(mail, errors), status);
    if (!given.has('code')) return again({ code: 'Enter the code from the email' }, 422);
    try {
      await this.confirming.byCode(mail, given.text('code'), { address: request.ip });
      this.pages.redirect(reply, CONFIRMED);
    } catch (error) {
      const refused = refusedForm(error, 'code', { fields: [], words: REFUSED });
      again(refused.errors, refused.status);
    }
  }

  /** The address in the mail. Opening it changes nothing: scanners of mail open every link. */
  @Get(paths.confirmAddress({ token: ':token' }))
  @Permit('public')
  async open(@Param('token') token: string, @Req() request: ActingRequest, @Res() reply: FastifyReply): Promise<void> {
    const email = await this.confirming.addressOf(token);
    if (email) return this.pages.page(reply, request, FORM, confirmAddressPage(token, email));
    this.pages.page(reply, request, 'account/ended-link.njk', ENDED, 404);
  }

  @Post(paths.confirmAddress({ token: ':token' }))
  @Permit('public')
  async byLink(
    @Param('token') token: string,
    @FormFields() given: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!given.has(PRESSED.name)) return this.pages.redirect(reply, paths.confirmAddress({ token }));
    try {
      await this.confirming.byLink(token);
      this.pages.redirect(reply, CONFIRMED);
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'people.proof-refused') throw error;
      this.pages.page(reply, request, 'account/ended-link.njk', ENDED, 404);
    }
  }

  private async mailOf(given: Fields): Promise<{ reference: string; email: string | null }> {
    const reference = given.text('mail').slice(0, 36);
    return { reference, email: await this.confirming.mailedTo(reference) };
  }
}
