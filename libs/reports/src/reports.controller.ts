import { Controller, Get, Header, Query } from '@nestjs/common';
import type { KnowledgeGainRow } from '@roundtable/contracts';
import { type Actor, CurrentActor, Permit } from '@roundtable/platform';
import { KnowledgeGainReportService } from './knowledge-gain-report.service';
import { KnowledgeGainQuery } from './report.dto';

@Controller('api/reports')
export class ReportsController {
  constructor(private readonly knowledgeGain: KnowledgeGainReportService) {}

  @Get('knowledge-gain')
  @Header('cache-control', 'no-store')
  @Permit('reports.read')
  rows(@CurrentActor() actor: Actor, @Query() query: KnowledgeGainQuery): Promise<KnowledgeGainRow[]> {
    return this.knowledgeGain.rows(actor, query);
  }

  @Get('knowledge-gain.csv')
  @Header('cache-control', 'no-store')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="knowledge-gain.csv"')
  @Permit('reports.read')
  csv(@CurrentActor() actor: Actor, @Query() query: KnowledgeGainQuery): Promise<string> {
    return this.knowledgeGain.csv(actor, query);
  }
}
