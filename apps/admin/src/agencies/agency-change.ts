import type { AgencyChange, AgencyDetailView, Headcount } from '@roundtable/contracts';

/** What an agency's form holds: domains as typed, one on a line. */
export interface AgencyForm extends Omit<AgencyDetailView, 'emailDomains' | 'headcounts'> {
  emailDomains: string;
  headcounts: Partial<Headcount>[] | null;
}

export function formOf(agency: AgencyDetailView): AgencyForm {
  return { ...agency, emailDomains: agency.emailDomains.join('\n') };
}

/** What is sent: domains as a list, and what was emptied as nothing. */
export function changeOf(form: AgencyForm): AgencyChange {
  return {
    name: form.name,
    sector: form.sector,
    feeType: form.feeType as NonNullable<AgencyChange['feeType']>,
    approval: form.approval,
    unansweredApproval: form.unansweredApproval,
    groupId: form.groupId || null,
    urn: form.urn?.trim() || null,
    ofstedNumber: form.ofstedNumber?.trim() || null,
    odsCode: form.odsCode?.trim() || null,
    emailDomains: (form.emailDomains ?? '')
      .split(/[\s,;]+/)
      .map((domain) => domain.replace(/^@/, '').toLowerCase())
      .filter((domain) => domain !== ''),
    headcounts: (form.headcounts ?? []).map(({ year, headcount }) => ({
      year: year?.trim() ?? '',
      headcount: headcount ?? 0,
    })),
  };
}

/** A row of a list stands in for an agency's page until the whole is read; it lacks the headcounts. */
export function isWhole(agency: Partial<AgencyDetailView>): boolean {
  return agency.headcounts !== undefined;
}
