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
import { ProgrammeImporter } from './programme.importer';
import { EventStaff } from './resources/event-staff';
import { ResourcesService } from './resources/resources.service';
import { SessionsService } from './sessions.service';
import { VenuesController } from './venues.controller';
import { VenuesService } from './venues.service';

@Module({
  imports: [AgenciesModule, CoursesModule],
  controllers: [VenuesController, ArchivingController],
  providers: [EventsService, EventQueries, SessionsService, EventTermsService, VenuesService, ProgrammeImporter, ArchivingService, EventStaff, ResourcesService],
  exports: [EventsService, EventQueries, VenuesService, EventStaff, ResourcesService],
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
