import { Module, type OnModuleInit } from '@nestjs/common';
import { EvaluationsModule } from '@roundtable/evaluations';
import { Imports } from '@roundtable/platform';
import { BookingsModule } from '@roundtable/bookings';
import { CoursesModule } from '@roundtable/courses';
import { EventsModule } from '@roundtable/events';
import { PeopleModule } from '@roundtable/people';
import { AnswersExportController } from './answers-export/answers-export.controller';
import { AnswersExportService } from './answers-export/answers-export.service';
import { MorningEventQueries } from './morning-list/morning-events.queries';
import { MorningListController } from './morning-list/morning-list.controller';
import { MorningListService } from './morning-list/morning-list.service';
import { KnowledgeGainReportService } from './knowledge-gain-report.service';
import { PublishedFiguresController } from './published-figures.controller';
import { PublishedFiguresImporter } from './published-figures.importer';
import { PublishedFiguresQueries } from './published-figures.queries';
import { ReportsController } from './reports.controller';

@Module({
  imports: [PeopleModule, CoursesModule, EventsModule, BookingsModule, EvaluationsModule],
  controllers: [ReportsController, AnswersExportController, PublishedFiguresController, MorningListController],
  providers: [
    KnowledgeGainReportService,
    AnswersExportService,
    PublishedFiguresQueries,
    PublishedFiguresImporter,
    MorningEventQueries,
    MorningListService,
  ],
  exports: [KnowledgeGainReportService, PublishedFiguresQueries],
})
export class ReportsModule implements OnModuleInit {
  constructor(
    private readonly imports: Imports,
    private readonly importer: PublishedFiguresImporter,
  ) {}

  onModuleInit(): void {
    this.imports.register(this.importer);
  }
}
