import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { paths } from '@roundtable/contracts';
import { type ActingRequest, Permit } from '@roundtable/platform';
import { PublishedFilesService, ReportLinksService } from '@roundtable/reports';
import type { FastifyReply } from 'fastify';
import { endedLinkPage } from '../account/ended-link.presenter';
import { Fields, QueryFields } from '../frame/fields';
import { SitePages } from '../frame/site-pages';
import { publishedReportPage } from './published-report.presenter';

const ENDED = endedLinkPage({ text: 'Find training', href: paths.courses });

/** A published report for a scrutineer: what was kept, without signing in, and nothing live. */
@ApiExcludeController()
@Controller()
export class PublishedReportController {
  constructor(
    private readonly pages: SitePages,
    private readonly links: ReportLinksService,
    private readonly files: PublishedFilesService,
  ) {}

  @Get(paths.publishedReport({ secret: ':secret' }))
  @Permit('reports.by-link')
  async show(
    @Param('secret') secret: string,
    @QueryFields() query: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const report = await this.links.read(secret, editionOf(query));
    void reply.header('x-robots-tag', 'noindex, nofollow');
    if (!report) return this.pages.page(reply, request, 'account/ended-link.njk', ENDED, 404);
    this.pages.page(reply, request, 'published-reports/published-report.njk', publishedReportPage(report, secret));
  }

  @Get(paths.publishedReportFile({ secret: ':secret', format: ':format' }))
  @Permit('reports.by-link')
  async file(
    @Param('secret') secret: string,
    @Param('format') format: string,
    @QueryFields() query: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.files.byLink(secret, editionOf(query), format);
    void reply.header('x-robots-tag', 'noindex, nofollow');
    if (!file) return this.pages.page(reply, request, 'account/ended-link.njk', ENDED, 404);
    void reply
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="${file.name}"`)
      .type(file.type)
      .send(file.content);
  }
}

function editionOf(query: Fields): number | null {
  return /^[1-9]\d{0,3}$/.test(query.text('edition')) ? Number(query.text('edition')) : null;
}
