import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { paths } from '@roundtable/contracts';
import { ManagerAnswers } from '@roundtable/evaluations';
import { type ActingRequest, Permit } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { Fields, FormFields } from '../frame/fields';
import { SitePages } from '../frame/site-pages';
import { versionRead } from './evaluation.presenter';
import { FrontDoor } from './front-door.service';
import { managerQuestionPage, readManagerAnswers } from './manager-question.presenter';

const TEMPLATE = 'evaluations/manager-question.njk';

/** What a line manager is asked about one delegate, behind the link in their mail. Opening the link changes nothing. */
@ApiExcludeController()
@Controller()
export class ManagerQuestionController {
  constructor(
    private readonly pages: SitePages,
    private readonly answers: ManagerAnswers,
    private readonly frontDoor: FrontDoor,
  ) {}

  @Get(paths.managerQuestion({ token: ':token' }))
  @Permit('manager-questions.answer')
  async show(@Param('token') token: string, @Req() request: ActingRequest, @Res() reply: FastifyReply): Promise<void> {
    const view = await this.answers.byToken(token);
    this.pages.page(reply, request, TEMPLATE, managerQuestionPage(view, await this.at(token)));
  }

  @Post(paths.managerQuestion({ token: ':token' }))
  @Permit('manager-questions.answer')
  async send(
    @Param('token') token: string,
    @FormFields() given: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const view = await this.answers.byToken(token, versionRead(given));
    if (view.state === 'open') {
      const { given: answers, errors } = readManagerAnswers(view, given);
      if (errors) {
        const page = managerQuestionPage(view, await this.at(token), given, errors);
        return this.pages.page(reply, request, TEMPLATE, page, 422);
      }
      await this.answers.answerByToken(token, answers);
    }
    this.pages.redirect(reply, paths.managerQuestion({ token }));
  }

  private async at(token: string): Promise<{ action: string; frontDoor: string | null }> {
    return { action: paths.managerQuestion({ token }), frontDoor: await this.frontDoor.number() };
  }
}
