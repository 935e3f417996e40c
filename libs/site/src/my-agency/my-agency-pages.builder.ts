import type { AgencyView, PractitionerDetailView } from '@roundtable/contracts';
import type { AgencyPack } from '@roundtable/reports';
import { Fields } from '../frame/fields';
import { type SamplePage, samplePage as page } from '../frame/sample-page.builder';
import { NOW, aCompletion, anOwnBooking } from '../frame/views.builder';
import { aPublishedRow } from '../published-reports/published-report.builder';
import { agencyPackPage } from './agency-pack.presenter';
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
const pack: AgencyPack = {
  of: 'Northside Nursery <b>',
  isOneAgency: true,
  year: '2023-24',
  madeAt: NOW,
  isDemonstration: true,
  taken: [],
  completed: [],
  runningOut: [],
  coming: [],
  held: [],
  gain: null,
};
const packChoices = { agencies: [northside, southside], years: ['2024-25', '2023-24'] };
const taken: AgencyPack['taken'][number] = {
  personId: 'person-1',
  personName: 'Nina New',
  jobRole: null,
  agencyName: 'Northside Nursery',
  eventId: 'event-1',
  courseId: 'course-1',
  courseTitle: 'Neglect <b>',
  startsAt: NOW,
  status: 'confirmed',
  attendance: 'attended',
};
const fullPack: AgencyPack = {
  ...pack,
  taken: [taken, { ...taken, courseId: 'course-2', courseTitle: 'Exploitation', attendance: 'absent' }],
  coming: [{ ...taken, attendance: null }],
  held: [{ ...taken, places: 3 }],
  gain: {
    from: '2023-04-01',
    to: '2024-03-31',
    rows: [aPublishedRow(), aPublishedRow({ suppressed: true })],
    events: 4,
  },
};
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
    page('agency-pack', 'my-agency/agency-pack', agencyPackPage({ year: '2023-24' }, packChoices, fullPack)),
    page(
      'agency-pack-nothing',
      'my-agency/agency-pack',
      agencyPackPage({ year: '2023-24', agencyId: 'agency-1' }, { ...packChoices, agencies: [northside] }, pack),
    ),
    page('end-colleague', 'account/form', endColleaguePage(person, person.memberships[0]!)),
  ];
}
