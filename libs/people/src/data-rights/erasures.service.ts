import { Injectable } from '@nestjs/common';
import type { ErasureBlock } from '@roundtable/contracts';
import { Clock, Database, Holds, PersonalData, folded, hashOf, newId, yearAlone } from '@roundtable/platform';
import { IsNull, MoreThan } from 'typeorm';
import { PersonEntity } from '../person.entity';
import { NOBODY } from '../personal-data';
import { ErasureEntity } from './erasure.entity';

const BATCH = 500;

/** Erasing a person everywhere, and remembering that it was done. */
@Injectable()
export class ErasuresService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly personalData: PersonalData,
    private readonly holds: Holds,
  ) {}

  /** What stands in the way of erasing the person now: a live booking, an open charge, a hold. */
  async blocksOf(personId: string): Promise<ErasureBlock[]> {
    const held = (await this.holds.reach()).get(personId) ?? [];
    return [
      ...(await this.personalData.blocksOf(personId)),
      ...held.map((reference) => ({ kind: 'hold' as const, reference })),
    ];
  }

  /** Anonymises the person in every library, in one transaction. Asks nothing: see `blocksOf`. */
  async erase(personId: string): Promise<void> {
    await this.database.transaction(async () => {
      await this.personalData.forget(personId);
      await this.remember(hashOf(personId), this.clock.now());
    });
  }

  /** Every erasure: the hash of the person's id, and when. For keeping apart from the backups. */
  async remembered(): Promise<ErasureEntity[]> {
    return this.database.repo(ErasureEntity).find({ order: { at: 'ASC', personHash: 'ASC' } });
  }

  /**
   * Erases again whoever came back with a restored backup, as the database remembers it and as `alsoHashes`, kept
   * apart from it, say. Answers how many.
   */
  async eraseAgain(alsoHashes: readonly string[] = []): Promise<number> {
    for (const hash of alsoHashes) await this.remember(hash, this.clock.now());
    const erased = new Set((await this.remembered()).map(({ personHash }) => personHash));
    let count = 0;
    for (let last = ''; ;) {
      const people = await this.database.repo(PersonEntity).find({
        select: { id: true },
        where: { id: MoreThan(last), erasedAt: IsNull() },
        order: { id: 'ASC' },
        take: BATCH,
      });
      for (const { id } of people.filter((person) => erased.has(hashOf(person.id)))) {
        await this.erase(id);
        count += 1;
      }
      if (people.length < BATCH) return count;
      last = people.at(-1)!.id;
    }
  }

  /** A person who is nobody: what is kept without identity hangs on one where it must not hang on the rest. */
  async nobody(isDemonstration: boolean): Promise<string> {
    const id = newId();
    const now = this.clock.now();
    await this.database.repo(PersonEntity).insert({
      id,
      name: NOBODY,
      nameKey: folded(NOBODY),
      email: null,
      area: null,
      erasedAt: now,
      isDemonstration,
      createdAt: yearAlone(now),
    });
    return id;
  }

  private async remember(personHash: string, at: Date): Promise<void> {
    const erasures = this.database.repo(ErasureEntity);
    if (!(await erasures.existsBy({ personHash }))) await erasures.insert({ personHash, at });
  }
}
