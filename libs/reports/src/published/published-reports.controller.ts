import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import type {
  NewReportLinkView,
  PublishedReportDetail,
  PublishedReportView,
  ReportLinkView,
} from '@roundtable/contracts';
import { type Actor, CarriedOutEachTime, CurrentActor, type Page, Permit } from '@roundtable/platform';
import {
  NewEditionDto,
  NewPublishedReportDto,
  NewReportLinkDto,
  PublishedReportListQuery,
} from './published-report.dto';
import { PublishedFilesService } from '../published-files/published-files.service';
import { PublishReportService } from './publish-report.service';
import { PublishedReportsQueries } from './published-reports.queries';
import { ReportLinksService } from './report-links.service';

@Controller('api/reports')
export class PublishedReportsController {
  constructor(
    private readonly reports: PublishedReportsQueries,
    private readonly publishing: PublishReportService,
    private readonly links: ReportLinksService,
    private readonly files: PublishedFilesService,
  ) {}

  @Get('published')
  @Permit('reports.read')
  list(@CurrentActor() actor: Actor, @Query() query: PublishedReportListQuery): Promise<Page<PublishedReportView>> {
    return this.reports.list(actor, query);
  }

  @Post('published')
  @Permit('reports.publish')
  async publish(@CurrentActor() actor: Actor, @Body() wanted: NewPublishedReportDto): Promise<PublishedReportDetail> {
    return this.reports.one(actor, await this.publishing.publish(actor, wanted));
  }

  @Get('published/:id')
  @Header('cache-control', 'no-store')
  @Permit('reports.read')
  one(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<PublishedReportDetail> {
    return this.reports.one(actor, id);
  }

  @Get('published/:id/files/:format')
  @Header('cache-control', 'no-store')
  @Permit('reports.read')
  async file(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('format') format: string,
  ): Promise<StreamableFile> {
    const { name, type, content } = await this.files.take(actor, id, format);
    return new StreamableFile(content, { type, disposition: `attachment; filename="${name}"` });
  }

  @Post('published/:id/editions')
  @Permit('reports.publish')
  async correct(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { erratum }: NewEditionDto,
  ): Promise<PublishedReportDetail> {
    return this.reports.one(actor, await this.publishing.correct(actor, id, erratum));
  }

  @Get('published/:id/links')
  @Permit('reports.read')
  listLinks(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ReportLinkView[]> {
    return this.links.list(actor, id);
  }

  /** Its answer holds a secret, so no Idempotency-Key keeps it. */
  @Post('published/:id/links')
  @CarriedOutEachTime()
  @Header('cache-control', 'no-store')
  @Permit('reports.publish')
  makeLink(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() wanted: NewReportLinkDto,
  ): Promise<NewReportLinkView> {
    return this.links.make(actor, id, wanted);
  }

  @Post('links/:id/revocation')
  @HttpCode(200)
  @Permit('reports.publish')
  revokeLink(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ReportLinkView> {
    return this.links.revoke(actor, id);
  }
}
