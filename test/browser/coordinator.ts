import type { Served } from './served';

/** The coordinator, over the API, for what a test needs done and does not look at. */
export class Coordinator {
  private constructor(
    private readonly served: Served,
    private readonly cookie: string,
  ) {}

  static async of(served: Served): Promise<Coordinator> {
    const answer = await fetch(`${served.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'coordinator@partnership.example', password: 'round-table-demo' }),
    });
    return new Coordinator(served, answer.headers.getSetCookie()[0]?.split(';')[0] ?? '');
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

  /** Moves the clock past the event of a booking, marks everybody present and closes the register. */
  async holdTheEvent(bookingId: string): Promise<void> {
    const { eventId } = await this.ask<{ eventId: string }>('GET', `/api/bookings/${bookingId}`);
    await this.ask('POST', '/api/demonstration/clock', { offset: '+30 days' });
    const register = await this.ask<{ rows: { bookingId: string }[] }>('GET', `/api/events/${eventId}/register`);
    const entries = register.rows.map((row) => ({ bookingId: row.bookingId, attendance: 'present' }));
    await this.ask('PUT', `/api/events/${eventId}/register`, { entries });
    await this.ask('POST', `/api/events/${eventId}/register/closure`, {});
  }
}
