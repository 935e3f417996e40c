import { Links } from '@roundtable/platform';
import type { RouteRequest } from './requests';

const DAY_MS = 24 * 3600_000;

/** The link that was mailed to somebody who was added to an agency by another. */
const link: RouteRequest['prepare'] = async (product, { membershipId }) => ({
  token: await product.app.get(Links).make('membership', membershipId, new Date(Date.now() + DAY_MS)),
});

/** Saying whether it was right to be added. */
export const ADDED_REQUESTS: Record<string, RouteRequest> = {
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
