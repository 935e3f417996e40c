import { AgenciesModule, SectorUses } from '@roundtable/agencies';
import { Module, type OnModuleInit } from '@nestjs/common';
import { ElearningModule } from '@roundtable/elearning';
import { Database, Imports } from '@roundtable/platform';
import { courseSectorUse } from './course-sector-use';
import { CoursesController } from './courses.controller';
import { CoursesImporter } from './courses.importer';
import { CourseQueries } from './courses.queries';
import { CoursesService } from './courses.service';
import { OutcomeStatementsService } from './outcome-statements.service';
import { PrerequisitesService } from './prerequisites.service';

@Module({
  imports: [AgenciesModule, ElearningModule],
  controllers: [CoursesController],
  providers: [CoursesService, CourseQueries, OutcomeStatementsService, PrerequisitesService, CoursesImporter],
  exports: [CoursesService, CourseQueries, OutcomeStatementsService, PrerequisitesService],
})
export class CoursesModule implements OnModuleInit {
  constructor(
    private readonly imports: Imports,
    private readonly importer: CoursesImporter,
    private readonly database: Database,
    private readonly sectorUses: SectorUses,
  ) {}

  onModuleInit(): void {
    this.imports.register(this.importer);
    this.sectorUses.register(courseSectorUse(this.database));
  }
}
