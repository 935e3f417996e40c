import type { OwnDataRequestView } from '@roundtable/contracts';
import type { DataRequestEntity } from './data-request.entity';

export function ownDataRequestView(request: DataRequestEntity): OwnDataRequestView {
  return {
    id: request.id,
    kind: request.kind,
    words: request.words,
    receivedAt: request.receivedAt.toISOString(),
    dueAt: request.dueAt.toISOString(),
    decidedAt: request.decidedAt?.toISOString() ?? null,
    decision: request.decision,
    reason: request.reason,
  };
}
