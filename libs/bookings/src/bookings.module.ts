import { AgenciesModule, SectorUses } from '@roundtable/agencies';
import { Module, type OnModuleInit } from '@nestjs/common';
import { Database, Merges, Retention } from '@roundtable/platform';
import { CoursesModule } from '@roundtable/courses';
import { ElearningModule } from '@roundtable/elearning';
import { EventsModule } from '@roundtable/events';
import { BookingFactsQueries } from './booking-facts';
import { BookingMails } from './booking.mails';
import { checkTransitions } from './booking-transitions';
import { BookingsController } from './bookings.controller';
import { BookingQueries } from './bookings.queries';
import { BookingsService } from './bookings.service';
import { CancellingService } from './cancelling.service';
import { DiaryService } from './diary.service';
import { EventPlacesService } from './event-places.service';
import { EventsController } from './events.controller';
import { EventsWithPlaces } from './events-with-places';
import { InterestsReach } from './interests/interests-reach';
import { InterestsController } from './interests/interests.controller';
import { InterestsService } from './interests/interests.service';
import { TellInterestedJob } from './interests/tell-interested.job';
import { LineService } from './line.service';
import { BookingsMerge } from './merging/bookings-merge';
import { bookingSectorUse } from './merging/booking-sector-use';
import { BookingsPersonalData } from './personal-data';
import { PlacesQueries } from './places.queries';
import { RegisterController } from './register.controller';
import { RegisterService } from './register.service';
import { bookingRules } from './retention-rules';
import { SweepJob } from './sweep.job';

checkTransitions();

@Module({
  imports: [AgenciesModule, ElearningModule, CoursesModule, EventsModule],
  controllers: [EventsController, BookingsController, RegisterController, InterestsController],
  providers: [
    BookingsService,
    CancellingService,
    LineService,
    EventPlacesService,
    RegisterService,
    DiaryService,
    BookingMails,
    BookingFactsQueries,
    BookingQueries,
    PlacesQueries,
    EventsWithPlaces,
    SweepJob,
    BookingsPersonalData,
    BookingsMerge,
    InterestsService,
    InterestsReach,
    TellInterestedJob,
  ],
  exports: [
    InterestsService,
    BookingsService,
    CancellingService,
    EventPlacesService,
    RegisterService,
    BookingQueries,
    EventsWithPlaces,
    LineService,
    PlacesQueries,
    BookingsMerge,
  ],
})
export class BookingsModule implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly retention: Retention,
    private readonly merges: Merges,
    private readonly merge: BookingsMerge,
    private readonly sectorUses: SectorUses,
  ) {}

  onModuleInit(): void {
    this.merges.register(this.merge);
    this.sectorUses.register(bookingSectorUse(this.database));
    for (const rule of bookingRules(this.database)) this.retention.register(rule);
  }
}
