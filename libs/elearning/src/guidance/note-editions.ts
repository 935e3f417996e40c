import { type Database, newId } from '@roundtable/platform';
import { In } from 'typeorm';
import type { CompletionEntity } from '../completion.entity';
import { CompletionEditionEntity } from './completion-edition.entity';
import { TaughtEditionEntity } from './taught-edition.entity';

/** Writes down which editions were taught when these were completed. For new completions, in their transaction. */
export async function noteEditions(
  database: Database,
  completions: readonly Pick<CompletionEntity, 'id' | 'moduleId' | 'courseId'>[],
): Promise<void> {
  if (completions.length === 0) return;
  const idsOf = (kind: 'moduleId' | 'courseId'): string[] => [
    ...new Set(completions.flatMap((completion) => completion[kind] ?? [])),
  ];
  const taught = await database
    .repo(TaughtEditionEntity)
    .findBy([{ moduleId: In(idsOf('moduleId')) }, { courseId: In(idsOf('courseId')) }]);
  const rows = completions.flatMap(({ id, moduleId, courseId }) =>
    taught
      .filter((one) =>
        one.moduleId === null ? one.courseId !== null && one.courseId === courseId : one.moduleId === moduleId,
      )
      .map(({ editionId }) => ({ id: newId(), completionId: id, editionId })),
  );
  if (rows.length > 0) await database.repo(CompletionEditionEntity).insert(rows);
}
