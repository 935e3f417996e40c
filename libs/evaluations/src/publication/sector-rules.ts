import { suppressCounts } from '../statistics';
import { PARTS, type Part, type ReleasedCell, type ReleasedGroup, isSafe, partOf } from './publication-rules';

/** People without a recorded sector, as a row of their own. */
export const NO_SECTOR = 'Not recorded';

/** Sums of up to so many shown sectors are looked at, and of all shown sectors but up to so many. */
const MOST_SUMMED = 3;

/** People of one statement: by part, by group, by sector. */
type Counts = Record<Part, readonly ReadonlyMap<string, number>[]>;

/**
 * Which sectors of one statement may be shown, largest first, beside the figures of any events, months and years.
 * `groups` are all groups of one course and partnership year. Hidden are sectors with 1 to 4 people in a part, then
 * further ones until no shown sector, no sum of up to three of them and not what is left differs from any sum of whole groups
 * by 1 to 4 people.
 */
export function shownSectors(groups: readonly ReleasedGroup[], statementId: string): string[] {
  const counts = countsOf(groups, statementId);
  const size = (sector: string): number => PARTS.reduce((sum, part) => sum + total(counts[part], [sector]), 0);
  const all = [...new Set(PARTS.flatMap((part) => counts[part].flatMap((group) => [...group.keys()])))].sort(
    (one, other) => size(other) - size(one) || (one < other ? -1 : 1),
  );
  const hidden = new Set(PARTS.flatMap((part) => hiddenByCount(counts[part], all)));
  let shown = all.filter((sector) => !hidden.has(sector));
  while (shown.length > 0 && !subsets(shown).every((sectors) => isApart(counts, sectors))) shown = shown.slice(0, -1);
  return shown;
}

/** The sectors of one part whose count is small, and the next smallest where one alone would be hidden. */
function hiddenByCount(groups: Counts[Part], sectors: readonly string[]): string[] {
  const { cells } = suppressCounts(sectors.map((sector) => total(groups, [sector])));
  return sectors.filter((_, index) => cells[index] === null);
}

/**
 * Whether these sectors together cannot be told from whole groups by 1 to 4 people. A sum of groups lies inside the
 * sectors where it takes groups of nobody else, and holds them all where it takes every group they are in; what is
 * left over either way comes from the mixed groups alone, as the others hold five or more.
 */
function isApart(counts: Counts, sectors: readonly string[]): boolean {
  return PARTS.every((part) => {
    const mixed = counts[part]
      .map((group) => ({ inside: total([group], sectors), all: total([group], [...group.keys()]) }))
      .filter(({ inside, all }) => inside > 0 && inside < all);
    const inside = mixed.reduce((sum, group) => sum + group.inside, 0);
    const outside = mixed.reduce((sum, group) => sum + group.all - group.inside, 0);
    return isSafe(inside) && isSafe(outside);
  });
}

function countsOf(groups: readonly ReleasedGroup[], statementId: string): Counts {
  const inPart = (part: Part) =>
    groups.map(({ cells }) => {
      const counts = new Map<string, number>();
      for (const cell of cells)
        if (cell.statementId === statementId && partOf(cell) === part)
          counts.set(sectorOf(cell), (counts.get(sectorOf(cell)) ?? 0) + cell.people);
      return counts;
    });
  return { paired: inPart('paired'), 'before-only': inPart('before-only'), 'after-only': inPart('after-only') };
}

export function sectorOf({ sector }: Pick<ReleasedCell, 'sector'>): string {
  return sector ?? NO_SECTOR;
}

function total(groups: readonly ReadonlyMap<string, number>[], sectors: readonly string[]): number {
  return groups.reduce((sum, group) => sum + sectors.reduce((of, sector) => of + (group.get(sector) ?? 0), 0), 0);
}

/** Up to three of them, and all but up to three: for seven sectors these are all there are. */
function subsets(sectors: readonly string[]): string[][] {
  const few = sectors.reduce<string[][]>(
    (sets, sector) => [...sets, ...sets.filter(({ length }) => length < MOST_SUMMED).map((set) => [...set, sector])],
    [[]],
  );
  const others = few.map((set) => sectors.filter((sector) => !set.includes(sector)));
  return [...few, ...others].filter(({ length }) => length > 0);
}
