import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { paths } from '@roundtable/contracts';
import { OwnCredentials } from '@roundtable/people';
import { type ActingRequest, Permit, Problem } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { Fields, FormFields } from '../frame/fields';
import { SitePages } from '../frame/site-pages';
import { confirmNewAddressPage } from './credentials.presenter';
import { endedLinkPage } from './ended-link.presenter';
import { PRESSED } from './form-page';

const ENDED = endedLinkPage({ text: 'Your account', href: paths.account });

/** Confirming a new address by the link that was mailed to it, on any device. */
@ApiExcludeController()
@Controller()
export class ConfirmNewAddressController {
  constructor(
    private readonly pages: SitePages,
    private readonly own: OwnCredentials,
  ) {}

  /** The address in the mail. Opening it changes nothing: scanners of mail open every link. */
  @Get(paths.confirmNewAddress({ token: ':token' }))
  @Permit('public')
  async open(@Param('token') token: string, @Req() request: ActingRequest, @Res() reply: FastifyReply): Promise<void> {
    const email = await this.own.newAddressOf(token);
    if (email) return this.pages.page(reply, request, 'account/form.njk', confirmNewAddressPage(token, email));
    this.pages.page(reply, request, 'account/ended-link.njk', ENDED, 404);
  }

  @Post(paths.confirmNewAddress({ token: ':token' }))
  @Permit('public')
  async confirm(
    @Param('token') token: string,
    @FormFields() given: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!given.has(PRESSED.name)) return this.pages.redirect(reply, paths.confirmNewAddress({ token }));
    try {
      await this.own.confirmAddress(token);
      this.pages.redirect(reply, `${paths.signIn}?done=new-address`);
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'people.proof-refused') throw error;
      this.pages.page(reply, request, 'account/ended-link.njk', ENDED, 404);
    }
  }
}
