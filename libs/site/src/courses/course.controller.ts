import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { paths } from '@roundtable/contracts';
import { EventsWithPlaces } from '@roundtable/bookings';
import { CourseQueries, PrerequisitesService } from '@roundtable/courses';
import { PublishedProgramme } from '@roundtable/events';
import { type ActingRequest, type Actor, CONFIG, Clock, type Config, CurrentActor, Permit } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { SitePages } from '../frame/site-pages';
import { OwnBookings } from '../my-training/own-bookings.service';
import { OwnResources } from '../resources/own-resources.service';
import { courseData } from '../events/structured-data';
import { coursePage } from './course.presenter';

const MOST_DATES = 50;

@ApiExcludeController()
@Controller()
export class CoursePageController {
  constructor(
    private readonly pages: SitePages,
    private readonly courses: CourseQueries,
    private readonly prerequisites: PrerequisitesService,
    private readonly published: PublishedProgramme,
    private readonly events: EventsWithPlaces,
    private readonly own: OwnBookings,
    private readonly resources: OwnResources,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
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
    const { programme } = await this.published.now();
    const course = programme.courseAt(slug) ?? (await this.courses.one(actor, slug));
    if (course.status === 'draft') return this.pages.redirect(reply, paths.coursePreview({ slug: course.slug }));
    if (course.slug !== slug) {
      void reply.header('cache-control', 'no-cache').redirect(paths.course({ slug: course.slug }), 301);
      return;
    }
    const now = this.clock.now();
    const dates = programme.comingOf(course.id, now).slice(0, MOST_DATES);
    const events = await this.events.byIds(
      actor,
      dates.map(({ id }) => id),
    );
    const missing = actor.personId
      ? ((await this.prerequisites.missingOf([actor.personId], course.prerequisites, now)).get(actor.personId) ?? [])
      : null;
    const bookings = await this.own.live(actor);
    const resources = await this.resources.onPage(actor, { courseId: course.id });
    const publisher = { publicUrl: this.config.publicUrl, name: this.config.mailFrom.name };
    this.pages.page(reply, request, 'courses/course.njk', {
      ...coursePage(course, events, missing, bookings, now, { resources }),
      structuredData: course.status === 'published' ? courseData(course, events, publisher) : null,
    });
  }
}
