import { AgenciesModule, SectorUses } from '@roundtable/agencies';
import { Module, type OnModuleInit } from '@nestjs/common';
import { ElearningModule } from '@roundtable/elearning';
import { Database, Imports } from '@roundtable/platform';
import { CourseAddresses } from './course-addresses.service';
import { CourseCodeController } from './course-code.controller';
import { CourseDetails } from './course-details.queries';
import { CoursePartsService } from './course-parts.service';
import { CourseSheetLists } from './course-sheet-lists';
import { CourseStages } from './course-stages.service';
import { CourseTopics } from './course-topics.service';
import { CourseValidities } from './course-validities.service';
import { CourseValidityEntity } from './course-validity.entity';
import { courseSectorUse } from './course-sector-use';
import { CoursesController } from './courses.controller';
import { CoursesImporter } from './courses.importer';
import { CourseQueries } from './courses.queries';
import { CoursesService } from './courses.service';
import { GuidanceController } from './guidance.controller';
import { GuidanceQueries } from './guidance.queries';
import { LearningSourcesController } from './learning-sources.controller';
import { LearningSourcesService } from './learning-sources.service';
import { OutcomeStatementsService } from './outcome-statements.service';
import { PrerequisitesService } from './prerequisites.service';
import { CourseTermsController } from './terms/course-terms.controller';
import { CourseTermsService } from './terms/course-terms.service';

@Module({
  imports: [AgenciesModule, ElearningModule],
  controllers: [
    CoursesController,
    CourseTermsController,
    CourseCodeController,
    LearningSourcesController,
    GuidanceController,
  ],
  providers: [
    CoursesService,
    CourseStages,
    CourseAddresses,
    CourseQueries,
    CourseDetails,
    CoursePartsService,
    CourseTopics,
    CourseValidities,
    LearningSourcesService,
    GuidanceQueries,
    OutcomeStatementsService,
    PrerequisitesService,
    CourseTermsService,
    CourseSheetLists,
    CoursesImporter,
  ],
  exports: [
    CoursesService,
    CourseStages,
    CourseQueries,
    CourseTopics,
    CourseValidities,
    LearningSourcesService,
    OutcomeStatementsService,
    PrerequisitesService,
    CourseTermsService,
  ],
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
    this.sectorUses.register({
      what: 'courseValidities',
      count: ({ id }) => this.database.repo(CourseValidityEntity).countBy({ sectorId: id }),
    });
    this.sectorUses.register(courseSectorUse(this.database));
  }
}
