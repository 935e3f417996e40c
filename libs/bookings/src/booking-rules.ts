import type { PrerequisitePolicy, WaitlistPolicy } from '@roundtable/contracts';
import {
  addWorkingDays,
  londonDate,
  offerDeadline,
  startOfLondonDay,
  workingDaysBefore,
  workingDaysRemain,
} from '@roundtable/platform';

/** Places that are held: confirmed, offered, awaiting approval with a place found, and team places without a name. */
export interface PlacesHeld {
  total: number;
  bySector: ReadonlyMap<string, number>;
  byAgency: ReadonlyMap<string, number>;
}

export interface KeptForSector {
  sector: string;
  places: number;
  releaseDays: number;
}

export interface PlacesFacts {
  capacity: number;
  agencyCap: number | null;
  /** Only what is still kept: see `stillKept`. */
  kept: readonly KeptForSector[];
  held: PlacesHeld;
}

/** Free cancellation ends this many working days before the first session, by default. */
export const CUT_OFF_WORKING_DAYS = 5;
const FREE_CANCELLATION_LEFT = 3;
const FREE_AFTER_PROMOTION_DAYS = 2;

/** Kept places of an event that bind now: each is released at 00:00 London time a number of days before the first session. */
export function stillKept(kept: readonly KeptForSector[], firstSession: Date, now: Date): KeptForSector[] {
  return kept.filter((one) => {
    const day = new Date(`${londonDate(firstSession)}T00:00:00Z`);
    day.setUTCDate(day.getUTCDate() - one.releaseDays);
    return now < startOfLondonDay(day.toISOString().slice(0, 10));
  });
}

/**
 * Places open to a request from this sector and agency: capacity − held − the sum over other keeping sectors of
 * max(0, kept − held by that sector), and never more than the agency's cap leaves. `sectors` are the agency's sector
 * and the one above it.
 */
export function placesOpenTo(facts: PlacesFacts, sectors: readonly string[], agencyId: string | null): number {
  const keptForOthers = facts.kept
    .filter((one) => !sectors.includes(one.sector))
    .reduce((sum, one) => sum + Math.max(0, one.places - (facts.held.bySector.get(one.sector) ?? 0)), 0);
  const open = facts.capacity - facts.held.total - keptForOthers;
  const underCap =
    facts.agencyCap === null || agencyId === null
      ? open
      : Math.min(open, facts.agencyCap - (facts.held.byAgency.get(agencyId) ?? 0));
  return Math.max(0, underCap);
}

/** When free cancellation ends: 17:00 London time, that many working days before the first session's date. */
export function cancellationCutOff(firstSession: Date, closureDays: readonly string[] = []): Date {
  return workingDaysBefore(londonDate(firstSession), CUT_OFF_WORKING_DAYS, closureDays);
}

/** Under `provisional`, what is missing must be completed by this many working days before the first session. */
const COMPLETE_BEFORE_DAYS = 3;

/** When what is missing must be completed under the policy `provisional`: 17:00 London time on that day. */
export function completeBy(firstSession: Date, closureDays: readonly string[] = []): Date {
  return workingDaysBefore(londonDate(firstSession), COMPLETE_BEFORE_DAYS, closureDays);
}

/** Whether something missing stands in the way of a place: always under `block`, under `provisional` once it is too late to complete it. */
export function isBlockedBy(
  policy: PrerequisitePolicy,
  now: Date,
  firstSession: Date,
  closureDays: readonly string[] = [],
): boolean {
  return policy === 'block' || now >= completeBy(firstSession, closureDays);
}

export type Promotion = { as: 'confirmed' } | { as: 'offered'; until: Date } | { as: 'by-hand' };

/**
 * How a freed place is given: confirmed at once where at least 3 working days of free cancellation remain, otherwise
 * offered, and by hand where an offer could no longer be answered in time. Staff may choose always to confirm or to offer.
 */
export function promotionOf(
  policy: WaitlistPolicy,
  now: Date,
  firstSession: Date,
  closureDays: readonly string[] = [],
): Promotion {
  if (policy === 'confirm') return { as: 'confirmed' };
  if (
    policy === 'by-time' &&
    workingDaysRemain(now, cancellationCutOff(firstSession, closureDays), FREE_CANCELLATION_LEFT, closureDays)
  )
    return { as: 'confirmed' };
  const until = offerDeadline(now, firstSession, closureDays);
  return until ? { as: 'offered', until } : { as: 'by-hand' };
}

/** Whether cancelling is free at this moment: before the cut-off, or within 2 working days of coming off the waiting list. */
export function isCancellingFree(
  now: Date,
  firstSession: Date,
  promotedAt: Date | null,
  closureDays: readonly string[] = [],
): boolean {
  if (now < cancellationCutOff(firstSession, closureDays)) return true;
  if (promotedAt === null) return false;
  const freeUntil = addWorkingDays(londonDate(promotedAt), FREE_AFTER_PROMOTION_DAYS, closureDays);
  return londonDate(now) <= freeUntil;
}

/** The moment until which cancelling is free: the cut-off, or the end of the 2nd working day after a place came off the line. */
export function freeCancellationUntil(
  firstSession: Date,
  promotedAt: Date | null,
  closureDays: readonly string[] = [],
): Date {
  const cutOff = cancellationCutOff(firstSession, closureDays);
  if (promotedAt === null) return cutOff;
  const lastDay = addWorkingDays(londonDate(promotedAt), FREE_AFTER_PROMOTION_DAYS, closureDays);
  const dayEnds = new Date(startOfLondonDay(nextDay(lastDay)).getTime() - 60_000);
  return dayEnds > cutOff ? dayEnds : cutOff;
}

function nextDay(localDate: string): string {
  const day = new Date(`${localDate}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}
