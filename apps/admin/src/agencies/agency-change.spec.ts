import { describe, expect, it } from '@jest/globals';
import type { AgencyDetailView } from '@roundtable/contracts';
import { changeOf, formOf } from './agency-change';

const agency: AgencyDetailView = {
  id: 'a',
  name: 'Sherwood Primary School',
  sector: 'education (maintained)',
  feeType: 'maintained',
  emailDomain: 'sherwood.example',
  emailDomains: ['sherwood.example', 'school.example'],
  groupId: null,
  groupName: null,
  approval: 'off',
  unansweredApproval: 'staff',
  status: 'accepted',
  urn: null,
  ofstedNumber: null,
  odsCode: null,
  headcounts: [{ year: '2026-27', headcount: 40 }],
};

describe("an agency's form", () => {
  it('sends back what it was given', () => {
    const { emailDomains, headcounts, urn } = changeOf(formOf(agency));
    expect({ emailDomains, headcounts, urn }).toEqual({
      emailDomains: agency.emailDomains,
      headcounts: agency.headcounts,
      urn: null,
    });
  });

  it('takes domains one on a line, or with commas, with or without the @', () => {
    expect(changeOf({ ...formOf(agency), emailDomains: '@One.example, two.example\n\n' }).emailDomains).toEqual([
      'one.example',
      'two.example',
    ]);
  });

  it('sends an emptied number as none', () => {
    expect(changeOf({ ...formOf(agency), urn: ' ' }).urn).toBeNull();
  });
});
