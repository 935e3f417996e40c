import { closedFrom } from '@roundtable/evaluations';
import { partnershipYear, partnershipYearRange, startOfLondonDay } from '@roundtable/platform';

/** The training record is kept for six years after the last activity, so older years hold too little to be told. */
const YEARS_BEFORE = 6;

/** The partnership years that a pack can be about, the running one first. */
export function packYears(now: Date): string[] {
  const running = Number(partnershipYear(now).slice(0, 4));
  return Array.from({ length: YEARS_BEFORE + 1 }, (_, before) => partnershipYear(`${running - before}-04-01`));
}

/** The first moment of a partnership year, and the first moment after it. */
export function momentsOf(year: string): { from: Date; until: Date } {
  const { from, to } = partnershipYearRange(year);
  return { from: startOfLondonDay(from), until: startOfLondonDay(`${to.slice(0, 4)}-04-01`) };
}

/**
 * The part of a partnership year whose events nobody can answer about any more, as London dates, both inside: the whole
 * year, else its months until now; null where not even April is closed.
 */
export function closedPart(year: string, now: Date): { from: string; to: string } | null {
  const { from } = partnershipYearRange(year);
  const first = Number(from.slice(0, 4));
  const lastDays = Array.from({ length: 12 }, (_, month) =>
    new Date(Date.UTC(first, 3 + month + 1, 0)).toISOString().slice(0, 10),
  );
  const to = lastDays.filter((day) => closedFrom(day) <= now).at(-1);
  return to === undefined ? null : { from, to };
}
