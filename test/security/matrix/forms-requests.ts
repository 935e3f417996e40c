import { BookingEntity } from '@roundtable/bookings';
import { OutcomeStatementEntity } from '@roundtable/courses';
import { EvaluationFormEntity, FormQuestionEntity, QuestionEntity } from '@roundtable/evaluations';
import { Links, newId } from '@roundtable/platform';
import type { Product } from '../../support/product';
import type { RouteRequest } from './requests';
import type { PersonRows, SharedRows } from './rows';

const shared = (ask: (rows: SharedRows) => ReturnType<RouteRequest['ask']>): RouteRequest => ({
  rows: 'shared',
  ask: (_, rows) => ask(rows),
});
const person = (ask: RouteRequest['ask'], more: Partial<RouteRequest> = {}): RouteRequest => ({
  rows: 'person',
  ask,
  ...more,
});

/** A question of the partnership. */
async function standing(product: Product): Promise<Record<string, string>> {
  const questions = product.database.repo(QuestionEntity);
  const id = newId();
  const words = { kind: 'yes-no', wording: 'Do you know the toolkit?' } as const;
  const rest = { courseId: null, options: null, minimum: null, maximum: null, lowLabel: null, highLabel: null };
  await questions.insert({ id, ...words, ...rest, createdAt: new Date(), retiredAt: null });
  return { id };
}

/** A draft that could be published. */
async function drafted(product: Product, { bookingId }: PersonRows): Promise<Record<string, string>> {
  const { courseId } = await product.database.repo(BookingEntity).findOneByOrFail({ id: bookingId });
  const { id: statementId } = await product.database.repo(OutcomeStatementEntity).findOneByOrFail({ courseId });
  const formId = newId();
  await product.database
    .repo(EvaluationFormEntity)
    .insert({ id: formId, courseId, version: 1, publishedAt: null, createdAt: new Date() });
  await product.database.repo(FormQuestionEntity).insert({
    id: newId(),
    formId,
    position: 0,
    statementId,
    questionId: null,
    stages: ['before', 'after'],
    isRequired: true,
    help: null,
  });
  return {};
}

/** The same form as behind the personal link, as the room opens it. */
async function entered(product: Product, row: PersonRows): Promise<Record<string, string>> {
  const links = product.app.get(Links);
  const responseId = (await links.subjectOf('evaluation', row.evaluationToken)) ?? '';
  return { token: await links.make('evaluation-room', responseId, new Date('2100-01-01T00:00:00Z')) };
}

const form = (courseId: string): string => `/api/courses/${courseId}/evaluation-form`;
const ratings = ({ statementIds }: SharedRows) => Object.fromEntries(statementIds.map((id) => [`rating-${id}`, '3']));
const draft = ({ statementIds }: SharedRows) => ({ field: `rating-${statementIds[0]}`, value: '3' });
const words = { kind: 'yes-no', wording: 'Do you know the pathway?' };

/** Routes of forms, of answers on paper and of answering in the room. */
export const FORMS_REQUESTS: Record<string, RouteRequest> = {
  'GET /api/courses/:id/evaluation-form': shared(({ courseId }) => ({ path: form(courseId) })),
  'PUT /api/courses/:id/evaluation-form': shared(({ courseId, statementIds }) => ({
    path: form(courseId),
    body: { questions: [{ statementId: statementIds[0], stages: ['before', 'after'], isRequired: true }] },
  })),
  'DELETE /api/courses/:id/evaluation-form': {
    ...shared(({ courseId }) => ({ path: form(courseId) })),
    prepare: drafted,
  },
  'POST /api/courses/:id/evaluation-form/publication': {
    ...shared(({ courseId }) => ({ path: `${form(courseId)}/publication`, body: {} })),
    prepare: drafted,
  },
  'GET /c/:slug/evaluation-form/:stage': shared(({ courseSlug }) => ({
    path: `/c/${courseSlug}/evaluation-form/after`,
  })),
  'GET /api/standing-questions': shared(() => ({ path: '/api/standing-questions' })),
  'POST /api/standing-questions': shared(() => ({ path: '/api/standing-questions', body: words })),
  'GET /api/standing-questions/:id': {
    rows: 'shared',
    prepare: standing,
    ask: (_row, _rows, _isOwn, { id = 'none' }) => ({ path: `/api/standing-questions/${id}` }),
  },
  'PATCH /api/standing-questions/:id': {
    rows: 'shared',
    prepare: standing,
    ask: (_row, _rows, _isOwn, { id = 'none' }) => ({
      path: `/api/standing-questions/${id}`,
      body: { isRetired: true },
    }),
  },

  'POST /evaluations/:token/draft': person(({ evaluationToken }, rows) => ({
    path: `/evaluations/${evaluationToken}/draft`,
    form: draft(rows),
  })),
  'POST /my-training/bookings/:bookingId/:stage/draft': person(({ bookingId }, rows) => ({
    path: `/my-training/bookings/${bookingId}/before/draft`,
    form: draft(rows),
  })),

  'GET /api/events/:id/paper-form': shared(({ bookedEventId }) => ({
    path: `/api/events/${bookedEventId}/paper-form?stage=before`,
  })),
  'GET /events/:eventId/paper-form/:stage': shared(({ bookedEventId }) => ({
    path: `/events/${bookedEventId}/paper-form/after`,
  })),
  'POST /api/bookings/:id/paper-answers': person(({ bookingId }, { statementIds }) => ({
    path: `/api/bookings/${bookingId}/paper-answers`,
    body: { stage: 'before', answers: statementIds.map((questionId) => ({ questionId, value: 3 })) },
  })),

  'GET /api/events/:id/answering-room': shared(({ givenEventId }) => ({
    path: `/api/events/${givenEventId}/answering-room`,
  })),
  'POST /api/events/:id/answering-room': shared(({ givenEventId }) => ({
    path: `/api/events/${givenEventId}/answering-room`,
    body: {},
  })),
  'POST /api/events/:id/answering-room/opening': shared(({ endedEventId }) => ({
    path: `/api/events/${endedEventId}/answering-room/opening`,
    body: {},
  })),
  'GET /training-i-run/:id/room': shared(({ givenEventId }) => ({ path: `/training-i-run/${givenEventId}/room` })),
  'POST /training-i-run/:id/room': {
    ...shared(({ givenEventId }) => ({ path: `/training-i-run/${givenEventId}/room`, form: { step: 'digits' } })),
    asker: 'trainer',
  },
  'GET /e': shared(() => ({ path: '/e' })),
  'POST /e': {
    ...shared(() => ({ path: '/e', form: {} })),
    neverSucceeds: 'nothing was typed, so the form is shown again',
  },
  'GET /e/:token': person((_row, _rows, _isOwn, { token = 'none' }) => ({ path: `/e/${token}` }), { prepare: entered }),
  'POST /e/:token': person((_row, rows, _isOwn, { token = 'none' }) => ({ path: `/e/${token}`, form: ratings(rows) }), {
    prepare: entered,
  }),
};
