import type { OtherProviderEventView, OutsideAttendanceView } from '@roundtable/contracts';
import { NO_LISTING_WISH } from '@roundtable/events';
import { type SamplePage, samplePage as page } from '../frame/sample-page.builder';
import { Fields } from '../frame/fields';
import { attendanceErrors, otherProviderEventPage, otherProvidersPage } from './other-providers.presenter';

export function aListing(changes: Partial<OtherProviderEventView> = {}): OtherProviderEventView {
  return {
    id: 'listing-1',
    title: 'Understanding online harms',
    provider: 'A children’s charity',
    url: 'https://charity.example/online-harms',
    audience: 'Everybody who works with families',
    area: 'county',
    freeInCounty: true,
    topic: 'Online safety',
    cost: '£20 for others',
    from: '2024-06-04',
    to: '2024-06-05',
    dates: null,
    published: true,
    demonstration: true,
    ...changes,
  };
}

export function anOutsideAttendance(changes: Partial<OutsideAttendanceView> = {}): OutsideAttendanceView {
  return {
    id: 'outside-1',
    otherProviderEventId: 'listing-1',
    title: 'Understanding online harms',
    provider: 'A children’s charity',
    practitionerId: 'person-1',
    practitionerName: 'Priya Shah',
    attendedOn: '2024-04-10',
    evidence: 'Certificate 4711',
    evidenceUrl: null,
    state: 'declined',
    declaredAt: '2024-04-11T08:00:00.000Z',
    decidedAt: '2024-04-12T08:00:00.000Z',
    reason: 'The certificate names another day',
    ...changes,
  };
}

/** Pages of other providers' events in the states that differ most. */
export function otherProvidersSamples(title: string): SamplePage[] {
  const listing = aListing({ title, provider: title });
  const own = anOutsideAttendance({ reason: title });
  const errors = attendanceErrors({ attendedOn: 'Enter the day', evidence: 'Say what shows it', evidenceUrl: 'Wrong' });
  const given = Fields.ofForm({ evidence: title, 'attendedOn-day': '40' });
  return [
    page('other-providers', 'other-providers/other-providers', otherProvidersPage(NO_LISTING_WISH, [listing])),
    page(
      'other-providers-none',
      'other-providers/other-providers',
      otherProvidersPage({ ...NO_LISTING_WISH, q: 'zebra', area: 'city' }, []),
    ),
    page('other-provider-event', 'other-providers/other-provider-event', otherProviderEventPage(listing, null)),
    page(
      'other-provider-event-own',
      'other-providers/other-provider-event',
      otherProviderEventPage(listing, [own], { isDeclared: true }),
    ),
    page(
      'other-provider-event-error',
      'other-providers/other-provider-event',
      otherProviderEventPage(listing, [], { given, errors }),
    ),
  ];
}
