import { Injectable } from '@nestjs/common';
import type { AgencyDetailView, MergeView } from '@roundtable/contracts';
import { type Actor, Audit, Database, Merges, Problem, invalid } from '@roundtable/platform';
import { IsNull } from 'typeorm';
import { AgencyQueries } from './agencies.queries';
import { AgencyEntity } from './agency.entity';

/** Two agencies that turned out to be one. */
@Injectable()
export class AgencyMergesService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly queries: AgencyQueries,
    private readonly merges: Merges,
  ) {}

  /** Exactly what merging one agency into another would move. Refuses as `merge`; changes nothing. */
  async preview(actor: Actor, fromId: string, intoId: string): Promise<MergeView> {
    const { from, into } = await this.pair(actor, fromId, intoId);
    return this.merges.preview('agency', from, into);
  }

  /**
   * Merges an agency into another, in one transaction, through the gates of the events it touches. The merged row stays
   * as a pointer. Refuses an agency into itself, and one that was merged already. Answers the agency that stays.
   */
  async merge(actor: Actor, fromId: string, intoId: string): Promise<AgencyDetailView> {
    return this.database.transaction(async () => {
      await this.merges.passGates('agency', fromId, intoId);
      const { from, into } = await this.pair(actor, fromId, intoId);
      const agencies = this.database.repo(AgencyEntity);
      const pointed = await agencies.update({ id: from.id, mergedIntoId: IsNull() }, { mergedIntoId: into.id });
      const stands = await agencies.update({ id: into.id, mergedIntoId: IsNull() }, { status: 'accepted' });
      if (!pointed.affected || !stands.affected) throw new Problem('merges.not-possible');
      await agencies.update({ mergedIntoId: from.id }, { mergedIntoId: into.id });
      const view = await this.merges.carryOut(actor, 'agency', from, into);
      await this.audit.record(actor, {
        action: 'agency.merge',
        subjectKind: 'agency',
        subjectId: into.id,
        before: { from: view.from, into: view.into },
        after: { moves: view.moves, conflicts: view.conflicts },
      });
      return this.queries.one(actor, into.id);
    });
  }

  private async pair(
    actor: Actor,
    fromId: string,
    intoId: string,
  ): Promise<{ from: AgencyEntity; into: AgencyEntity }> {
    if (fromId === intoId) throw invalid({ into: 'Choose another agency: this is the same one' });
    const from = await this.queries.entity(actor, fromId);
    if (from.id !== fromId) throw new Problem('merges.not-possible', { detail: { mergedIntoId: from.id } });
    const into = await this.database.repo(AgencyEntity).findOneBy({ id: intoId, mergedIntoId: IsNull() });
    if (!into) throw invalid({ into: 'There is no agency with this id' });
    return { from, into };
  }
}
