import { AgenciesModule, SectorUses } from '@roundtable/agencies';
import { CoursesModule } from '@roundtable/courses';
import { Module, type OnModuleInit } from '@nestjs/common';
import { Database, Imports } from '@roundtable/platform';
import { EventTermsService } from './event-terms.service';
import { EventQueries } from './events.queries';
import { EventsService } from './events.service';
import { JoiningsService } from './joining/joinings.service';
import { KeptPlacesEntity } from './kept-places.entity';
import { ProgrammeImporter } from './programme.importer';
import { SessionsService } from './sessions.service';
import { VenuesController } from './venues.controller';
import { VenuesService } from './venues.service';

@Module({
  imports: [AgenciesModule, CoursesModule],
  controllers: [VenuesController],
  providers: [
    EventsService,
    EventQueries,
    SessionsService,
    EventTermsService,
    VenuesService,
    ProgrammeImporter,
    JoiningsService,
  ],
  exports: [EventsService, EventQueries, VenuesService, JoiningsService],
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
  }
}
