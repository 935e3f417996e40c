export const DELIVERIES = ['in-person', 'online', 'blended'] as const;
export type Delivery = (typeof DELIVERIES)[number];
/** What a visitor is told of an event; 'ended' follows from time and is not stored. */
export const EVENT_STATUSES = ['draft', 'published', 'cancelled', 'ended'] as const;
export type EventStatus = (typeof EVENT_STATUSES)[number];
export const WAITLIST_POLICIES = ['by-time', 'confirm', 'offer'] as const;
export type WaitlistPolicy = (typeof WAITLIST_POLICIES)[number];

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
  feePence: number;
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

export interface NewEvent {
  courseId: string;
  capacity: number;
  sessions: NewSession[];
  delivery: Delivery;
  venueId?: string;
  fees?: { feeType: string; pence: number }[];
  waitlistPolicy?: WaitlistPolicy;
  keptPlaces?: { sector: string; places: number; releaseDays: number }[];
  agencyCap?: number;
}

export interface EventChange {
  capacity?: number;
  delivery?: Delivery;
  venueId?: string;
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
