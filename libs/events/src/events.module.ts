import { AgenciesModule } from '@roundtable/agencies';
import { CoursesModule } from '@roundtable/courses';
import { Module, type OnModuleInit } from '@nestjs/common';
import { Imports } from '@roundtable/platform';
import { EventTermsService } from './event-terms.service';
import { EventQueries } from './events.queries';
import { EventsService } from './events.service';
import { ProgrammeImporter } from './programme.importer';
import { SessionsService } from './sessions.service';
import { VenuesController } from './venues.controller';
import { VenuesService } from './venues.service';

@Module({
  imports: [AgenciesModule, CoursesModule],
  controllers: [VenuesController],
  providers: [EventsService, EventQueries, SessionsService, EventTermsService, VenuesService, ProgrammeImporter],
  exports: [EventsService, EventQueries, VenuesService],
})
export class EventsModule implements OnModuleInit {
  constructor(
    private readonly imports: Imports,
    private readonly importer: ProgrammeImporter,
  ) {}

  onModuleInit(): void {
    this.imports.register(this.importer);
  }
}
