import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { EventsWithPlaces } from '@roundtable/bookings';
import { paths } from '@roundtable/contracts';
import { CourseQueries } from '@roundtable/courses';
import { PublishedProgramme } from '@roundtable/events';
import { type ActingRequest, type Actor, Clock, CurrentActor, Permit, VISITOR } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { SitePages } from '../frame/site-pages';
import { OwnResources } from '../resources/own-resources.service';
import { coursePage } from './course.presenter';

@ApiExcludeController()
@Controller()
export class CoursePreviewController {
  constructor(
    private readonly pages: SitePages,
    private readonly courses: CourseQueries,
    private readonly published: PublishedProgramme,
    private readonly events: EventsWithPlaces,
    private readonly resources: OwnResources,
    private readonly clock: Clock,
  ) {}

  /** The page of a course as a visitor will see it, for the office, whatever the course's state. */
  @Get(paths.coursePreview({ slug: ':slug' }))
  @Permit('courses.write')
  async preview(
    @CurrentActor() actor: Actor,
    @Param('slug') slug: string,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const now = this.clock.now();
    const course = await this.courses.one(actor, slug);
    const { programme } = await this.published.now();
    const dates = programme.comingOf(course.id, now).map(({ id }) => id);
    const events = await this.events.byIds(VISITOR, dates);
    const resources = await this.resources.forEverybody(actor, { courseId: course.id });
    const page = coursePage(course, events, null, [], now, { resources, isPreview: true });
    this.pages.page(reply, request, 'courses/course.njk', page);
  }
}
