import type { RouteRequest } from './requests';

/** Browsing the programme, and asking to be told of dates. */
export const BROWSING_REQUESTS: Record<string, RouteRequest> = {
  'GET /programme.ics': { rows: 'shared', ask: () => ({ path: '/programme.ics' }) },
  'GET /programme.rss': { rows: 'shared', ask: () => ({ path: '/programme.rss' }) },
  'GET /c/:slug/interest': { rows: 'shared', ask: (_, rows) => ({ path: `/c/${rows.courseSlug}/interest` }) },
  'POST /c/:slug/interest': {
    rows: 'shared',
    ask: (_, rows) => ({ path: `/c/${rows.courseSlug}/interest`, form: { area: 'city' } }),
  },
  'POST /my-training/interests/:id/removal': {
    rows: 'person',
    ask: ({ interestId }) => ({ path: `/my-training/interests/${interestId}/removal`, form: {} }),
  },
  'GET /api/interests': { rows: 'shared', ask: () => ({ path: '/api/interests' }) },
  'POST /api/courses/:id/interests': {
    rows: 'shared',
    ask: (_, rows) => ({ path: `/api/courses/${rows.courseId}/interests`, body: {} }),
  },
  'DELETE /api/interests/:id': {
    rows: 'person',
    ask: ({ interestId }) => ({ path: `/api/interests/${interestId}` }),
  },
  'GET /api/interest-counts': { rows: 'shared', ask: () => ({ path: '/api/interest-counts' }) },
};
