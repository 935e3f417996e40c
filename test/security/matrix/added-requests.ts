import { Links } from '@roundtable/platform';
import type { RouteRequest } from './requests';

const DAY_MS = 24 * 3600_000;

/** The link that was mailed to somebody who was added to an agency by another. */
const link: RouteRequest['prepare'] = async (product, { membershipId }) => ({
  token: await product.app.get(Links).make('membership', membershipId, new Date(Date.now() + DAY_MS)),
});

/** What a lead does on the website, and saying whether it was right to be added. */
export const ADDED_REQUESTS: Record<string, RouteRequest> = {
  'GET /my-agency': { rows: 'shared', ask: () => ({ path: '/my-agency' }) },
  'GET /my-agency/add': { rows: 'shared', ask: () => ({ path: '/my-agency/add' }) },
  'POST /my-agency/add': {
    rows: 'person',
    asker: 'coordinator',
    ask: ({ agencyId }) => ({
      path: '/my-agency/add',
      form: { name: 'Nina New', email: 'nina@matrix.example', agencyId },
    }),
  },
  'GET /my-agency/people/:id': { rows: 'person', ask: ({ personId }) => ({ path: `/my-agency/people/${personId}` }) },
  'GET /my-agency/people/:id/memberships/:membershipId/end': {
    rows: 'person',
    ask: ({ personId, membershipId }) => ({ path: `/my-agency/people/${personId}/memberships/${membershipId}/end` }),
  },
  'POST /my-agency/people/:id/memberships/:membershipId/end': {
    rows: 'person',
    asker: 'coordinator',
    ask: ({ personId, membershipId }) => ({
      path: `/my-agency/people/${personId}/memberships/${membershipId}/end`,
      form: {},
    }),
  },
  'GET /added/:token': {
    rows: 'person',
    prepare: link,
    ask: (_row, _rows, _isOwn, { token = 'x' }) => ({ path: `/added/${token}` }),
  },
  'POST /added/:token': {
    rows: 'person',
    prepare: link,
    ask: (_row, _rows, _isOwn, { token = 'x' }) => ({ path: `/added/${token}`, form: { answer: 'right' } }),
  },
};
