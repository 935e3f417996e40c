import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { InterestsService } from '@roundtable/bookings';
import { AREAS, DELIVERIES, paths } from '@roundtable/contracts';
import { CourseQueries } from '@roundtable/courses';
import { type ActingRequest, type Actor, CurrentActor, Permit } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { type Fields, FormFields } from '../frame/fields';
import { SitePages } from '../frame/site-pages';
import { interestPage } from './interest.presenter';

/** Asking to be told of new dates of a course. */
@ApiExcludeController()
@Controller()
export class InterestPageController {
  constructor(
    private readonly pages: SitePages,
    private readonly courses: CourseQueries,
    private readonly interests: InterestsService,
  ) {}

  @Get(paths.interest({ slug: ':slug' }))
  @Permit('interests.own')
  async show(
    @CurrentActor() actor: Actor,
    @Param('slug') slug: string,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const course = await this.courses.byKey(actor, slug);
    const { items } = await this.interests.list(actor, { courseId: course.id });
    this.pages.page(reply, request, 'interests/interest.njk', interestPage(course, items[0] ?? null));
  }

  @Post(paths.interest({ slug: ':slug' }))
  @Permit('interests.own')
  async declare(
    @CurrentActor() actor: Actor,
    @Param('slug') slug: string,
    @FormFields() form: Fields,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.interests.declare(actor, slug, {
      area: form.oneOf('area', AREAS) ?? undefined,
      delivery: form.oneOf('delivery', DELIVERIES) ?? undefined,
    });
    this.pages.redirect(reply, paths.interest({ slug }));
  }

  @Post(paths.removeInterest({ id: ':id' }))
  @Permit('interests.own')
  async remove(@CurrentActor() actor: Actor, @Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    await this.interests.remove(actor, id);
    this.pages.redirect(reply, `${paths.myTraining}#interests`);
  }
}
