import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { EventsWithPlaces } from '@roundtable/bookings';
import { paths } from '@roundtable/contracts';
import { type ActingRequest, type Actor, Clock, CurrentActor, Permit } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { SitePages } from '../frame/site-pages';
import { eventPreviewPage } from './event.presenter';

/** An event as a delegate will see it, for staff, a draft too. */
@ApiExcludeController()
@Controller()
export class EventPreviewController {
  constructor(
    private readonly pages: SitePages,
    private readonly events: EventsWithPlaces,
    private readonly clock: Clock,
  ) {}

  @Get(paths.eventPreview({ id: ':id' }))
  @Permit('events.write')
  async show(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const event = await this.events.asDelegate(actor, id);
    this.pages.page(reply, request, 'events/event.njk', eventPreviewPage(event, null, this.clock.now()));
  }
}
