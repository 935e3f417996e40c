import { Injectable } from '@nestjs/common';
import { type MergeView, type PractitionerDetailView, STAFF_ROLES } from '@roundtable/contracts';
import { type Actor, Audit, Database, Merges, Problem, invalid } from '@roundtable/platform';
import { In, IsNull } from 'typeorm';
import { PeopleQueries } from '../people.queries';
import { PersonEntity } from '../person.entity';
import { RoleGrantEntity } from '../role-grant.entity';

/** Two entries that turned out to be one person. */
@Injectable()
export class PersonMergesService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly queries: PeopleQueries,
    private readonly merges: Merges,
  ) {}

  /** Exactly what merging one person into another would move. Refuses as `merge`; changes nothing. */
  async preview(actor: Actor, fromId: string, intoId: string): Promise<MergeView> {
    const { from, into } = await this.pair(actor, fromId, intoId);
    return this.merges.preview('person', from, into);
  }

  /**
   * Merges a person into another, in one transaction, through the gates of the events it touches. The merged row stays
   * as a pointer. Refuses a person into themselves, one that was merged already, oneself, and, to everybody but a
   * system owner, anybody with a staff role: rights move with the person. Answers the person that stays.
   */
  async merge(actor: Actor, fromId: string, intoId: string): Promise<PractitionerDetailView> {
    return this.database.transaction(async () => {
      await this.merges.passGates('person', fromId, intoId);
      const { from, into } = await this.pair(actor, fromId, intoId);
      const people = this.database.repo(PersonEntity);
      const pointed = await people.update({ id: from.id, mergedIntoId: IsNull() }, { mergedIntoId: into.id });
      const stands = await people.update({ id: into.id, mergedIntoId: IsNull() }, { mergedIntoId: null });
      if (!pointed.affected || !stands.affected) throw new Problem('merges.not-possible');
      await people.update({ mergedIntoId: from.id }, { mergedIntoId: into.id });
      const view = await this.merges.carryOut(actor, 'person', from, into);
      await this.audit.record(actor, {
        action: 'person.merge',
        subjectKind: 'person',
        subjectId: into.id,
        before: { fromId: from.id, intoId: into.id },
        after: { moves: view.moves, conflicts: view.conflicts },
      });
      return this.queries.one(actor, into.id);
    });
  }

  private async pair(
    actor: Actor,
    fromId: string,
    intoId: string,
  ): Promise<{ from: PersonEntity; into: PersonEntity }> {
    if (fromId === intoId) throw invalid({ into: 'Choose another person: this is the same one' });
    const from = await this.queries.entity(actor, fromId);
    if (from.id !== fromId) throw new Problem('merges.not-possible', { detail: { mergedIntoId: from.id } });
    const into = await this.database.repo(PersonEntity).findOneBy({ id: intoId, mergedIntoId: IsNull() });
    if (from.erasedAt !== null || into?.erasedAt)
      throw new Problem('merges.not-possible', { detail: { because: 'One of them was erased.' } });
    if (!into) throw invalid({ into: 'There is no person with this id' });
    await this.refuseOwnAndStaff(actor, [fromId, intoId]);
    return { from, into };
  }

  private async refuseOwnAndStaff(actor: Actor, ids: string[]): Promise<void> {
    if (actor.personId !== null && ids.includes(actor.personId))
      throw new Problem('merges.not-possible', { detail: { because: 'You cannot merge your own entry.' } });
    if (actor.roles.includes('system-owner')) return;
    const grants = this.database.repo(RoleGrantEntity);
    if (await grants.existsBy({ personId: In(ids), role: In([...STAFF_ROLES]) }))
      throw new Problem('merges.not-possible', {
        detail: { because: 'One of them has a staff role, so only a system owner may merge them.' },
      });
  }
}
