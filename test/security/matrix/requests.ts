import type { ModuleEntity } from '@roundtable/elearning';
import type { Product } from '../../support/product';
import { ACCOUNTS_HELP_REQUESTS } from './accounts-help-requests';
import { ACCOUNTS_REQUESTS } from './accounts-requests';
import { AGENCIES_REQUESTS } from './agencies-requests';
import { ADDED_REQUESTS } from './added-requests';
import { CHARGES_REQUESTS } from './charges-requests';
import { COURSES_REQUESTS } from './courses-requests';
import { BROWSING_REQUESTS } from './browsing-requests';
import { DATA_RIGHTS_REQUESTS } from './data-rights-requests';
import { MAILINGS_REQUESTS } from './mailings-requests';
import { EVALUATION_TEXT_REQUESTS } from './evaluation-text-requests';
import { OFFICE_REQUESTS } from './office-requests';
import { DELIVERY_REQUESTS } from './delivery-requests';
import { FORMS_REQUESTS } from './forms-requests';
import { LINE_MANAGER_REQUESTS } from './line-manager-requests';
import type { Asker } from './people';
import { BOOKING_CHANGES_REQUESTS, PLACES_REQUESTS } from './places-requests';
import type { PersonRows, SharedRows } from './rows';
import { REPORTS_REQUESTS } from './reports-requests';
import { TERMS_REQUESTS } from './terms-requests';

/** A request as it is sent: a page's form, a file, or JSON. */
export interface Asked {
  path: string;
  body?: Record<string, unknown>;
  form?: Record<string, string>;
  file?: string;
}

/** How a route is asked, so that whoever may use it is answered and not refused for what was sent. */
export interface RouteRequest {
  /**
   * `person` where the route names a row that belongs to somebody, `self` where it is always the asker's own, `shared`
   * where it is nobody's.
   */
  rows: 'person' | 'self' | 'shared';
  ask(row: PersonRows, shared: SharedRows, isOwn: boolean, prepared: Record<string, string>): Asked;
  /** Makes what only this route needs, in the transaction that is undone: a mailed link, a second factor. */
  prepare?(product: Product, row: PersonRows): Promise<Record<string, string>>;
  /** Asked with a sign-in's cookie, where a bearer token may not. */
  isAtBrowser?: boolean;
  /** Who asks where a test asks once, and the coordinator may not. */
  asker?: Exclude<Asker, 'visitor'>;
  /** Why nobody is answered with success, where that is right. */
  neverSucceeds?: string;
  /** Not in a transaction that is undone: it looks at the database from outside, or takes long and leaves little. */
  isOutside?: boolean;
}

const person = (ask: RouteRequest['ask'], more: Partial<RouteRequest> = {}): RouteRequest => ({
  rows: 'person',
  ask,
  ...more,
});
const shared = (ask: (rows: SharedRows) => Asked, more: Partial<RouteRequest> = {}): RouteRequest => ({
  rows: 'shared',
  ask: (_, rows) => ask(rows),
  ...more,
});
const at = (path: string, more: Partial<RouteRequest> = {}): RouteRequest => shared(() => ({ path }), more);
/** A role that is held beside another, and is none of the columns. */
const ANSWERS_EXPORTER = {
  neverSucceeds: 'open to whoever holds answers-exporter alone: test/api/answers-export.db.spec.ts',
};
const post = (path: string, body: Record<string, unknown>): RouteRequest => shared(() => ({ path, body }));

const answers = (rows: SharedRows) => rows.statementIds.map((questionId) => ({ questionId, value: 3 }));
const ratings = (rows: SharedRows) => Object.fromEntries(rows.statementIds.map((id) => [`rating-${id}`, '3']));
const rightAnswers = (module: ModuleEntity) =>
  Object.fromEntries(module.questions.map((question) => [question.id, question.rightOptionId]));
const session = { startsAt: '2031-05-21T09:00:00Z', endsAt: '2031-05-21T12:00:00Z' };

/**
 * Every route of the product, by method and path. A new route is added here with a request that works for whoever may
 * use it; then `UPDATE_ROUTES=1 npm test -- route-role-matrix` writes its line, which is read before it is kept.
 */
export const REQUESTS: Record<string, RouteRequest> = {
  ...ACCOUNTS_REQUESTS,
  ...ACCOUNTS_HELP_REQUESTS,
  ...AGENCIES_REQUESTS,
  ...COURSES_REQUESTS,
  ...BROWSING_REQUESTS,
  ...DATA_RIGHTS_REQUESTS,
  ...PLACES_REQUESTS,
  ...BOOKING_CHANGES_REQUESTS,
  ...ADDED_REQUESTS,
  ...OFFICE_REQUESTS,
  ...MAILINGS_REQUESTS,
  ...TERMS_REQUESTS,
  ...DELIVERY_REQUESTS,
  ...FORMS_REQUESTS,
  ...LINE_MANAGER_REQUESTS,
  ...CHARGES_REQUESTS,
  ...EVALUATION_TEXT_REQUESTS,
  ...REPORTS_REQUESTS,
  'GET /': at('/'),
  'GET /accessibility': at('/accessibility'),
  'GET /privacy': at('/privacy'),
  'GET /admin': at('/admin'),
  'GET /admin/*': at('/admin/events'),
  'GET /health/live': at('/health/live'),
  'GET /health/ready': shared(() => ({ path: '/health/ready' }), { isOutside: true }),
  'GET /metrics': at('/metrics'),

  'GET /sign-in': at('/sign-in'),
  'POST /sign-in': person(({ email }) => ({ path: '/sign-in', form: { email, password: 'a long enough password' } })),
  'POST /sign-out': shared(() => ({ path: '/sign-out', form: {} })),
  'POST /api/session': person(({ email }) => ({
    path: '/api/session',
    body: { email, password: 'a long enough password' },
  })),
  'DELETE /api/session': at('/api/session'),
  'GET /api/me': at('/api/me'),

  'GET /api/agencies': at('/api/agencies'),
  'POST /api/agencies': post('/api/agencies', { name: 'A new agency', sector: 'health' }),
  'GET /api/practitioners': at('/api/practitioners'),
  'POST /api/practitioners': person(({ agencyId }) => ({
    path: '/api/practitioners',
    body: { name: 'Nina New', email: 'nina@matrix.example', agencyId },
  })),

  'GET /courses': at('/courses'),
  'GET /c/:slug': shared((rows) => ({ path: `/c/${rows.courseSlug}` })),
  'GET /api/courses': at('/api/courses'),
  'GET /api/courses/:id': shared((rows) => ({ path: `/api/courses/${rows.draftCourseId}` })),
  'POST /api/courses': post('/api/courses', { title: 'A new course', summary: 'What is taught' }),
  'PATCH /api/courses/:id': shared((rows) => ({
    path: `/api/courses/${rows.courseId}`,
    body: { summary: 'Something else' },
  })),
  'POST /api/courses/:id/publication': shared((rows) => ({
    path: `/api/courses/${rows.draftCourseId}/publication`,
    body: {},
  })),

  'GET /events/:id': shared((rows) => ({ path: `/events/${rows.openEventId}` })),
  'GET /api/events': at('/api/events'),
  'GET /api/events/:id': shared((rows) => ({ path: `/api/events/${rows.draftEventId}` })),
  'POST /api/events': shared((rows) => ({
    path: '/api/events',
    body: { courseId: rows.courseId, capacity: 5, delivery: 'online', sessions: [session] },
  })),
  'PATCH /api/events/:id': shared((rows) => ({ path: `/api/events/${rows.openEventId}`, body: { capacity: 60 } })),
  'POST /api/events/:id/publication': shared((rows) => ({
    path: `/api/events/${rows.openEventId}/publication`,
    body: {},
  })),
  'POST /api/events/:id/cancellation': shared((rows) => ({
    path: `/api/events/${rows.openEventId}/cancellation`,
    body: { reason: 'The trainer is ill' },
  })),
  'POST /api/events/:id/duplication': shared((rows) => ({
    path: `/api/events/${rows.openEventId}/duplication`,
    body: {},
  })),
  'GET /api/venues': at('/api/venues'),
  'POST /api/venues': post('/api/venues', { name: 'A new venue' }),

  'GET /events/:eventId/book': shared((rows) => ({ path: `/events/${rows.openEventId}/book` })),
  'POST /events/:eventId/book': shared((rows) => ({
    path: `/events/${rows.openEventId}/book`,
    form: { step: 'confirm', ...ratings(rows) },
  })),
  'POST /api/events/:id/bookings': person(({ personId }, rows, isOwn) => ({
    path: `/api/events/${rows.openEventId}/bookings`,
    body: isOwn ? {} : { practitionerId: personId },
  })),
  'GET /api/bookings': at('/api/bookings'),
  'GET /api/bookings/:id': person(({ bookingId }) => ({ path: `/api/bookings/${bookingId}` })),
  'POST /api/bookings/:id/cancellation': person(({ bookingId }) => ({
    path: `/api/bookings/${bookingId}/cancellation`,
    body: { reason: 'Ill' },
  })),
  'POST /api/bookings/:id/acceptance': person(({ offeredId }) => ({
    path: `/api/bookings/${offeredId}/acceptance`,
    body: {},
  })),
  'POST /api/bookings/:id/refusal': person(({ offeredId }) => ({
    path: `/api/bookings/${offeredId}/refusal`,
    body: {},
  })),
  'GET /my-training': at('/my-training'),
  'GET /my-training/bookings/:id': person(({ bookingId }) => ({ path: `/my-training/bookings/${bookingId}` })),
  'POST /my-training/bookings/:id': person(({ offeredId }) => ({
    path: `/my-training/bookings/${offeredId}`,
    form: { answer: 'accept' },
  })),
  'GET /my-training/bookings/:id/cancel': person(({ bookingId }) => ({
    path: `/my-training/bookings/${bookingId}/cancel`,
  })),
  'POST /my-training/bookings/:id/cancel': person(({ bookingId }) => ({
    path: `/my-training/bookings/${bookingId}/cancel`,
    form: { reason: 'other' },
  })),

  'GET /api/events/:id/register': shared((rows) => ({ path: `/api/events/${rows.endedEventId}/register` })),
  'PUT /api/events/:id/register': person(({ attendedId }, rows) => ({
    path: `/api/events/${rows.endedEventId}/register`,
    body: { entries: [{ bookingId: attendedId, attendance: 'absent' }] },
  })),
  'POST /api/events/:id/register/closure': shared((rows) => ({
    path: `/api/events/${rows.endedEventId}/register/closure`,
    body: {},
  })),

  'GET /api/bookings/:id/evaluations/:stage': person(({ bookingId }) => ({
    path: `/api/bookings/${bookingId}/evaluations/before`,
  })),
  'PUT /api/bookings/:id/evaluations/:stage': person(({ bookingId }, rows) => ({
    path: `/api/bookings/${bookingId}/evaluations/before`,
    body: { answers: answers(rows) },
  })),
  'GET /my-training/bookings/:bookingId/:stage': person(({ bookingId }) => ({
    path: `/my-training/bookings/${bookingId}/before`,
  })),
  'POST /my-training/bookings/:bookingId/:stage': person(({ bookingId }, rows) => ({
    path: `/my-training/bookings/${bookingId}/before`,
    form: ratings(rows),
  })),
  'GET /api/events/:id/evaluation': shared(({ bookedEventId }) => ({
    path: `/api/events/${bookedEventId}/evaluation`,
  })),
  'GET /api/events/:id/evaluation/people': shared(({ bookedEventId }) => ({
    path: `/api/events/${bookedEventId}/evaluation/people`,
  })),
  'GET /api/evaluations/:token': person(({ evaluationToken }) => ({ path: `/api/evaluations/${evaluationToken}` })),
  'PUT /api/evaluations/:token': person(({ evaluationToken }, rows) => ({
    path: `/api/evaluations/${evaluationToken}`,
    body: { answers: answers(rows) },
  })),
  'GET /evaluations/:token': person(({ evaluationToken }) => ({ path: `/evaluations/${evaluationToken}` })),
  'POST /evaluations/:token': person(({ evaluationToken }, rows) => ({
    path: `/evaluations/${evaluationToken}`,
    form: ratings(rows),
  })),
  'GET /api/bookings/:id/certificate.pdf': person(({ attendedId }) => ({
    path: `/api/bookings/${attendedId}/certificate.pdf`,
  })),
  'GET /my-training/bookings/:bookingId/certificate.pdf': person(({ attendedId }) => ({
    path: `/my-training/bookings/${attendedId}/certificate.pdf`,
  })),
  'GET /my-training/bookings/:bookingId/certificate': person(({ attendedId }) => ({
    path: `/my-training/bookings/${attendedId}/certificate`,
  })),
  'GET /api/certificates/:code': person(({ certificateCode }) => ({ path: `/api/certificates/${certificateCode}` })),
  'GET /certificates/:code': person(({ certificateCode }) => ({ path: `/certificates/${certificateCode}` })),

  'GET /learning': at('/learning'),
  'GET /learning/:slug': shared((rows) => ({ path: `/learning/${rows.module.slug}` })),
  'POST /learning/:slug': shared((rows) => ({
    path: `/learning/${rows.module.slug}`,
    form: Object.fromEntries(
      Object.entries(rightAnswers(rows.module)).map(([id, option]) => [`question-${id}`, option]),
    ),
  })),
  'GET /api/modules': at('/api/modules'),
  'GET /api/modules/:id': shared((rows) => ({ path: `/api/modules/${rows.module.id}` })),
  'POST /api/modules/:id/attempts': shared((rows) => ({
    path: `/api/modules/${rows.module.id}/attempts`,
    body: { answers: rightAnswers(rows.module) },
  })),
  'GET /api/completions': at('/api/completions'),
  'POST /api/imports/:kind': shared(() => ({
    path: '/api/imports/agencies?dryRun=true',
    file: 'name,sector\r\nImported Agency,health\r\n',
  })),

  'GET /api/reports/knowledge-gain': at('/api/reports/knowledge-gain'),
  'GET /api/reports/knowledge-gain.csv': at('/api/reports/knowledge-gain.csv'),
  'GET /api/reports/knowledge-gain.xlsx': at('/api/reports/knowledge-gain.xlsx'),
  'GET /api/reports/knowledge-gain.docx': at('/api/reports/knowledge-gain.docx'),
  'GET /api/reports/knowledge-gain.pdf': at('/api/reports/knowledge-gain.pdf'),
  'GET /api/reports/follow-up': at('/api/reports/follow-up'),
  'GET /api/reports/follow-up.csv': at('/api/reports/follow-up.csv'),
  'GET /api/reports/answers': at('/api/reports/answers', ANSWERS_EXPORTER),
  'GET /api/reports/answers.csv': at('/api/reports/answers.csv', ANSWERS_EXPORTER),
  'GET /api/reports/answers.xlsx': at('/api/reports/answers.xlsx', ANSWERS_EXPORTER),
  'GET /api/published-figures': at('/api/published-figures'),
  'GET /api/reports/knowledge-gain-by.csv': at('/api/reports/knowledge-gain-by.csv?by=sector'),
  'GET /api/reports/questions': at('/api/reports/questions'),
  'GET /api/reports/questions.csv': at('/api/reports/questions.csv'),
  'GET /api/reports/questions.xlsx': at('/api/reports/questions.xlsx'),
  'GET /api/reports/standing-questions': at('/api/reports/standing-questions'),
  'GET /api/reports/standing-questions.csv': at('/api/reports/standing-questions.csv'),
  'GET /api/reports/standing-questions.xlsx': at('/api/reports/standing-questions.xlsx'),
  'GET /api/messages': at('/api/messages'),
  'GET /api/messages/:id': person(({ messageId }) => ({ path: `/api/messages/${messageId}` })),
  'GET /api/messages/:id.eml': person(({ messageId }) => ({ path: `/api/messages/${messageId}.eml` })),
  'POST /api/messages/:id/resend': person(
    ({ messageId }) => ({ path: `/api/messages/${messageId}/resend`, body: {} }),
    {
      neverSucceeds: 'without a mail server no message goes out',
    },
  ),
  'GET /api/demonstration': at('/api/demonstration'),
  'POST /api/demonstration/clock': shared(() => ({ path: '/api/demonstration/clock', body: { offset: '+1 days' } }), {
    neverSucceeds: 'the clock of a deployment without demonstration data does not move',
  }),
};
