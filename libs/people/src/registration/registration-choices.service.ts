import { AgencyEntity, AgencyProposals, SectorsService } from '@roundtable/agencies';
import { Injectable } from '@nestjs/common';
import { Database, folded } from '@roundtable/platform';
import { IsNull, Like } from 'typeorm';

const MOST = 8;
/** Words that are in the names of too many agencies to find one by. */
const EVERYWHERE =
  /^(school|primary|academy|college|nursery|council|service|services|trust|infant|junior|centre|with|from)$/;

export interface AgencyChoice {
  id: string;
  name: string;
}

/** What somebody who registers may choose from. No list of all agencies: a county has thousands. */
@Injectable()
export class RegistrationChoices {
  constructor(
    private readonly database: Database,
    private readonly proposals: AgencyProposals,
    private readonly sectors: SectorsService,
  ) {}

  /** The agencies that the address's domain points to; they are offered, never taken for granted. */
  async proposedFor(email: string): Promise<AgencyChoice[]> {
    return (await this.proposals.forEmail(email)).slice(0, MOST);
  }

  /** Accepted agencies whose names are like what was typed, the likest first: the one of exactly this name comes alone. */
  async likeName(typed: string): Promise<AgencyChoice[]> {
    const key = folded(typed);
    if (key === '') return [];
    const words = key.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2 && !EVERYWHERE.test(word));
    const standing = { status: 'accepted' as const, mergedIntoId: IsNull() };
    const rows = await this.database.repo(AgencyEntity).find({
      select: { id: true, name: true, nameKey: true },
      where: [
        { ...standing, nameKey: key },
        ...words.slice(0, 5).map((word) => ({ ...standing, nameKey: Like(`%${word}%`) })),
      ],
      order: { nameKey: 'ASC' },
      take: 200,
    });
    const exact = rows.find((row) => row.nameKey === key);
    if (exact) return [{ id: exact.id, name: exact.name }];
    const likeness = (name: string) => words.filter((word) => name.includes(word)).length;
    return rows
      .sort((one, other) => likeness(other.nameKey) - likeness(one.nameKey))
      .slice(0, MOST)
      .map(({ id, name }) => ({ id, name }));
  }

  /** Names of the sectors on the first level. */
  async sectorNames(): Promise<string[]> {
    return (await this.sectors.all()).filter((sector) => sector.parentId === null).map((sector) => sector.name);
  }
}
