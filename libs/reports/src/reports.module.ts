import { AgenciesModule } from '@roundtable/agencies';
import { Module, type OnModuleInit } from '@nestjs/common';
import { ElearningModule } from '@roundtable/elearning';
import { EvaluationsModule } from '@roundtable/evaluations';
import { Imports, Wordings } from '@roundtable/platform';
import { BookingsModule } from '@roundtable/bookings';
import { CoursesModule } from '@roundtable/courses';
import { EventsModule } from '@roundtable/events';
import { PeopleModule } from '@roundtable/people';
import { AgencyPackQueries } from './agency-pack/agency-pack.queries';
import { AgencyPackService } from './agency-pack/agency-pack.service';
import { AgencyPacksController } from './agency-pack/agency-packs.controller';
import { AnswersExportController } from './answers-export/answers-export.controller';
import { AnswersExportService } from './answers-export/answers-export.service';
import { QuestionReportsController } from './question-figures/question-reports.controller';
import { QuestionReportsService } from './question-figures/question-reports.service';
import { MorningEventQueries } from './morning-list/morning-events.queries';
import { MorningMessageQueries } from './morning-list/morning-messages.queries';
import { MorningListController } from './morning-list/morning-list.controller';
import { MorningMailJob } from './morning-list/morning-mail.job';
import { MORNING_MAIL } from './morning-list/morning-mail.template';
import { MorningReaders } from './morning-list/morning-readers.queries';
import { MorningListService } from './morning-list/morning-list.service';
import { KnowledgeGainReportService } from './knowledge-gain-report.service';
import { PublishedFiguresController } from './published-figures.controller';
import { PublishedFiguresImporter } from './published-figures.importer';
import { PublishedFiguresQueries } from './published-figures.queries';
import { PublishReportService } from './published/publish-report.service';
import { PublishedReportsController } from './published/published-reports.controller';
import { PublishedReportsQueries } from './published/published-reports.queries';
import { ReportContentService } from './published/report-content.service';
import { ReportLinksService } from './published/report-links.service';
import { PublishedFilesService } from './published-files/published-files.service';
import { ReportsController } from './reports.controller';

@Module({
  imports: [
    AgenciesModule,
    PeopleModule,
    ElearningModule,
    CoursesModule,
    EventsModule,
    BookingsModule,
    EvaluationsModule,
  ],
  controllers: [
    ReportsController,
    QuestionReportsController,
    AnswersExportController,
    AgencyPacksController,
    PublishedReportsController,
    PublishedFiguresController,
    MorningListController,
  ],
  providers: [
    KnowledgeGainReportService,
    AnswersExportService,
    AgencyPackQueries,
    AgencyPackService,
    PublishReportService,
    ReportContentService,
    PublishedReportsQueries,
    ReportLinksService,
    PublishedFilesService,
    PublishedFiguresQueries,
    PublishedFiguresImporter,
    MorningEventQueries,
    MorningMessageQueries,
    MorningListService,
    MorningReaders,
    MorningMailJob,
    QuestionReportsService,
  ],
  exports: [
    AgencyPackService,
    KnowledgeGainReportService,
    PublishReportService,
    PublishedFilesService,
    ReportLinksService,
    PublishedFiguresQueries,
  ],
})
export class ReportsModule implements OnModuleInit {
  constructor(
    private readonly imports: Imports,
    private readonly importer: PublishedFiguresImporter,
    private readonly wordings: Wordings,
  ) {}

  onModuleInit(): void {
    this.imports.register(this.importer);
    this.wordings.declare([MORNING_MAIL]);
  }
}
