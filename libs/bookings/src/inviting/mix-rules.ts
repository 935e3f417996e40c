import type { MixLine } from '@roundtable/contracts';

export interface MixFacts {
  /** Places held by sector; those of the sectors below are counted with the one above too. */
  held: ReadonlyMap<string, number>;
  expected: readonly { sector: string; people: number }[];
  kept: readonly { sector: string; places: number }[];
  invited: ReadonlyMap<string, number>;
  /** The sector above each. */
  above: ReadonlyMap<string, string>;
}

/**
 * Who holds places, beside what was expected and what is kept. A sector that is expected or kept counts those below it
 * too, every other stands for itself. Those that are named come first, then the largest.
 */
export function mixLines({ held, expected, kept, invited, above }: MixFacts): MixLine[] {
  const named = [...new Set([...expected, ...kept].map(({ sector }) => sector))];
  const isNamed = (sector: string): boolean => named.includes(sector);
  const others = [...held.keys()]
    .filter((sector) => !isNamed(sector) && !isNamed(above.get(sector) ?? ''))
    .map((sector) => ({ sector, people: ownPlaces(sector, held, above) }))
    .filter(({ people }) => people > 0)
    .sort((one, other) => other.people - one.people || one.sector.localeCompare(other.sector));
  return [...named.map((sector) => ({ sector, people: held.get(sector) ?? 0 })), ...others].map((line) => ({
    ...line,
    expected: expected.find(({ sector }) => sector === line.sector)?.people ?? null,
    kept: kept.find(({ sector }) => sector === line.sector)?.places ?? null,
    invited: invited.get(line.sector) ?? 0,
  }));
}

/** The places of a sector without those of the sectors below it, which have lines of their own. */
function ownPlaces(sector: string, held: MixFacts['held'], above: MixFacts['above']): number {
  const below = [...held].filter(([name]) => above.get(name) === sector);
  return below.reduce((places, [, people]) => places - people, held.get(sector) ?? 0);
}
