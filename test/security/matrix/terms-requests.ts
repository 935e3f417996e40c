import { DaysOffEntity, newId } from '@roundtable/platform';
import type { Product } from '../../support/product';
import type { RouteRequest } from './requests';
import type { SharedRows } from './rows';

const shared = (
  ask: (rows: SharedRows, prepared: Record<string, string>) => ReturnType<RouteRequest['ask']>,
  more: Partial<RouteRequest> = {},
): RouteRequest => ({ rows: 'shared', ask: (_, rows, __, prepared) => ask(rows, prepared), ...more });

/** Days off of a kind, to be changed or removed. */
const keeping = (kind: DaysOffEntity['kind']) => ({
  prepare: async (product: Product): Promise<Record<string, string>> => {
    const id = newId();
    const createdAt = new Date();
    const row = { id, kind, name: 'Kept', firstDate: '2031-05-05', lastDate: '2031-05-05', createdAt };
    await product.database.repo(DaysOffEntity).insert(row);
    return { id };
  },
});

function daysOff(path: string, kind: DaysOffEntity['kind']): Record<string, RouteRequest> {
  return {
    [`GET ${path}`]: shared(() => ({ path })),
    [`POST ${path}`]: shared(() => ({ path, body: { name: 'Closed', from: '2031-05-06', to: '2031-05-07' } })),
    [`PATCH ${path}/:id`]: shared(
      (_, { id }) => ({ path: `${path}/${id}`, body: { name: 'Another name' } }),
      keeping(kind),
    ),
    [`DELETE ${path}/:id`]: shared((_, { id }) => ({ path: `${path}/${id}` }), keeping(kind)),
  };
}

/** Routes of working time, of the terms of courses and events, and of holding an event again. */
export const TERMS_REQUESTS: Record<string, RouteRequest> = {
  ...daysOff('/api/closure-days', 'closure'),
  ...daysOff('/api/school-holidays', 'school-holiday'),
  'GET /api/days': shared(() => ({ path: '/api/days?date=2031-05-21' })),
  'GET /api/courses/:id/terms': shared(({ courseId }) => ({ path: `/api/courses/${courseId}/terms` })),
  'PATCH /api/courses/:id/terms': shared(({ courseId }) => ({
    path: `/api/courses/${courseId}/terms`,
    body: { fees: [{ feeType: '*', pence: 3000, chargePence: 5000 }], freeCancellationWorkingDays: 3 },
  })),
  'GET /api/events/:id/terms': shared(({ openEventId }) => ({ path: `/api/events/${openEventId}/terms` })),
  'GET /api/events/:id/history': shared(({ openEventId }) => ({ path: `/api/events/${openEventId}/history` })),
  'POST /api/events/:id/repetition': shared(({ openEventId }) => ({
    path: `/api/events/${openEventId}/repetition`,
    body: { every: 'week', times: 2, skipSchoolHolidays: true },
  })),
  'POST /api/events/:id/change-preview': shared(({ openEventId }) => ({
    path: `/api/events/${openEventId}/change-preview`,
    body: { note: 'Bring a laptop.' },
  })),
  'GET /api/events/:id/sample-mails': shared(({ openEventId }) => ({
    path: `/api/events/${openEventId}/sample-mails`,
  })),
  'GET /events/:id/preview': shared(({ draftEventId }) => ({ path: `/events/${draftEventId}/preview` })),
};
