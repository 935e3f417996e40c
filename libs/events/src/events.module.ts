import { AgenciesModule, SectorUses } from '@roundtable/agencies';
import { CoursesModule } from '@roundtable/courses';
import { Module, type OnModuleInit } from '@nestjs/common';
import { PeopleModule } from '@roundtable/people';
import { Database, Imports, Merges, Retention, Wordings } from '@roundtable/platform';
import { AgendaService } from './agenda/agenda.service';
import { ArchivingController } from './archiving.controller';
import { ArchivingService } from './archiving.service';
import { PublishedProgramme } from './browsing';
import { keptPlacesSectorUse } from './browsing/showing-anew';
import { ClashesService } from './clashes/clashes.service';
import { EventDeliveryController } from './clashes/event-delivery.controller';
import { DeliveryQueries } from './delivery.queries';
import { ElsewhereController } from './elsewhere/elsewhere.controller';
import { ListedElsewhere } from './elsewhere/listed-elsewhere.service';
import { OutsideAttendanceMails } from './elsewhere/outside-attendance.mails';
import { OutsideAttendancesService } from './elsewhere/outside-attendances.service';
import { EventTermsService } from './event-terms.service';
import { EventQueries } from './events.queries';
import { EventsMerge } from './events-merge';
import { EventsService } from './events.service';
import { JoiningsService } from './joining/joinings.service';
import { OverviewsController } from './overviews/overviews.controller';
import { ProgrammeCalendarQueries } from './overviews/programme-calendar.queries';
import { YearPlannerQueries } from './overviews/year-planner.queries';
import { EventsPersonalData } from './personal-data';
import { ProgrammeImporter } from './programme.importer';
import { CopiesService } from './repeating/copies.service';
import { RepetitionController } from './repeating/repetition.controller';
import { RepetitionService } from './repeating/repetition.service';
import { EventStaff } from './resources/event-staff';
import { ResourcesService } from './resources/resources.service';
import { eventRules } from './retention-rules';
import { SessionsService } from './sessions.service';
import { EventHistory } from './terms/event-history.queries';
import { EventTermsController } from './terms/event-terms.controller';
import { EventTermsQueries } from './terms/event-terms.queries';
import { ExpectedMixEntity } from './terms/expected-mix.entity';
import { EVENT_TEMPLATES } from './event.templates';
import { EventTrainerMails } from './trainers/event-trainer.mails';
import { EventTrainersController } from './trainers/event-trainers.controller';
import { EventTrainersService } from './trainers/event-trainers.service';
import { OwnEventQueries } from './trainers/own-events.queries';
import { TrainerAddresses } from './trainers/trainer-addresses.queries';
import { TrainerAnswersService } from './trainers/trainer-answers.service';
import { TrainerDiaries } from './trainers/trainer-diaries.service';
import { TrainerLinksService } from './trainers/trainer-links.service';
import { TrainersController } from './trainers/trainers.controller';
import { TrainerQueries } from './trainers/trainers.queries';
import { TrainersService } from './trainers/trainers.service';
import { RoomService } from './venues/room.service';
import { VenuesController } from './venues/venues.controller';
import { VenuesService } from './venues/venues.service';

@Module({
  imports: [AgenciesModule, PeopleModule, CoursesModule],
  controllers: [
    VenuesController,
    TrainersController,
    EventTrainersController,
    EventDeliveryController,
    ElsewhereController,
    OverviewsController,
    EventTermsController,
    RepetitionController,
    ArchivingController,
  ],
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
    RoomService,
    AgendaService,
    DeliveryQueries,
    ClashesService,
    TrainersService,
    TrainerQueries,
    EventTrainersService,
    OwnEventQueries,
    TrainerAddresses,
    TrainerLinksService,
    EventTrainerMails,
    TrainerAnswersService,
    TrainerDiaries,
    ListedElsewhere,
    OutsideAttendancesService,
    OutsideAttendanceMails,
    EventsPersonalData,
    EventsMerge,
    PublishedProgramme,
    JoiningsService,
  ],
  exports: [
    JoiningsService,
    PublishedProgramme,
    EventsService,
    EventQueries,
    CopiesService,
    VenuesService,
    EventStaff,
    ResourcesService,
    RoomService,
    AgendaService,
    DeliveryQueries,
    TrainersService,
    EventTrainersService,
    OwnEventQueries,
    TrainerAddresses,
    TrainerLinksService,
    EventTrainerMails,
    TrainerAnswersService,
    TrainerDiaries,
    ListedElsewhere,
    OutsideAttendancesService,
  ],
})
export class EventsModule implements OnModuleInit {
  constructor(
    private readonly imports: Imports,
    private readonly importer: ProgrammeImporter,
    private readonly database: Database,
    private readonly sectorUses: SectorUses,
    private readonly merges: Merges,
    private readonly merge: EventsMerge,
    private readonly retention: Retention,
    private readonly wordings: Wordings,
  ) {}

  onModuleInit(): void {
    this.imports.register(this.importer);
    this.merges.register(this.merge);
    this.wordings.declare(EVENT_TEMPLATES);
    for (const rule of eventRules(this.database)) this.retention.register(rule);
    this.sectorUses.register(keptPlacesSectorUse(this.database));
    this.sectorUses.register({
      what: 'expectedMix',
      count: ({ id }) => this.database.repo(ExpectedMixEntity).countBy({ sectorId: id }),
    });
  }
}
