import { AccessNeedTaskEntity, ApproversService, BookingEntity, TeamPlaceEntity } from '@roundtable/bookings';
import { EventJoiningEntity } from '@roundtable/events';
import { Links, newId } from '@roundtable/platform';
import type { Product } from '../../support/product';
import type { RouteRequest } from './requests';
import type { PersonRows } from './rows';

const DAY_MS = 24 * 3600_000;
const soon = (): Date => new Date(Date.now() + 30 * DAY_MS);

const dayOf = (date: Date): Record<string, string> => {
  const [year = '', month = '', day = ''] = date.toISOString().slice(0, 10).split('-');
  return { day, month, year };
};

const person = (ask: RouteRequest['ask'], more: Partial<RouteRequest> = {}): RouteRequest => ({
  rows: 'person',
  ask,
  ...more,
});
const shared = (ask: RouteRequest['ask'], more: Partial<RouteRequest> = {}): RouteRequest => ({
  rows: 'shared',
  ask,
  ...more,
});

const linkFor =
  (purpose: string): RouteRequest['prepare'] =>
  async (product, { bookingId }) => ({ token: await product.app.get(Links).make(purpose, bookingId, soon()) });

/** A link for whoever leads the agency of the booking; nobody approves their own. */
const approvalLink: RouteRequest['prepare'] = async (product, { bookingId }) => {
  const { personId, agencyId } = await product.database.repo(BookingEntity).findOneByOrFail({ id: bookingId });
  const [lead] = await product.app.get(ApproversService).of(personId, agencyId, 'lead');
  const token = lead && (await product.app.get(Links).make('approve-booking', bookingId, soon(), lead.personId));
  return { token: token ?? 'nobody-may-approve' };
};

const eventOf = async (product: Product, { bookingId }: PersonRows): Promise<string> =>
  (await product.database.repo(BookingEntity).findOneByOrFail({ id: bookingId })).eventId;

/** Somebody waits for approval with their confirmed booking's place. */
const awaiting: RouteRequest['prepare'] = async (product, { bookingId }) => {
  const row = { status: 'awaiting_approval', approverKind: 'lead', placeFoundAt: new Date() } as const;
  await product.database.repo(BookingEntity).update({ id: bookingId }, row);
  return {};
};

const held: RouteRequest['prepare'] = async (product, row) => {
  const id = newId();
  await product.database.repo(TeamPlaceEntity).insert({
    id,
    eventId: await eventOf(product, row),
    agencyId: row.agencyId,
    sector: 'early years',
    places: 2,
    heldUntil: soon(),
    heldById: null,
    heldAt: new Date(),
    releasedAt: null,
    passReason: null,
  });
  return { held: id };
};

const task: RouteRequest['prepare'] = async (product, { bookingId }) => {
  const id = newId();
  const row = { id, bookingId, openedAt: new Date(), doneAt: null, doneById: null };
  await product.database.repo(AccessNeedTaskEntity).insert(row);
  return { task: id };
};

const joinable: RouteRequest['prepare'] = async (product, row) => {
  await product.database.repo(EventJoiningEntity).insert({
    id: newId(),
    eventId: await eventOf(product, row),
    platform: 'Teams',
    meetingUrl: 'https://meeting.example/1',
    testUrl: null,
    dialIn: null,
    minutesBefore: 30,
    changedAt: new Date(),
  });
  return {};
};

const changed =
  (columns: Partial<BookingEntity>): RouteRequest['prepare'] =>
  async (product, { bookingId }) => {
    await product.database.repo(BookingEntity).update({ id: bookingId }, columns);
    return {};
  };

const newcomer = { email: 'newcomer@matrix.example', name: 'Nora Newcomer' };

/** What becomes of bookings besides being cancelled, and team places, over the API. */
export const BOOKING_CHANGES_REQUESTS: Record<string, RouteRequest> = {
  'POST /api/bookings/:id/approval': person(
    ({ bookingId }) => ({ path: `/api/bookings/${bookingId}/approval`, body: {} }),
    { prepare: awaiting },
  ),
  'POST /api/bookings/:id/decline': person(
    ({ bookingId }) => ({ path: `/api/bookings/${bookingId}/decline`, body: { reason: 'Not this term' } }),
    { prepare: awaiting },
  ),
  'POST /api/bookings/:id/transfer': person(({ bookingId }, rows) => ({
    path: `/api/bookings/${bookingId}/transfer`,
    body: { eventId: rows.openEventId },
  })),
  'POST /api/bookings/:id/substitution': person(({ bookingId }) => ({
    path: `/api/bookings/${bookingId}/substitution`,
    body: newcomer,
  })),
  'POST /api/bookings/:id/promotion': person(
    ({ bookingId }) => ({ path: `/api/bookings/${bookingId}/promotion`, body: { reason: 'They teach it next week' } }),
    { prepare: changed({ status: 'waitlisted' }) },
  ),
  'POST /api/bookings/:id/release': person(
    ({ bookingId }) => ({ path: `/api/bookings/${bookingId}/release`, body: { reason: 'Not completed' } }),
    {
      prepare: changed({ provisionalUntil: new Date(Date.now() - DAY_MS) }),
      neverSucceeds: 'nothing comes before the course of these rows, so nothing can be missing',
    },
  ),
  'POST /api/bookings/:id/coming': person(
    ({ bookingId }) => ({ path: `/api/bookings/${bookingId}/coming`, body: { coming: true } }),
    { prepare: changed({ comingAskedAt: new Date() }) },
  ),
  'POST /api/events/:id/group-bookings': person(({ agencyId }, rows) => ({
    path: `/api/events/${rows.openEventId}/group-bookings`,
    body: { agencyId, people: [newcomer], mode: 'possible' },
  })),
  'POST /api/events/:id/additions': person(({ personId }, rows) => ({
    path: `/api/events/${rows.openEventId}/additions`,
    body: { practitionerId: personId, reason: 'They teach it next week' },
  })),
  'GET /api/events/:id/team-places': shared((_, rows) => ({ path: `/api/events/${rows.openEventId}/team-places` })),
  'POST /api/events/:id/team-places': person(({ agencyId }, rows) => ({
    path: `/api/events/${rows.openEventId}/team-places`,
    body: { agencyId, places: 2, heldUntil: soon().toISOString().slice(0, 10) },
  })),
  'POST /api/team-places/:id/bookings': person(
    (_row, _rows, _isOwn, prepared) => ({ path: `/api/team-places/${prepared['held']}/bookings`, body: newcomer }),
    { prepare: held },
  ),
  'POST /api/team-places/:id/release': person(
    (_row, _rows, _isOwn, prepared) => ({ path: `/api/team-places/${prepared['held']}/release`, body: {} }),
    { prepare: held },
  ),
};

const own = (part: string): string => `/my-training/bookings/${part}`;

/** Routes of joining online, of what people need, of approving by link, and of an agency's places. */
export const PLACES_REQUESTS: Record<string, RouteRequest> = {
  'GET /approvals/:token': person((_row, _rows, _isOwn, { token = 'x' }) => ({ path: `/approvals/${token}` }), {
    prepare: approvalLink,
  }),
  'POST /approvals/:token': person(
    (_row, _rows, _isOwn, { token = 'x' }) => ({ path: `/approvals/${token}`, form: {} }),
    { prepare: approvalLink },
  ),
  'GET /join/:token': person((_row, _rows, _isOwn, { token = 'x' }) => ({ path: `/join/${token}` }), {
    prepare: linkFor('join'),
  }),
  'POST /join/:token': person((_row, _rows, _isOwn, { token = 'x' }) => ({ path: `/join/${token}`, form: {} }), {
    prepare: linkFor('join'),
  }),
  'GET /coming/:token': person((_row, _rows, _isOwn, { token = 'x' }) => ({ path: `/coming/${token}` }), {
    prepare: linkFor('coming'),
  }),
  'POST /coming/:token': person((_row, _rows, _isOwn, { token = 'x' }) => ({ path: `/coming/${token}`, form: {} }), {
    prepare: linkFor('coming'),
  }),
  'GET /missed/:token': person((_row, _rows, _isOwn, { token = 'x' }) => ({ path: `/missed/${token}` }), {
    prepare: linkFor('missed'),
  }),
  'POST /missed/:token': person((_row, _rows, _isOwn, { token = 'x' }) => ({ path: `/missed/${token}`, form: {} }), {
    prepare: linkFor('missed'),
  }),
  'GET /my-agency/weekly-mail': shared(() => ({ path: '/my-agency/weekly-mail' })),
  'POST /my-agency/weekly-mail': shared(() => ({ path: '/my-agency/weekly-mail', form: { wanted: 'no' } }), {
    asker: 'agency-lead',
  }),
  'GET /my-training/bookings/:id/join': person(({ bookingId }) => ({ path: own(`${bookingId}/join`) })),
  'POST /my-training/bookings/:id/join': person(({ bookingId }) => ({ path: own(`${bookingId}/join`), form: {} })),
  'GET /my-training/bookings/:id/move': person(({ bookingId }) => ({ path: own(`${bookingId}/move`) })),
  'POST /my-training/bookings/:id/move': person(({ bookingId }, rows) => ({
    path: own(`${bookingId}/move`),
    form: { eventId: rows.openEventId, step: 'check' },
  })),
  'GET /my-training/bookings/:id/needs': person(({ bookingId }) => ({ path: own(`${bookingId}/needs`) })),
  'POST /my-training/bookings/:id/needs': person(({ bookingId }) => ({
    path: own(`${bookingId}/needs`),
    form: { answer: 'take-back' },
  })),
  'GET /my-training/calendar': shared(() => ({ path: '/my-training/calendar' })),
  'POST /my-training/calendar': shared(() => ({ path: '/my-training/calendar', form: { do: 'make' } })),
  'GET /calendar/:secret.ics': shared(() => ({ path: '/calendar/unknown.ics' }), {
    neverSucceeds: 'only an address that was made and has not ended answers',
  }),
  'POST /api/events/:id/walk-ins': person(({ agencyId }, rows) => ({
    path: `/api/events/${rows.endedEventId}/walk-ins`,
    body: { name: 'Wanda Walker', agencyId },
  })),
  'GET /api/events/:id/register.csv': shared((_, rows) => ({ path: `/api/events/${rows.endedEventId}/register.csv` })),
  'GET /api/events/:id/register.xlsx': shared((_, rows) => ({
    path: `/api/events/${rows.endedEventId}/register.xlsx`,
  })),
  'GET /api/events/:id/register.pdf': shared((_, rows) => ({ path: `/api/events/${rows.endedEventId}/register.pdf` })),
  'GET /my-training/needs': shared(() => ({ path: '/my-training/needs' })),
  'POST /my-training/needs': shared(() => ({ path: '/my-training/needs', form: { answer: 'take-back' } })),

  'GET /api/me/access-needs': shared(() => ({ path: '/api/me/access-needs' })),
  'PUT /api/me/access-needs': shared(() => ({ path: '/api/me/access-needs', body: { accessNeeds: 'A ramp' } })),
  'DELETE /api/me/access-needs': shared(() => ({ path: '/api/me/access-needs' })),
  'GET /api/bookings/:id/access-needs': person(({ bookingId }) => ({
    path: `/api/bookings/${bookingId}/access-needs`,
  })),
  'PUT /api/bookings/:id/access-needs': person(({ bookingId }) => ({
    path: `/api/bookings/${bookingId}/access-needs`,
    body: { dietaryNeeds: 'No nuts' },
  })),
  'DELETE /api/bookings/:id/access-needs': person(({ bookingId }) => ({
    path: `/api/bookings/${bookingId}/access-needs`,
  })),
  'GET /api/events/:id/access-needs': shared((_, rows) => ({ path: `/api/events/${rows.bookedEventId}/access-needs` })),
  'GET /api/access-need-tasks': shared(() => ({ path: '/api/access-need-tasks' })),
  'POST /api/access-need-tasks/:id/completion': person(
    (_row, _rows, _isOwn, prepared) => ({ path: `/api/access-need-tasks/${prepared['task']}/completion`, body: {} }),
    { prepare: task },
  ),
  'GET /api/events/:id/joining': shared((_, rows) => ({ path: `/api/events/${rows.bookedEventId}/joining` })),
  'POST /api/events/:id/joining-mails': shared(
    (_, rows) => ({ path: `/api/events/${rows.bookedEventId}/joining-mails`, body: {} }),
    { prepare: joinable },
  ),
  'GET /api/events/:id/mix': shared((_, rows) => ({ path: `/api/events/${rows.openEventId}/mix` })),
  'POST /api/events/:id/invitations': shared((_, rows) => ({
    path: `/api/events/${rows.openEventId}/invitations`,
    body: { sector: 'police' },
  })),

  'GET /my-agency/bookings': shared(() => ({ path: '/my-agency/bookings' })),
  'GET /my-agency/bookings/:id': person(({ bookingId }) => ({ path: `/my-agency/bookings/${bookingId}` })),
  'POST /my-agency/bookings/:id': person(
    ({ bookingId }) => ({ path: `/my-agency/bookings/${bookingId}`, form: { answer: 'approve' } }),
    { prepare: awaiting, asker: 'agency-lead' },
  ),
  'GET /my-agency/bookings/:id/substitute': person(({ bookingId }) => ({
    path: `/my-agency/bookings/${bookingId}/substitute`,
  })),
  'POST /my-agency/bookings/:id/substitute': person(
    ({ bookingId }) => ({
      path: `/my-agency/bookings/${bookingId}/substitute`,
      form: { email: 'sub@matrix.example', name: 'Sue Substitute' },
    }),
    { asker: 'agency-lead' },
  ),
  'GET /my-agency/team-places/:id': person(
    (_row, _rows, _isOwn, prepared) => ({ path: `/my-agency/team-places/${prepared['held']}` }),
    { prepare: held },
  ),
  'POST /my-agency/team-places/:id': person(
    (_row, _rows, _isOwn, prepared) => ({
      path: `/my-agency/team-places/${prepared['held']}`,
      form: { answer: 'release' },
    }),
    { prepare: held, asker: 'agency-lead' },
  ),
  'GET /events/:eventId/book-for-agency': shared((_, rows) => ({
    path: `/events/${rows.openEventId}/book-for-agency`,
  })),
  'POST /events/:eventId/book-for-agency': shared(
    (_, rows) => ({ path: `/events/${rows.openEventId}/book-for-agency`, form: { step: 'rows', rows: '3' } }),
    { asker: 'agency-lead' },
  ),
  'GET /events/:eventId/hold-places': shared((_, rows) => ({ path: `/events/${rows.openEventId}/hold-places` })),
  'POST /events/:eventId/hold-places': shared(
    (_, rows) => ({ path: `/events/${rows.openEventId}/hold-places`, form: { places: '2', ...dayOf(soon()) } }),
    { asker: 'agency-lead' },
  ),
};
