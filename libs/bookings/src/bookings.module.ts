import { AgenciesModule } from '@roundtable/agencies';
import { Module } from '@nestjs/common';
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
import { LineService } from './line.service';
import { PlacesQueries } from './places.queries';
import { RegisterController } from './register.controller';
import { RegisterService } from './register.service';
import { SweepJob } from './sweep.job';

checkTransitions();

@Module({
  imports: [AgenciesModule, ElearningModule, CoursesModule, EventsModule],
  controllers: [EventsController, BookingsController, RegisterController],
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
  ],
  exports: [
    BookingsService,
    CancellingService,
    EventPlacesService,
    RegisterService,
    BookingQueries,
    EventsWithPlaces,
    LineService,
    PlacesQueries,
  ],
})
export class BookingsModule {}
