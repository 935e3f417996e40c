import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { paths } from '@roundtable/contracts';
import { PaperService } from '@roundtable/evaluations';
import { type ActingRequest, type Actor, CurrentActor, Permit, found } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { SitePages } from '../frame/site-pages';
import { FrontDoor } from './front-door.service';
import { paperFormPage } from './paper-form.presenter';

const STAGES = ['before', 'after'] as const;

/** A form to print, for those who answer on paper. */
@ApiExcludeController()
@Controller()
export class PaperFormController {
  constructor(
    private readonly pages: SitePages,
    private readonly paper: PaperService,
    private readonly frontDoor: FrontDoor,
  ) {}

  @Get(paths.paperForm({ eventId: ':eventId', stage: ':stage' }))
  @Permit('evaluations.type-in')
  async show(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Param('stage') stageText: string,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const stage = found(STAGES.find((one) => one === stageText));
    const form = await this.paper.of(actor, eventId, stage);
    const page = paperFormPage(form, await this.frontDoor.number());
    this.pages.page(reply, request, 'evaluations/paper-form.njk', page);
  }
}
