import { EventEntity } from '@roundtable/events';
import { MailingEntity, type MailingKind, ProgrammeSubscriptionEntity } from '@roundtable/messages';
import { PersonEntity } from '@roundtable/people';
import { Links, newId } from '@roundtable/platform';
import type { Product } from '../../support/product';
import type { RouteRequest } from './requests';

const DAY_MS = 24 * 3600_000;
const WORDS = { subject: 'Before the day', words: 'Hello {{name}}' };

/** A mailing that waits for its time. */
const scheduled =
  (kind: MailingKind): RouteRequest['prepare'] =>
  async ({ database }) => {
    const id = newId();
    const event = await database.repo(EventEntity).findOneByOrFail({});
    await database.repo(MailingEntity).insert({
      ...{ id, kind, pressKey: id, ...WORDS, state: 'scheduled' },
      ...{ eventId: kind === 'event-mail' ? event.id : null, audience: {}, attachedIds: [] },
      ...{ sendAt: new Date(Date.now() + 3 * DAY_MS), sentAt: null, recipients: null },
      ...{ writtenById: null, writtenAt: new Date(), revision: 1 },
    } as never);
    return { id };
  };

/** Somebody who asked for mail about training. */
async function subscription({ database }: Product, personId: string): Promise<string> {
  const id = newId();
  const wish = { allTopics: true, area: 'both' as const, consentedAt: new Date(), endedAt: null };
  await database.repo(ProgrammeSubscriptionEntity).insert({ id, personId, ...wish });
  return id;
}

const link: RouteRequest['prepare'] = async (product, { personId }) => {
  const id = await subscription(product, personId);
  const until = new Date(Date.now() + DAY_MS);
  return { token: await product.app.get(Links).make('programme-unsubscribe', id, until) };
};

const anybodyAsked: RouteRequest['prepare'] = async (product) => {
  const { id } = await product.database.repo(PersonEntity).findOneByOrFail({ email: 'foreign@matrix.example' });
  await subscription(product, id);
  return {};
};

const KEY = 'a-key-of-the-matrix';

/** Mail to many: to delegates of an event, and to those who asked for mail about training. */
export const MAILINGS_REQUESTS: Record<string, RouteRequest> = {
  'GET /api/event-mails': { rows: 'shared', ask: () => ({ path: '/api/event-mails' }) },
  'GET /api/events/:id/mail-recipients': {
    rows: 'shared',
    ask: (_, { bookedEventId }) => ({ path: `/api/events/${bookedEventId}/mail-recipients` }),
  },
  'POST /api/event-mail-previews': {
    rows: 'shared',
    ask: ({ bookingId }, { bookedEventId }) => ({
      path: '/api/event-mail-previews',
      body: { eventId: bookedEventId, ...WORDS, bookingId },
    }),
  },
  'POST /api/event-mails': {
    rows: 'shared',
    ask: (_, { bookedEventId }) => ({ path: '/api/event-mails', body: { key: KEY, eventId: bookedEventId, ...WORDS } }),
  },
  'GET /api/event-mails/:id': {
    rows: 'shared',
    prepare: scheduled('event-mail'),
    ask: (_row, _rows, _isOwn, { id = 'x' }) => ({ path: `/api/event-mails/${id}` }),
  },
  'PATCH /api/event-mails/:id': {
    rows: 'shared',
    prepare: scheduled('event-mail'),
    ask: (_row, _rows, _isOwn, { id = 'x' }) => ({ path: `/api/event-mails/${id}`, body: { subject: 'Another' } }),
  },
  'POST /api/event-mails/:id/withdrawal': {
    rows: 'shared',
    prepare: scheduled('event-mail'),
    ask: (_row, _rows, _isOwn, { id = 'x' }) => ({ path: `/api/event-mails/${id}/withdrawal`, body: {} }),
  },
  'GET /api/programme-mailings': { rows: 'shared', ask: () => ({ path: '/api/programme-mailings' }) },
  'GET /api/programme-mailing-topics': { rows: 'shared', ask: () => ({ path: '/api/programme-mailing-topics' }) },
  'GET /api/programme-mailing-recipients': {
    rows: 'shared',
    ask: () => ({ path: '/api/programme-mailing-recipients' }),
  },
  'POST /api/programme-mailing-previews': {
    rows: 'shared',
    ask: () => ({ path: '/api/programme-mailing-previews', body: WORDS }),
  },
  'POST /api/programme-mailings': {
    rows: 'shared',
    prepare: anybodyAsked,
    ask: () => ({ path: '/api/programme-mailings', body: { key: KEY, ...WORDS } }),
  },
  'GET /api/programme-mailings/:id': {
    rows: 'shared',
    prepare: scheduled('programme-mailing'),
    ask: (_row, _rows, _isOwn, { id = 'x' }) => ({ path: `/api/programme-mailings/${id}` }),
  },
  'PATCH /api/programme-mailings/:id': {
    rows: 'shared',
    prepare: scheduled('programme-mailing'),
    ask: (_row, _rows, _isOwn, { id = 'x' }) => ({
      path: `/api/programme-mailings/${id}`,
      body: { subject: 'Another' },
    }),
  },
  'POST /api/programme-mailings/:id/withdrawal': {
    rows: 'shared',
    prepare: scheduled('programme-mailing'),
    ask: (_row, _rows, _isOwn, { id = 'x' }) => ({ path: `/api/programme-mailings/${id}/withdrawal`, body: {} }),
  },
  'GET /account/mailings': { rows: 'self', ask: () => ({ path: '/account/mailings' }) },
  'POST /account/mailings': {
    rows: 'self',
    ask: () => ({ path: '/account/mailings', form: { answer: 'save', scope: 'all', consent: 'yes' } }),
  },
  'GET /unsubscribe/:token': {
    rows: 'person',
    prepare: link,
    ask: (_row, _rows, _isOwn, { token = 'x' }) => ({ path: `/unsubscribe/${token}` }),
  },
  'POST /unsubscribe/:token': {
    rows: 'person',
    prepare: link,
    ask: (_row, _rows, _isOwn, { token = 'x' }) => ({ path: `/unsubscribe/${token}`, form: { pressed: 'yes' } }),
  },
};
