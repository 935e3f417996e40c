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
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

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
    const publisher = { publicUrl: this.config.publicUrl, name: this.config.mailFrom.name };
    this.pages.page(reply, request, 'courses/course.njk', {
      ...coursePage(course, events, missing, bookings, now),
      structuredData: courseData(course, events, publisher),
    });
  }
}
