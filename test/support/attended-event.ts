import type { EvaluationFormView, RegisterView } from '@roundtable/contracts';
import { type Caller, type Product, publishedEvent } from './product';

const HOUR_MS = 3600_000;
const WEEK_MS = 7 * 24 * HOUR_MS;

export interface AttendedEvent {
  eventId: string;
  courseId: string;
  /** In the order of the people. */
  bookingIds: string[];
}

/**
 * An event two weeks from now that these people booked, answered before, attended, and answered after, all over the
 * API. The clock stands an hour after its end when it is done.
 */
export async function attendedEvent(
  product: Product,
  coordinator: Caller,
  people: readonly Caller[],
  wanted: {
    title?: string;
    accessNeeds?: string;
    bookedBy?: Caller;
    course?: Record<string, unknown>;
    courseId?: string;
  } = {},
): Promise<AttendedEvent> {
  const startedAt = product.clock.now();
  const { eventId, courseId } = await publishedEvent(product, coordinator, {
    capacity: people.length,
    weeks: 2,
    ...(wanted.title ? { title: wanted.title } : {}),
    ...(wanted.courseId ? { courseId: wanted.courseId } : {}),
    course: { outcomeStatements: [{ stem: 'knowledge of', wording: 'What counts as neglect' }], ...wanted.course },
  });
  const bookingIds: string[] = [];
  for (const person of people) {
    const booked = await product.ask<{ id: string; status: string }>('POST', `/api/events/${eventId}/bookings`, {
      as: wanted.bookedBy ?? person,
      body: { practitionerId: person.personId, ...(wanted.accessNeeds ? { accessNeeds: wanted.accessNeeds } : {}) },
    });
    if (booked.body.status !== 'confirmed') throw new Error(`The place was not confirmed: ${booked.text}`);
    bookingIds.push(booked.body.id);
    await answer(product, person, booked.body.id, 'before', 2);
  }
  const day = new Date(startedAt.getTime() + 2 * WEEK_MS).toISOString().slice(0, 10);
  product.clock.set(`${day}T14:00:00Z`);
  const entries = bookingIds.map((bookingId) => ({ bookingId, attendance: 'present', minutes: 170 }));
  await product.ask('PUT', `/api/events/${eventId}/register`, { as: coordinator, body: { entries } });
  const closed = await product.ask<RegisterView>('POST', `/api/events/${eventId}/register/closure`, {
    as: coordinator,
  });
  if (closed.status !== 200) throw new Error(`The register was not closed: ${closed.text}`);
  for (const [index, person] of people.entries()) await answer(product, person, bookingIds[index]!, 'after', 5);
  return { eventId, courseId, bookingIds };
}

async function answer(
  product: Product,
  person: Caller,
  bookingId: string,
  stage: 'before' | 'after',
  value: number,
): Promise<void> {
  const path = `/api/bookings/${bookingId}/evaluations/${stage}`;
  const form = await product.ask<EvaluationFormView>('GET', path, { as: person });
  const answers = form.body.questions.map(({ id }) => ({ questionId: id, value }));
  const sent = await product.ask('PUT', path, { as: person, body: { answers } });
  if (sent.status !== 200) throw new Error(`The answers ${stage} were not taken: ${sent.text}`);
}
