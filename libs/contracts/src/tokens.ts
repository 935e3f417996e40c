import type { Permission } from './permissions';

export interface NewToken {
  name: string;
  /** Whose rights it carries: oneself where it is left out; somebody else for the system owner alone. */
  personId?: string;
  /** What it may be used for; everything its person may do where it is left out. */
  permissions?: Permission[];
  expiresInDays?: number;
}

export interface TokenView {
  id: string;
  name: string;
  personId: string;
  personName: string;
  permissions: Permission[] | null;
  createdAt: string;
  lastUsedAt: string | null;
  expiresAt: string | null;
  revokedAt: string | null;
}

/** A new token with its secret, which is shown this once. */
export interface NewTokenView extends TokenView {
  token: string;
}
