import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { paths } from '@roundtable/contracts';
import { SignIns } from '@roundtable/people';
import { type ActingRequest, type Actor, CurrentActor, Permit } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { Fields, FormFields, QueryFields } from '../frame/fields';
import { SitePages } from '../frame/site-pages';
import { signInsPage } from './sign-ins.presenter';

/** The devices a person is signed in on, and signing them out. */
@ApiExcludeController()
@Controller()
export class SignInsPageController {
  constructor(
    private readonly pages: SitePages,
    private readonly signIns: SignIns,
  ) {}

  @Get(paths.accountSignIns)
  @Permit('me.secure')
  async show(
    @CurrentActor() actor: Actor,
    @QueryFields() query: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { items } = await this.signIns.list(actor);
    this.pages.page(reply, request, 'account/sign-ins.njk', signInsPage(items, query.has('done')));
  }

  @Post(paths.accountSignIns)
  @Permit('me.secure')
  async end(@CurrentActor() actor: Actor, @FormFields() given: Fields, @Res() reply: FastifyReply): Promise<void> {
    if (given.has('all')) await this.signIns.endOthers(actor);
    else await this.signIns.endOwn(actor, given.text('id').slice(0, 36));
    this.pages.redirect(reply, `${paths.accountSignIns}?done=yes`);
  }
}
