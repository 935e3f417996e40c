import type { PublishedCut, PublishedRow, Stem } from '@roundtable/contracts';
import { FEWEST_FOR_DISTRIBUTION, HIDDEN, knowledgeGainRow } from '../knowledge-gain-rules';
import {
  type ReleasedCell,
  type ReleasedGroup,
  type ReleasedRate,
  PARTS,
  partOf,
  poolKey,
  summedRates,
} from './publication-rules';
import { monthInWords } from './publication-window';
import { sectorOf, shownSectors } from './sector-rules';

/** A statement as it is called on the day of the publication. */
export interface StatementTitle {
  statementId: string;
  courseId: string;
  courseTitle: string;
  stem: Stem;
  statement: string;
  isDemonstration: boolean;
}

/** How groups are called: events by their date and number. */
export type GroupName = (group: ReleasedGroup) => string;

export const SMALL_GROUPS = 'Groups too small to stand alone, together for the year';
export const OTHER_SECTORS = 'All other sectors: too few people, or too easily told apart';

/**
 * The rows of a report for others, made of whole released groups and of nothing else. In: groups of the period;
 * statements in the order of the report. A statement that has no group yet has no row. By sector only for groups of
 * one whole partnership year, and only where it is still made of the groups that the year was closed with.
 */
export function publishedRows(
  groups: readonly ReleasedGroup[],
  statements: readonly StatementTitle[],
  by: PublishedCut | null,
  nameOf: GroupName,
): PublishedRow[] {
  return statements.flatMap((statement) => {
    const about = groups.filter(({ cells }) => cells.some(({ statementId }) => statementId === statement.statementId));
    if (about.length === 0) return [];
    const whole = row(statement, about, null);
    if (by === null) return [whole];
    if (by === 'sector') return [whole, ...sectorRows(statement, groups)];
    const cuts = new Map<string, ReleasedGroup[]>();
    for (const group of about) {
      const cut = by === 'event' ? nameOf(group) : monthOf(group);
      cuts.set(cut, [...(cuts.get(cut) ?? []), group]);
    }
    return [whole, ...[...cuts].map(([cut, of]) => row(statement, of, cut))];
  });
}

function monthOf({ month, eventId, year }: ReleasedGroup): string {
  if (month !== null) return monthInWords(month);
  return eventId === null ? SMALL_GROUPS : `${year}, month not known`;
}

/** A row for each sector that may be shown, and one without figures for the others. */
export function sectorRows(
  statement: StatementTitle,
  groups: readonly ReleasedGroup[],
  shownOf: typeof shownSectors = shownSectors,
): PublishedRow[] {
  const ofCourse = groups.filter(({ courseId }) => courseId === statement.courseId);
  if (!isAsClosed(ofCourse)) return [hiddenRow(statement)];
  const shown = shownOf(ofCourse, statement.statementId);
  const sectors = new Set(
    ofCourse.flatMap(({ cells }) => cells.filter((cell) => cell.statementId === statement.statementId).map(sectorOf)),
  );
  const rows = shown.map((sector) =>
    row(
      statement,
      ofCourse.map((group) => ({ ...group, cells: group.cells.filter((cell) => sectorOf(cell) === sector) })),
      sector,
      true,
    ),
  );
  return sectors.size > shown.length ? [...rows, hiddenRow(statement)] : rows;
}

/** Whether these are the groups of a closed year, none more and none less. */
function isAsClosed(groups: readonly ReleasedGroup[]): boolean {
  const pool = groups.find(({ eventId }) => eventId === null);
  if (!pool || groups.some(({ year }) => year !== pool.year)) return false;
  const now = groups.map(({ key }) => key).filter((key) => key !== poolKey(pool.courseId, pool.year));
  return now.length === pool.members.length && now.every((key) => pool.members.includes(key));
}

function hiddenRow(statement: StatementTitle): PublishedRow {
  const { courseId, courseTitle, statement: wording, isDemonstration } = statement;
  return { courseId, courseTitle, statement: wording, demonstration: isDemonstration, ...HIDDEN, cut: OTHER_SECTORS };
}

function row(
  statement: StatementTitle,
  groups: readonly ReleasedGroup[],
  cut: string | null,
  isOneSector = false,
): PublishedRow {
  const { courseId, courseTitle, statement: wording, statementId } = statement;
  const of = groups.map(({ cells }) => cells.filter((cell) => cell.statementId === statementId));
  const rates = isOneSector
    ? undefined
    : summedRates(groups.flatMap((group) => group.rates.filter((rate) => rate.statementId === statementId)))[0];
  const made = knowledgeGainRow({
    courseId,
    courseTitle,
    stem: statement.stem,
    statement: wording,
    isDemonstration: statement.isDemonstration || groups.some(({ isDemonstration }) => isDemonstration),
    groups: of.flat().map((cell) => ({ ...cell, hasAttended: false })),
    attended: rates?.attended ?? 0,
  });
  return {
    ...made,
    attended: rates?.attended ?? null,
    responseRate: { before: rateOf(rates, 'before'), after: rateOf(rates, 'after') },
    bounds: { before: [null, null], after: [null, null] },
    distribution: {
      before: hasLargeParts(of, 'before') && !isOneSector ? made.distribution.before : null,
      after: hasLargeParts(of, 'after') && !isOneSector ? made.distribution.after : null,
    },
    cut,
  };
}

function rateOf(rate: ReleasedRate | undefined, stage: 'before' | 'after'): number | null {
  return rate ? (100 * rate[stage]) / rate.attended : null;
}

/** How many gave each rating is told only where every part that enters holds ten, so that no difference tells it of fewer. */
function hasLargeParts(groups: readonly (readonly ReleasedCell[])[], stage: 'before' | 'after'): boolean {
  return groups.every((cells) =>
    PARTS.every((part) => {
      const people = cells
        .filter((cell) => partOf(cell) === part && cell[stage] !== null)
        .reduce((sum, cell) => sum + cell.people, 0);
      return people === 0 || people >= FEWEST_FOR_DISTRIBUTION;
    }),
  );
}
