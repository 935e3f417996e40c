import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type CourseView, paths } from '@roundtable/contracts';
import { CourseQueries } from '@roundtable/courses';
import { AttemptsService, ModulesService } from '@roundtable/elearning';
import { type ActingRequest, type Actor, Clock, CurrentActor, Permit } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { Fields, FormFields } from '../frame/fields';
import { SitePages } from '../frame/site-pages';
import { attemptPage } from './attempt.presenter';
import { latestOf } from './completion-words';
import { type ModuleReader, modulePage, readAttempt } from './module.presenter';
import { OwnCompletions } from './own-completions.service';

const TEMPLATE = 'learning/module.njk';
const MOST = 200;

/** A module to read, and its knowledge check. */
@ApiExcludeController()
@Controller()
export class ModulePageController {
  constructor(
    private readonly pages: SitePages,
    private readonly modules: ModulesService,
    private readonly attempts: AttemptsService,
    private readonly completions: OwnCompletions,
    private readonly courses: CourseQueries,
    private readonly clock: Clock,
  ) {}

  @Get(paths.module({ slug: ':slug' }))
  @Permit('modules.read')
  async read(
    @CurrentActor() actor: Actor,
    @Param('slug') slug: string,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const module = await this.modules.bySlug(actor, slug);
    this.pages.page(reply, request, TEMPLATE, modulePage(module, await this.reader(actor, module.id)));
  }

  @Post(paths.module({ slug: ':slug' }))
  @Permit('modules.attempt')
  async attempt(
    @CurrentActor() actor: Actor,
    @Param('slug') slug: string,
    @FormFields() given: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const module = await this.modules.bySlug(actor, slug);
    const { answers, errors } = readAttempt(module, given);
    if (errors) {
      const reader = await this.reader(actor, module.id);
      return this.pages.page(reply, request, TEMPLATE, modulePage(module, reader, given, errors), 422);
    }
    const attempt = await this.attempts.attempt(actor, module.id, { answers });
    const explanations = new Map(module.questions.map(({ id, explanation }) => [id, explanation]));
    const courses = await this.publishedCourses(actor);
    this.pages.page(
      reply,
      request,
      'learning/attempt.njk',
      attemptPage(module, attempt, answers, explanations, courses),
    );
  }

  private async reader(actor: Actor, moduleId: string): Promise<ModuleReader> {
    return {
      isSignedIn: actor.personId !== null,
      completion: latestOf(await this.completions.all(actor), moduleId),
      courses: await this.publishedCourses(actor),
      now: this.clock.now(),
    };
  }

  private async publishedCourses(actor: Actor): Promise<CourseView[]> {
    return (await this.courses.list(actor, { status: 'published', _end: MOST })).items;
  }
}
