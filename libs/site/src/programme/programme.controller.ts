import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { paths } from '@roundtable/contracts';
import { sessionsIn } from '@roundtable/events';
import { type ActingRequest, type Actor, CurrentActor, Permit } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { type Fields, QueryFields } from '../frame/fields';
import { type PageModel, SitePages } from '../frame/site-pages';
import { type Browsed, Browsing } from './browsing.service';
import { monthOf, monthPage } from './month.presenter';
import { DATES_ON_PRINT, datesToPrint, printPage } from './print.presenter';
import { pageOf, programmePage } from './programme.presenter';
import { wishOf } from './wish-address';

@ApiExcludeController()
@Controller()
export class ProgrammePageController {
  constructor(
    private readonly pages: SitePages,
    private readonly browsing: Browsing,
  ) {}

  @Get(paths.courses)
  @Permit('courses.read')
  async show(
    @CurrentActor() actor: Actor,
    @QueryFields() query: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const browsed = await this.browsing.look(actor, wishOf(query));
    const view = query.oneOf('view', ['list', 'month', 'print'] as const) ?? 'list';
    const model = await this[view](actor, browsed, query);
    this.pages.page(reply, request, `programme/${view}.njk`, model);
  }

  private async list(actor: Actor, browsed: Browsed, query: Fields): Promise<PageModel> {
    const page = pageOf(browsed, Number.parseInt(query.text('page'), 10));
    const next = page.fitting.flatMap(({ events }) => events[0]?.id ?? []);
    return programmePage(browsed, page, await this.browsing.views(actor, next), monthOf('', browsed.now));
  }

  private async month(actor: Actor, browsed: Browsed, query: Fields): Promise<PageModel> {
    const month = monthOf(query.text('month'), browsed.now);
    const days = sessionsIn(browsed.fitting, month, browsed.now);
    const ids = days.flatMap(({ entries }) => entries.map(({ event }) => event.id));
    return monthPage(browsed, month, days, await this.browsing.views(actor, ids));
  }

  private async print(actor: Actor, browsed: Browsed): Promise<PageModel> {
    const ids = datesToPrint(browsed);
    const views = await this.browsing.views(actor, ids.slice(0, DATES_ON_PRINT));
    return printPage(browsed, ids.length, [...views.values()]);
  }
}
