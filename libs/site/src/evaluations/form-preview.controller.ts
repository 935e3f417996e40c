import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { FORM_STAGES, paths } from '@roundtable/contracts';
import { CourseFormQueries } from '@roundtable/evaluations';
import { type ActingRequest, type Actor, CurrentActor, Permit, found } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { Fields, QueryFields } from '../frame/fields';
import { SitePages } from '../frame/site-pages';
import { evaluationPage } from './evaluation.presenter';
import { FrontDoor } from './front-door.service';
import { managerQuestionPage } from './manager-question.presenter';

const PREVIEWED = FORM_STAGES.filter((stage) => stage !== 'retrospective-before');
const previewed = (text: string): (typeof PREVIEWED)[number] => found(PREVIEWED.find((stage) => stage === text));

/** A form as a delegate sees it, for whoever builds it. Nothing on it can be sent. */
@ApiExcludeController()
@Controller()
export class FormPreviewController {
  constructor(
    private readonly pages: SitePages,
    private readonly forms: CourseFormQueries,
    private readonly frontDoor: FrontDoor,
  ) {}

  /** The draft where there is one, unless the current version is asked for. */
  @Get(paths.formPreview({ slug: ':slug', stage: ':stage' }))
  @Permit('evaluation-forms.read')
  async preview(
    @CurrentActor() actor: Actor,
    @Param('slug') slug: string,
    @Param('stage') stageText: string,
    @QueryFields() query: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const stage = previewed(stageText);
    const isDraft = query.text('version') !== 'current';
    const at = { action: request.url, bookingId: null, frontDoor: await this.frontDoor.number(), isPreview: true };
    if (stage === 'line-manager') {
      const page = managerQuestionPage(await this.forms.previewOfManager(actor, slug, isDraft), at);
      return this.pages.page(reply, request, 'evaluations/manager-question.njk', page);
    }
    const form = await this.forms.preview(actor, slug, { stage, isDraft });
    this.pages.page(reply, request, 'evaluations/evaluation.njk', evaluationPage(form, at));
  }
}
