import { Global, Module } from '@nestjs/common';
import { AgenciesModule } from '@roundtable/agencies';
import { BookingsModule } from '@roundtable/bookings';
import { CoursesModule } from '@roundtable/courses';
import { ElearningModule } from '@roundtable/elearning';
import { EventsModule } from '@roundtable/events';
import { EvaluationsModule } from '@roundtable/evaluations';
import { MessagesModule } from '@roundtable/messages';
import { ErrorPages } from '@roundtable/platform';
import { AccountController } from './account/account.controller';
import { ConfirmNewAddressController } from './account/confirm-new-address.controller';
import { NewPasswordController } from './account/new-password.controller';
import { SecondFactorPageController } from './account/second-factor.controller';
import { SignInController } from './account/sign-in.controller';
import { SignInLinkController } from './account/sign-in-link.controller';
import { SignInsPageController } from './account/sign-ins.controller';
import { SignOutController } from './account/sign-out.controller';
import { SignedInPages } from './account/signed-in.service';
import { ApprovalController } from './approvals/approval.controller';
import { BookController } from './booking/book.controller';
import { BookingSubjects } from './booking/booking-subjects.service';
import { CertificateCheckController } from './certificates/certificate-check.controller';
import { CertificateController } from './certificates/certificate.controller';
import { CoursePageController } from './courses/course.controller';
import { CoursePreviewController } from './courses/course-preview.controller';
import { AnswerDraftController } from './evaluations/answer-draft.controller';
import { FormPreviewController } from './evaluations/form-preview.controller';
import { PaperFormController } from './evaluations/paper-form.controller';
import { RoomController } from './evaluations/room.controller';
import { AnsweringRoomPageController } from './training-i-run/answering-room.controller';
import { ManagerQuestionController } from './evaluations/manager-question.controller';
import { EvaluationLinkController } from './evaluations/evaluation-link.controller';
import { FrontDoor } from './evaluations/front-door.service';
import { MyEvaluationController } from './evaluations/my-evaluation.controller';
import { ComingEvents } from './events/coming-events.service';
import { EventDelivery } from './events/event-delivery.service';
import { EventPageController } from './events/event.controller';
import { EventPreviewController } from './events/event-preview.controller';
import { SiteErrorPages } from './frame/site-error-pages';
import { SitePages } from './frame/site-pages';
import { HomeController } from './home/home.controller';
import { InformationController } from './information/information.controller';
import { InterestPageController } from './interests/interest.controller';
import { JoinBookingController } from './joining/join-booking.controller';
import { ComingController } from './coming/coming.controller';
import { LeadDigestController } from './my-agency/lead-digest.controller';
import { MissedController } from './missed/missed.controller';
import { JoinLinkController } from './joining/join-link.controller';
import { ModulePageController } from './learning/module.controller';
import { ModulesPageController } from './learning/modules.controller';
import { OwnCompletions } from './learning/own-completions.service';
import { OwnMailingsController } from './mailings/own-mailings.controller';
import { UnsubscribeController } from './mailings/unsubscribe.controller';
import { AgencyBookingController } from './my-agency/agency-booking.controller';
import { GroupBookingController } from './my-agency/group-booking.controller';
import { HoldPlacesController } from './my-agency/hold-places.controller';
import { LedAgencies } from './my-agency/led-agencies.service';
import { AgencyPackController } from './my-agency/agency-pack.controller';
import { AgencyBookingsController } from './my-agency/agency-bookings.controller';
import { AgencyChargesController } from './my-agency/agency-charges.controller';
import { TeamPlacesPageController } from './my-agency/team-places.controller';
import { ColleagueController } from './my-agency/colleague.controller';
import { MyAgencyController } from './my-agency/my-agency.controller';
import { AddedController } from './memberships/added.controller';
import { BookingPageController } from './my-training/booking.controller';
import { CancelBookingController } from './my-training/cancel-booking.controller';
import { MoveBookingController } from './my-training/move-booking.controller';
import { MyTrainingController } from './my-training/my-training.controller';
import { NeedsPagesController } from './my-training/needs.controller';
import { YourCalendarController } from './my-training/your-calendar.controller';
import { OwnBookings } from './my-training/own-bookings.service';
import { YourDataController } from './my-training/your-data.controller';
import { YourQuotesController } from './my-training/your-quotes.controller';
import { OtherProvidersController } from './other-providers/other-providers.controller';
import { Browsing } from './programme/browsing.service';
import { ProgrammeFeedsController } from './programme/feeds.controller';
import { ProgrammePageController } from './programme/programme.controller';
import { ConfirmAddressController } from './registration/confirm-address.controller';
import { RegisterController } from './registration/register.controller';
import { ReportsModule } from '@roundtable/reports';
import { PublishedReportController } from './published-reports/published-report.controller';
import { OwnResources } from './resources/own-resources.service';
import { RecordingController } from './resources/recording.controller';
import { ResourceFileController } from './resources/resource-file.controller';
import { TrainerAnswerController } from './training-i-run/trainer-answer.controller';
import { ForTrainersController } from './training-i-run/for-trainers.controller';
import { ResultsController } from './training-i-run/results.controller';
import { TrainingIRunController } from './training-i-run/training-i-run.controller';

/** The practitioner's website. Global, because the filter of every route draws refusals with its pages. */
@Global()
@Module({
  imports: [
    AgenciesModule,
    ElearningModule,
    CoursesModule,
    EventsModule,
    BookingsModule,
    EvaluationsModule,
    MessagesModule,
    ReportsModule,
  ],
  controllers: [
    HomeController,
    ProgrammePageController,
    ProgrammeFeedsController,
    InterestPageController,
    CoursePageController,
    CoursePreviewController,
    EventPageController,
    EventPreviewController,
    SignInController,
    SignInLinkController,
    SignOutController,
    NewPasswordController,
    RegisterController,
    ConfirmAddressController,
    AccountController,
    OwnMailingsController,
    UnsubscribeController,
    ConfirmNewAddressController,
    SignInsPageController,
    SecondFactorPageController,
    BookController,
    MyTrainingController,
    BookingPageController,
    CancelBookingController,
    MoveBookingController,
    NeedsPagesController,
    JoinBookingController,
    JoinLinkController,
    ApprovalController,
    ComingController,
    MissedController,
    LeadDigestController,
    AgencyBookingsController,
    AgencyChargesController,
    AgencyPackController,
    AgencyBookingController,
    GroupBookingController,
    HoldPlacesController,
    TeamPlacesPageController,
    YourDataController,
    YourQuotesController,
    YourCalendarController,
    CertificateController,
    MyEvaluationController,
    EvaluationLinkController,
    ManagerQuestionController,
    AnswerDraftController,
    FormPreviewController,
    PaperFormController,
    RoomController,
    AnsweringRoomPageController,
    ModulesPageController,
    ModulePageController,
    CertificateCheckController,
    AddedController,
    MyAgencyController,
    ColleagueController,
    RecordingController,
    ResourceFileController,
    InformationController,
    ResultsController,
    TrainingIRunController,
    PublishedReportController,
    ForTrainersController,
    TrainerAnswerController,
    OtherProvidersController,
  ],
  providers: [
    SitePages,
    SignedInPages,
    SiteErrorPages,
    { provide: ErrorPages, useExisting: SiteErrorPages },
    ComingEvents,
    EventDelivery,
    Browsing,
    BookingSubjects,
    OwnBookings,
    OwnCompletions,
    FrontDoor,
    OwnResources,
    LedAgencies,
  ],
  exports: [ErrorPages, SiteErrorPages],
})
export class SiteModule {}
