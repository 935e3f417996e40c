import { Injectable } from '@nestjs/common';
import { BookingQueries } from '@roundtable/bookings';
import { type BookingView, LIVE_BOOKING_STATUSES } from '@roundtable/contracts';
import { EvaluationsService } from '@roundtable/evaluations';
import { type Actor, Clock, notFound } from '@roundtable/platform';
import { isOver } from './booking-words';
import type { OwnBooking } from './my-training.presenter';

const MOST = 200;
/** For how many bookings the list says what may still be answered; each booking's own page always says so. */
const MOST_FORMS = 30;

/** A person's own bookings, and none of anybody else's, whatever else the person may see. */
@Injectable()
export class OwnBookings {
  constructor(
    private readonly queries: BookingQueries,
    private readonly evaluations: EvaluationsService,
    private readonly clock: Clock,
  ) {}

  /** All of them, the latest request first. */
  async all(actor: Actor): Promise<BookingView[]> {
    return this.list(actor, {});
  }

  /** Those that have not ended, of events that are not over; none for a visitor. */
  async live(actor: Actor): Promise<BookingView[]> {
    const now = this.clock.now();
    const bookings = await this.list(actor, { status: [...LIVE_BOOKING_STATUSES] });
    return bookings.filter((booking) => !isOver(booking, now));
  }

  /** One of them; somebody else's is not found. */
  async one(actor: Actor, id: string): Promise<BookingView> {
    const booking = await this.queries.one(actor, id);
    if (booking.practitionerId !== actor.personId) throw notFound();
    return booking;
  }

  /** A booking with what may still be answered. */
  async withForms(actor: Actor, booking: BookingView): Promise<OwnBooking> {
    if (booking.status !== 'confirmed') return { booking, before: null, after: null };
    const now = this.clock.now();
    const hasStarted = booking.startsAt !== null && new Date(booking.startsAt) <= now;
    const before = isOver(booking, now)
      ? null
      : (await this.evaluations.formForBooking(actor, booking.id, 'before')).state;
    const after = hasStarted ? (await this.evaluations.formForBooking(actor, booking.id, 'after')).state : null;
    return { booking, before, after };
  }

  /** The same for a list. */
  async eachWithForms(actor: Actor, bookings: readonly BookingView[]): Promise<OwnBooking[]> {
    const own: OwnBooking[] = [];
    let asked = 0;
    for (const booking of bookings) {
      if (booking.status === 'confirmed') asked += 1;
      own.push(asked <= MOST_FORMS ? await this.withForms(actor, booking) : { booking, before: null, after: null });
    }
    return own;
  }

  private async list(actor: Actor, wanted: { status?: BookingView['status'][] }): Promise<BookingView[]> {
    if (actor.personId === null) return [];
    return this.queries.some(actor, { ...wanted, practitionerId: actor.personId, _end: MOST });
  }
}
