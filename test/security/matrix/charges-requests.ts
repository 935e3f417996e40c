import { BookingEntity, ChargeEntity } from '@roundtable/bookings';
import { newId, newReference } from '@roundtable/platform';
import type { RouteRequest } from './requests';

/** A charge of somebody's booking in a state, and told, so that whoever it concerns may read it. */
const charged =
  (state: ChargeEntity['state']): RouteRequest['prepare'] =>
  async ({ database }, { attendedId }) => {
    const id = newId();
    const { agencyId } = await database.repo(BookingEntity).findOneByOrFail({ id: attendedId });
    const now = new Date();
    await database.repo(ChargeEntity).insert({
      id,
      reference: newReference('CH'),
      bookingId: attendedId,
      agencyId,
      kind: 'fee',
      state,
      liveKey: `${attendedId}|fee`,
      payer: 'agency',
      pence: 3000,
      orderNumber: null,
      costCode: null,
      waiver: null,
      reason: null,
      decidedById: null,
      proposedAt: now,
      changedAt: now,
      toldAt: now,
      sentOnAt: null,
      creditedAt: null,
      creditSentOnAt: null,
      overtakenAt: null,
    });
    return { id };
  };

const person = (state: ChargeEntity['state'], more: string, body?: Record<string, unknown>): RouteRequest => ({
  rows: 'person',
  ask: (_, __, ___, { id }) => ({ path: `/api/charges/${id}${more}`, ...(body && { body }) }),
  prepare: charged(state),
});
const shared = (path: string, body?: Record<string, unknown>): RouteRequest => ({
  rows: 'shared',
  ask: () => ({ path, ...(body && { body }) }),
});
const chosen = (path: string, state: ChargeEntity['state']): RouteRequest => ({
  rows: 'person',
  ask: (_, __, ___, { id = '' }) => ({ path, body: { ids: [id] } }),
  prepare: charged(state),
});

/** Routes of charges, and the file for finance. */
export const CHARGES_REQUESTS: Record<string, RouteRequest> = {
  'GET /api/charges': shared('/api/charges'),
  'GET /api/charges/:id': person('confirmed', ''),
  'PATCH /api/charges/:id': person('confirmed', '', { orderNumber: 'PO-1' }),
  'POST /api/charges/:id/confirmation': person('proposed', '/confirmation', {}),
  'POST /api/charges/:id/waiver': person('confirmed', '/waiver', { reason: 'Agreed' }),
  'POST /api/charges/:id/credit': person('sent_on', '/credit', { reason: 'Agreed' }),
  'POST /api/charges/confirmations': chosen('/api/charges/confirmations', 'proposed'),
  'POST /api/charges/sent-on': chosen('/api/charges/sent-on', 'confirmed'),
  'GET /api/charges/finance.csv': shared('/api/charges/finance.csv'),
  'GET /api/charges/finance.xlsx': shared('/api/charges/finance.xlsx'),
  'GET /my-agency/charges': shared('/my-agency/charges'),
};
