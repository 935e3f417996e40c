import type {
  BookingView,
  ChargeView,
  CompletionView,
  CourseView,
  EvaluationFormView,
  EventView,
  InterestView,
  ModuleView,
  OwnDataRequestView,
  ResourceView,
} from '@roundtable/contracts';
import type { OwnBooking } from '../my-training/my-training.presenter';

/** A Wednesday morning in the demonstration's spring. */
export const NOW = new Date('2024-05-08T08:00:00Z');

export const MISSING_MODULE = {
  kind: 'module' as const,
  id: 'module-1',
  title: 'Managing allegations and concerns in relation to adults working with children',
  url: '/learning/managing-allegations-and-concerns',
};

export function aCourse(changes: Partial<CourseView> = {}): CourseView {
  return {
    id: 'course-1',
    code: 'MA',
    slug: 'managing-allegations',
    title: 'Managing Allegations Workshop',
    kind: 'workshop',
    summary: 'How to act when there is an allegation against somebody who works with children.',
    aims: 'Practise with cases from different agencies.\n\nMeet the designated officer.',
    audience: 'Staff whose role includes managing allegations against staff or volunteers',
    audienceSectors: [],
    level: '4',
    topic: 'Allegations against staff',
    topics: ['Allegations against staff', 'Safer recruitment'],
    hours: 3,
    status: 'published',
    validityMonths: 36,
    validities: [{ sector: null, months: 24 }],
    prerequisitePolicy: 'block',
    isSeries: false,
    prerequisites: [MISSING_MODULE],
    outcomeStatements: [
      { id: 'statement-1', stem: 'knowledge of', wording: 'What counts as an allegation' },
      { id: 'statement-2', stem: 'confidence in', wording: 'Contacting the designated officer' },
    ],
    learningSources: [{ id: 'source-1', wording: 'A local review of 2023', url: 'https://partnership.example/review' }],
    guidanceEditions: [{ id: 'edition-1', title: 'Working Together 2023', isNewest: true }],
    isToReview: false,
    alternatives: [],
    demonstration: true,
    ...changes,
  };
}

export function aResource(changes: Partial<ResourceView> = {}): ResourceView {
  return {
    id: 'resource-1',
    courseId: 'course-1',
    eventId: null,
    kind: 'file',
    visibility: 'everybody',
    title: 'Flowchart: the first hours',
    url: null,
    fileName: 'flowchart.pdf',
    mediaType: 'application/pdf',
    bytes: 245_000,
    addedAt: '2024-04-02T09:00:00.000Z',
    demonstration: true,
    ...changes,
  };
}

export function anEvent(changes: Partial<EventView> = {}): EventView {
  const startsAt = changes.startsAt ?? '2024-05-22T08:30:00.000Z';
  const endsAt = changes.endsAt ?? '2024-05-22T11:30:00.000Z';
  return {
    id: 'event-1',
    reference: 'EV-7KQ2',
    courseId: 'course-1',
    courseTitle: 'Managing Allegations Workshop',
    status: 'published',
    startsAt,
    endsAt,
    sessions: [{ id: 'session-1', startsAt, endsAt }],
    delivery: 'in-person',
    venue: 'Castle Cavendish',
    venueId: 'venue-1',
    area: null,
    runBy: 'NSCP trainer pool',
    feePence: 3000,
    chargePence: 0,
    dateToBeConfirmed: false,
    bookingState: 'open',
    bookingOpensAt: null,
    bookingClosesAt: null,
    freeCancellationUntil: '2024-05-15T16:00:00.000Z',
    decideBy: null,
    note: null,
    capacity: 24,
    placesHeld: 12,
    placesFree: 12,
    waiting: 0,
    waitlistPolicy: 'by-time',
    registerClosedAt: null,
    demonstration: true,
    ...changes,
  };
}

export function aBooking(changes: Partial<BookingView> = {}): BookingView {
  return {
    id: 'booking-1',
    reference: 'RT-4M7X9',
    eventId: 'event-1',
    eventReference: 'EV-7KQ2',
    courseId: 'course-1',
    courseTitle: 'Managing Allegations Workshop',
    startsAt: '2024-05-22T08:30:00.000Z',
    endsAt: '2024-05-22T11:30:00.000Z',
    practitionerId: 'person-1',
    practitionerName: 'Priya Shah',
    agencyId: 'agency-1',
    agencyName: 'Sherwood Primary School',
    sector: 'education',
    jobRole: 'Teacher',
    status: 'confirmed',
    waitlistPosition: null,
    offeredUntil: null,
    attendance: null,
    requestedAt: '2024-05-01T10:00:00.000Z',
    replaces: null,
    provisionalUntil: null,
    approverKind: null,
    placeHeld: false,
    comingAsked: false,
    stillComingAsked: false,
    comingAnsweredAt: null,
    cancelFreeUntil: null,
    passReason: null,
    endCategory: null,
    endReason: null,
    absenceReason: null,
    ...changes,
  };
}

export function aCharge(changes: Partial<ChargeView> = {}): ChargeView {
  const { id, reference, eventId, eventReference, courseTitle, startsAt, endsAt, ...of } = aBooking();
  return {
    id: 'charge-1',
    reference: 'CH-7K3M-9QXB',
    bookingId: id,
    bookingReference: reference,
    eventId,
    eventReference,
    courseTitle,
    startsAt,
    endsAt,
    practitionerName: of.practitionerName,
    agencyId: of.agencyId,
    agencyName: of.agencyName,
    kind: 'absence',
    state: 'confirmed',
    payer: 'agency',
    pence: 5050,
    orderNumber: null,
    toldAt: '2024-05-24T10:00:00.000Z',
    costCode: null,
    waiver: null,
    reason: null,
    proposedAt: null,
    sentOnAt: null,
    creditedAt: null,
    creditSentOnAt: null,
    overtakenAt: null,
    ...changes,
  };
}

export function anOwnBooking(
  changes: Partial<BookingView> = {},
  forms: Partial<Omit<OwnBooking, 'booking'>> = {},
): OwnBooking {
  return { booking: aBooking(changes), before: 'open', after: 'not-yet-open', followUp: null, ...forms };
}

export function aForm(changes: Partial<EvaluationFormView> = {}): EvaluationFormView {
  return {
    stage: 'after',
    courseTitle: 'Managing Allegations Workshop',
    startsAt: '2024-05-22T08:30:00.000Z',
    state: 'open',
    opensAt: '2024-05-22T11:00:00.000Z',
    closesAt: '2024-07-03T11:30:00.000Z',
    questions: aCourse().outcomeStatements.map((statement) => ({ ...statement, kind: 'rating', required: true })),
    answers: [],
    formId: null,
    ...changes,
  };
}

export function aCompletion(changes: Partial<CompletionView> = {}): CompletionView {
  return {
    id: 'completion-1',
    practitionerId: 'person-1',
    moduleId: 'module-1',
    courseId: null,
    title: MISSING_MODULE.title,
    completedAt: '2024-04-03T10:00:00.000Z',
    expiresAt: '2027-04-03T10:00:00.000Z',
    source: 'product',
    ...changes,
  };
}

export function aModule(): ModuleView & {
  sections: { heading: string; paragraphs: string[] }[];
  questions: { id: string; wording: string; options: { id: string; wording: string }[] }[];
} {
  const options = [
    { id: 'a', wording: 'Ask the adult about it' },
    { id: 'b', wording: 'Tell the senior person in your organisation' },
  ];
  return {
    id: 'module-1',
    slug: 'managing-allegations-and-concerns',
    title: MISSING_MODULE.title,
    summary: 'Whom to tell, how soon, and what to leave alone.',
    minutes: 40,
    edition: 1,
    passMarkPercent: 80,
    url: MISSING_MODULE.url,
    sections: [
      { heading: 'What counts as a concern', paragraphs: ['You need no proof.', 'You need to pass on what you know.'] },
      { heading: 'The designated officer', paragraphs: ['Every local authority has one.'] },
    ],
    questions: [
      { id: 'first', wording: 'A parent tells you of a worry. What do you do first?', options },
      { id: 'second', wording: 'A colleague jokes about it. What do you do?', options },
    ],
  };
}

export function aDataRequest(changes: Partial<OwnDataRequestView> = {}): OwnDataRequestView {
  return {
    id: 'request-1',
    kind: 'erase',
    words: null,
    receivedAt: '2024-05-01T09:00:00.000Z',
    dueAt: '2024-06-01T09:00:00.000Z',
    decidedAt: null,
    decision: null,
    reason: null,
    ...changes,
  };
}

export function anInterest(changes: Partial<InterestView> = {}): InterestView {
  return {
    id: 'interest-1',
    courseId: 'course-1',
    courseTitle: 'Managing Allegations Workshop',
    courseUrl: '/c/managing-allegations',
    area: 'city',
    delivery: null,
    declaredAt: '2024-05-01T08:00:00.000Z',
    ...changes,
  };
}
