import type { Attendance, BookingStatus } from './bookings';
import type { Area } from './people';

/** Bookings in these states may be written to; nobody who cancelled is written to unless that state is chosen. */
export const MAILED_STATUSES = [
  'confirmed',
  'waitlisted',
  'offered',
  'awaiting_approval',
  'lapsed',
  'cancelled',
] as const satisfies readonly BookingStatus[];
export type MailedStatus = (typeof MAILED_STATUSES)[number];

/** What may stand between double braces in a mail to delegates. */
export const MERGE_FIELDS = ['name', 'course', 'date', 'place', 'reference'] as const;
export type MergeField = (typeof MERGE_FIELDS)[number];

export const MAILING_STATES = ['scheduled', 'sent', 'taken-back'] as const;
export type MailingState = (typeof MAILING_STATES)[number];

/** Which delegates of an event; an empty list is no filter, but for the states, which are confirmed then. */
export interface EventMailAudience {
  status: MailedStatus[];
  attendance: Attendance[];
  /** Names of sectors; those below one count with it. */
  sector: string[];
  agencyId: string[];
}

/** How many mails of a mailing are in which state. */
export interface MailingCounts {
  kept: number;
  queued: number;
  sent: number;
  failed: number;
}

interface MailingFacts {
  id: string;
  subject: string;
  /** Paragraphs, parted by empty lines; empty once the text is past its period. */
  words: string;
  state: MailingState;
  sendAt: string;
  /** The London date and time of `sendAt`. */
  sendOn: string;
  sendTime: string;
  sentAt: string | null;
  /** To how many it was written; nobody knows before it goes. */
  recipients: number | null;
  mails: MailingCounts;
  writtenByName: string;
  writtenAt: string;
}

export interface EventMailView extends MailingFacts {
  eventId: string;
  audience: EventMailAudience;
  resourceIds: string[];
}

/** What a mailing says, and when; without a date it goes at once. */
interface MailingWords {
  subject: string;
  words: string;
  /** London date, YYYY-MM-DD, and time, HH:MM. */
  sendOn?: string;
  sendTime?: string;
}

export interface EventMailChange extends Partial<MailingWords> {
  audience?: Partial<EventMailAudience>;
  resourceIds?: string[];
}

export interface NewEventMail extends MailingWords, EventMailChange {
  subject: string;
  words: string;
  eventId: string;
  /** Made where it is written; the same key again is the same mail. */
  key: string;
}

export interface EventMailDraft {
  eventId: string;
  subject: string;
  words: string;
  resourceIds?: string[];
  bookingId: string;
}

/** A mail as it would go out. */
export interface MailPreview {
  toName: string;
  toAddress: string;
  subject: string;
  text: string;
  html: string;
}

/** A booking that a mail to delegates is about. */
export interface EventMailRecipient {
  id: string;
  reference: string;
  status: BookingStatus;
  name: string;
  agencyName: string;
  /** Why this person gets no mail; empty where they do. */
  without: 'no-address' | null;
}

/** Who among those that asked: about these topics, in this area; empty is no filter. */
export interface ProgrammeAudience {
  topics: string[];
  areas: Exclude<Area, 'both'>[];
}

export interface ProgrammeMailingView extends MailingFacts {
  audience: ProgrammeAudience;
  /** Events to come that the mail tells of. */
  eventIds: string[];
}

export interface ProgrammeMailingChange extends Partial<MailingWords> {
  audience?: Partial<ProgrammeAudience>;
  eventIds?: string[];
}

export interface NewProgrammeMailing extends MailingWords, ProgrammeMailingChange {
  subject: string;
  words: string;
  key: string;
}

export interface ProgrammeMailingDraft {
  subject: string;
  words: string;
  eventIds?: string[];
}

export interface ProgrammeMailingRecipient {
  id: string;
  personId: string;
  name: string;
  /** Empty where all were asked for. */
  topics: string[];
  area: Area;
  consentedAt: string;
}

/** What somebody asked to be mailed about. */
export interface ProgrammeSubscription {
  allTopics: boolean;
  topics: string[];
  area: Area;
  consentedAt: string;
  endedAt: string | null;
}
