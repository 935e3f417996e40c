import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { paths } from '@roundtable/contracts';
import { type ActingRequest, type Actor, CurrentActor, Permit } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { ComingEvents } from '../events/coming-events.service';
import { SitePages } from '../frame/site-pages';
import { EVENTS_SHOWN, homePage } from './home.presenter';

@ApiExcludeController()
@Controller()
export class HomeController {
  constructor(
    private readonly pages: SitePages,
    private readonly coming: ComingEvents,
  ) {}

  @Get(paths.home)
  @Permit('public')
  async show(@CurrentActor() actor: Actor, @Req() request: ActingRequest, @Res() reply: FastifyReply): Promise<void> {
    const events = await this.coming.next(actor, EVENTS_SHOWN);
    this.pages.page(reply, request, 'home/home.njk', homePage(events));
  }
}
