import type { AttemptView } from '@roundtable/contracts';
import type { AttemptEntity } from './attempt.entity';

export function attemptView(
  attempt: AttemptEntity,
  completionId: string | null,
  wrongQuestionIds: string[],
): AttemptView {
  return {
    id: attempt.id,
    moduleId: attempt.moduleId,
    scorePercent: attempt.scorePercent,
    passed: attempt.hasPassed,
    completionId,
    wrongQuestionIds,
  };
}
