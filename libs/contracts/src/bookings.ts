export const LIVE_BOOKING_STATUSES = ['awaiting_approval', 'confirmed', 'waitlisted', 'offered'] as const;
export const ENDED_BOOKING_STATUSES = ['cancelled', 'substituted', 'declined', 'lapsed'] as const;
export const BOOKING_STATUSES = [...LIVE_BOOKING_STATUSES, ...ENDED_BOOKING_STATUSES] as const;
export type BookingStatus = (typeof BOOKING_STATUSES)[number];
export const ATTENDANCES = ['attended', 'partly_attended', 'absent'] as const;
export type Attendance = (typeof ATTENDANCES)[number];

export interface NewBooking {
  practitionerId?: string;
  accessNeeds?: string;
  orderNumber?: string;
  waitIfMissing?: boolean;
}

export interface BookingView {
  id: string;
  reference: string;
  eventId: string;
  eventReference: string;
  courseId: string;
  courseTitle: string;
  startsAt: string | null;
  endsAt: string | null;
  practitionerId: string;
  practitionerName: string;
  agencyId: string;
  agencyName: string;
  sector: string;
  jobRole: string | null;
  status: BookingStatus;
  waitlistPosition: number | null;
  offeredUntil: string | null;
  attendance: Attendance | null;
  requestedAt: string;
  replaces: string | null;
}

/** What is still missing before a course, with where to do it. */
export interface MissingPrerequisite {
  kind: 'module' | 'course';
  id: string;
  title: string;
  url: string;
}

export interface RegisterEntry {
  bookingId: string;
  sessionId?: string;
  attendance: 'present' | 'absent';
  minutes?: number;
  markId?: string;
}

export interface RegisterRow {
  bookingId: string;
  practitionerName: string;
  agencyName: string;
  /** What the person needs to take part, given by consent. */
  accessNeeds: string | null;
  marks: { sessionId: string; attendance: 'present' | 'absent'; minutes: number | null }[];
  attendance: Attendance | null;
}

export interface RegisterView {
  eventId: string;
  courseTitle: string;
  sessions: { id: string; startsAt: string; endsAt: string }[];
  closedAt: string | null;
  rows: RegisterRow[];
}
