import type { RouteRequest } from './requests';

/** The routes of imports typed by hand, overviews, the morning list and promotion. */
export const OFFICE_REQUESTS: Record<string, RouteRequest> = {
  'POST /api/imports/:kind/rows': {
    rows: 'shared',
    ask: () => ({
      path: '/api/imports/agencies/rows?dryRun=true',
      body: { columns: ['name', 'sector'], rows: [{ row: 1, cells: ['Typed Agency', 'health'] }] },
    }),
  },
  'GET /api/programme-calendar': { rows: 'shared', ask: () => ({ path: '/api/programme-calendar' }) },
  'GET /api/year-planner': { rows: 'shared', ask: () => ({ path: '/api/year-planner' }) },
  'GET /api/year-planner.csv': { rows: 'shared', ask: () => ({ path: '/api/year-planner.csv' }) },
  'GET /api/newsletter-block': {
    rows: 'shared',
    ask: (_, shared) => ({ path: `/api/newsletter-block?eventId=${shared.openEventId}` }),
  },
  'GET /api/newsletter-block.docx': {
    rows: 'shared',
    ask: (_, shared) => ({ path: `/api/newsletter-block.docx?eventId=${shared.openEventId}` }),
  },
  'GET /api/morning-list': { rows: 'shared', ask: () => ({ path: '/api/morning-list' }) },
  'PATCH /api/morning-list/settings': {
    rows: 'shared',
    ask: () => ({ path: '/api/morning-list/settings', body: { fullPercent: 70 } }),
  },
  'GET /api/morning-list/mail': { rows: 'shared', ask: () => ({ path: '/api/morning-list/mail' }) },
  'PATCH /api/morning-list/mail': {
    rows: 'shared',
    ask: () => ({ path: '/api/morning-list/mail', body: { wanted: false } }),
  },
};
