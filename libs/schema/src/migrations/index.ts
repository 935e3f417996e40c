import { CreatePlatformTables1763800000001 } from './1763800000001-create-platform-tables';
import { CreateAgenciesTables1763800000002 } from './1763800000002-create-agencies-tables';
import { CreatePeopleTables1763800000003 } from './1763800000003-create-people-tables';
import { CreateElearningTables1763800000004 } from './1763800000004-create-elearning-tables';
import { CreateCoursesTables1763800000005 } from './1763800000005-create-courses-tables';
import { CreateEventsTables1763800000006 } from './1763800000006-create-events-tables';
import { CreateBookingsTables1763800000007 } from './1763800000007-create-bookings-tables';
import { CreateEvaluationsTables1763800000008 } from './1763800000008-create-evaluations-tables';
import { CreateReportsTables1763800000009 } from './1763800000009-create-reports-tables';

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
];
