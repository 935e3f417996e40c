import { AgenciesModule, SectorUses } from '@roundtable/agencies';
import { CoursesModule } from '@roundtable/courses';
import { Module, type OnModuleInit } from '@nestjs/common';
import { PeopleModule } from '@roundtable/people';
import { Database, Imports, Merges, Retention } from '@roundtable/platform';
import { AgendaService } from './agenda/agenda.service';
import { ClashesService } from './clashes/clashes.service';
import { EventDeliveryController } from './clashes/event-delivery.controller';
import { ElsewhereController } from './elsewhere/elsewhere.controller';
import { ListedElsewhere } from './elsewhere/listed-elsewhere.service';
import { OutsideAttendanceMails } from './elsewhere/outside-attendance.mails';
import { OutsideAttendancesService } from './elsewhere/outside-attendances.service';
import { EventTermsService } from './event-terms.service';
import { EventQueries } from './events.queries';
import { EventsMerge } from './events-merge';
import { EventsService } from './events.service';
import { KeptPlacesEntity } from './kept-places.entity';
import { EventsPersonalData } from './personal-data';
import { ProgrammeImporter } from './programme.importer';
import { eventRules } from './retention-rules';
import { SessionsService } from './sessions.service';
import { EventTrainersController } from './trainers/event-trainers.controller';
import { EventTrainersService } from './trainers/event-trainers.service';
import { OwnEventQueries } from './trainers/own-events.queries';
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
  ],
  providers: [
    EventsService,
    EventQueries,
    SessionsService,
    EventTermsService,
    VenuesService,
    ProgrammeImporter,
    RoomService,
    AgendaService,
    ClashesService,
    TrainersService,
    TrainerQueries,
    EventTrainersService,
    OwnEventQueries,
    TrainerLinksService,
    ListedElsewhere,
    OutsideAttendancesService,
    OutsideAttendanceMails,
    EventsPersonalData,
    EventsMerge,
  ],
  exports: [
    EventsService,
    EventQueries,
    VenuesService,
    RoomService,
    AgendaService,
    TrainersService,
    EventTrainersService,
    OwnEventQueries,
    TrainerLinksService,
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
  ) {}

  onModuleInit(): void {
    this.imports.register(this.importer);
    this.merges.register(this.merge);
    for (const rule of eventRules(this.database)) this.retention.register(rule);
    this.sectorUses.register({
      what: 'keptPlaces',
      count: ({ id }) => this.database.repo(KeptPlacesEntity).countBy({ sectorId: id }),
    });
  }
}
