import { AgenciesService } from '@roundtable/agencies';
import { Injectable } from '@nestjs/common';
import { type Actor, Audit, Clock, Database, Links, VISITOR, found } from '@roundtable/platform';
import { IsNull } from 'typeorm';
import { MembershipEntity } from '../membership.entity';
import { MEMBERSHIP_LINK } from '../people.mails';
import { PeopleService } from '../people.service';

/** What the page behind the mailed link shows: nothing about the person, since the link may be passed on. */
export interface AddedMembership {
  agencyName: string;
  state: 'unconfirmed' | 'current' | 'ended';
}

/** What somebody answers who was added to an agency by another, by the link in the mail that told them. */
@Injectable()
export class AddedMemberships {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly links: Links,
    private readonly agencies: AgenciesService,
    private readonly people: PeopleService,
  ) {}

  /** What the link is about; null for one that is unknown, has run out or was made for something else. */
  async about(token: string): Promise<AddedMembership | null> {
    const membership = await this.membershipOf(token);
    const agency = membership && (await this.agencies.byId(membership.agencyId));
    if (!membership || !agency) return null;
    const isCurrent = membership.until === null;
    return {
      agencyName: agency.name,
      state: isCurrent ? (membership.typedName === null ? 'current' : 'unconfirmed') : 'ended',
    };
  }

  /** They work there: leads of the agency see them as they are. Nothing changes where the membership has ended. */
  async confirm(token: string): Promise<void> {
    await this.database.transaction(async () => {
      const membership = found(await this.membershipOf(token));
      if (membership.until !== null || membership.typedName === null) return;
      await this.people.confirmMember(membership.personId, membership.agencyId);
      await this.record(membership, 'membership.confirm', {});
    });
  }

  /** They do not work there: the membership ends at once. Again changes nothing. */
  async refuse(token: string): Promise<void> {
    await this.database.transaction(async () => {
      const membership = found(await this.membershipOf(token));
      const now = this.clock.now();
      const ended = await this.database
        .repo(MembershipEntity)
        .update({ id: membership.id, until: IsNull() }, { until: now, currentKey: null });
      if (ended.affected) await this.record(membership, 'membership.refuse', { until: now.toISOString() });
    });
  }

  private async membershipOf(token: string): Promise<MembershipEntity | null> {
    const id = await this.links.subjectOf(MEMBERSHIP_LINK, token);
    return id === null ? null : this.database.repo(MembershipEntity).findOneBy({ id });
  }

  private record(membership: MembershipEntity, action: string, after: Record<string, unknown>): Promise<void> {
    const { id: membershipId, agencyId, personId } = membership;
    const actor: Actor = { ...VISITOR, personId, via: 'link' };
    return this.audit.record(actor, {
      action,
      subjectKind: 'person',
      subjectId: personId,
      after: { membershipId, agencyId, ...after },
    });
  }
}
