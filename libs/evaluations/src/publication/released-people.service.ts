import { Injectable } from '@nestjs/common';
import type { PublishedPeople } from '@roundtable/contracts';
import { Clock, Database, isDuplicate, newId, partnershipYear } from '@roundtable/platform';
import { Between } from 'typeorm';
import { peopleTables } from './people-rules';
import { closedBefore } from './publication-window';
import { ReleasedPeopleEntity } from './released-people.entity';
import { YearAttendancesQueries } from './year-attendances.queries';

/** How many people attended in each year: counted once, so that no two publications differ by a few of them. */
@Injectable()
export class ReleasedPeople {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly attendances: YearAttendancesQueries,
  ) {}

  /** Counts the people of closed years that were not counted yet. Again changes nothing, whatever was corrected since. */
  async count({ first, last }: { first: string; last: string }): Promise<void> {
    const known = await this.kept(first, last);
    const open = yearsFrom(first, last).filter((year) => !known.some((kept) => kept.year === year));
    for (const year of open) await this.countYear(year);
  }

  /** The years of a period that have people to tell of, in order. */
  async ofYears({ first, last }: { first: string; last: string }): Promise<PublishedPeople[]> {
    const kept = await this.kept(first, last);
    return kept.flatMap(({ year, content, isDemonstration }) =>
      content === null ? [] : [{ year, ...content, demonstration: isDemonstration }],
    );
  }

  private kept(first: string, last: string): Promise<ReleasedPeopleEntity[]> {
    return this.database
      .repo(ReleasedPeopleEntity)
      .find({ where: { year: Between(first, last) }, order: { year: 'ASC' } });
  }

  private async countYear(year: string): Promise<void> {
    const now = this.clock.now();
    const { people, crowds, isDemonstration } = await this.attendances.ofYear(year, closedBefore(now));
    const content = peopleTables(people, crowds);
    try {
      await this.database.repo(ReleasedPeopleEntity).insert({
        id: newId(),
        year,
        content: content as never,
        isDemonstration,
        releasedAt: now,
      });
    } catch (error) {
      // Whoever counts at the same time is as right.
      if (!isDuplicate(error)) throw error;
    }
  }
}

function yearsFrom(first: string, last: string): string[] {
  const [start, end] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  return Array.from({ length: Math.max(0, end - start + 1) }, (_, index) => partnershipYear(`${start + index}-04-01`));
}
