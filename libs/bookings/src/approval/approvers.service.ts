import { AgencyDomains } from '@roundtable/agencies';
import { Injectable } from '@nestjs/common';
import type { ApproverKind } from '@roundtable/contracts';
import { type AgencyLead, LeadsQueries, MembershipEntity, PersonEntity, type PersonSnapshot } from '@roundtable/people';
import { type Actor, Database, hashOf, isOffice } from '@roundtable/platform';
import { In, IsNull } from 'typeorm';
import { approverFor } from './approval-rules';

/** Somebody who is asked to approve. */
export interface Approver {
  /** Empty for a manager without an account. */
  personId: string | null;
  name: string;
  email: string;
}

/** What a mailed link keeps of whom it was mailed to: the person, or of a manager without an account a hash of the address. */
export function holderKeyOf({ personId, email }: Approver): string {
  return personId ?? hashOf(email.toLowerCase());
}

/** Who is asked to approve what an agency's people ask for. */
@Injectable()
export class ApproversService {
  constructor(
    private readonly database: Database,
    private readonly leads: LeadsQueries,
    private readonly domains: AgencyDomains,
  ) {}

  /** The kind of approver of a request by this actor; null where nobody needs to approve it. */
  async kindFor(
    actor: Actor,
    personId: string,
    snapshot: PersonSnapshot,
    passReason: string | undefined,
  ): Promise<ApproverKind | null> {
    const isApprovedByAct =
      actor.leadAgencyIds.includes(snapshot.agencyId) || (isOffice(actor) && Boolean(passReason?.trim()));
    if (snapshot.approval === 'off' || isApprovedByAct) return null;
    const person = await this.database.repo(PersonEntity).findOneByOrFail({ id: personId });
    const leads = await this.leadsOf(snapshot.agencyId, personId);
    return approverFor({
      approval: snapshot.approval,
      isApprovedByAct,
      hasLeads: leads.length > 0,
      managerEmail: (await this.managerOf(personId, snapshot.agencyId))?.email ?? null,
      delegateEmail: person.email,
      agencyDomains: (await this.domains.of([snapshot.agencyId])).get(snapshot.agencyId) ?? [],
    });
  }

  /** Whoever is written to: the named manager, or the agency's leads but the delegate; nobody where staff decide. */
  async of(personId: string, agencyId: string, kind: ApproverKind): Promise<Approver[]> {
    if (kind === 'manager') {
      const manager = await this.managerOf(personId, agencyId);
      return manager ? [{ personId: null, ...manager }] : [];
    }
    if (kind !== 'lead') return [];
    return this.leadsOf(agencyId, personId);
  }

  /** Whoever approves now and was mailed this link; null once they lead the agency no more, or somebody else is the manager. */
  async stillApproving(personId: string, agencyId: string, holder: string): Promise<Approver | null> {
    const all = [...(await this.of(personId, agencyId, 'lead')), ...(await this.of(personId, agencyId, 'manager'))];
    return all.find((approver) => holderKeyOf(approver) === holder) ?? null;
  }

  /** The agency's leads but the delegate, without those whose time with the agency is over. */
  private async leadsOf(agencyId: string, delegateId: string): Promise<AgencyLead[]> {
    const leads = (await this.leads.of([agencyId])).filter(({ personId }) => personId !== delegateId);
    const memberships = await this.database
      .repo(MembershipEntity)
      .findBy({ agencyId, personId: In(['', ...leads.map(({ personId }) => personId)]) });
    const current = new Set(memberships.filter(({ until }) => until === null).map(({ personId }) => personId));
    const been = new Set(memberships.map(({ personId }) => personId));
    return leads.filter(({ personId }) => current.has(personId) || !been.has(personId));
  }

  private async managerOf(personId: string, agencyId: string): Promise<{ name: string; email: string } | null> {
    const membership = await this.database.repo(MembershipEntity).findOneBy({ personId, agencyId, until: IsNull() });
    return membership?.managerEmail
      ? { name: membership.managerName ?? membership.managerEmail, email: membership.managerEmail }
      : null;
  }
}
