import { Module, type OnModuleInit } from '@nestjs/common';
import { ElearningModule } from '@roundtable/elearning';
import { Imports } from '@roundtable/platform';
import { CoursesController } from './courses.controller';
import { CoursesImporter } from './courses.importer';
import { CourseQueries } from './courses.queries';
import { CoursesService } from './courses.service';
import { OutcomeStatementsService } from './outcome-statements.service';
import { PrerequisitesService } from './prerequisites.service';

@Module({
  imports: [ElearningModule],
  controllers: [CoursesController],
  providers: [CoursesService, CourseQueries, OutcomeStatementsService, PrerequisitesService, CoursesImporter],
  exports: [CoursesService, CourseQueries, OutcomeStatementsService, PrerequisitesService],
})
export class CoursesModule implements OnModuleInit {
  constructor(
    private readonly imports: Imports,
    private readonly importer: CoursesImporter,
  ) {}

  onModuleInit(): void {
    this.imports.register(this.importer);
  }
}
