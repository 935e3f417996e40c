import { Injectable } from '@nestjs/common';
import { Clock, Database, type MergeParts, type MergeReach } from '@roundtable/platform';
import { In } from 'typeorm';
import { AttemptEntity } from './attempt.entity';
import { CompletionEntity } from './completion.entity';

/** A completion that moves, under which key, and whether the other person has it from the same source already. */
interface Move {
  completion: CompletionEntity;
  sourceKey: string;
  keptId: string | null;
}

/** Merging reaches completions and attempts. A completion that both have from one source counts once. */
@Injectable()
export class ElearningMerge implements MergeReach {
  readonly name = 'elearning';
  readonly position = 50;
  readonly covers = ['completions.person_id', 'completions.agency_id', 'attempts.person_id'];

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async previewAgency(fromId: string): Promise<MergeParts> {
    const completions = await this.database.repo(CompletionEntity).countBy({ agencyId: fromId });
    return { moves: { completions }, conflicts: [] };
  }

  async mergeAgency(fromId: string, intoId: string): Promise<MergeParts> {
    const parts = await this.previewAgency(fromId);
    await this.database.repo(CompletionEntity).update({ agencyId: fromId }, { agencyId: intoId });
    return parts;
  }

  async previewPerson(fromId: string, intoId: string): Promise<MergeParts> {
    return this.parts(await this.plan(fromId, intoId), fromId);
  }

  async mergePerson(fromId: string, intoId: string): Promise<MergeParts> {
    const plan = await this.plan(fromId, intoId);
    const parts = await this.parts(plan, fromId);
    for (const { completion, sourceKey, keptId } of plan)
      await this.database.repo(CompletionEntity).update(
        { id: completion.id },
        {
          personId: intoId,
          sourceKey,
          withdrawnAt: keptId === null ? completion.withdrawnAt : (completion.withdrawnAt ?? this.clock.now()),
        },
      );
    await this.database.repo(AttemptEntity).update({ personId: fromId }, { personId: intoId });
    return parts;
  }

  private async parts(plan: readonly Move[], fromId: string): Promise<MergeParts> {
    return {
      moves: {
        completions: plan.length,
        attempts: await this.database.repo(AttemptEntity).countBy({ personId: fromId }),
      },
      conflicts: plan.flatMap(({ completion, keptId }) =>
        keptId === null
          ? []
          : [
              {
                kind: 'completion',
                keptId,
                endedId: completion.id,
                why: 'Both were taken in from the same source, so one is withdrawn',
              },
            ],
      ),
    };
  }

  /**
   * Keys name the person, so that what an import made is known when it comes again: they are written anew. A
   * completion in the product takes the next number of the module's edition; any other key that is taken already is
   * the same completion, and keeps its old key.
   */
  private async plan(fromId: string, intoId: string): Promise<Move[]> {
    const completions = this.database.repo(CompletionEntity);
    const moving = await completions.find({ where: { personId: fromId }, order: { completedAt: 'ASC', id: 'ASC' } });
    const wanted = moving.map(({ sourceKey }) => sourceKey.replaceAll(fromId, intoId));
    const there = await completions.find({ where: [{ personId: intoId }, { sourceKey: In(['', ...wanted]) }] });
    const idByKey = new Map(there.map(({ id, sourceKey }) => [sourceKey, id]));
    return moving.map((completion, index) => {
      let sourceKey = wanted[index] ?? completion.sourceKey;
      if (completion.source === 'product') sourceKey = nextFree(sourceKey, idByKey);
      const taken = sourceKey === completion.sourceKey ? undefined : idByKey.get(sourceKey);
      if (taken !== undefined) return { completion, sourceKey: completion.sourceKey, keptId: taken };
      idByKey.set(sourceKey, completion.id);
      return { completion, sourceKey, keptId: null };
    });
  }
}

/** `product:person:module:edition:n` with the first n that is free. */
function nextFree(sourceKey: string, taken: ReadonlyMap<string, string>): string {
  const stem = sourceKey.slice(0, sourceKey.lastIndexOf(':'));
  let number = 1;
  while (taken.has(`${stem}:${number}`)) number += 1;
  return `${stem}:${number}`;
}
