import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { paths } from '@roundtable/contracts';
import { type ActingRequest, Permit } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { SitePages } from '../frame/site-pages';

/** Pages of words alone. */
@ApiExcludeController()
@Controller()
export class InformationController {
  constructor(private readonly pages: SitePages) {}

  @Get(paths.accessibility)
  @Permit('public')
  accessibility(@Req() request: ActingRequest, @Res() reply: FastifyReply): void {
    this.pages.page(reply, request, 'information/accessibility.njk', { title: 'Accessibility statement' });
  }

  @Get(paths.privacy)
  @Permit('public')
  privacy(@Req() request: ActingRequest, @Res() reply: FastifyReply): void {
    this.pages.page(reply, request, 'information/privacy.njk', { title: 'Privacy' });
  }
}
