import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DELIVERIES, paths } from '@roundtable/contracts';
import { CourseQueries } from '@roundtable/courses';
import { type ActingRequest, type Actor, Clock, CurrentActor, Permit } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { ComingEvents } from '../events/coming-events.service';
import { type Fields, QueryFields } from '../frame/fields';
import { SitePages } from '../frame/site-pages';
import { type CourseSearch, coursesPage } from './courses.presenter';

const MOST = 200;

@ApiExcludeController()
@Controller()
export class CoursesPageController {
  constructor(
    private readonly pages: SitePages,
    private readonly courses: CourseQueries,
    private readonly coming: ComingEvents,
    private readonly clock: Clock,
  ) {}

  @Get(paths.courses)
  @Permit('courses.read')
  async list(
    @CurrentActor() actor: Actor,
    @QueryFields() query: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const search = searchOf(query);
    const published = { status: 'published', _end: MOST } as const;
    const { items: all } = await this.courses.list(actor, published);
    const { q, topic, level } = search;
    const wanted = { ...(q && { q }), ...(topic && { topic }), ...(level && { level }) };
    const matching = Object.keys(wanted).length
      ? (await this.courses.list(actor, { ...published, ...wanted })).items
      : all;
    const events = await this.coming.search(actor);
    this.pages.page(
      reply,
      request,
      'courses/courses.njk',
      coursesPage(search, all, matching, events, this.clock.now()),
    );
  }
}

function searchOf(query: Fields): CourseSearch {
  return {
    q: query.text('q').slice(0, 200),
    topic: query.text('topic').slice(0, 100),
    level: query.text('level').slice(0, 20),
    delivery: query.oneOf('delivery', DELIVERIES),
    onlyFree: query.text('free') === 'yes',
  };
}
