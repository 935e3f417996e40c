/** What one library holds of a sector. */
export interface SectorUse {
  /** What is counted, in the plural: 'keptPlaces'. */
  what: string;
  /** How many of them hold the sector now; while there are any it cannot be removed. */
  count(sector: { id: string; name: string }): Promise<number>;
  /** Carries a new name to what counts places by it now; what keeps a sector as it was then stays. */
  rename?(from: string, to: string): Promise<void>;
}

/** What uses a sector, contributed by the libraries that do, when their modules start. */
export class SectorUses {
  private readonly uses: SectorUse[] = [];

  register(use: SectorUse): void {
    this.uses.push(use);
  }

  /** How many of each use the sector; nothing where nobody does. */
  async of(sector: { id: string; name: string }): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const use of this.uses) {
      const count = await use.count(sector);
      if (count > 0) counts[use.what] = count;
    }
    return counts;
  }

  async rename(from: string, to: string): Promise<void> {
    for (const use of this.uses) await use.rename?.(from, to);
  }
}
