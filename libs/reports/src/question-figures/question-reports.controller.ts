import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import type { QuestionFiguresRow, StandingQuestionRow } from '@roundtable/contracts';
import { type Actor, CurrentActor, Permit } from '@roundtable/platform';
import { KnowledgeGainQuery } from '../report.dto';
import { StandingReportQuery } from './question-reports.dto';
import { QuestionReportsService } from './question-reports.service';

const CSV = 'text/csv; charset=utf-8';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function workbook(content: Buffer, name: string): StreamableFile {
  return new StreamableFile(content, { type: XLSX, disposition: `attachment; filename="${name}.xlsx"` });
}

/** Questions that are no ratings. */
@Controller('api/reports')
export class QuestionReportsController {
  constructor(private readonly reports: QuestionReportsService) {}

  @Get('questions')
  @Header('cache-control', 'no-store')
  @Permit('reports.read')
  questions(@CurrentActor() actor: Actor, @Query() query: KnowledgeGainQuery): Promise<QuestionFiguresRow[]> {
    return this.reports.questions(actor, query);
  }

  @Get('questions.csv')
  @Header('cache-control', 'no-store')
  @Header('content-type', CSV)
  @Header('content-disposition', 'attachment; filename="questions.csv"')
  @Permit('reports.read')
  questionsCsv(@CurrentActor() actor: Actor, @Query() query: KnowledgeGainQuery): Promise<string> {
    return this.reports.questionsCsv(actor, query);
  }

  @Get('questions.xlsx')
  @Header('cache-control', 'no-store')
  @Permit('reports.read')
  async questionsWorkbook(@CurrentActor() actor: Actor, @Query() query: KnowledgeGainQuery): Promise<StreamableFile> {
    return workbook(await this.reports.questionsWorkbook(actor, query), 'questions');
  }

  @Get('standing-questions')
  @Header('cache-control', 'no-store')
  @Permit('reports.read')
  standing(@CurrentActor() actor: Actor, @Query() query: StandingReportQuery): Promise<StandingQuestionRow[]> {
    return this.reports.standing(actor, query);
  }

  @Get('standing-questions.csv')
  @Header('cache-control', 'no-store')
  @Header('content-type', CSV)
  @Header('content-disposition', 'attachment; filename="standing-questions.csv"')
  @Permit('reports.read')
  standingCsv(@CurrentActor() actor: Actor, @Query() query: StandingReportQuery): Promise<string> {
    return this.reports.standingCsv(actor, query);
  }

  @Get('standing-questions.xlsx')
  @Header('cache-control', 'no-store')
  @Permit('reports.read')
  async standingWorkbook(@CurrentActor() actor: Actor, @Query() query: StandingReportQuery): Promise<StreamableFile> {
    return workbook(await this.reports.standingWorkbook(actor, query), 'standing-questions');
  }
}
