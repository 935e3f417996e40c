import { Module, type OnModuleInit } from '@nestjs/common';
import { EvaluationsModule } from '@roundtable/evaluations';
import { Imports } from '@roundtable/platform';
import { KnowledgeGainReportService } from './knowledge-gain-report.service';
import { PublishedFiguresController } from './published-figures.controller';
import { PublishedFiguresImporter } from './published-figures.importer';
import { PublishedFiguresQueries } from './published-figures.queries';
import { ReportsController } from './reports.controller';

@Module({
  imports: [EvaluationsModule],
  controllers: [ReportsController, PublishedFiguresController],
  providers: [KnowledgeGainReportService, PublishedFiguresQueries, PublishedFiguresImporter],
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
