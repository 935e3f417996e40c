import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import type { AnswersExportView } from '@roundtable/contracts';
import { type Actor, CurrentActor, Permit } from '@roundtable/platform';
import { KnowledgeGainQuery } from '../report.dto';
import { type AnswersFile, AnswersExportService } from './answers-export.service';

const CSV = 'text/csv; charset=utf-8';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** All single answers without names, for those whom a system owner lets take them out. */
@Controller('api/reports')
export class AnswersExportController {
  constructor(private readonly answers: AnswersExportService) {}

  @Get('answers')
  @Header('cache-control', 'no-store')
  @Permit('answers.export')
  preview(@CurrentActor() actor: Actor, @Query() query: KnowledgeGainQuery): Promise<AnswersExportView> {
    return this.answers.preview(actor, query);
  }

  @Get('answers.csv')
  @Header('cache-control', 'no-store')
  @Permit('answers.export')
  async csv(@CurrentActor() actor: Actor, @Query() query: KnowledgeGainQuery): Promise<StreamableFile> {
    return sent(await this.answers.csv(actor, query), CSV);
  }

  @Get('answers.xlsx')
  @Header('cache-control', 'no-store')
  @Permit('answers.export')
  async workbook(@CurrentActor() actor: Actor, @Query() query: KnowledgeGainQuery): Promise<StreamableFile> {
    return sent(await this.answers.workbook(actor, query), XLSX);
  }
}

function sent({ name, content }: AnswersFile, type: string): StreamableFile {
  return new StreamableFile(content, { type, disposition: `attachment; filename="${name}"` });
}
