import type { DemonstrationAnswers } from '@roundtable/evaluations';
import { DateTime } from 'luxon';
import type { Chance } from './chance';

const HOUR_MS = 3600_000;
const DAY_MS = 24 * HOUR_MS;

/** What the form of a course asks. */
export interface Asked {
  forms: readonly string[];
  statements: readonly string[];
  /** Which statement is rated about before only once the training is over. */
  retrospective: number | null;
  aware: string;
  used: string;
  likely: string | null;
  helped: string | null;
}

interface Event extends Asked {
  startsAt: Date;
  endsAt: Date;
  formId: string;
}

interface Turnout {
  silentBefore: number;
  silentAfter: number;
  followedUp: number;
}

const BEFORE = [
  [1, 12],
  [2, 33],
  [3, 36],
  [4, 16],
  [5, 3],
] as const;
const GAIN = [
  [-1, 3],
  [0, 12],
  [1, 45],
  [2, 40],
] as const;
const LATER = [
  [-1, 28],
  [0, 60],
  [1, 12],
] as const;
const LIKELY = [4, 5, 6, 7, 7, 8, 8, 8, 9, 9, 10].map((value) => [value, 1] as const);
const HELPED = [
  [0, 5],
  [1, 4],
  [2, 2],
  [3, 1],
] as const;
/** Of ten, how many know the toolkit before and at follow-up, and have used it by then. */
const AWARE = { before: 0.4, later: 0.8 };
const USED = 0.45;

/** What these delegates answered: who did not is decided by their order alone, what by chance from a fixed seed. */
export function answersOf(
  bookings: readonly { id: string }[],
  event: Event,
  { silentBefore, silentAfter, followedUp }: Turnout,
  chance: Chance,
): DemonstrationAnswers[] {
  const afters = bookings.length - silentAfter;
  return bookings.map(({ id }, index) => {
    const before = event.statements.map(() => chance.oneOf(BEFORE));
    const after = before.map((value) => onScale(value + chance.oneOf(GAIN)));
    const later = after.map((value) => onScale(value + chance.oneOf(LATER)));
    const scores = scoresOf(event, chance);
    const isRetrospective = (_: unknown, at: number) => at === event.retrospective;
    const isAskedBefore = (_: unknown, at: number) => at !== event.retrospective;
    const { formId } = event;
    return {
      bookingId: id,
      ...(index >= silentBefore && {
        before: {
          formId,
          sentAt: new Date(event.startsAt.getTime() - (1 + (index % 5)) * DAY_MS),
          ratings: rated(event.statements, before, isAskedBefore),
          scores: scores.before,
        },
      }),
      ...(index < afters && {
        after: {
          formId,
          sentAt: afterwards(event, index),
          ratings: rated(event.statements, after),
          scores: scores.after,
        },
      }),
      ...(index < afters &&
        event.retrospective !== null && {
          'retrospective-before': {
            formId,
            sentAt: afterwards(event, index),
            ratings: rated(event.statements, before, isRetrospective),
          },
        }),
      ...(index < followedUp && {
        'follow-up': {
          formId,
          sentAt: DateTime.fromJSDate(event.endsAt)
            .plus({ months: 3, days: 1 + index })
            .toJSDate(),
          ratings: rated(event.statements, later),
          scores: scores.later,
        },
      }),
    };
  });
}

function scoresOf(event: Event, chance: Chance) {
  const yes = (share: number): number => (chance.isBelow(share) ? 1 : 0);
  return {
    before: { [event.aware]: yes(AWARE.before) },
    after: {
      ...(event.likely && { [event.likely]: chance.oneOf(LIKELY) }),
      ...(event.helped && { [event.helped]: chance.oneOf(HELPED) }),
    },
    later: { [event.aware]: yes(AWARE.later), [event.used]: yes(USED) },
  };
}

/** From in the room until a week later. */
function afterwards({ endsAt }: Event, index: number): Date {
  return new Date(endsAt.getTime() + (index % 3 === 0 ? 1 : index * 12) * HOUR_MS);
}

function onScale(value: number): number {
  return Math.min(5, Math.max(1, value));
}

function rated(
  statements: readonly string[],
  values: readonly number[],
  isAsked: (statement: string, at: number) => boolean = () => true,
): Record<string, number> {
  return Object.fromEntries(
    statements.flatMap((statement, at) => (isAsked(statement, at) ? [[statement, values[at] ?? 3]] : [])),
  );
}
