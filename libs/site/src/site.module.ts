import { Global, Module } from '@nestjs/common';
import { BookingsModule } from '@roundtable/bookings';
import { CoursesModule } from '@roundtable/courses';
import { ElearningModule } from '@roundtable/elearning';
import { EvaluationsModule } from '@roundtable/evaluations';
import { ErrorPages } from '@roundtable/platform';
import { SignInController } from './account/sign-in.controller';
import { SignOutController } from './account/sign-out.controller';
import { BookController } from './booking/book.controller';
import { BookingSubjects } from './booking/booking-subjects.service';
import { CertificateCheckController } from './certificates/certificate-check.controller';
import { CertificateController } from './certificates/certificate.controller';
import { CoursePageController } from './courses/course.controller';
import { CoursesPageController } from './courses/courses.controller';
import { EvaluationLinkController } from './evaluations/evaluation-link.controller';
import { FrontDoor } from './evaluations/front-door.service';
import { MyEvaluationController } from './evaluations/my-evaluation.controller';
import { ComingEvents } from './events/coming-events.service';
import { EventPageController } from './events/event.controller';
import { SiteErrorPages } from './frame/site-error-pages';
import { SitePages } from './frame/site-pages';
import { HomeController } from './home/home.controller';
import { InformationController } from './information/information.controller';
import { ModulePageController } from './learning/module.controller';
import { ModulesPageController } from './learning/modules.controller';
import { OwnCompletions } from './learning/own-completions.service';
import { BookingPageController } from './my-training/booking.controller';
import { CancelBookingController } from './my-training/cancel-booking.controller';
import { MyTrainingController } from './my-training/my-training.controller';
import { OwnBookings } from './my-training/own-bookings.service';

/** The practitioner's website. Global, because the filter of every route draws refusals with its pages. */
@Global()
@Module({
  imports: [ElearningModule, CoursesModule, BookingsModule, EvaluationsModule],
  controllers: [
    HomeController,
    CoursesPageController,
    CoursePageController,
    EventPageController,
    SignInController,
    SignOutController,
    BookController,
    MyTrainingController,
    BookingPageController,
    CancelBookingController,
    CertificateController,
    MyEvaluationController,
    EvaluationLinkController,
    ModulesPageController,
    ModulePageController,
    CertificateCheckController,
    InformationController,
  ],
  providers: [
    SitePages,
    SiteErrorPages,
    { provide: ErrorPages, useExisting: SiteErrorPages },
    ComingEvents,
    BookingSubjects,
    OwnBookings,
    OwnCompletions,
    FrontDoor,
  ],
  exports: [ErrorPages, SiteErrorPages],
})
export class SiteModule {}
