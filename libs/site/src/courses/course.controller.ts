import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { paths } from '@roundtable/contracts';
import { CourseQueries, PrerequisitesService } from '@roundtable/courses';
import { type ActingRequest, type Actor, Clock, CurrentActor, Permit } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { ComingEvents } from '../events/coming-events.service';
import { SitePages } from '../frame/site-pages';
import { OwnBookings } from '../my-training/own-bookings.service';
import { coursePage } from './course.presenter';

@ApiExcludeController()
@Controller()
export class CoursePageController {
  constructor(
    private readonly pages: SitePages,
    private readonly courses: CourseQueries,
    private readonly prerequisites: PrerequisitesService,
    private readonly coming: ComingEvents,
    private readonly own: OwnBookings,
    private readonly clock: Clock,
  ) {}

  @Get(paths.course({ slug: ':slug' }))
  @Permit('courses.read')
  async show(
    @CurrentActor() actor: Actor,
    @Param('slug') slug: string,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const course = await this.courses.one(actor, slug);
    const now = this.clock.now();
    const events = await this.coming.search(actor, { courseId: course.id });
    const missing = actor.personId ? await this.prerequisites.missingFor(actor.personId, course.id, now) : null;
    const bookings = await this.own.live(actor);
    this.pages.page(reply, request, 'courses/course.njk', coursePage(course, events, missing, bookings, now));
  }
}
