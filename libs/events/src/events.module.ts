import { AgenciesModule, SectorUses } from '@roundtable/agencies';
import { CoursesModule } from '@roundtable/courses';
import { Module, type OnModuleInit } from '@nestjs/common';
import { Database, Imports } from '@roundtable/platform';
import { ArchivingController } from './archiving.controller';
import { ArchivingService } from './archiving.service';
import { EventTermsService } from './event-terms.service';
import { EventQueries } from './events.queries';
import { EventsService } from './events.service';
import { KeptPlacesEntity } from './kept-places.entity';
import { OverviewsController } from './overviews/overviews.controller';
import { ProgrammeCalendarQueries } from './overviews/programme-calendar.queries';
import { YearPlannerQueries } from './overviews/year-planner.queries';
import { ProgrammeImporter } from './programme.importer';
import { CopiesService } from './repeating/copies.service';
import { RepetitionController } from './repeating/repetition.controller';
import { RepetitionService } from './repeating/repetition.service';
import { EventStaff } from './resources/event-staff';
import { ResourcesService } from './resources/resources.service';
import { SessionsService } from './sessions.service';
import { EventHistory } from './terms/event-history.queries';
import { EventTermsController } from './terms/event-terms.controller';
import { EventTermsQueries } from './terms/event-terms.queries';
import { ExpectedMixEntity } from './terms/expected-mix.entity';
import { VenuesController } from './venues.controller';
import { VenuesService } from './venues.service';

@Module({
  imports: [AgenciesModule, CoursesModule],
  controllers: [VenuesController, OverviewsController, EventTermsController, RepetitionController, ArchivingController],
  providers: [
    EventsService,
    EventQueries,
    SessionsService,
    EventTermsService,
    EventTermsQueries,
    EventHistory,
    CopiesService,
    RepetitionService,
    VenuesService,
    ProgrammeImporter,
    ProgrammeCalendarQueries,
    YearPlannerQueries,
    ArchivingService,
    EventStaff,
    ResourcesService,
  ],
  exports: [EventsService, EventQueries, CopiesService, VenuesService, EventStaff, ResourcesService],
})
export class EventsModule implements OnModuleInit {
  constructor(
    private readonly imports: Imports,
    private readonly importer: ProgrammeImporter,
    private readonly database: Database,
    private readonly sectorUses: SectorUses,
  ) {}

  onModuleInit(): void {
    this.imports.register(this.importer);
    this.sectorUses.register({
      what: 'keptPlaces',
      count: ({ id }) => this.database.repo(KeptPlacesEntity).countBy({ sectorId: id }),
    });
    this.sectorUses.register({
      what: 'expectedMix',
      count: ({ id }) => this.database.repo(ExpectedMixEntity).countBy({ sectorId: id }),
    });
  }
}
