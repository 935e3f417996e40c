import { Module, type OnModuleInit } from '@nestjs/common';
import { EvaluationsModule } from '@roundtable/evaluations';
import { Imports } from '@roundtable/platform';
import { BookingsModule } from '@roundtable/bookings';
import { EventsModule } from '@roundtable/events';
import { PeopleModule } from '@roundtable/people';
import { MorningEventQueries } from './morning-list/morning-events.queries';
import { MorningMessageQueries } from './morning-list/morning-messages.queries';
import { MorningListController } from './morning-list/morning-list.controller';
import { MorningListService } from './morning-list/morning-list.service';
import { KnowledgeGainReportService } from './knowledge-gain-report.service';
import { PublishedFiguresController } from './published-figures.controller';
import { PublishedFiguresImporter } from './published-figures.importer';
import { PublishedFiguresQueries } from './published-figures.queries';
import { ReportsController } from './reports.controller';

@Module({
  imports: [PeopleModule, EventsModule, BookingsModule, EvaluationsModule],
  controllers: [ReportsController, PublishedFiguresController, MorningListController],
  providers: [
    KnowledgeGainReportService,
    PublishedFiguresQueries,
    PublishedFiguresImporter,
    MorningEventQueries,
    MorningMessageQueries,
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
