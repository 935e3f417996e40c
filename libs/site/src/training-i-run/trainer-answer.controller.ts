import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { paths } from '@roundtable/contracts';
import { TrainerAnswersService } from '@roundtable/events';
import { type ActingRequest, Clock, Permit } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { Fields, FormFields } from '../frame/fields';
import { SitePages } from '../frame/site-pages';
import { trainerAnswerPage } from './trainer-answer.presenter';
import { closedLinkPage } from './trainer-link.presenter';
import { ANSWERS } from './training-i-run.presenter';

/** Whether a trainer can give an event, by the link in a mail. Opening the link changes nothing; only a button does. */
@ApiExcludeController()
@Controller()
export class TrainerAnswerController {
  constructor(
    private readonly pages: SitePages,
    private readonly answers: TrainerAnswersService,
    private readonly clock: Clock,
  ) {}

  @Get(paths.trainerAnswer({ token: ':token' }))
  @Permit('public')
  async show(@Param('token') token: string, @Req() request: ActingRequest, @Res() reply: FastifyReply): Promise<void> {
    const asked = await this.answers.see(token);
    if (!asked) return this.pages.page(reply, request, 'training-i-run/closed-answer.njk', closedLinkPage(), 404);
    const model = trainerAnswerPage(asked, token, this.clock.now());
    this.pages.page(reply, request, 'training-i-run/trainer-answer.njk', model);
  }

  @Post(paths.trainerAnswer({ token: ':token' }))
  @Permit('public')
  async answer(
    @Param('token') token: string,
    @FormFields() given: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answer = given.oneOf('answer', ANSWERS);
    if (answer === null || !(await this.answers.see(token))) return this.show(token, request, reply);
    await this.answers.answer(token, answer);
    this.pages.redirect(reply, paths.trainerAnswer({ token }));
  }
}
