import { managingAllegationsAndConcerns } from '../../libs/elearning/src/content/managing-allegations-and-concerns';
import type { Served } from './served';

const COURSE = 'Managing Allegations Workshop';
const RIGHT_ANSWERS = Object.fromEntries(
  managingAllegationsAndConcerns.questions.map(({ id, rightOptionId }) => [id, rightOptionId]),
);

/** Somebody signed in, over the API, for what a test needs done and does not look at. */
export class Person {
  private constructor(
    private readonly served: Served,
    private readonly cookie: string,
  ) {}

  static async signIn(served: Served, email: string): Promise<Person> {
    const answer = await fetch(`${served.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password: 'round-table-demo' }),
    });
    return new Person(served, answer.headers.getSetCookie()[0]?.split(';')[0] ?? '');
  }

  async ask<Body>(method: string, path: string, body?: unknown): Promise<Body> {
    const answer = await fetch(`${this.served.url}${path}`, {
      method,
      headers: { cookie: this.cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Body;
  }

  /** Completes the module, books the first workshop with a free place, and answers the questions before. */
  async bookTheWorkshop(): Promise<{ bookingId: string; reference: string; eventId: string }> {
    const modules = await this.ask<{ id: string; slug: string }[]>('GET', '/api/modules');
    const module = modules.find((one) => one.slug === managingAllegationsAndConcerns.slug);
    await this.ask('POST', `/api/modules/${module?.id}/attempts`, { answers: RIGHT_ANSWERS });
    const events = await this.ask<{ id: string; courseTitle: string; placesFree: number }[]>(
      'GET',
      '/api/events?status=published&_end=100',
    );
    const event = events.find((one) => one.courseTitle === COURSE && one.placesFree > 0);
    const booking = await this.ask<{ id: string; reference: string; eventId: string }>(
      'POST',
      `/api/events/${event?.id}/bookings`,
      {},
    );
    await this.answer(booking.id, 'before');
    return { bookingId: booking.id, reference: booking.reference, eventId: booking.eventId };
  }

  answerAfter(bookingId: string): Promise<void> {
    return this.answer(bookingId, 'after');
  }

  /** Moves the clock past the event of a booking, marks everybody present and closes the register; for the coordinator. */
  async holdTheEvent(bookingId: string): Promise<void> {
    const { eventId } = await this.ask<{ eventId: string }>('GET', `/api/bookings/${bookingId}`);
    await this.ask('POST', '/api/demonstration/clock', { offset: '+30 days' });
    const register = await this.ask<{ rows: { bookingId: string }[] }>('GET', `/api/events/${eventId}/register`);
    const entries = register.rows.map((row) => ({ bookingId: row.bookingId, attendance: 'present' }));
    await this.ask('PUT', `/api/events/${eventId}/register`, { entries });
    await this.ask('POST', `/api/events/${eventId}/register/closure`, {});
  }

  private async answer(bookingId: string, stage: 'before' | 'after'): Promise<void> {
    const path = `/api/bookings/${bookingId}/evaluations/${stage}`;
    const form = await this.ask<{ questions: { id: string }[] }>('GET', path);
    await this.ask('PUT', path, { answers: form.questions.map(({ id }) => ({ questionId: id, value: 5 })) });
  }
}
