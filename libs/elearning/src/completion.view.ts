import type { CompletionView } from '@roundtable/contracts';
import type { CompletionEntity } from './completion.entity';

export function completionView(completion: CompletionEntity): CompletionView {
  return {
    id: completion.id,
    practitionerId: completion.personId,
    moduleId: completion.moduleId,
    courseId: completion.courseId,
    title: completion.title,
    completedAt: completion.completedAt.toISOString(),
    expiresAt: completion.expiresAt?.toISOString() ?? null,
    source: completion.source,
  };
}
