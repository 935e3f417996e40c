import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { paths } from '@roundtable/contracts';
import { MailChoices } from '@roundtable/people';
import { type ActingRequest, type Actor, CurrentActor, Permit } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { Fields, FormFields, QueryFields } from '../frame/fields';
import { SitePages } from '../frame/site-pages';
import { LedAgencies } from './led-agencies.service';
import { leadDigestPage } from './lead-digest.presenter';

/** Whether a lead gets the weekly mail about their people. */
@ApiExcludeController()
@Controller()
export class LeadDigestController {
  constructor(
    private readonly pages: SitePages,
    private readonly agencies: LedAgencies,
    private readonly choices: MailChoices,
  ) {}

  @Get(paths.leadDigest)
  @Permit('lead-digest.choose')
  async show(
    @CurrentActor() actor: Actor,
    @QueryFields() query: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.agencies.of(actor);
    const isWanted = await this.choices.isWanted(actor, 'lead-digest');
    const page = leadDigestPage(isWanted, query.text('done') === 'yes');
    this.pages.page(reply, request, 'my-agency/lead-digest.njk', page);
  }

  @Post(paths.leadDigest)
  @Permit('lead-digest.choose')
  async choose(@CurrentActor() actor: Actor, @FormFields() given: Fields, @Res() reply: FastifyReply): Promise<void> {
    await this.agencies.of(actor);
    const wanted = given.oneOf('wanted', ['yes', 'no']);
    if (wanted === null) return this.pages.redirect(reply, paths.leadDigest);
    await this.choices.choose(actor, 'lead-digest', wanted === 'yes');
    this.pages.redirect(reply, `${paths.leadDigest}?done=yes`);
  }
}
