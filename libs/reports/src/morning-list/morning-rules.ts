import type { MorningEvent, MorningLines, MorningSettings } from '@roundtable/contracts';
import { type ClosureDays, addWorkingDays, londonDate } from '@roundtable/platform';

export const MORNING_DEFAULTS: MorningSettings = { fullPercent: 60, weeksAhead: 3 };
const WEEK_MS = 7 * 24 * 3600_000;
const MOST_LINES = 25;

/** An event with what decides whether it needs somebody. */
export interface EventFacts extends MorningEvent {
  status: 'draft' | 'published';
  hasEnded: boolean;
  hasStarted: boolean;
  /** Its trainers had two working days to close the register. */
  isRegisterLate: boolean;
}

export interface EventNeeds {
  openRegisters: EventFacts[];
  freeWhileWaiting: EventFacts[];
  drafts: EventFacts[];
  lackingSector: EventFacts[];
  farFromFull: EventFacts[];
}

/** Working days after an event from which an open register is the staff's. */
const REGISTER_WORKING_DAYS = 2;

/** Whether an open register has become the staff's: on the second working day after the day on which the event ended. */
export function isRegisterLate(endsAt: Date, now: Date, closureDays: ClosureDays): boolean {
  return londonDate(now) >= addWorkingDays(londonDate(endsAt), REGISTER_WORKING_DAYS, closureDays);
}

/** What each event needs. One that has places free while people wait is not also told of as far from full. */
export function eventNeeds(events: readonly EventFacts[], settings: MorningSettings, now: Date): EventNeeds {
  const coming = events.filter(({ status, hasStarted }) => status === 'published' && !hasStarted);
  const until = now.getTime() + settings.weeksAhead * WEEK_MS;
  const isSoon = ({ startsAt }: EventFacts): boolean => new Date(startsAt).getTime() <= until;
  const soon = coming.filter(isSoon);
  return {
    openRegisters: events.filter(
      ({ status, hasEnded, isRegisterLate, placesHeld }) =>
        status === 'published' && hasEnded && isRegisterLate && placesHeld > 0,
    ),
    freeWhileWaiting: coming.filter(({ waiting, placesFree }) => waiting > 0 && placesFree > 0),
    drafts: events.filter((event) => event.status === 'draft' && !event.hasStarted && isSoon(event)),
    lackingSector: soon.filter(({ lacking }) => lacking.length > 0),
    farFromFull: soon.filter(
      ({ waiting, placesHeld, capacity }) => waiting === 0 && placesHeld * 100 < settings.fullPercent * capacity,
    ),
  };
}

interface SectorTerms {
  kept: readonly { sector: string; places: number }[];
  expected: readonly { sector: string; people: number }[];
}

/** The sectors that hold fewer places than are kept for them, or than people were expected from them. */
export function lackingSectors(
  { kept, expected }: SectorTerms,
  held: ReadonlyMap<string, number>,
): MorningEvent['lacking'] {
  const named = [...new Set([...kept, ...expected].map(({ sector }) => sector))];
  return named
    .map((sector) => ({
      sector,
      kept: kept.find((one) => one.sector === sector)?.places ?? null,
      expected: expected.find((one) => one.sector === sector)?.people ?? null,
      held: held.get(sector) ?? 0,
    }))
    .filter((one) => one.held < Math.max(one.kept ?? 0, one.expected ?? 0));
}

/** The first lines of a kind, and how many there are. */
export function firstLines<Row, Line>(rows: readonly Row[], line: (row: Row) => Line): MorningLines<Line> {
  return { total: rows.length, lines: rows.slice(0, MOST_LINES).map(line) };
}

export { MOST_LINES };
