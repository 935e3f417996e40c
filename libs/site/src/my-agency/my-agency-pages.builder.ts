import type { AgencyView, PractitionerDetailView } from '@roundtable/contracts';
import { Fields } from '../frame/fields';
import { type SamplePage, samplePage as page } from '../frame/sample-page.builder';
import { NOW, aCompletion, anOwnBooking } from '../frame/views.builder';
import { colleaguePage, endColleaguePage } from './colleague.presenter';
import { addColleaguePage, myAgencyPage } from './my-agency.presenter';

const northside = { id: 'agency-1', name: 'Northside Nursery' } as AgencyView;
const southside = { id: 'agency-2', name: 'Southside Nursery' } as AgencyView;
const person: PractitionerDetailView = {
  id: 'person-1',
  name: 'Nina New <b>',
  email: 'nina@northside.example',
  agencyId: 'agency-1',
  agencyName: 'Northside Nursery',
  jobRole: 'Room leader',
  isUnconfirmed: false,
  area: null,
  bouncedAddress: null,
  memberships: [
    {
      id: 'membership-1',
      agencyId: 'agency-1',
      agencyName: 'Northside Nursery',
      jobRole: 'Room leader',
      since: '2024-01-08',
      until: null,
    },
  ],
};
const unconfirmed = { ...person, isUnconfirmed: true, jobRole: null, email: null };
const search = { q: '', agencyId: '', page: 1 };

/** The pages of somebody who leads an agency or a group. */
export function agencySamples(): SamplePage[] {
  const people = { items: [person, unconfirmed], total: 60 };
  return [
    page('my-agency', 'my-agency/my-agency', myAgencyPage(search, [northside, southside], people, 'added')),
    page('my-agency-nobody', 'my-agency/my-agency', myAgencyPage(search, [northside], { items: [], total: 0 }, null)),
    page('add-colleague', 'account/form', addColleaguePage([northside, southside])),
    page(
      'add-colleague-errors',
      'account/form',
      addColleaguePage([northside], Fields.ofForm({}), { name: 'Enter the name of the person' }),
    ),
    page('colleague', 'my-agency/colleague', colleaguePage(person, [anOwnBooking().booking], [aCompletion()], NOW)),
    page('colleague-unconfirmed', 'my-agency/colleague', colleaguePage(unconfirmed, [], [], NOW)),
    page('end-colleague', 'account/form', endColleaguePage(person, person.memberships[0]!)),
  ];
}
