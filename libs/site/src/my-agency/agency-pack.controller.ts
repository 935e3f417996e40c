import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { paths } from '@roundtable/contracts';
import { type ActingRequest, type Actor, Clock, CurrentActor, Permit } from '@roundtable/platform';
import { AgencyPackService, packYears } from '@roundtable/reports';
import type { FastifyReply } from 'fastify';
import { Fields, QueryFields } from '../frame/fields';
import { SitePages } from '../frame/site-pages';
import { agencyPackPage } from './agency-pack.presenter';
import { LedAgencies } from './led-agencies.service';

/** What a lead takes to the board of their agency: one partnership year, to read and as files. */
@ApiExcludeController()
@Controller()
export class AgencyPackController {
  constructor(
    private readonly pages: SitePages,
    private readonly led: LedAgencies,
    private readonly packs: AgencyPackService,
    private readonly clock: Clock,
  ) {}

  @Get(paths.agencyPack)
  @Permit('agency-packs.read')
  async show(
    @CurrentActor() actor: Actor,
    @QueryFields() query: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const agencies = await this.led.of(actor);
    const years = packYears(this.clock.now());
    const agencyId = query.text('agency').slice(0, 36);
    const asked = {
      year: query.oneOf('year', years) ?? years[0] ?? '',
      ...(agencyId && { agencyId }),
    };
    const pack = await this.packs.pack(actor, asked);
    this.pages.page(reply, request, 'my-agency/agency-pack.njk', agencyPackPage(asked, { agencies, years }, pack));
  }
}
