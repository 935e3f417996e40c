import type { RouteRequest } from './requests';

const at = (path: string): RouteRequest => ({ rows: 'shared', ask: () => ({ path }) });
const send = (path: string, body: Record<string, unknown>): RouteRequest => ({
  rows: 'shared',
  ask: () => ({ path, body }),
});
const person = (ask: RouteRequest['ask']): RouteRequest => ({ rows: 'person', ask });
const governed = (request: RouteRequest): RouteRequest => ({ ...request, asker: 'information-governance' });

/** Routes of own data, of requests about it, of holds and periods, of the audit log and of tokens. */
export const DATA_RIGHTS_REQUESTS: Record<string, RouteRequest> = {
  'GET /my-training/your-data': at('/my-training/your-data'),
  'GET /my-training/your-data.zip': at('/my-training/your-data.zip'),
  'POST /my-training/your-data': {
    rows: 'shared',
    ask: () => ({ path: '/my-training/your-data', form: { kind: 'erase' } }),
  },
  'GET /api/me/export': at('/api/me/export'),
  'POST /api/me/erasure': send('/api/me/erasure', {}),
  'GET /api/me/data-requests': at('/api/me/data-requests'),
  'POST /api/me/data-requests': send('/api/me/data-requests', { kind: 'rectify', words: 'My name' }),
  'GET /api/data-requests': at('/api/data-requests'),
  'POST /api/data-requests': governed(
    person(({ personId }) => ({ path: '/api/data-requests', body: { personId, kind: 'erase' } })),
  ),
  'GET /api/data-requests/:id': person(({ dataRequestId }) => ({ path: `/api/data-requests/${dataRequestId}` })),
  'POST /api/data-requests/:id/decision': governed(
    person(({ dataRequestId }) => ({
      path: `/api/data-requests/${dataRequestId}/decision`,
      body: { decision: 'refused', reason: 'There is a public task' },
    })),
  ),
  'GET /api/holds': at('/api/holds'),
  'POST /api/holds': governed(
    person(({ personId }) => ({
      path: '/api/holds',
      body: { subjectKind: 'person', subjectId: personId, reason: 'A court asks' },
    })),
  ),
  'POST /api/holds/:id/lifting': governed({
    rows: 'shared',
    ask: (_, { holdId }) => ({ path: `/api/holds/${holdId}/lifting`, body: {} }),
  }),
  'GET /api/retention': at('/api/retention'),
  'PATCH /api/retention': send('/api/retention', { periods: [{ rule: 'messages.bodies', period: 60 }] }),
  'GET /api/retention/preview': at('/api/retention/preview'),
  'GET /api/audit': at('/api/audit'),
  'GET /api/audit.csv': governed(at('/api/audit.csv?action=agency.create')),
  'GET /api/tokens': at('/api/tokens'),
  'POST /api/tokens': send('/api/tokens', { name: 'Warehouse' }),
  'DELETE /api/tokens/:id': person(({ tokenId }) => ({ path: `/api/tokens/${tokenId}` })),
};
