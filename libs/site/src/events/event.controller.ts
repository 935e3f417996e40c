import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { EventsWithPlaces } from '@roundtable/bookings';
import { paths } from '@roundtable/contracts';
import { CourseQueries } from '@roundtable/courses';
import { type ActingRequest, type Actor, Clock, CurrentActor, Permit } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { SitePages } from '../frame/site-pages';
import { OwnBookings } from '../my-training/own-bookings.service';
import { eventPage } from './event.presenter';

@ApiExcludeController()
@Controller()
export class EventPageController {
  constructor(
    private readonly pages: SitePages,
    private readonly events: EventsWithPlaces,
    private readonly courses: CourseQueries,
    private readonly own: OwnBookings,
    private readonly clock: Clock,
  ) {}

  @Get(paths.event({ id: ':id' }))
  @Permit('events.read')
  async show(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const event = await this.events.one(actor, id);
    const { slug } = await this.courses.one(actor, event.courseId);
    const booking = (await this.own.live(actor)).find(({ eventId }) => eventId === event.id) ?? null;
    const isLead = actor.leadAgencyIds.length > 0;
    this.pages.page(reply, request, 'events/event.njk', eventPage(event, slug, booking, this.clock.now(), isLead));
  }
}
