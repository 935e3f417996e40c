import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import type { CutRow, KnowledgeGainRow, StageRow } from '@roundtable/contracts';
import { type Actor, CurrentActor, Permit } from '@roundtable/platform';
import { KnowledgeGainReportService } from './knowledge-gain-report.service';
import { CutFileQuery, CutReportQuery, KnowledgeGainQuery } from './report.dto';

const OFFICE = 'application/vnd.openxmlformats-officedocument';

function file(content: Buffer, ending: string, type: string): StreamableFile {
  return new StreamableFile(content, { type, disposition: `attachment; filename="knowledge-gain.${ending}"` });
}

@Controller('api/reports')
export class ReportsController {
  constructor(private readonly knowledgeGain: KnowledgeGainReportService) {}

  @Get('knowledge-gain')
  @Header('cache-control', 'no-store')
  @Permit('reports.read')
  rows(@CurrentActor() actor: Actor, @Query() query: CutReportQuery): Promise<KnowledgeGainRow[] | CutRow[]> {
    const { by, ...asked } = query;
    return by?.length ? this.knowledgeGain.cutRows(actor, asked, by) : this.knowledgeGain.rows(actor, asked);
  }

  @Get('knowledge-gain.csv')
  @Header('cache-control', 'no-store')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="knowledge-gain.csv"')
  @Permit('reports.read')
  csv(@CurrentActor() actor: Actor, @Query() query: KnowledgeGainQuery): Promise<string> {
    return this.knowledgeGain.csv(actor, query);
  }

  @Get('knowledge-gain-by.csv')
  @Header('cache-control', 'no-store')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="knowledge-gain-by.csv"')
  @Permit('reports.read')
  cutCsv(@CurrentActor() actor: Actor, @Query() { by, ...asked }: CutFileQuery): Promise<string> {
    return this.knowledgeGain.cutCsv(actor, asked, by);
  }

  @Get('knowledge-gain.xlsx')
  @Header('cache-control', 'no-store')
  @Permit('reports.read')
  async workbook(@CurrentActor() actor: Actor, @Query() query: KnowledgeGainQuery): Promise<StreamableFile> {
    return file(await this.knowledgeGain.workbook(actor, query), 'xlsx', `${OFFICE}.spreadsheetml.sheet`);
  }

  @Get('knowledge-gain.docx')
  @Header('cache-control', 'no-store')
  @Permit('reports.read')
  async word(@CurrentActor() actor: Actor, @Query() query: KnowledgeGainQuery): Promise<StreamableFile> {
    return file(await this.knowledgeGain.word(actor, query), 'docx', `${OFFICE}.wordprocessingml.document`);
  }

  @Get('knowledge-gain.pdf')
  @Header('cache-control', 'no-store')
  @Permit('reports.read')
  async pdf(@CurrentActor() actor: Actor, @Query() query: KnowledgeGainQuery): Promise<StreamableFile> {
    return file(await this.knowledgeGain.pdf(actor, query), 'pdf', 'application/pdf');
  }

  @Get('follow-up')
  @Header('cache-control', 'no-store')
  @Permit('reports.read')
  stageRows(@CurrentActor() actor: Actor, @Query() query: KnowledgeGainQuery): Promise<StageRow[]> {
    return this.knowledgeGain.stageRows(actor, query);
  }

  @Get('follow-up.csv')
  @Header('cache-control', 'no-store')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="follow-up.csv"')
  @Permit('reports.read')
  stageCsv(@CurrentActor() actor: Actor, @Query() query: KnowledgeGainQuery): Promise<string> {
    return this.knowledgeGain.stageCsv(actor, query);
  }
}
