import type { Area } from './people';

export const DELIVERIES = ['in-person', 'online', 'blended'] as const;
export type Delivery = (typeof DELIVERIES)[number];
/** What a visitor is told of an event; 'ended' follows from time and is not stored. */
export const EVENT_STATUSES = ['draft', 'published', 'cancelled', 'ended'] as const;
export type EventStatus = (typeof EVENT_STATUSES)[number];
export const WAITLIST_POLICIES = ['by-time', 'confirm', 'offer'] as const;
export type WaitlistPolicy = (typeof WAITLIST_POLICIES)[number];

/** Whether an event takes bookings now, and else why not. */
export const BOOKING_STATES = [
  'open',
  'not-open-yet',
  'closed',
  'date-to-be-confirmed',
  'started',
  'cancelled',
  'not-published',
] as const;
export type BookingState = (typeof BOOKING_STATES)[number];

export interface SessionView {
  id: string;
  startsAt: string;
  endsAt: string;
}

export interface EventView {
  id: string;
  reference: string;
  courseId: string;
  courseTitle: string;
  status: EventStatus;
  startsAt: string | null;
  endsAt: string | null;
  sessions: SessionView[];
  delivery: Delivery;
  venue: string | null;
  venueId: string | null;
  area: Area | null;
  /** Who delivers it, in words for everybody. */
  runBy: string | null;
  /** What the asker would pay for a place, and for absence or cancelling too late. */
  feePence: number;
  chargePence: number;
  /** Published to collect interest: there is no date yet, and no booking is taken. */
  dateToBeConfirmed: boolean;
  bookingState: BookingState;
  /** Bookings are taken from then until then; empty means from publication until the event starts. */
  bookingOpensAt: string | null;
  bookingClosesAt: string | null;
  /** Until then cancelling is free of charge; empty while there is no date. */
  freeCancellationUntil: string | null;
  /** The London date on which it is decided whether enough people come; empty where no number is needed. */
  decideBy: string | null;
  /** What delegates should know beforehand, in plain text. */
  note: string | null;
  capacity: number;
  placesHeld: number;
  placesFree: number;
  waiting: number;
  waitlistPolicy: WaitlistPolicy;
  /** When its register was closed; told to staff alone. */
  registerClosedAt: string | null;
  demonstration: boolean;
}

export interface NewSession {
  startsAt: string;
  endsAt: string;
}

/** An amount for agencies of one fee type; `*` is for every type without one of its own. */
export interface Fee {
  feeType: string;
  pence: number;
  /** For absence or cancelling too late; the course's where an event leaves it out. */
  chargePence?: number | null;
}

/** On what terms places are given. Null empties a term. */
export interface EventTerms {
  fees?: Fee[];
  keptPlaces?: { sector: string; places: number; releaseDays: number }[];
  /** How many people are hoped for from each sector. */
  expectedMix?: { sector: string; people: number }[];
  agencyCap?: number | null;
  groupCap?: number | null;
  bookingOpensAt?: string | null;
  /** An instant, or so many working days before the first session: one of the two. */
  bookingClosesAt?: string | null;
  bookingClosesWorkingDays?: number | null;
  /** The course's where it is empty; 0 is until the start. */
  freeCancellationWorkingDays?: number | null;
  /** What finance books charges under; the course's where it is empty. */
  costCode?: string | null;
  minimumPlaces?: number | null;
  /** A London date. */
  decideBy?: string | null;
  note?: string | null;
  dateToBeConfirmed?: boolean;
}

export interface NewEvent extends EventTerms {
  courseId: string;
  capacity: number;
  /** Left out where the date is to be confirmed. */
  sessions?: NewSession[];
  delivery: Delivery;
  venueId?: string;
  area?: Area;
  waitlistPolicy?: WaitlistPolicy;
}

export interface EventChange extends EventTerms {
  capacity?: number;
  delivery?: Delivery;
  venueId?: string;
  area?: Area;
  waitlistPolicy?: WaitlistPolicy;
  sessions?: NewSession[];
  joining?: JoiningChange;
}

/** How an online event is joined. What is left out stays as it is; empty text takes it away. */
export interface JoiningChange {
  platform?: string;
  meetingUrl?: string;
  testUrl?: string;
  dialIn?: string;
  /** How many minutes before the start the meeting link shows to delegates. */
  minutesBefore?: number;
}

/** How an online event is joined, as staff and its trainers see it at any time. */
export interface JoiningView {
  eventId: string;
  platform: string | null;
  meetingUrl: string | null;
  testUrl: string | null;
  dialIn: string | null;
  minutesBefore: number;
}

/** What staff set, beside what follows from it. */
export interface EventTermsView extends Required<Omit<EventTerms, 'keptPlaces'>> {
  eventId: string;
  keptPlaces: {
    sector: string;
    places: number;
    releaseDays: number;
    /** When they are open to everybody; empty while there is no date. */
    releasedAt: string | null;
  }[];
  /** What the course sets, where the event leaves it open. */
  course: CourseTermsView;
  /** The dates that follow, as delegates read them. */
  dates: { bookingOpensAt: string | null; bookingClosesAt: string | null; freeCancellationUntil: string | null };
}

export interface CourseTerms {
  fees?: Fee[];
  freeCancellationWorkingDays?: number | null;
  /** What finance books charges under. */
  costCode?: string | null;
}
export interface CourseTermsView {
  courseId: string;
  fees: Fee[];
  freeCancellationWorkingDays: number | null;
  costCode: string | null;
}

/** Where an event is to be held again: the first session's new start, or all sessions anew. */
export interface Duplication {
  startsAt?: string;
  sessions?: NewSession[];
}

export const REPEAT_EVERY = ['week', 'fortnight', 'month'] as const;
export type RepeatEvery = (typeof REPEAT_EVERY)[number];

/** Every week, fortnight or month after the event, so many times or until a London date. */
export interface Repetition {
  every: RepeatEvery;
  times?: number;
  until?: string;
  skipSchoolHolidays?: boolean;
}

export interface RepetitionView {
  /** The dates, in order; without ids while nothing was made. */
  events: { id: string | null; reference: string | null; sessions: NewSession[]; notes: string[] }[];
  skipped: { date: string; words: string; because: string }[];
}

/** What a change of an event would bring about. */
export interface ChangePreview {
  isTimeChanged: boolean;
  isPlaceChanged: boolean;
  /** Who would be mailed, and what about. */
  told: { practitionerId: string | null; name: string; kind: string; subject: string }[];
}

/** A mail as a made-up delegate would get it. */
export interface SampleMail {
  kind: string;
  subject: string;
  text: string;
  html: string;
}

/** One thing that was done to an event. */
export interface EventHistoryEntry {
  id: string;
  at: string;
  byId: string | null;
  /** The name of whoever did it; empty for the service itself, and for somebody erased. */
  byName: string | null;
  action: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  reason: string | null;
}
