import type { RouteRequest } from './requests';

const at = (path: string): RouteRequest => ({ rows: 'shared', ask: () => ({ path }) });
const person = (ask: RouteRequest['ask']): RouteRequest => ({ rows: 'person', ask });

/** Routes by which staff help people to sign in, look them up, and set what can be set. */
export const ACCOUNTS_HELP_REQUESTS: Record<string, RouteRequest> = {
  'GET /api/accounts': at('/api/accounts'),
  'GET /api/accounts/:id': person(({ personId }) => ({ path: `/api/accounts/${personId}` })),
  'POST /api/accounts/:id/another-try': person(({ personId }) => ({
    path: `/api/accounts/${personId}/another-try`,
    body: {},
  })),
  'POST /api/accounts/:id/sign-out': person(({ personId }) => ({
    path: `/api/accounts/${personId}/sign-out`,
    body: {},
  })),
  'POST /api/accounts/:id/password-link': person(({ personId }) => ({
    path: `/api/accounts/${personId}/password-link`,
    body: {},
  })),
  'GET /api/lookups/people': at('/api/lookups/people?q=Freda'),
  'GET /api/lookups/agencies': at('/api/lookups/agencies?q=Northside'),
  'GET /api/mail-wordings': at('/api/mail-wordings'),
  'GET /api/mail-wordings/:id': at('/api/mail-wordings/booked'),
  'PATCH /api/mail-wordings/:id': {
    rows: 'shared',
    ask: () => ({
      path: '/api/mail-wordings/cancelled',
      body: { subject: 'Cancelled', opening: 'Your booking ended.', action: 'Other dates', closing: '', version: 0 },
    }),
  },
  'POST /api/mail-wordings/:id/original': {
    rows: 'shared',
    ask: () => ({ path: '/api/mail-wordings/cancelled/original', body: {} }),
  },
  'POST /api/mail-wordings/:id/preview': {
    rows: 'shared',
    ask: () => ({
      path: '/api/mail-wordings/booked/preview',
      body: { subject: 'Booked', opening: 'You have a place.', action: 'See it', closing: '' },
    }),
  },
  'GET /api/settings': at('/api/settings'),
  'PATCH /api/settings': {
    rows: 'shared',
    ask: () => ({
      path: '/api/settings',
      body: { settings: [{ name: 'safeguarding.frontDoor', value: '0115 000 0000' }] },
    }),
  },
};
