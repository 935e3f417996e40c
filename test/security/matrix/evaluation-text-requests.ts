import { BookingEntity } from '@roundtable/bookings';
import { QuestionEntity, ResponseEntity, TextAnswerEntity } from '@roundtable/evaluations';
import { newId } from '@roundtable/platform';
import type { Product } from '../../support/product';
import type { RouteRequest } from './requests';
import type { PersonRows } from './rows';

const at = (path: string): RouteRequest => ({ rows: 'shared', ask: () => ({ path }) });
const read = (request: RouteRequest): RouteRequest => ({ ...request, asker: 'evaluation-reader' });

/** Words of this person, held back or let through, that may be quoted. */
async function aText(product: Product, row: PersonRows, state: 'held' | 'released') {
  const booking = await product.database.repo(BookingEntity).findOneByOrFail({ id: row.attendedId });
  const now = product.clock.now();
  const uniqueKey = ResponseEntity.keyOf(booking.eventId, booking.personId, 'follow-up');
  const responseId = newId();
  await product.database.repo(ResponseEntity).insert({
    id: responseId,
    uniqueKey,
    eventId: booking.eventId,
    bookingId: booking.id,
    personId: booking.personId,
    mode: 'follow-up',
    sentAt: now,
    isLate: false,
    isDemonstration: false,
    agencyId: booking.agencyId,
    createdAt: now,
    quoteConsentAt: now,
  });
  const questionId = newId();
  await product.database
    .repo(QuestionEntity)
    .insert({ id: questionId, courseId: null, kind: 'text', wording: 'What would you change?', createdAt: now });
  const textId = newId();
  await product.database
    .repo(TextAnswerEntity)
    .insert({ id: textId, responseId, questionId, text: 'More breaks', state, createdAt: now });
  return { textId, responseId };
}

const held: RouteRequest['prepare'] = (product, row) => aText(product, row, 'held');
const released: RouteRequest['prepare'] = (product, row) => aText(product, row, 'released');

/** Free text: what readers read and decide, what the coordinator sees of it, and one's own consent to be quoted. */
export const EVALUATION_TEXT_REQUESTS: Record<string, RouteRequest> = {
  'GET /api/evaluation-texts': read(at('/api/evaluation-texts')),
  'GET /api/evaluation-texts/:id': read({
    rows: 'person',
    prepare: held,
    ask: (_row, _rows, _isOwn, { textId = 'x' }) => ({ path: `/api/evaluation-texts/${textId}` }),
  }),
  'POST /api/evaluation-texts/:id/opening': read({
    rows: 'person',
    prepare: held,
    ask: (_row, _rows, _isOwn, { textId = 'x' }) => ({ path: `/api/evaluation-texts/${textId}/opening`, body: {} }),
  }),
  'POST /api/evaluation-texts/:id/writer': read({
    rows: 'person',
    prepare: held,
    ask: (_row, _rows, _isOwn, { textId = 'x' }) => ({ path: `/api/evaluation-texts/${textId}/writer`, body: {} }),
  }),
  'POST /api/evaluation-texts/:id/decision': read({
    rows: 'person',
    prepare: held,
    ask: (_row, _rows, _isOwn, { textId = 'x' }) => ({
      path: `/api/evaluation-texts/${textId}/decision`,
      body: { decision: 'no-concern', seenState: 'held' },
    }),
  }),
  'GET /api/text-decisions': { ...at('/api/text-decisions'), asker: 'information-governance' },
  'GET /api/released-texts': at('/api/released-texts'),
  'GET /api/quotes': at('/api/quotes'),
  'POST /api/quotes/:id/decision': {
    rows: 'person',
    prepare: released,
    ask: (_row, _rows, _isOwn, { textId = 'x' }) => ({
      path: `/api/quotes/${textId}/decision`,
      body: { isApproved: true },
    }),
  },
  'GET /api/me/quote-consents': { ...at('/api/me/quote-consents'), rows: 'self' },
  'DELETE /api/me/quote-consents/:id': {
    rows: 'person',
    prepare: released,
    ask: (_row, _rows, _isOwn, { responseId = 'x' }) => ({ path: `/api/me/quote-consents/${responseId}` }),
  },
  'POST /my-training/your-data/quotes': {
    rows: 'person',
    prepare: released,
    ask: (_row, _rows, _isOwn, { responseId = 'x' }) => ({
      path: '/my-training/your-data/quotes',
      form: { consent: responseId },
    }),
  },
};
