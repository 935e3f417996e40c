import { CreatePlatformTables1763800000001 } from './1763800000001-create-platform-tables';
import { CreateAgenciesTables1763800000002 } from './1763800000002-create-agencies-tables';
import { CreatePeopleTables1763800000003 } from './1763800000003-create-people-tables';
import { CreateElearningTables1763800000004 } from './1763800000004-create-elearning-tables';
import { CreateCoursesTables1763800000005 } from './1763800000005-create-courses-tables';
import { CreateEventsTables1763800000006 } from './1763800000006-create-events-tables';
import { CreateBookingsTables1763800000007 } from './1763800000007-create-bookings-tables';
import { CreateEvaluationsTables1763800000008 } from './1763800000008-create-evaluations-tables';
import { CreateReportsTables1763800000009 } from './1763800000009-create-reports-tables';
import { CreateRegistrationAndSecondFactorTables1763900000011 } from './1763900000011-create-registration-and-second-factor-tables';
import { AddDevicesOfSignInsAndManagersOfMembers1763900000012 } from './1763900000012-add-devices-of-sign-ins-and-managers-of-members';
import { AddAgencyGroupsDomainsAndHeadcounts1763900000020 } from './1763900000020-add-agency-groups-domains-and-headcounts';
import { MoveEmailDomainsOfAgencies1763900000021 } from './1763900000021-move-email-domains-of-agencies';
import { RequireStatusAndApprovalOfAgencies1763900000022 } from './1763900000022-require-status-and-approval-of-agencies';
import { AddMergesAndGroupLeads1763900000023 } from './1763900000023-add-merges-and-group-leads';
import { NameCurrentMemberships1763900000024 } from './1763900000024-name-current-memberships';
import { KeepDataRequestsHoldsAndErasures1763900000030 } from './1763900000030-keep-data-requests-holds-and-erasures';
import { NameScopeAndEndTokens1763900000031 } from './1763900000031-name-scope-and-end-tokens';
import { KeepReasonsOfGrantsAndNamesThatLeadsTyped1764000000020 } from './1764000000020-keep-reasons-of-grants-and-names-that-leads-typed';
import { ApproveHoldAndReleaseBookings1764000000080 } from './1764000000080-approve-hold-and-release-bookings';
import { KeepClosureDaysAndSchoolHolidays1764000000050 } from './1764000000050-keep-closure-days-and-school-holidays';
import { SetTermsOfCoursesAndEvents1764000000051 } from './1764000000051-set-terms-of-courses-and-events';
import { KeepTopicsValiditiesAndAddressesOfCourses1764000000030 } from './1764000000030-keep-topics-validities-and-addresses-of-courses';
import { ShareLearningSourcesAmongCourses1764000000031 } from './1764000000031-share-learning-sources-among-courses';
import { KeepGuidanceEditions1764000000032 } from './1764000000032-keep-guidance-editions';
import { KeepResources1764000000033 } from './1764000000033-keep-resources';
import { AddVenuesTrainersAgendasAndOtherProviders1764000000040 } from './1764000000040-add-venues-trainers-agendas-and-other-providers';
import { SayWhomCoursesAreForAndWhereEventsServe1764000000060 } from './1764000000060-say-whom-courses-are-for-and-where-events-serve';
import { KeepInterestInCourses1764000000061 } from './1764000000061-keep-interest-in-courses';
import { KeepJoiningDetailsAndNeeds1764000000090 } from './1764000000090-keep-joining-details-and-needs';
import { RememberInvitationsToEvents1764000000100 } from './1764000000100-remember-invitations-to-events';
import { CountChangesOfModulesGuidanceAndOtherProviders1764000000110 } from './1764000000110-count-changes-of-modules-guidance-and-other-providers';
import { MarkWalkInsAndKeepCalendarAddresses1764000000120 } from './1764000000120-mark-walk-ins-and-keep-calendar-addresses';
import { MarkAddressesThatBounce1764000000130 } from './1764000000130-mark-addresses-that-bounce';
import { KeepWhatDiariesOfTrainersWereTold1764000000140 } from './1764000000140-keep-what-diaries-of-trainers-were-told';
import { RememberRemindersOfApprovalsAndNoticesOfRelease1764000000141 } from './1764000000141-remember-reminders-of-approvals-and-notices-of-release';
import { KeepMailingsAndWhoAskedForThem1764000000150 } from './1764000000150-keep-mailings-and-who-asked-for-them';
import { ProposeChargesAndKeepCostCodes1764000000160 } from './1764000000160-propose-charges-and-keep-cost-codes';
import { KeepThePartnershipsWordingOfMails1764000000170 } from './1764000000170-keep-the-partnerships-wording-of-mails';
import { KeepWhatPeopleWereRemindedOf1764000000180 } from './1764000000180-keep-what-people-were-reminded-of';
import { NoteWhatWasAskedToldAndReminded1764000000190 } from './1764000000190-note-what-was-asked-told-and-reminded';
import { SayWhatWasAskedAndToldBefore1764000000191 } from './1764000000191-say-what-was-asked-and-told-before';
import { BuildEvaluationForms1764000000210 } from './1764000000210-build-evaluation-forms';
import { ReadFreeTextBeforeOthersDo1764000000220 } from './1764000000220-read-free-text-before-others-do';
import { KeepReleasedGroupsAndPublishedReports1764000000230 } from './1764000000230-keep-released-groups-and-published-reports';
import { IssueCertificatesAgainAfterAChangeOfName1764000000240 } from './1764000000240-issue-certificates-again-after-a-change-of-name';
import { FindAnswersByWhoGaveThem1764000000241 } from './1764000000241-find-answers-by-who-gave-them';
import { SayWhichStandingQuestionAnotherFollows1764000000255 } from './1764000000255-say-which-standing-question-another-follows';
import { KeepHowManyPeopleAttendedInAYear1764000000260 } from './1764000000260-keep-how-many-people-attended-in-a-year';
import { KeepLineManagersWhoMayBeAsked1764000000265 } from './1764000000265-keep-line-managers-who-may-be-asked';

/** Every migration, oldest first. What has landed is never edited: add one at the end. */
export const MIGRATIONS = [
  CreatePlatformTables1763800000001,
  CreateAgenciesTables1763800000002,
  CreatePeopleTables1763800000003,
  CreateElearningTables1763800000004,
  CreateCoursesTables1763800000005,
  CreateEventsTables1763800000006,
  CreateBookingsTables1763800000007,
  CreateEvaluationsTables1763800000008,
  CreateReportsTables1763800000009,
  CreateRegistrationAndSecondFactorTables1763900000011,
  AddDevicesOfSignInsAndManagersOfMembers1763900000012,
  AddAgencyGroupsDomainsAndHeadcounts1763900000020,
  MoveEmailDomainsOfAgencies1763900000021,
  RequireStatusAndApprovalOfAgencies1763900000022,
  AddMergesAndGroupLeads1763900000023,
  NameCurrentMemberships1763900000024,
  KeepDataRequestsHoldsAndErasures1763900000030,
  NameScopeAndEndTokens1763900000031,
  KeepReasonsOfGrantsAndNamesThatLeadsTyped1764000000020,
  ApproveHoldAndReleaseBookings1764000000080,
  KeepClosureDaysAndSchoolHolidays1764000000050,
  SetTermsOfCoursesAndEvents1764000000051,
  KeepTopicsValiditiesAndAddressesOfCourses1764000000030,
  ShareLearningSourcesAmongCourses1764000000031,
  KeepGuidanceEditions1764000000032,
  KeepResources1764000000033,
  AddVenuesTrainersAgendasAndOtherProviders1764000000040,
  SayWhomCoursesAreForAndWhereEventsServe1764000000060,
  KeepInterestInCourses1764000000061,
  KeepJoiningDetailsAndNeeds1764000000090,
  RememberInvitationsToEvents1764000000100,
  CountChangesOfModulesGuidanceAndOtherProviders1764000000110,
  MarkWalkInsAndKeepCalendarAddresses1764000000120,
  MarkAddressesThatBounce1764000000130,
  KeepWhatDiariesOfTrainersWereTold1764000000140,
  RememberRemindersOfApprovalsAndNoticesOfRelease1764000000141,
  KeepMailingsAndWhoAskedForThem1764000000150,
  ProposeChargesAndKeepCostCodes1764000000160,
  KeepThePartnershipsWordingOfMails1764000000170,
  KeepWhatPeopleWereRemindedOf1764000000180,
  NoteWhatWasAskedToldAndReminded1764000000190,
  SayWhatWasAskedAndToldBefore1764000000191,
  BuildEvaluationForms1764000000210,
  ReadFreeTextBeforeOthersDo1764000000220,
  KeepReleasedGroupsAndPublishedReports1764000000230,
  IssueCertificatesAgainAfterAChangeOfName1764000000240,
  FindAnswersByWhoGaveThem1764000000241,
  SayWhichStandingQuestionAnotherFollows1764000000255,
  KeepHowManyPeopleAttendedInAYear1764000000260,
  KeepLineManagersWhoMayBeAsked1764000000265,
];
