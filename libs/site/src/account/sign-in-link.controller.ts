import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { paths } from '@roundtable/contracts';
import { MailToDto, SignInLinks, fromRequest } from '@roundtable/people';
import { type ActingRequest, Permit, Problem } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { Fields, FormFields, QueryFields } from '../frame/fields';
import { localPath } from '../frame/local-path';
import { SitePages } from '../frame/site-pages';
import { endedLinkPage } from './ended-link.presenter';
import { PRESSED } from './form-page';
import { refusedForm, shaped } from './refused-form';
import { REFUSED_LINK, linkPage, signInByLinkPage, signInCodePage } from './sign-in.presenter';
import { SignedInPages } from './signed-in.service';

const FORM = 'account/form.njk';
const ENDED = endedLinkPage({ text: 'Get a new link to sign in', href: paths.signInLink });

/** Signing in by a mailed link or its code. */
@ApiExcludeController()
@Controller()
export class SignInLinkController {
  constructor(
    private readonly pages: SitePages,
    private readonly links: SignInLinks,
    private readonly signedIn: SignedInPages,
  ) {}

  @Get(paths.signInLink)
  @Permit('public')
  ask(@QueryFields() query: Fields, @Req() request: ActingRequest, @Res() reply: FastifyReply): void {
    this.pages.page(reply, request, FORM, linkPage('', localPath(query.text('returnTo'), '')));
  }

  @Post(paths.signInLink)
  @Permit('public')
  async mail(@FormFields() given: Fields, @Req() request: ActingRequest, @Res() reply: FastifyReply): Promise<void> {
    const email = given.text('email');
    const returnTo = localPath(given.text('returnTo'), '');
    try {
      const wanted = await shaped(MailToDto, { email });
      const { reference } = await this.links.ask(wanted.email, fromRequest(request));
      const query = new URLSearchParams({ mail: reference, ...(returnTo && { returnTo }) });
      this.pages.redirect(reply, `${paths.signInCode}?${query.toString()}`);
    } catch (error) {
      const refused = refusedForm(error, 'email', { fields: ['email'] });
      this.pages.page(reply, request, FORM, linkPage(email, returnTo, refused.errors), refused.status);
    }
  }

  @Get(paths.signInCode)
  @Permit('public')
  async askForCode(
    @QueryFields() query: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    this.pages.page(reply, request, FORM, signInCodePage(await this.mailOf(query)));
  }

  @Post(paths.signInCode)
  @Permit('public')
  async byCode(@FormFields() given: Fields, @Req() request: ActingRequest, @Res() reply: FastifyReply): Promise<void> {
    const mail = await this.mailOf(given);
    const again = (errors: Record<string, string>, status: number): void =>
      this.pages.page(reply, request, FORM, signInCodePage(mail, errors), status);
    if (!given.has('code')) return again({ code: 'Enter the code from the email' }, 422);
    try {
      const signedIn = await this.links.beginByCode(mail, given.text('code'), fromRequest(request));
      this.signedIn.goOn(reply, request, signedIn, mail.returnTo);
    } catch (error) {
      const refused = refusedForm(error, 'code', { fields: [], words: REFUSED_LINK });
      again(refused.errors, refused.status);
    }
  }

  /** The address in the mail. Opening it changes nothing: scanners of mail open every link. */
  @Get(paths.signInByLink({ token: ':token' }))
  @Permit('public')
  async open(@Param('token') token: string, @Req() request: ActingRequest, @Res() reply: FastifyReply): Promise<void> {
    if (await this.links.isOpen(token)) return this.pages.page(reply, request, FORM, signInByLinkPage(token));
    this.pages.page(reply, request, 'account/ended-link.njk', ENDED, 404);
  }

  @Post(paths.signInByLink({ token: ':token' }))
  @Permit('public')
  async byLink(
    @Param('token') token: string,
    @FormFields() given: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!given.has(PRESSED.name)) return this.pages.redirect(reply, paths.signInByLink({ token }));
    try {
      this.signedIn.goOn(reply, request, await this.links.beginByLink(token, fromRequest(request)), '');
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'people.proof-refused') throw error;
      this.pages.page(reply, request, 'account/ended-link.njk', ENDED, 404);
    }
  }

  private async mailOf(given: Fields): Promise<{ reference: string; email: string | null; returnTo: string }> {
    const reference = given.text('mail').slice(0, 36);
    const returnTo = localPath(given.text('returnTo'), '');
    return { reference, email: await this.links.addressOf(reference), returnTo };
  }
}
