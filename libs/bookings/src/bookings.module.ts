import { AgenciesModule, SectorUses } from '@roundtable/agencies';
import { Module, type OnModuleInit } from '@nestjs/common';
import { Database, DeclaredSettings, Merges, Retention, Wordings } from '@roundtable/platform';
import { CoursesModule } from '@roundtable/courses';
import { ElearningModule } from '@roundtable/elearning';
import { EventsModule } from '@roundtable/events';
import { BookingFactsQueries } from './booking-facts';
import { BookingMails } from './booking.mails';
import { checkTransitions } from './booking-transitions';
import { BookingsController } from './bookings.controller';
import { BookingQueries } from './bookings.queries';
import { BookingsService } from './bookings.service';
import { CalendarAddresses } from './calendar/calendar-addresses.service';
import { ChargeChecks } from './charges/charge-checks';
import { ChargeDecisions } from './charges/charge-decisions.service';
import { ChargeMails } from './charges/charge-mails.service';
import { ChargeMoves } from './charges/charge-moves.service';
import { ChargeProposals } from './charges/charge-proposals.service';
import { ChargeReach } from './charges/charge-reach';
import { ChargesController } from './charges/charges.controller';
import { ChargeQueries } from './charges/charges.queries';
import { CutOffs } from './charges/cut-offs.service';
import { FinanceFilesController } from './charges/finance-files.controller';
import { FinanceFiles, VAT_TEXT } from './charges/finance-files.service';
import { CancellingService } from './cancelling.service';
import { ComingLinks } from './coming/coming-links.service';
import { StillComingJob } from './coming/still-coming.job';
import { DiaryService } from './diary.service';
import { EventCancellingService } from './event-cancelling.service';
import { EventPlacesService } from './event-places.service';
import { EventsController } from './events.controller';
import { EventsWithPlaces } from './events-with-places';
import { InterestsReach } from './interests/interests-reach';
import { InterestsController } from './interests/interests.controller';
import { InterestsService } from './interests/interests.service';
import { TellInterestedJob } from './interests/tell-interested.job';
import { LineService } from './line.service';
import { EventChangeMails } from './mails/event-change.mails';
import { LeadDigestJob } from './lead-digest/lead-digest.job';
import { LeadDigestQueries } from './lead-digest/lead-digest.queries';
import { BOOKING_TEMPLATES } from './mails/templates';
import { BookingsMerge } from './merging/bookings-merge';
import { bookingSectorUse } from './merging/booking-sector-use';
import { AbsenceReasons } from './missed/absence-reasons.service';
import { MissedJob } from './missed/missed.job';
import { NextChancesQueries } from './missed/next-chances.queries';
import { RepeatedAbsencesQueries } from './missed/repeated-absences.queries';
import { BookingsPersonalData } from './personal-data';
import { ApprovalMails } from './approval/approval.mails';
import { ApprovalLinks } from './approval/approval-links.service';
import { ApprovalsJob } from './approval/approvals.job';
import { ApprovalsService } from './approval/approvals.service';
import { ApproversService } from './approval/approvers.service';
import { BookingChangesController } from './changes.controller';
import { BookingChecks } from './checking/booking-checks';
import { BookingMoves } from './booking-moves.service';
import { BookingPost } from './booking-post.service';
import { BookingRequests } from './booking-requests.service';
import { FillingPlacesService } from './by-staff/filling-places.service';
import { ReleasingService } from './by-staff/releasing.service';
import { AgencyDelegates } from './groups/agency-delegates.service';
import { GroupBookingsController } from './groups/group-bookings.controller';
import { GroupBookingsService } from './groups/group-bookings.service';
import { FollowingEventService } from './moving/following-event.service';
import { SubstitutionsService } from './moving/substitutions.service';
import { TransfersService } from './moving/transfers.service';
import { ProvisionalJob } from './provisional/provisional.job';
import { ProvisionalMails } from './provisional/provisional.mails';
import { ProvisionalService } from './provisional/provisional.service';
import { TeamPlaceMails } from './team-places/team-place.mails';
import { TeamPlacesController } from './team-places/team-places.controller';
import { TeamPlacesQueries } from './team-places/team-places.queries';
import { TeamPlacesRelease } from './team-places/team-places-release.service';
import { TeamPlacesService } from './team-places/team-places.service';
import { EventMixQueries } from './inviting/event-mix.queries';
import { InvitationsReach } from './inviting/invitations-reach';
import { InvitingController } from './inviting/inviting.controller';
import { InvitingService } from './inviting/inviting.service';
import { JoinPages } from './joining/join-pages.service';
import { JoiningInstructions } from './joining/joining-instructions.service';
import { JoiningController } from './joining/joining.controller';
import { JoiningJob } from './joining/joining.job';
import { JoiningMails } from './joining/joining.mails';
import { JoiningQueries } from './joining/joining.queries';
import { AccessNeedsQueries } from './needs/access-needs.queries';
import { AccessNeedsService } from './needs/access-needs.service';
import { NeedsController } from './needs/needs.controller';
import { PlacesQueries } from './places.queries';
import { ChangePreviewService } from './preview/change-preview.service';
import { PreviewController } from './preview/preview.controller';
import { SampleMails } from './preview/sample-mails.service';
import { DueRefreshers } from './refreshers/due-refreshers.queries';
import { RefreshersJob } from './refreshers/refreshers.job';
import { RegisterChaserJob } from './register-chaser/register-chaser.job';
import { JOINING_DAYS, STILL_COMING_DAYS } from './reminders/reminder-settings';
import { RestingSectors } from './reminders/resting-sectors';
import { RegisterController } from './register.controller';
import { RegisterFilesController } from './register-files/register-files.controller';
import { RegisterService } from './register.service';
import { CourseResourcesController } from './resources/course-resources.controller';
import { EventResourcesController } from './resources/event-resources.controller';
import { ResourceAccess } from './resources/resource-access.service';
import { ResourceDownloads } from './resources/resource-downloads.service';
import { ResourcesController } from './resources/resources.controller';
import { WatchedRecordings } from './resources/watched-recordings.service';
import { bookingRules } from './retention-rules';
import { SweepJob } from './sweep.job';
import { WalkInsService } from './walk-ins/walk-ins.service';
import { TrainersOfEvents } from './trainers-of-events';

checkTransitions();

@Module({
  imports: [AgenciesModule, ElearningModule, CoursesModule, EventsModule],
  controllers: [
    EventsController,
    PreviewController,
    BookingsController,
    BookingChangesController,
    GroupBookingsController,
    TeamPlacesController,
    RegisterController,
    RegisterFilesController,
    CourseResourcesController,
    EventResourcesController,
    ResourcesController,
    InterestsController,
    NeedsController,
    JoiningController,
    InvitingController,
    FinanceFilesController,
    ChargesController,
  ],
  providers: [
    BookingsService,
    CancellingService,
    LineService,
    EventCancellingService,
    EventPlacesService,
    RegisterService,
    DiaryService,
    BookingMails,
    EventChangeMails,
    BookingFactsQueries,
    BookingQueries,
    PlacesQueries,
    EventsWithPlaces,
    ChangePreviewService,
    SampleMails,
    SweepJob,
    ResourceAccess,
    ResourceDownloads,
    WatchedRecordings,
    BookingsPersonalData,
    BookingsMerge,
    ApprovalMails,
    ApprovalsJob,
    ApprovalsService,
    ApproversService,
    BookingMoves,
    BookingChecks,
    BookingPost,
    BookingRequests,
    FillingPlacesService,
    ReleasingService,
    AgencyDelegates,
    GroupBookingsService,
    FollowingEventService,
    SubstitutionsService,
    TransfersService,
    ProvisionalJob,
    ProvisionalMails,
    ProvisionalService,
    TeamPlaceMails,
    TeamPlacesQueries,
    TeamPlacesRelease,
    TeamPlacesService,
    InterestsService,
    InterestsReach,
    TellInterestedJob,
    DueRefreshers,
    RefreshersJob,
    ApprovalLinks,
    AccessNeedsQueries,
    AccessNeedsService,
    JoinPages,
    JoiningInstructions,
    JoiningJob,
    JoiningMails,
    ComingLinks,
    StillComingJob,
    AbsenceReasons,
    MissedJob,
    NextChancesQueries,
    RepeatedAbsencesQueries,
    RegisterChaserJob,
    RestingSectors,
    LeadDigestJob,
    LeadDigestQueries,
    JoiningQueries,
    EventMixQueries,
    InvitingService,
    InvitationsReach,
    TrainersOfEvents,
    WalkInsService,
    CalendarAddresses,
    ChargeChecks,
    ChargeDecisions,
    ChargeMails,
    ChargeMoves,
    ChargeProposals,
    ChargeQueries,
    ChargeReach,
    CutOffs,
    FinanceFiles,
  ],
  exports: [
    BookingFactsQueries,
    InterestsService,
    BookingsService,
    CancellingService,
    EventCancellingService,
    EventPlacesService,
    RegisterService,
    BookingQueries,
    EventsWithPlaces,
    LineService,
    PlacesQueries,
    BookingsMerge,
    ApprovalsService,
    ApproversService,
    GroupBookingsService,
    SubstitutionsService,
    TeamPlacesQueries,
    TeamPlacesService,
    TransfersService,
    ProvisionalService,
    ResourceAccess,
    ResourceDownloads,
    WatchedRecordings,
    ApprovalLinks,
    AccessNeedsQueries,
    AccessNeedsService,
    JoinPages,
    ComingLinks,
    AbsenceReasons,
    RepeatedAbsencesQueries,
    TrainersOfEvents,
    WalkInsService,
    CalendarAddresses,
    ChargeDecisions,
    ChargeQueries,
  ],
})
export class BookingsModule implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly retention: Retention,
    private readonly merges: Merges,
    private readonly merge: BookingsMerge,
    private readonly sectorUses: SectorUses,
    private readonly wordings: Wordings,
    private readonly settings: DeclaredSettings,
  ) {}

  onModuleInit(): void {
    this.settings.declare(VAT_TEXT);
    this.merges.register(this.merge);
    this.wordings.declare(BOOKING_TEMPLATES);
    for (const setting of [JOINING_DAYS, STILL_COMING_DAYS]) this.settings.declare(setting);
    this.sectorUses.register(bookingSectorUse(this.database));
    for (const rule of bookingRules(this.database)) this.retention.register(rule);
  }
}
