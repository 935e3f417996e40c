import type { ApproverKind } from './bookings';
import type { DataRequestKind } from './data-rights';
import type { Delivery, EventStatus } from './events';

/** One session of an event in the programme calendar. */
export interface CalendarSessionView {
  eventId: string;
  courseTitle: string;
  status: EventStatus;
  delivery: Delivery;
  venueId: string | null;
  /** London date and times, such as 2024-05-22 and 09:30. */
  date: string;
  start: string;
  end: string;
}

/** Two sessions that are at one venue at the same time. */
export interface VenueClashView {
  venueId: string;
  date: string;
  eventIds: [string, string];
  inWords: string;
}

/** A month of the programme, by day and venue. */
export interface ProgrammeCalendarView {
  /** Such as 2024-05. */
  month: string;
  venues: { id: string; name: string }[];
  sessions: CalendarSessionView[];
  clashes: VenueClashView[];
}

/** How many events one course, topic or level has in each month from April to March, and where it has none. */
export interface YearPlannerRow {
  name: string;
  courseId: string | null;
  topic: string | null;
  level: string | null;
  months: { published: number; drafts: number }[];
  total: number;
  /** Such as 'None from April to July'; empty where every month has one. */
  gaps: string;
}

export interface YearPlannerView {
  year: string;
  /** Such as 2026-04, twelve of them. */
  months: string[];
  topics: string[];
  levels: string[];
  courses: YearPlannerRow[];
  byTopic: YearPlannerRow[];
  byLevel: YearPlannerRow[];
}

/** When an event counts as far from full, and how near its day must be. */
export interface MorningSettings {
  fullPercent: number;
  weeksAhead: number;
}

export interface MorningEvent {
  id: string;
  courseTitle: string;
  startsAt: string;
  capacity: number;
  placesHeld: number;
  placesFree: number;
  waiting: number;
  /** Sectors that hold fewer places than are kept for them, or were expected of them. */
  lacking: { sector: string; kept: number | null; expected: number | null; held: number }[];
}

export interface MorningBooking {
  id: string;
  practitionerName: string;
  agencyName: string;
  courseTitle: string;
  offeredUntil: string | null;
  /** Who is asked to approve, while that is awaited. */
  approverKind: ApproverKind | null;
  /** Until when something missing was to be completed. */
  provisionalUntil: string | null;
}

/** Places held without names that go back soon. */
export interface MorningTeamPlaces {
  id: string;
  eventId: string;
  courseTitle: string;
  agencyName: string;
  places: number;
  heldUntil: string;
}

/** Something to arrange for somebody; what it is stands with the event. */
export interface MorningNeedTask {
  id: string;
  eventId: string;
  courseTitle: string;
  startsAt: string | null;
  practitionerName: string;
}

/** The first lines of one kind, and how many there are in all. */
export interface MorningLines<Line> {
  total: number;
  lines: Line[];
}

/** What needs a person of the office today. */
export interface MorningListView {
  settings: MorningSettings;
  dataRequests: MorningLines<{ id: string; personName: string; kind: DataRequestKind; dueAt: string }>;
  failedMessages: MorningLines<{ id: string; subject: string; toName: string; lastError: string | null }>;
  /** People whose address mail comes back from. */
  bouncedAddresses: MorningLines<{ id: string; name: string; since: string }>;
  openRegisters: MorningLines<MorningEvent>;
  /** Requests that staff alone can answer: nobody at the agency did, could or may. */
  approvalsForStaff: MorningLines<MorningBooking>;
  awaitingApproval: MorningLines<MorningBooking>;
  /** Places to release: what was missing was not completed in time. */
  provisionalDue: MorningLines<MorningBooking>;
  needTasks: MorningLines<MorningNeedTask>;
  teamPlacesEnding: MorningLines<MorningTeamPlaces>;
  offersEnding: MorningLines<MorningBooking>;
  /** Whose third absence in 12 months, or a further one, is new; `id` is the person. */
  repeatedAbsences: MorningLines<{ id: string; practitionerName: string; absences: number }>;
  /** The register calls them absent, and they say that they were there. */
  saysPresent: MorningLines<MorningBooking>;
  proposedAgencies: MorningLines<{ id: string; name: string }>;
  freeWhileWaiting: MorningLines<MorningEvent>;
  drafts: MorningLines<MorningEvent>;
  lackingSector: MorningLines<MorningEvent>;
  farFromFull: MorningLines<MorningEvent>;
  /** The next events, whatever they need. */
  comingUp: MorningLines<MorningEvent & { status: EventStatus; delivery: Delivery; venue: string | null }>;
}

/** One event of a newsletter, as it is told. */
export interface NewsletterEvent {
  eventId: string;
  title: string;
  when: string;
  where: string;
  places: string;
  cost: string;
  until: string;
  url: string;
  /** A PNG as a data URI that leads to `url`. */
  qrCode: string;
}

/** A block for a newsletter: the same events in HTML and in plain text. */
export interface NewsletterBlockView {
  events: NewsletterEvent[];
  html: string;
  text: string;
}
