import { OtherProviderEventEntity, OutsideAttendanceEntity } from '@roundtable/events';
import { newId } from '@roundtable/platform';
import type { Product } from '../../support/product';
import type { RouteRequest } from './requests';
import type { PersonRows, SharedRows } from './rows';

const shared = (ask: (rows: SharedRows) => ReturnType<RouteRequest['ask']>): RouteRequest => ({
  rows: 'shared',
  ask: (_, rows) => ask(rows),
});

/** Pages that only trainers have. */
const trainers = (ask: (rows: SharedRows) => ReturnType<RouteRequest['ask']>): RouteRequest => ({
  ...shared(ask),
  asker: 'trainer',
});

/** Somebody says that they attended with another provider. */
async function declared(product: Product, row: PersonRows): Promise<Record<string, string>> {
  const [listing] = await product.database.repo(OtherProviderEventEntity).find();
  const id = newId();
  await product.database.repo(OutsideAttendanceEntity).insert({
    id,
    personId: row.personId,
    otherProviderEventId: listing!.id,
    attendedOn: '2024-05-22',
    evidence: 'A certificate',
    evidenceUrl: null,
    state: 'declared',
    declaredAt: new Date(),
    decidedAt: null,
    decidedById: null,
    reason: null,
    decisions: 0,
  });
  return { id };
}
const attendance = (ask: (id: string) => ReturnType<RouteRequest['ask']>): RouteRequest => ({
  rows: 'person',
  prepare: declared,
  ask: (_row, _rows, _isOwn, { id = 'none' }) => ask(id),
});

/** A visit by a mailed link is not in the matrix: its cookie is no sign-in. */
const BY_LINK = 'a visit by a mailed link has a cookie of its own, which the test of trainers holds';

/** Routes of venues, trainers, agendas and clashes, and of other providers' events. */
export const DELIVERY_REQUESTS: Record<string, RouteRequest> = {
  'GET /api/venues/:id': shared(({ venueId }) => ({ path: `/api/venues/${venueId}` })),
  'PATCH /api/venues/:id': shared(({ venueId }) => ({ path: `/api/venues/${venueId}`, body: { safeLimit: 90 } })),
  'GET /api/events/:id/agenda': shared(({ openEventId }) => ({ path: `/api/events/${openEventId}/agenda` })),
  'PUT /api/events/:id/agenda': shared(({ openEventId }) => ({
    path: `/api/events/${openEventId}/agenda`,
    body: { items: [{ time: '10:00', item: 'Welcome' }] },
  })),
  'GET /api/events/:id/warnings': shared(({ openEventId }) => ({ path: `/api/events/${openEventId}/warnings` })),
  'POST /api/event-warnings': shared(({ venueId }) => ({
    path: '/api/event-warnings',
    body: { venueId, sessions: [{ startsAt: '2031-05-21T09:00:00Z', endsAt: '2031-05-21T12:00:00Z' }] },
  })),
  'GET /api/events/:id/room': shared(({ openEventId }) => ({ path: `/api/events/${openEventId}/room` })),
  'PUT /api/events/:id/room': shared(({ openEventId }) => ({
    path: `/api/events/${openEventId}/room`,
    body: { supporters: 2 },
  })),

  'GET /api/trainers': shared(() => ({ path: '/api/trainers' })),
  'GET /api/trainers/hours': shared(() => ({ path: '/api/trainers/hours' })),
  'GET /api/trainers/:id': shared(({ trainerId }) => ({ path: `/api/trainers/${trainerId}` })),
  'POST /api/trainers': shared(() => ({
    path: '/api/trainers',
    body: { kind: 'commissioned', name: 'Connie Commissioned', email: 'connie@matrix.example' },
  })),
  'PATCH /api/trainers/:id': shared(({ trainerId }) => ({
    path: `/api/trainers/${trainerId}`,
    body: { topics: 'Neglect' },
  })),
  'GET /api/event-trainers': shared(() => ({ path: '/api/event-trainers' })),
  'GET /api/event-trainers/:id': shared(({ eventTrainerId }) => ({ path: `/api/event-trainers/${eventTrainerId}` })),
  'POST /api/event-trainers': shared(({ draftEventId, trainerId }) => ({
    path: '/api/event-trainers',
    body: { eventId: draftEventId, trainerId },
  })),
  'PATCH /api/event-trainers/:id': shared(({ eventTrainerId }) => ({
    path: `/api/event-trainers/${eventTrainerId}`,
    body: { hours: 4 },
  })),
  'DELETE /api/event-trainers/:id': shared(({ eventTrainerId }) => ({
    path: `/api/event-trainers/${eventTrainerId}`,
  })),
  'POST /api/event-trainers/:id/link': shared(({ eventTrainerId }) => ({
    path: `/api/event-trainers/${eventTrainerId}/link`,
    body: {},
  })),
  'GET /training-i-run': trainers(() => ({ path: '/training-i-run' })),
  'GET /training-i-run/:id': trainers(({ givenEventId }) => ({ path: `/training-i-run/${givenEventId}` })),
  'POST /training-i-run/:id': trainers(({ givenEventId }) => ({ path: `/training-i-run/${givenEventId}`, form: {} })),
  'POST /training-i-run/:id/answer': trainers(({ givenEventId }) => ({
    path: `/training-i-run/${givenEventId}/answer`,
    form: { answer: 'confirmed' },
  })),
  'POST /training-i-run/:id/closure': trainers(({ givenEventId }) => ({
    path: `/training-i-run/${givenEventId}/closure`,
    form: {},
  })),
  'POST /training-i-run/:id/walk-in': {
    ...trainers(({ givenEventId }) => ({ path: `/training-i-run/${givenEventId}/walk-in`, form: {} })),
    neverSucceeds: 'nothing was typed, so the form is shown again',
  },
  'POST /for-trainers/walk-in': {
    ...shared(() => ({ path: '/for-trainers/walk-in', form: {} })),
    neverSucceeds: BY_LINK,
  },
  'GET /for-trainers': { ...shared(() => ({ path: '/for-trainers' })), neverSucceeds: BY_LINK },
  'POST /for-trainers': { ...shared(() => ({ path: '/for-trainers', form: {} })), neverSucceeds: BY_LINK },
  'POST /for-trainers/closure': {
    ...shared(() => ({ path: '/for-trainers/closure', form: {} })),
    neverSucceeds: BY_LINK,
  },
  'GET /for-trainers/:token': { ...shared(() => ({ path: '/for-trainers/unknown' })), neverSucceeds: BY_LINK },
  'POST /for-trainers/:token': {
    ...shared(() => ({ path: '/for-trainers/unknown', form: { code: '1234 5678' } })),
    neverSucceeds: BY_LINK,
  },

  'GET /training-answers/:token': { ...shared(() => ({ path: '/training-answers/unknown' })), neverSucceeds: BY_LINK },
  'POST /training-answers/:token': {
    ...shared(() => ({ path: '/training-answers/unknown', form: { answer: 'declined' } })),
    neverSucceeds: BY_LINK,
  },

  'GET /other-providers': shared(() => ({ path: '/other-providers' })),
  'GET /other-providers/:id': shared(({ listingId }) => ({ path: `/other-providers/${listingId}` })),
  'POST /other-providers/:id': shared(({ listingId }) => ({
    path: `/other-providers/${listingId}`,
    form: { 'attendedOn-day': '22', 'attendedOn-month': '5', 'attendedOn-year': '2024', evidence: 'A certificate' },
  })),
  'GET /api/other-provider-events': shared(() => ({ path: '/api/other-provider-events' })),
  'GET /api/other-provider-events/:id': shared(({ listingId }) => ({
    path: `/api/other-provider-events/${listingId}`,
  })),
  'POST /api/other-provider-events': shared(() => ({
    path: '/api/other-provider-events',
    body: { title: 'Another event', provider: 'A charity', url: 'https://charity.example/event' },
  })),
  'PATCH /api/other-provider-events/:id': shared(({ listingId }) => ({
    path: `/api/other-provider-events/${listingId}`,
    body: { area: 'county' },
  })),
  'POST /api/other-provider-events/:id/attendances': shared(({ listingId }) => ({
    path: `/api/other-provider-events/${listingId}/attendances`,
    body: { attendedOn: '2024-05-22', evidence: 'A certificate' },
  })),
  'GET /api/outside-attendances': shared(() => ({ path: '/api/outside-attendances' })),
  'GET /api/outside-attendances/:id': attendance((id) => ({ path: `/api/outside-attendances/${id}` })),
  'POST /api/outside-attendances/:id/acceptance': attendance((id) => ({
    path: `/api/outside-attendances/${id}/acceptance`,
    body: {},
  })),
  'POST /api/outside-attendances/:id/decline': attendance((id) => ({
    path: `/api/outside-attendances/${id}/decline`,
    body: { reason: 'The certificate cannot be read' },
  })),
};
