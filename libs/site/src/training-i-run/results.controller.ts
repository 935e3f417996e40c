import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { paths } from '@roundtable/contracts';
import { ReleasedGroupsQueries } from '@roundtable/evaluations';
import { type ActingRequest, type Actor, CurrentActor, Permit } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { SitePages } from '../frame/site-pages';
import { resultsPage } from './results.presenter';

/** A trainer's own aggregate: whole events, closed, five people or more. */
@ApiExcludeController()
@Controller()
export class ResultsController {
  constructor(
    private readonly pages: SitePages,
    private readonly released: ReleasedGroupsQueries,
  ) {}

  @Get(paths.resultsOfMyTraining)
  @Permit('own-events.read')
  async show(@CurrentActor() actor: Actor, @Req() request: ActingRequest, @Res() reply: FastifyReply): Promise<void> {
    const model = resultsPage(await this.released.ofOwnEvents(actor));
    this.pages.page(reply, request, 'training-i-run/results.njk', model);
  }
}
