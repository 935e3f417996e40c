import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { paths } from '@roundtable/contracts';
import { CourseQueries, PrerequisitesService } from '@roundtable/courses';
import { type ActingRequest, type Actor, Clock, CurrentActor, Permit, VISITOR } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { ComingEvents } from '../events/coming-events.service';
import { SitePages } from '../frame/site-pages';
import { OwnBookings } from '../my-training/own-bookings.service';
import { OwnResources } from '../resources/own-resources.service';
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
    private readonly resources: OwnResources,
    private readonly clock: Clock,
  ) {}

  /** The page of a course. A former short address, and any other key of it, leads to the present one. */
  @Get(paths.course({ slug: ':slug' }))
  @Permit('courses.read')
  async show(
    @CurrentActor() actor: Actor,
    @Param('slug') slug: string,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const course = await this.courses.one(actor, slug);
    if (course.status === 'draft') return this.pages.redirect(reply, paths.coursePreview({ slug: course.slug }));
    if (course.slug !== slug) {
      void reply.header('cache-control', 'no-cache').redirect(paths.course({ slug: course.slug }), 301);
      return;
    }
    const now = this.clock.now();
    const events = await this.coming.search(actor, { courseId: course.id });
    const missing = actor.personId ? await this.prerequisites.missingFor(actor.personId, course.id, now) : null;
    const bookings = await this.own.live(actor);
    const resources = await this.resources.links(actor, { courseId: course.id });
    const page = coursePage(course, events, missing, bookings, now, { resources });
    this.pages.page(reply, request, 'courses/course.njk', page);
  }

  /** The same page as a visitor will see it, for the office, whatever the course's state. */
  @Get(paths.coursePreview({ slug: ':slug' }))
  @Permit('courses.write')
  async preview(
    @CurrentActor() actor: Actor,
    @Param('slug') slug: string,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const course = await this.courses.one(actor, slug);
    const events = await this.coming.search(VISITOR, { courseId: course.id });
    const resources = await this.resources.forEverybody(actor, { courseId: course.id });
    const page = coursePage(course, events, null, [], this.clock.now(), { resources, isPreview: true });
    this.pages.page(reply, request, 'courses/course.njk', page);
  }
}
