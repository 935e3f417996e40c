import type { TokenView } from '@roundtable/contracts';
import type { ApiTokenEntity } from '../api-token.entity';

export function tokenView(token: ApiTokenEntity, personName: string): TokenView {
  return {
    id: token.id,
    name: token.name ?? '',
    personId: token.personId,
    personName,
    permissions: token.scope,
    createdAt: token.createdAt.toISOString(),
    lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
    expiresAt: token.expiresAt?.toISOString() ?? null,
    revokedAt: token.revokedAt?.toISOString() ?? null,
  };
}
