import type { MeasurementMode } from '@roundtable/contracts';
import { partnershipYear, partnershipYearRange, startOfLondonDay } from '@roundtable/platform';
import { answeringWindow } from '../evaluation-windows';
import { type ReportPeriod, endOfPeriod, holdsYear, startOfPeriod } from '../report-period';

/** Fewer people than this are nobody's group. */
export const FEWEST = 5;
const DAY_MS = 24 * 3600_000;
/** In school holidays a school's follow-up opens later than others', in the second week of term at the latest. */
const LATER_IN_TERM_DAYS = 70;

/** The ratings of one mode at one event. */
export interface AnsweredMode {
  mode: MeasurementMode;
  respondents: number;
  /** Who gave them at a small event, so that somebody at several of them counts once. */
  personIds: readonly string[];
  answers: number;
}

/** An event whose answers were counted. */
export interface AnsweredEvent {
  id: string;
  reference: string;
  courseId: string;
  startsAt: Date | null;
  endsAt: Date | null;
  period: string | null;
  isDemonstration: boolean;
  /** How many answered in any mode. */
  respondents: number;
  modes: readonly AnsweredMode[];
}

/** What leaves together: one event by its name, or the small ones of a course and a partnership year without theirs. */
export interface AnswerGroup {
  courseId: string;
  /** Null where small events are pooled. */
  event: AnsweredEvent | null;
  year: string;
  eventIds: string[];
  isDemonstration: boolean;
  /** What leaves of it: modes in which five people or more answered. */
  modes: readonly AnsweredMode[];
  answers: number;
}

export interface ExportPlan {
  groups: AnswerGroup[];
  /** Pools in which fewer than five answered: they stay here. */
  leftOut: number;
}

/**
 * What leaves, made from whole events, each once its window after it has closed. An event under five respondents goes
 * with the others of its course and year, once the year is over and where the whole year lies in the period, so that
 * no two files differ by such an event; where the pool is under five too, it stays here. So does each mode that fewer
 * than five of a group answered, and follow-up until nobody can answer it any more.
 */
export function exportPlan(events: readonly AnsweredEvent[], period: ReportPeriod, now: Date): ExportPlan {
  const pools = new Map<string, AnswerGroup>();
  const named: AnswerGroup[] = [];
  for (const event of events) {
    const year = yearOf(event);
    if (year === null) continue;
    const modes = event.modes.filter(({ mode }) => mode !== 'follow-up' || isFollowUpOver(event, year, now));
    const { courseId, isDemonstration } = event;
    const group: AnswerGroup = { courseId, event, year, eventIds: [event.id], isDemonstration, modes, answers: 0 };
    if (event.respondents >= FEWEST) {
      if (isOver(event, year, now) && liesIn(period, event, year)) named.push(group);
    } else if (isYearOver(year, now) && holdsYear(period, year)) {
      const key = `${event.courseId}|${year}|${event.isDemonstration}`;
      const pool = pools.get(key);
      pools.set(key, pool ? pooled(pool, group) : { ...group, event: null });
    }
  }
  const shown = (groups: AnswerGroup[]) => groups.map(ofLargeModes).filter(({ modes }) => modes.length > 0);
  const large = shown([...pools.values()]);
  return { groups: [...shown(named), ...large], leftOut: pools.size - large.length };
}

function ofLargeModes(group: AnswerGroup): AnswerGroup {
  const modes = group.modes.filter(({ respondents }) => respondents >= FEWEST);
  return { ...group, modes, answers: modes.reduce((sum, { answers }) => sum + answers, 0) };
}

function pooled(pool: AnswerGroup, group: AnswerGroup): AnswerGroup {
  const all = [...pool.modes, ...group.modes];
  const modes = [...new Set(all.map(({ mode }) => mode))].map((mode) => {
    const those = all.filter((one) => one.mode === mode);
    const personIds = [...new Set(those.flatMap((one) => one.personIds))];
    const answers = those.reduce((sum, one) => sum + one.answers, 0);
    return { mode, personIds, respondents: personIds.length, answers };
  });
  return { ...pool, eventIds: [...pool.eventIds, ...group.eventIds], modes };
}

function yearOf({ startsAt, period }: AnsweredEvent): string | null {
  return period ?? (startsAt && partnershipYear(startsAt));
}

/** Whether nothing more is to come: its window after, and for history without a date its year. */
function isOver(event: AnsweredEvent, year: string, now: Date): boolean {
  const { startsAt, endsAt } = event;
  const window = answeringWindow('after', { bookedAt: now, startsAt, endsAt });
  return window ? window.closesAt <= now : isYearOver(year, now);
}

function isFollowUpOver({ startsAt, endsAt }: AnsweredEvent, year: string, now: Date): boolean {
  const window = answeringWindow('follow-up', { bookedAt: now, startsAt, endsAt });
  return window ? window.closesAt.getTime() + LATER_IN_TERM_DAYS * DAY_MS <= now.getTime() : isYearOver(year, now);
}

/** Whether the windows of all events of a partnership year have closed. */
function isYearOver(year: string, now: Date): boolean {
  const endsAt = startOfLondonDay(partnershipYearRange(year).to);
  const window = answeringWindow('after', { bookedAt: now, startsAt: endsAt, endsAt });
  return window !== null && window.closesAt.getTime() + DAY_MS <= now.getTime();
}

function liesIn(period: ReportPeriod, { endsAt }: AnsweredEvent, year: string): boolean {
  if (!endsAt) return holdsYear(period, year);
  const [start, end] = [startOfPeriod(period), endOfPeriod(period)];
  return (!start || endsAt >= start) && (!end || endsAt < end);
}

/**
 * Which values of a column may stand beside a group's name: those that five or more share, as long as the others are
 * nobody or five as well. Values go from the rarest, until who is not shown is not few.
 */
export function shownValues(counts: ReadonlyMap<string, number>): Set<string> {
  const commonest = [...counts].sort(([, one], [, other]) => other - one);
  const shown = commonest.filter(([, count]) => count >= FEWEST);
  let hidden = commonest.slice(shown.length).reduce((sum, [, count]) => sum + count, 0);
  while (hidden > 0 && hidden < FEWEST && shown.length > 0) hidden += shown.pop()?.[1] ?? 0;
  return new Set(shown.map(([value]) => value));
}

/** What is wrong with a period: months are whole, so that no period cuts out one small event. */
export function periodProblems({ from, to }: ReportPeriod): Record<string, string> {
  const problems: Record<string, string> = {};
  if (from !== undefined && !from.endsWith('-01')) problems['from'] = 'from must be the first day of a month';
  if (to !== undefined && !isLastOfMonth(to)) problems['to'] = 'to must be the last day of a month';
  if (from && to && to < from) problems['to'] = 'to must not be before from';
  return problems;
}

function isLastOfMonth(day: string): boolean {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.getUTCDate() === 1;
}
