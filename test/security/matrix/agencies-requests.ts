import { PersonEntity } from '@roundtable/people';
import { BouncedAddresses } from '@roundtable/platform';
import type { RouteRequest } from './requests';

const shared = (ask: (rows: Parameters<RouteRequest['ask']>[1]) => ReturnType<RouteRequest['ask']>): RouteRequest => ({
  rows: 'shared',
  ask: (_, rows) => ask(rows),
});
const person = (ask: RouteRequest['ask']): RouteRequest => ({ rows: 'person', ask });
const today = () => new Date().toISOString().slice(0, 10);

/** Routes of agencies, groups and sectors, of memberships and roles, and of merges. */
export const AGENCIES_REQUESTS: Record<string, RouteRequest> = {
  'GET /api/agencies/:id': person(({ agencyId }) => ({ path: `/api/agencies/${agencyId}` })),
  'PATCH /api/agencies/:id': person(({ agencyId }) => ({
    path: `/api/agencies/${agencyId}`,
    body: { approval: 'lead' },
  })),
  'POST /api/agencies/:id/acceptance': person(({ agencyId }) => ({
    path: `/api/agencies/${agencyId}/acceptance`,
    body: {},
  })),
  'GET /api/agencies/:id/history': person(({ agencyId }) => ({ path: `/api/agencies/${agencyId}/history` })),
  'GET /api/agencies/:id/merge-preview': person(({ agencyId }, { spareAgencyId }) => ({
    path: `/api/agencies/${agencyId}/merge-preview?into=${spareAgencyId}`,
  })),
  'POST /api/agencies/:id/merge': person(({ agencyId }, { spareAgencyId }) => ({
    path: `/api/agencies/${agencyId}/merge`,
    body: { into: spareAgencyId },
  })),
  'GET /api/agency-groups': shared(() => ({ path: '/api/agency-groups' })),
  'POST /api/agency-groups': shared(() => ({ path: '/api/agency-groups', body: { name: 'A new group' } })),
  'PATCH /api/agency-groups/:id': shared(({ groupId }) => ({
    path: `/api/agency-groups/${groupId}`,
    body: { kind: 'nhs-trust' },
  })),
  'DELETE /api/agency-groups/:id': shared(({ groupId }) => ({ path: `/api/agency-groups/${groupId}` })),
  'GET /api/sectors': shared(() => ({ path: '/api/sectors' })),
  'POST /api/sectors': shared(() => ({ path: '/api/sectors', body: { name: 'a new sector' } })),
  'PUT /api/sectors/order': shared(({ childSectorIds }) => ({
    path: '/api/sectors/order',
    body: { ids: [...childSectorIds].reverse() },
  })),
  'PATCH /api/sectors/:id': shared(({ sectorId }) => ({ path: `/api/sectors/${sectorId}`, body: { position: 2 } })),
  'DELETE /api/sectors/:id': shared(({ sectorId }) => ({ path: `/api/sectors/${sectorId}` })),

  'GET /api/practitioners/:id': person(({ personId }) => ({ path: `/api/practitioners/${personId}` })),
  'PATCH /api/practitioners/:id': person(({ personId }) => ({
    path: `/api/practitioners/${personId}`,
    body: { area: 'city' },
  })),
  'POST /api/practitioners/:id/memberships': person(({ personId }, { spareAgencyId }) => ({
    path: `/api/practitioners/${personId}/memberships`,
    body: { agencyId: spareAgencyId },
  })),
  'POST /api/memberships/:id/end': person(({ membershipId }) => ({
    path: `/api/memberships/${membershipId}/end`,
    body: { until: today() },
  })),
  'GET /api/practitioners/:id/merge-preview': person(({ personId }, { sparePersonId }) => ({
    path: `/api/practitioners/${personId}/merge-preview?into=${sparePersonId}`,
  })),
  'POST /api/practitioners/:id/address-works': {
    ...person(({ personId }) => ({ path: `/api/practitioners/${personId}/address-works`, body: {} })),
    prepare: async (product, { personId }) => {
      const { email } = await product.database.repo(PersonEntity).findOneByOrFail({ id: personId });
      await product.app.get(BouncedAddresses).mark(email ?? '', '"550 5.1.1 No such user"');
      return {};
    },
  },
  'POST /api/practitioners/:id/merge': person(({ personId }, { sparePersonId }) => ({
    path: `/api/practitioners/${personId}/merge`,
    body: { into: sparePersonId },
  })),
  'GET /api/role-grants': shared(() => ({ path: '/api/role-grants' })),
  'POST /api/role-grants': person(({ personId, agencyId }) => ({
    path: '/api/role-grants',
    body: { personId, role: 'agency-lead', agencyId },
  })),
  'DELETE /api/role-grants/:id': shared(({ spareGrantId }) => ({ path: `/api/role-grants/${spareGrantId}` })),
};
