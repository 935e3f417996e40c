import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ChargeQueries } from '@roundtable/bookings';
import { paths } from '@roundtable/contracts';
import { type ActingRequest, type Actor, CurrentActor, Permit } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { Fields, QueryFields } from '../frame/fields';
import { SitePages } from '../frame/site-pages';
import { CHARGES_PER_PAGE, agencyChargesPage } from './agency-charges.presenter';
import { LedAgencies } from './led-agencies.service';

@ApiExcludeController()
@Controller()
export class AgencyChargesController {
  constructor(
    private readonly pages: SitePages,
    private readonly led: LedAgencies,
    private readonly charges: ChargeQueries,
  ) {}

  @Get(paths.agencyCharges)
  @Permit('me.read')
  async show(
    @CurrentActor() actor: Actor,
    @QueryFields() query: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const agencies = await this.led.of(actor);
    const page = Math.min(1000, Math.max(1, Number.parseInt(query.text('page'), 10) || 1));
    const { items, total } = await this.charges.told(
      actor,
      { _start: (page - 1) * CHARGES_PER_PAGE, _end: page * CHARGES_PER_PAGE },
      { agencyIds: actor.leadAgencyIds },
    );
    const names = agencies.map(({ name }) => name);
    this.pages.page(reply, request, 'my-agency/agency-charges.njk', agencyChargesPage(names, items, { total, page }));
  }
}
