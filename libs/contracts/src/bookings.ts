export const LIVE_BOOKING_STATUSES = ['awaiting_approval', 'confirmed', 'waitlisted', 'offered'] as const;
export const ENDED_BOOKING_STATUSES = ['cancelled', 'substituted', 'declined', 'lapsed'] as const;
export const BOOKING_STATUSES = [...LIVE_BOOKING_STATUSES, ...ENDED_BOOKING_STATUSES] as const;
export type BookingStatus = (typeof BOOKING_STATUSES)[number];
export const ATTENDANCES = ['attended', 'partly_attended', 'absent'] as const;
export type Attendance = (typeof ATTENDANCES)[number];

/**
 * Why somebody gives a place back. Leads see the category alone; 'noCharge' reasons are never charged.
 */
export const CANCEL_REASONS = [
  { key: 'work', words: 'Something at work came up', category: 'work', noCharge: false },
  { key: 'not-released', words: 'I was not released for the day', category: 'work', noCharge: false },
  { key: 'left-role', words: 'I have changed job or left', category: 'work', noCharge: true },
  { key: 'done-elsewhere', words: 'I have done this training elsewhere', category: 'training', noCharge: false },
  { key: 'another-date', words: 'Another date suits me better', category: 'training', noCharge: false },
  { key: 'ill', words: 'I am not well', category: 'personal', noCharge: true },
  { key: 'caring', words: 'Caring for somebody, or bereavement', category: 'personal', noCharge: true },
  { key: 'personal', words: 'Another personal reason', category: 'personal', noCharge: false },
  { key: 'other', words: 'Another reason', category: 'other', noCharge: false },
] as const;
export const CANCEL_CATEGORIES = ['work', 'training', 'personal', 'organiser', 'other'] as const;
export type CancelCategory = (typeof CANCEL_CATEGORIES)[number];

/** Why somebody says that they were absent; 'noCharge' reasons are never charged. */
export const ABSENCE_REASONS = [
  { key: 'ill', noCharge: true, words: 'I was not well' },
  { key: 'caring', noCharge: true, words: 'Caring for somebody, or bereavement' },
  { key: 'work', noCharge: false, words: 'Something at work came up' },
  { key: 'not-released', noCharge: false, words: 'I was not released for the day' },
  { key: 'getting-there', noCharge: false, words: 'I could not get there, or could not join online' },
  { key: 'did-not-know', noCharge: false, words: 'I did not know that I had a place' },
  { key: 'forgot', noCharge: false, words: 'I forgot' },
  { key: 'was-there', noCharge: false, words: 'I was there' },
  { key: 'other', noCharge: false, words: 'Another reason' },
] as const;
export type AbsenceReason = (typeof ABSENCE_REASONS)[number]['key'];

export interface NewBooking {
  practitionerId?: string;
  accessNeeds?: string;
  dietaryNeeds?: string;
  keepNeeds?: KeepNeeds;
  orderNumber?: string;
  waitIfMissing?: boolean;
  /** Staff only: why this request passes kept places, caps, approval and the order of the line. */
  passReason?: string;
}

/** Somebody a lead or staff book for: known by id, or new by name and e-mail. */
export interface WantedDelegate {
  practitionerId?: string;
  name?: string;
  email?: string;
  jobRole?: string;
}

/** The colleague who comes instead: by address, and by name where they are new. */
export interface NewSubstitution {
  email: string;
  name?: string;
  jobRole?: string;
}

/** Several people at once: all of them or nobody, or those for whom a place is open. */
export interface NewGroupBooking {
  agencyId?: string;
  people: WantedDelegate[];
  mode: 'all' | 'possible';
  /** Under 'possible': the others join the line. */
  waitForRest?: boolean;
}

export interface GroupBookingResult {
  name: string;
  practitionerId: string | null;
  bookingId: string | null;
  status: BookingStatus | null;
  /** Why there is no booking: a problem's code and sentence. */
  refusal: { code: string; title: string; missing?: MissingPrerequisite[] } | null;
}

export interface GroupBookingView {
  /** False where 'all' was asked for and somebody could not be booked: then nothing was done. */
  booked: boolean;
  results: GroupBookingResult[];
}

export interface NewTeamPlaces {
  agencyId: string;
  places: number;
  /** The last London date on which the places are held. */
  heldUntil: string;
  passReason?: string;
}

export interface TeamPlacesView {
  id: string;
  eventId: string;
  agencyId: string;
  agencyName: string;
  /** How many are still without a name. */
  places: number;
  heldUntil: string;
  releasedAt: string | null;
}

export const APPROVER_KINDS = ['lead', 'manager', 'unverified', 'staff'] as const;
/** Who is asked to approve: the agency's leads, a named manager, or staff because nobody else can be. */
export type ApproverKind = (typeof APPROVER_KINDS)[number];

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
  /** Until when something missing must be completed; empty where nothing is missing. */
  provisionalUntil: string | null;
  /** Who is asked for approval, while it is awaited; told to oneself, to leads and to staff. */
  approverKind: ApproverKind | null;
  /** Whether a request that awaits approval holds a place meanwhile. */
  placeHeld: boolean;
  /** Whether 'can you still come?' was asked after a change of time or place and is not answered. */
  comingAsked: boolean;
  /** Whether it was asked before the end of free cancellation and is not answered. */
  stillComingAsked: boolean;
  /** When they last said that they come; told to oneself and to staff. */
  comingAnsweredAt: string | null;
  /** Until when cancelling is free of charge; empty where there is no place to give back. */
  cancelFreeUntil: string | null;
  /** Why staff passed kept places, caps or the order of the line; told to staff alone. */
  passReason: string | null;
  endCategory: CancelCategory | null;
  /** Told to oneself and to staff; leads see the category alone. */
  endReason: string | null;
  /** Why they say that they were absent; told to oneself and to staff. */
  absenceReason: AbsenceReason | null;
}

/** Where people of a cancelled event are offered places instead. */
export interface NextEvent {
  eventId: string;
  /** Why they come before those who wait there; without it they queue behind them. */
  aheadReason?: string;
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

/** Somebody who came without a place: known already, or named with an agency. */
export interface NewWalkIn {
  practitionerId?: string;
  name?: string;
  email?: string;
  agencyId?: string;
}

export interface WalkInView {
  bookingId: string;
  /** More people came than there are places. */
  overCapacity: boolean;
}

export interface RegisterRow {
  bookingId: string;
  /** Came without a place. */
  walkIn: boolean;
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
  capacity: number;
  /** More people stand in the register than there are places. */
  overCapacity: boolean;
  rows: RegisterRow[];
}

/** Where what somebody needs is kept besides the booking: until 30 days after the event, or until they take it back. */
export const KEEP_NEEDS = ['event', 'profile'] as const;
export type KeepNeeds = (typeof KEEP_NEEDS)[number];

/** What somebody needs to take part; sending it is their consent. */
export interface NeedsChange {
  accessNeeds?: string;
  dietaryNeeds?: string;
  keepNeeds?: KeepNeeds;
}

/** What somebody needs, as they wrote it themselves. */
export interface NeedsView {
  accessNeeds: string;
  dietaryNeeds: string;
  consentedAt: string | null;
}

/** What a delegate of an event needs, for staff and the event's trainers. */
export interface EventNeedsView {
  bookingId: string;
  practitionerName: string;
  agencyName: string;
  status: BookingStatus;
  accessNeeds: string;
  dietaryNeeds: string;
}

/** Something for staff to arrange. What is needed is read with the event. */
export interface NeedTaskView {
  id: string;
  bookingId: string;
  eventId: string;
  eventReference: string;
  courseTitle: string;
  startsAt: string | null;
  practitionerName: string;
  openedAt: string;
  doneAt: string | null;
  doneByName: string | null;
}

export interface JoiningMailsView {
  sent: number;
  /** Confirmed people who have no email address. */
  withoutAddress: number;
}

/** Asks the leads of a sector to send somebody to an event. */
export interface NewInvitation {
  sector: string;
  /** What staff add, in plain text. */
  note?: string;
}

export interface InvitationView {
  sector: string;
  /** How many leads were written to. */
  invited: number;
  /** How many were written to earlier, and are not again. */
  invitedBefore: number;
}

/** How many places a sector holds on an event, beside what was expected and what is kept. */
export interface MixLine {
  sector: string;
  people: number;
  expected: number | null;
  kept: number | null;
  /** How many of its leads were invited. */
  invited: number;
}

export interface EventMixView {
  eventId: string;
  lines: MixLine[];
}
