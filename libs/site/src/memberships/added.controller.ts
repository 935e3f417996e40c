import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { paths } from '@roundtable/contracts';
import { AddedMemberships } from '@roundtable/people';
import { type ActingRequest, Permit } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { endedLinkPage } from '../account/ended-link.presenter';
import { Fields, FormFields, QueryFields } from '../frame/fields';
import { SitePages } from '../frame/site-pages';
import { ANSWERS, addedPage } from './added.presenter';

const ENDED = endedLinkPage({ text: 'My training', href: paths.myTraining });

/** Saying whether it is right to have been added to an agency, by the link in the mail, on any device. */
@ApiExcludeController()
@Controller()
export class AddedController {
  constructor(
    private readonly pages: SitePages,
    private readonly added: AddedMemberships,
  ) {}

  /** The address in the mail. Opening it changes nothing: scanners of mail open every link. */
  @Get(paths.addedMembership({ token: ':token' }))
  @Permit('public')
  async open(
    @Param('token') token: string,
    @QueryFields() query: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const membership = await this.added.about(token);
    if (!membership) return this.pages.page(reply, request, 'account/ended-link.njk', ENDED, 404);
    const isDone = query.oneOf('done', ['yes']) !== null;
    this.pages.page(reply, request, 'memberships/added.njk', addedPage(token, membership, isDone));
  }

  @Post(paths.addedMembership({ token: ':token' }))
  @Permit('public')
  async answer(
    @Param('token') token: string,
    @FormFields() given: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!(await this.added.about(token))) return this.pages.page(reply, request, 'account/ended-link.njk', ENDED, 404);
    const answer = given.oneOf('answer', ANSWERS);
    if (answer === 'right') await this.added.confirm(token);
    if (answer === 'wrong') await this.added.refuse(token);
    this.pages.redirect(reply, `${paths.addedMembership({ token })}${answer ? '?done=yes' : ''}`);
  }
}
