import { BookingEntity } from '@roundtable/bookings';
import {
  EvaluationFormEntity,
  FormQuestionEntity,
  LineManagerEntity,
  QuestionEntity,
  ResponseEntity,
} from '@roundtable/evaluations';
import { EventEntity } from '@roundtable/events';
import { Links, newId } from '@roundtable/platform';
import type { Product } from '../../support/product';
import type { RouteRequest } from './requests';
import type { PersonRows } from './rows';

const DAY_MS = 24 * 3600_000;

/** A follow-up that is open, with a question to the line manager that was asked: a link of each. */
async function asked(product: Product, { attendedId }: PersonRows): Promise<Record<string, string>> {
  const repo = product.database.repo.bind(product.database);
  const now = product.clock.now();
  const booking = await repo(BookingEntity).findOneByOrFail({ id: attendedId });
  const { eventId, personId, courseId } = booking;
  const endsAt = new Date(now.getTime() - 100 * DAY_MS);
  await repo(EventEntity).update({ id: eventId }, { startsAt: new Date(endsAt.getTime() - 3 * 3600_000), endsAt });
  const event = await repo(EventEntity).findOneByOrFail({ id: eventId });
  const [questionId, formId] = [newId(), newId()];
  await repo(QuestionEntity).insert({
    id: questionId,
    courseId,
    kind: 'yes-no',
    wording: 'Do they use it?',
    createdAt: now,
  });
  await repo(EvaluationFormEntity).insert({ id: formId, courseId, version: 90, publishedAt: now, createdAt: now });
  await repo(FormQuestionEntity).insert({
    id: newId(),
    formId,
    position: 0,
    statementId: null,
    questionId,
    stages: ['follow-up', 'line-manager'],
    isRequired: true,
    help: null,
  });
  const closesAt = new Date(now.getTime() + 20 * DAY_MS);
  await repo(LineManagerEntity).insert({
    id: newId(),
    uniqueKey: LineManagerEntity.keyOf(eventId, personId),
    eventId,
    personId,
    name: 'Maya Manager',
    email: 'maya@matrix.example',
    askFrom: now,
    refusedAt: null,
    closesAt,
    createdAt: now,
  });
  const links = product.app.get(Links);
  const [followUp, question] = (['follow-up', 'line-manager'] as const).map((mode) =>
    Object.assign(ResponseEntity.ofBooking(booking, event, mode, now), { askedAt: now }),
  );
  await repo(ResponseEntity).insert([followUp!, question!]);
  return {
    questionId,
    followUp: await links.make('evaluation', followUp!.id, closesAt),
    token: await links.make('line-manager', question!.id, closesAt),
  };
}

const person = (ask: RouteRequest['ask']): RouteRequest => ({ rows: 'person', prepare: asked, ask });

/** The question to a line manager, and the delegate's no. */
export const LINE_MANAGER_REQUESTS: Record<string, RouteRequest> = {
  'GET /api/manager-questions/:token': person((_row, _rows, _isOwn, { token = 'x' }) => ({
    path: `/api/manager-questions/${token}`,
  })),
  'PUT /api/manager-questions/:token': person((_row, _rows, _isOwn, { token = 'x', questionId = 'x' }) => ({
    path: `/api/manager-questions/${token}`,
    body: { answers: [{ questionId, value: 'yes' }] },
  })),
  'GET /manager-questions/:token': person((_row, _rows, _isOwn, { token = 'x' }) => ({
    path: `/manager-questions/${token}`,
  })),
  'POST /manager-questions/:token': person((_row, _rows, _isOwn, { token = 'x', questionId = 'x' }) => ({
    path: `/manager-questions/${token}`,
    form: { [`answer-${questionId}`]: 'yes' },
  })),
  'DELETE /api/evaluations/:token/line-manager': person((_row, _rows, _isOwn, { followUp = 'x' }) => ({
    path: `/api/evaluations/${followUp}/line-manager`,
  })),
  'DELETE /api/bookings/:id/evaluations/follow-up/line-manager': person(({ attendedId }) => ({
    path: `/api/bookings/${attendedId}/evaluations/follow-up/line-manager`,
  })),
};
