import type { PrerequisitePolicy, WaitlistPolicy } from '@roundtable/contracts';
import { releaseOf } from '@roundtable/events';
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
  groupCap: number | null;
  /** Only what is still kept: see `stillKept`. */
  kept: readonly KeptForSector[];
  held: PlacesHeld;
}

const FREE_CANCELLATION_LEFT = 3;
const FREE_AFTER_PROMOTION_DAYS = 2;

/** Kept places of an event that bind now: each is released at 00:00 London time a number of days before the first session. */
export function stillKept(kept: readonly KeptForSector[], firstSession: Date, now: Date): KeptForSector[] {
  return kept.filter(({ releaseDays }) => now < releaseOf(releaseDays, firstSession));
}

/**
 * Places open to a request from this sector and agency: capacity − held − the sum over other keeping sectors of
 * max(0, kept − held by that sector), and never more than the caps of the agency and of its group leave. `sectors` are the
 * agency's sector and the one above it; `groupAgencyIds` are all agencies of its group, itself included.
 */
export function placesOpenTo(
  facts: PlacesFacts,
  sectors: readonly string[],
  agencyId: string | null,
  groupAgencyIds: readonly string[] = [],
): number {
  const keptForOthers = facts.kept
    .filter((one) => !sectors.includes(one.sector))
    .reduce((sum, one) => sum + Math.max(0, one.places - (facts.held.bySector.get(one.sector) ?? 0)), 0);
  const open = facts.capacity - facts.held.total - keptForOthers;
  const heldBy = (id: string): number => facts.held.byAgency.get(id) ?? 0;
  const underAgencyCap = facts.agencyCap === null || agencyId === null ? open : facts.agencyCap - heldBy(agencyId);
  const underGroupCap =
    facts.groupCap === null || groupAgencyIds.length === 0
      ? open
      : facts.groupCap - groupAgencyIds.reduce((sum, id) => sum + heldBy(id), 0);
  return Math.max(0, Math.min(open, underAgencyCap, underGroupCap));
}

/** Under `provisional`, what is missing must be completed by this many working days before the first session. */
const COMPLETE_BEFORE_DAYS = 3;

/** When what is missing must be completed under the policy `provisional`: 17:00 London time on that day. */
export function completeBy(firstSession: Date, closureDays: readonly string[]): Date {
  return workingDaysBefore(londonDate(firstSession), COMPLETE_BEFORE_DAYS, closureDays);
}

/** Whether something missing stands in the way of a place: always under `block`, under `provisional` once it is too late to complete it. */
export function isBlockedBy(
  policy: PrerequisitePolicy,
  now: Date,
  firstSession: Date,
  closureDays: readonly string[],
): boolean {
  return policy === 'block' || now >= completeBy(firstSession, closureDays);
}

export interface PromotionTerms {
  /** When free cancellation of this event ends. */
  cutOff: Date;
  /** The days on which the clock of whoever waits stops: for a school its holidays too. */
  ownDaysOff: readonly string[];
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
  closureDays: readonly string[],
  { cutOff, ownDaysOff }: PromotionTerms,
): Promotion {
  if (policy === 'confirm') return { as: 'confirmed' };
  if (policy === 'by-time' && workingDaysRemain(now, cutOff, FREE_CANCELLATION_LEFT, closureDays))
    return { as: 'confirmed' };
  const until = offerDeadline(now, firstSession, closureDays, ownDaysOff);
  return until ? { as: 'offered', until } : { as: 'by-hand' };
}

/** The moment until which cancelling is free: the cut-off, or the end of the 2nd working day after a place came off the line. */
export function freeCancellationUntil(cutOff: Date, promotedAt: Date | null, closureDays: readonly string[]): Date {
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
