import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { paths } from '@roundtable/contracts';
import { ModuleQueries } from '@roundtable/elearning';
import { type ActingRequest, type Actor, Clock, CurrentActor, Permit } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { SitePages } from '../frame/site-pages';
import { modulesPage } from './modules.presenter';
import { OwnCompletions } from './own-completions.service';

const MOST = 200;

@ApiExcludeController()
@Controller()
export class ModulesPageController {
  constructor(
    private readonly pages: SitePages,
    private readonly modules: ModuleQueries,
    private readonly completions: OwnCompletions,
    private readonly clock: Clock,
  ) {}

  @Get(paths.learning)
  @Permit('modules.read')
  async list(@CurrentActor() actor: Actor, @Req() request: ActingRequest, @Res() reply: FastifyReply): Promise<void> {
    const { items } = await this.modules.list(actor, { _end: MOST });
    const completions = await this.completions.all(actor);
    this.pages.page(reply, request, 'learning/modules.njk', modulesPage(items, completions, this.clock.now()));
  }
}
