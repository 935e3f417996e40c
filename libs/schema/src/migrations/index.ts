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
import { KeepJoiningDetailsAndNeeds1764000000090 } from './1764000000090-keep-joining-details-and-needs';

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
  KeepJoiningDetailsAndNeeds1764000000090,
];
