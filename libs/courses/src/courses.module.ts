import { Module, type OnModuleInit } from '@nestjs/common';
import { ElearningModule } from '@roundtable/elearning';
import { Imports } from '@roundtable/platform';
import { CoursesController } from './courses.controller';
import { CoursesImporter } from './courses.importer';
import { CourseQueries } from './courses.queries';
import { CoursesService } from './courses.service';
import { OutcomeStatementsService } from './outcome-statements.service';
import { PrerequisitesService } from './prerequisites.service';
import { CourseTermsController } from './terms/course-terms.controller';
import { CourseTermsService } from './terms/course-terms.service';

@Module({
  imports: [ElearningModule],
  controllers: [CoursesController, CourseTermsController],
  providers: [
    CoursesService,
    CourseQueries,
    OutcomeStatementsService,
    PrerequisitesService,
    CourseTermsService,
    CoursesImporter,
  ],
  exports: [CoursesService, CourseQueries, OutcomeStatementsService, PrerequisitesService, CourseTermsService],
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
