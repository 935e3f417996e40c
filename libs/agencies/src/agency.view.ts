import type { AgencyView } from '@roundtable/contracts';
import type { AgencyEntity } from './agency.entity';

/** What is shown with an agency and stands in other rows. */
export interface AgencyParts {
  sector: string;
  groupName: string | null;
  emailDomains: string[];
}

export function agencyView(agency: AgencyEntity, { sector, groupName, emailDomains }: AgencyParts): AgencyView {
  return {
    id: agency.id,
    name: agency.name,
    sector,
    feeType: agency.feeType,
    emailDomain: emailDomains[0] ?? null,
    emailDomains,
    groupId: agency.groupId,
    groupName,
    approval: agency.approval,
    unansweredApproval: agency.unansweredApproval ?? 'staff',
    status: agency.status,
    urn: agency.urn,
    ofstedNumber: agency.ofstedNumber,
    odsCode: agency.odsCode,
  };
}
