import type { PeopleCount, PublishedPeople } from '@roundtable/contracts';
import { suppressCounts } from '../statistics';
import { isSafe } from './publication-rules';

/*
 * How many different people attended in a year, by sector, by agency inside it, and by job role. Whoever leads an
 * agency or a group knows its own people, so every count is held against what they would have left.
 */

/** One person who attended in a year, as on the last booking that they attended. */
export interface CountedPerson {
  id: string;
  sector: string;
  agencyId: string;
  agency: string;
  groupId: string | null;
  /** Typed by people themselves. */
  role: string | null;
}

/** Different people of whom another figure tells how many they are, such as all who attended one event. */
export type Crowd = ReadonlySet<string>;

export type PeopleTables = Pick<PublishedPeople, 'people' | 'sectors' | 'roles'>;

/** How counts of one table are hidden: by their size, then by what others tell. Specs show what fewer rules would tell. */
export interface PeopleRules {
  suppress: typeof suppressCounts;
  toHide: typeof cellToHide;
}

export const PEOPLE_RULES: PeopleRules = { suppress: suppressCounts, toHide: cellToHide };

export const OTHER_AGENCIES = 'Other agencies';
export const OTHER_ROLES = 'Other roles';
export const NO_ROLE = 'Not recorded';

interface Cell {
  name: string;
  people: ReadonlySet<string>;
}

/** Null where it is hidden. */
interface CountedCell extends Cell {
  count: number | null;
}

/**
 * The tables of one year; null where its total would tell of few people. Hidden sectors are named, as everybody knows
 * them; hidden agencies and roles are not, as a name can be a person's. In: each person once, and crowds of the year.
 */
export function peopleTables(
  people: readonly CountedPerson[],
  crowds: readonly Crowd[] = [],
  rules: PeopleRules = PEOPLE_RULES,
): PeopleTables | null {
  const everybody = new Set(people.map(({ id }) => id));
  const known = knownParts(people);
  const whole = [{ name: '', people: everybody, count: everybody.size }];
  if (everybody.size === 0 || rules.toHide(whole, crowds, known) !== null) return null;
  const sectors = table(
    cellsBy(people, ({ sector }) => [sector, sector]),
    known,
    crowds,
    rules,
  );
  const shown = sectors.cells.filter(({ count }) => count !== null);
  const agencies = new Map(
    shown.map((sector) => {
      const own = people.filter(({ id }) => sector.people.has(id));
      return [
        sector.name,
        table(
          cellsBy(own, ({ agencyId, agency }) => [agencyId, agency]),
          known,
          crowds,
          rules,
        ),
      ];
    }),
  );
  const roleCells = cellsBy(people, ({ role }) => rolePlace(role));
  const shownAgencies = [...agencies.values()].flatMap(({ cells }) => cells.filter(({ count }) => count !== null));
  const beside = [
    ...crowds,
    ...[...shown, ...shownAgencies].map((cell) => cell.people),
    ...pairsOf(shown),
    ...roleCells.flatMap((role) => [insideOf(role, shown), insideOf(role, shownAgencies)]),
  ];
  const roles = table(roleCells, known, beside, rules);
  if (sectors.total === null || roles.total === null) return null;
  return {
    people: everybody.size,
    sectors: sectors.cells.map(({ name, count }) => ({
      name,
      people: count,
      agencies: agencyCounts(agencies.get(name)?.cells ?? []),
    })),
    roles: folded(roles.cells, OTHER_ROLES),
  };
}

/** What leads know: the people of each agency, and of each group of agencies. */
function knownParts(people: readonly CountedPerson[]): ReadonlySet<string>[] {
  const parts = new Map<string, Set<string>>();
  for (const { id, agencyId, groupId } of people)
    for (const key of [`agency ${agencyId}`, ...(groupId === null ? [] : [`group ${groupId}`])])
      parts.set(key, (parts.get(key) ?? new Set()).add(id));
  return [...parts.values()];
}

function cellsBy(people: readonly CountedPerson[], placeOf: (one: CountedPerson) => readonly [string, string]): Cell[] {
  const cells = new Map<string, { names: string[]; people: Set<string> }>();
  for (const one of people) {
    const [key, name] = placeOf(one);
    const cell = cells.get(key) ?? { names: [], people: new Set() };
    cell.names.push(name);
    cell.people.add(one.id);
    cells.set(key, cell);
  }
  return [...cells.values()]
    .map((cell) => ({ name: mostFrequent(cell.names), people: cell.people }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** 'social worker' and 'Social  worker' are one role, called as most people typed it. */
function rolePlace(role: string | null): [key: string, name: string] {
  const name = role?.trim().replace(/\s+/g, ' ') || NO_ROLE;
  return [name.toLocaleLowerCase('en-GB'), name];
}

function mostFrequent(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [first] = [...counts].sort(([one, often], [other, rarer]) => rarer - often || (one < other ? -1 : 1));
  return first?.[0] ?? '';
}

/** The counts of one table; cells are hidden until none, and not what is left of the total, tells few of a crowd. */
function table(
  cells: readonly Cell[],
  parts: readonly ReadonlySet<string>[],
  crowds: readonly Crowd[],
  rules: PeopleRules,
): { cells: CountedCell[]; total: number | null } {
  const counts = cells.map(({ people }) => people.size);
  const known = parts
    .map((part) => cells.map(({ people }) => overlap(people, part)))
    .filter((row) => row.some((count) => count > 0));
  const hidden: number[] = [];
  for (;;) {
    const told = rules.suppress(counts, { known, hidden });
    const counted = cells.map((cell, index) => ({ ...cell, count: told.cells[index] ?? null }));
    const unsafe = rules.toHide(counted, crowds, parts);
    if (unsafe === null) return { cells: counted, total: told.total };
    hidden.push(unsafe);
  }
}

/**
 * The place of a shown cell that must go, as it tells few of a crowd; the smallest where they do so together. In: what
 * leads know, whose people count as known.
 */
export function cellToHide(
  cells: readonly CountedCell[],
  crowds: readonly Crowd[],
  parts: readonly ReadonlySet<string>[],
): number | null {
  const shown = cells.flatMap(({ people, count }, index) => (count === null ? [] : [{ people, index }]));
  const alone = shown.find(({ people }) => crowds.some((crowd) => isTold(people, crowd, parts)));
  if (alone) return alone.index;
  const rest = new Set(cells.flatMap(({ people, count }) => (count === null ? [...people] : [])));
  const isTogether = crowds.some((crowd) => isTold(rest, crowd, parts) || isCovered(crowd, shown, parts));
  if (!isTogether) return null;
  const [smallest] = [...shown].sort((one, other) => one.people.size - other.people.size);
  return smallest?.index ?? null;
}

/** Whether the shown cells that lie in a crowd leave few of it. Fewer of these cells would leave more. */
function isCovered(
  crowd: Crowd,
  shown: readonly { people: ReadonlySet<string> }[],
  parts: readonly ReadonlySet<string>[],
): boolean {
  const inside = shown.filter(({ people }) => isInside(people, crowd)).flatMap(({ people }) => [...people]);
  return inside.length > 0 && isTold(new Set(inside), crowd, parts);
}

/** Whether a count and a crowd, the one inside the other, differ by few people, or by few whom a lead does not know. */
function isTold(people: ReadonlySet<string>, crowd: Crowd, parts: readonly ReadonlySet<string>[]): boolean {
  const [few, many] = people.size <= crowd.size ? [people, crowd] : [crowd, people];
  if (few.size === 0 || few.size === many.size || !isInside(few, many)) return false;
  const between = new Set([...many].filter((id) => !few.has(id)));
  return !isSafe(between.size) || parts.some((part) => !isSafe(between.size - overlap(between, part)));
}

function isInside(few: ReadonlySet<string>, many: ReadonlySet<string>): boolean {
  if (few.size > many.size) return false;
  for (const id of few) if (!many.has(id)) return false;
  return true;
}

function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one];
  return [...few].reduce((sum, id) => sum + (many.has(id) ? 1 : 0), 0);
}

/** Everybody of those cells that lie inside another: fewer of these would leave more people. */
function insideOf({ people }: Cell, cells: readonly Cell[]): Crowd {
  return new Set(cells.flatMap((cell) => (isInside(cell.people, people) ? [...cell.people] : [])));
}

function pairsOf(cells: readonly Cell[]): Crowd[] {
  return cells.flatMap((one, index) =>
    cells.slice(index + 1).map((other) => new Set([...one.people, ...other.people])),
  );
}

/** None where none can be shown, since their sum is the sector. */
function agencyCounts(cells: readonly CountedCell[]): PeopleCount[] {
  return cells.some(({ count }) => count !== null) ? folded(cells, OTHER_AGENCIES) : [];
}

function folded(cells: readonly CountedCell[], others: string): PeopleCount[] {
  const shown = cells.filter(({ count }) => count !== null);
  const lines = shown.map(({ name, count }) => ({ name, people: count }));
  if (cells.length === 0 || shown.length === cells.length) return lines;
  return [...lines, { name: others, people: null }];
}
