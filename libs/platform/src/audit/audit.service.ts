import { In } from 'typeorm';
import type { Actor } from '../http/actor';
import type { Clock } from '../clock';
import { type Database, newId } from '../database';
import { AuditEntryEntity } from './audit-entry.entity';

export interface AuditFacts {
  /** What was done, as `<subject>.<verb>`: `booking.cancel`. */
  action: string;
  subjectKind: string;
  subjectId: string | null;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
  reason?: string | null;
}

/** The log of who did what, written in the transaction of what was done. */
export class Audit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async record(actor: Actor, facts: AuditFacts): Promise<void> {
    await this.database.repo(AuditEntryEntity).insert({
      id: newId(),
      at: this.clock.now(),
      actorId: actor.personId,
      action: facts.action,
      subjectKind: facts.subjectKind,
      subjectId: facts.subjectId,
      before: (facts.before ?? null) as never,
      after: (facts.after ?? null) as never,
      reason: facts.reason?.slice(0, 300) ?? null,
    });
  }

  /** Takes before, after and reason out of the entries about these; who did what, and when, stays. For erasures alone. */
  async forgetFields(subjectIds: readonly string[]): Promise<void> {
    if (subjectIds.length === 0) return;
    await this.database
      .repo(AuditEntryEntity)
      .update({ subjectId: In([...subjectIds]) }, { before: null, after: null, reason: null });
  }

  /** Erases entries that are past their period. For retention alone. */
  async eraseOld(ids: readonly string[]): Promise<void> {
    await this.database.repo(AuditEntryEntity).delete({ id: In([...ids]) });
  }
}
