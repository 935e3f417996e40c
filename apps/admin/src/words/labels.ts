import type {
  AgencyStatus,
  Approval,
  ApproverKind,
  UnansweredApproval,
  Area,
  Attendance,
  BookingStatus,
  CancelCategory,
  CompletionSource,
  CourseStatus,
  DataDecision,
  DataRequestKind,
  Delivery,
  EventStatus,
  FeeType,
  GroupKind,
  HoldKind,
  LearningSourceKind,
  MessageView,
  OutsideAttendanceState,
  PrerequisitePolicy,
  ResourceKind,
  ResourceVisibility,
  Role,
  TrainerAnswer,
  TrainerKind,
  TrainerPart,
  WaitlistPolicy,
} from '@roundtable/contracts';

export const BOOKING_STATUS: Record<BookingStatus, string> = {
  awaiting_approval: 'Awaiting approval',
  confirmed: 'Confirmed',
  waitlisted: 'Waiting',
  offered: 'Offered',
  cancelled: 'Cancelled',
  substituted: 'Substituted',
  declined: 'Declined',
  lapsed: 'Lapsed',
};

/** Whose answer a request waits for. */
export const APPROVER_KIND: Record<ApproverKind, string> = {
  lead: 'The agency lead',
  manager: 'A named manager',
  unverified: 'Unverified approver',
  staff: 'The training team',
};

export const END_CATEGORY: Record<CancelCategory, string> = {
  work: 'Work',
  training: 'Training',
  personal: 'Personal',
  organiser: 'Organiser',
  other: 'Other',
};

export const ATTENDANCE: Record<Attendance, string> = {
  attended: 'Attended',
  partly_attended: 'Partly attended',
  absent: 'Absent',
};

export const EVENT_STATUS: Record<EventStatus, string> = {
  draft: 'Draft',
  published: 'Published',
  cancelled: 'Cancelled',
  ended: 'Ended',
};

export const DELIVERY: Record<Delivery, string> = { 'in-person': 'In person', online: 'Online', blended: 'Blended' };

/** Such as 'Loxley House', 'Online' or 'Loxley House and online'. */
export function placeInWords({ delivery, venue }: { delivery: Delivery; venue: string | null }): string {
  if (delivery === 'online') return DELIVERY.online;
  if (venue === null) return DELIVERY[delivery];
  return delivery === 'blended' ? `${venue} and online` : venue;
}

export const WAITLIST_POLICY: Record<WaitlistPolicy, string> = {
  'by-time': 'Confirm while there is time to cancel, then offer',
  confirm: 'Always confirm the next person',
  offer: 'Always offer to the next person',
};

export const TRAINER_KIND: Record<TrainerKind, string> = { pool: 'Pool', commissioned: 'Commissioned' };

export const TRAINER_ANSWER: Record<TrainerAnswer, string> = {
  asked: 'Asked',
  confirmed: 'Confirmed',
  declined: 'Declined',
};

export const TRAINER_PART: Record<TrainerPart, string> = { lead: 'Lead', co: 'Co-trainer' };

export const OUTSIDE_ATTENDANCE: Record<OutsideAttendanceState, string> = {
  declared: 'To be looked at',
  accepted: 'Accepted',
  declined: 'Declined',
};

export const COURSE_STATUS: Record<CourseStatus, string> = {
  draft: 'Draft',
  published: 'Published',
  archived: 'Archived',
};

export const LEARNING_SOURCE_KIND: Record<LearningSourceKind, string> = {
  'rapid-review': 'Rapid review',
  'practice-review': 'Practice review',
  audit: 'Audit',
  inspection: 'Inspection',
  inquiry: 'Inquiry',
  'national-review': 'National review',
  'strategic-priority': 'Strategic priority',
};

export const RESOURCE_KIND: Record<ResourceKind, string> = { file: 'File', link: 'Link', recording: 'Recording' };

export const RESOURCE_VISIBILITY: Record<ResourceVisibility, string> = {
  everybody: 'Everybody',
  booked: 'Whoever has a place',
  attended: 'Whoever was there',
};

export const PREREQUISITE_POLICY: Record<PrerequisitePolicy, string> = {
  block: 'Must be done before booking',
  provisional: 'May be done after booking, by a date',
};

export const FEE_TYPE: Record<FeeType, string> = {
  staff: 'Staff',
  maintained: 'Maintained school',
  private: 'Private',
  charity: 'Charity',
  'self-employed': 'Self-employed',
  other: 'Other',
};

export const AGENCY_STATUS: Record<AgencyStatus, string> = { accepted: 'Accepted', proposed: 'Proposed' };

export const APPROVAL: Record<Approval, string> = {
  off: 'Nobody approves',
  lead: 'The agency lead approves',
  manager: 'A manager named with the request approves',
};

export const UNANSWERED_APPROVAL: Record<UnansweredApproval, string> = {
  staff: 'The training team decides',
  decline: 'The request is declined',
  pass: 'The request counts as approved',
};

export const GROUP_KIND: Record<GroupKind, string> = {
  'academy-trust': 'Academy trust',
  'nhs-trust': 'NHS trust',
  'childminders-network': "Childminders' network",
  other: 'Other',
};

export const AREA: Record<Area, string> = { city: 'City', county: 'County', both: 'City and county' };

export const ROLE: Record<Role, string> = {
  practitioner: 'Practitioner',
  'agency-lead': 'Agency lead',
  trainer: 'Trainer',
  administrator: 'Administrator',
  coordinator: 'Coordinator',
  'evaluation-reader': 'Evaluation reader',
  'information-governance': 'Information governance',
  'system-owner': 'System owner',
  'answers-exporter': 'Takes out single answers',
};

export const DATA_REQUEST_KIND: Record<DataRequestKind, string> = {
  erase: 'Erase my data',
  object: 'Stop using my data',
  rectify: 'Correct my data',
};

export const DATA_DECISION: Record<DataDecision, string> = {
  granted: 'Granted',
  partly: 'Granted in part',
  refused: 'Refused',
};

export const HOLD_KIND: Record<HoldKind, string> = { person: 'Person', event: 'Event', agency: 'Agency' };

export const MESSAGE_STATE: Record<MessageView['state'], string> = {
  kept: 'Kept, not sent',
  queued: 'Waiting to go out',
  sending: 'Going out now',
  sent: 'Sent',
  failed: 'Failed',
};

export const COMPLETION_SOURCE: Record<CompletionSource, string> = {
  product: 'Done here',
  scorm: 'Learning package',
  import: 'Imported',
  xapi: 'Outside system',
  certificate: 'Certificate checked',
  attendance: 'Attended',
};

/** Such as 'health (0-19)' to 'Health (0-19)'. */
export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Such as 'booking-confirmed' to 'Booking confirmed'. */
export function sentenceCase(code: string): string {
  return capitalised(code.replaceAll(/[-_.]+/g, ' ').trim());
}

export function choicesOf(labels: Record<string, string>): { id: string; name: string }[] {
  return Object.entries(labels).map(([id, name]) => ({ id, name }));
}
