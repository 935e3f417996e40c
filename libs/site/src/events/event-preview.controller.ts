import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { EventsWithPlaces } from '@roundtable/bookings';
import { paths } from '@roundtable/contracts';
import { CourseQueries } from '@roundtable/courses';
import {
  type ActingRequest,
  type Actor,
  CONFIG,
  Clock,
  type Config,
  CurrentActor,
  Permit,
  VISITOR,
} from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { SitePages } from '../frame/site-pages';
import { EventDelivery } from './event-delivery.service';
import { type EventPage, eventPreviewPage } from './event.presenter';

/** An event as a delegate will see it, for staff, a draft too. */
@ApiExcludeController()
@Controller()
export class EventPreviewController {
  constructor(
    private readonly pages: SitePages,
    private readonly events: EventsWithPlaces,
    private readonly courses: CourseQueries,
    private readonly delivery: EventDelivery,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
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
    const facts = {
      event,
      course: await this.courses.one(actor, event.courseId),
      others: [],
      booking: null,
      missing: null,
    };
    const publisher = { publicUrl: this.config.publicUrl, name: this.config.mailFrom.name };
    const page: EventPage = {
      ...eventPreviewPage(facts, publisher, this.clock.now()),
      ...(await this.delivery.of(VISITOR, event)),
    };
    this.pages.page(reply, request, 'events/event.njk', page);
  }
}
