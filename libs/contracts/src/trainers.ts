import type { Delivery } from './events';

export const TRAINER_KINDS = ['pool', 'commissioned'] as const;
export type TrainerKind = (typeof TRAINER_KINDS)[number];
export const TRAINER_ANSWERS = ['asked', 'confirmed', 'declined'] as const;
export type TrainerAnswer = (typeof TRAINER_ANSWERS)[number];
export const TRAINER_PARTS = ['lead', 'co'] as const;
export type TrainerPart = (typeof TRAINER_PARTS)[number];

/** London dates, both inclusive, on which somebody cannot train. */
export interface TrainerAbsence {
  from: string;
  to: string;
}

export interface TrainerView {
  id: string;
  kind: TrainerKind;
  /** Empty for somebody without an entry of their own. */
  personId: string | null;
  name: string;
  email: string | null;
  organisation: string | null;
  /** The agency that lends the trainer. */
  agencyId: string | null;
  agencyName: string | null;
  topics: string | null;
  availability: string | null;
  absences: TrainerAbsence[];
  active: boolean;
  /** Hours of confirmed training in the present partnership year. */
  hoursThisYear: number;
}

export interface NewTrainer {
  kind: TrainerKind;
  personId?: string | null;
  name?: string | null;
  email?: string | null;
  organisation?: string | null;
  agencyId?: string | null;
  topics?: string | null;
  availability?: string | null;
  absences?: TrainerAbsence[];
}

export type TrainerChange = Partial<Omit<NewTrainer, 'personId'>> & { active?: boolean };

/** Hours that an agency lent in a partnership year. */
export interface LentHoursView {
  /** Empty for trainers whom no agency lends. */
  agencyId: string | null;
  agencyName: string | null;
  trainers: number;
  events: number;
  hours: number;
}

export interface EventTrainerView {
  id: string;
  eventId: string;
  eventReference: string;
  courseTitle: string;
  startsAt: string | null;
  endsAt: string | null;
  trainerId: string;
  trainerName: string;
  personId: string | null;
  organisation: string | null;
  answer: TrainerAnswer;
  part: TrainerPart;
  hours: number;
  /** Whether the trainer can be mailed a link to the register. */
  canBeLinked: boolean;
  linkSentAt: string | null;
}

export interface NewEventTrainer {
  eventId: string;
  trainerId: string;
  answer?: TrainerAnswer;
  part?: TrainerPart;
  hours?: number;
}

export type EventTrainerChange = Partial<Omit<NewEventTrainer, 'eventId' | 'trainerId'>>;

/** The code that opens a mailed link; shown once. */
export interface TrainerCodeView {
  code: string;
  validFrom: string;
  validUntil: string;
}

export const EVENT_WARNINGS = ['venue-taken', 'trainer-taken', 'trainer-away', 'over-safe-limit'] as const;

/** Something to know before an event goes ahead; nothing is refused for it. */
export interface EventWarning {
  kind: (typeof EVENT_WARNINGS)[number];
  /** The venue or the trainer. */
  name: string;
  /** The other event, where it is one. */
  eventId: string | null;
  courseTitle: string | null;
  startsAt: string | null;
  endsAt: string | null;
}

/** A plan to look at before it is saved. */
export interface EventPlan {
  eventId?: string;
  venueId?: string | null;
  trainerIds?: string[];
  sessions: { startsAt: string; endsAt: string }[];
}

export interface AgendaItem {
  sessionId: string | null;
  /** On London's clocks: 09:30. */
  time: string;
  item: string;
  presenter: string | null;
}

/** An event that a trainer gives, in the trainer's own list. */
export interface OwnEventView {
  eventId: string;
  courseTitle: string;
  startsAt: string | null;
  endsAt: string | null;
  venue: string | null;
  delivery: Delivery;
  answer: TrainerAnswer;
  part: TrainerPart;
  isCancelled: boolean;
}
