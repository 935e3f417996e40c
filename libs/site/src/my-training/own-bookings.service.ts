import { Injectable } from '@nestjs/common';
import { BookingQueries } from '@roundtable/bookings';
import { type BookingView, LIVE_BOOKING_STATUSES } from '@roundtable/contracts';
import { EvaluationStates } from '@roundtable/evaluations';
import { type Actor, Clock, notFound } from '@roundtable/platform';
import { isOver } from './booking-words';
import type { OwnBooking } from './my-training.presenter';

const MOST = 200;

/** A person's own bookings, and none of anybody else's, whatever else the person may see. */
@Injectable()
export class OwnBookings {
  constructor(
    private readonly queries: BookingQueries,
    private readonly states: EvaluationStates,
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
    const [own] = await this.eachWithForms(actor, [booking]);
    return own ?? { booking, before: null, after: null, followUp: null };
  }

  /** The same for a list. */
  async eachWithForms(actor: Actor, bookings: readonly BookingView[]): Promise<OwnBooking[]> {
    const now = this.clock.now();
    const confirmed = bookings.filter(({ status }) => status === 'confirmed');
    const states = await this.states.of(
      actor,
      confirmed.map(({ id }) => id),
    );
    return bookings.map((booking) => {
      const forms = states.get(booking.id);
      const hasStarted = booking.startsAt !== null && new Date(booking.startsAt) <= now;
      return {
        booking,
        before: forms && !isOver(booking, now) ? forms.before : null,
        after: forms && hasStarted ? forms.after : null,
        followUp: forms && hasStarted ? forms['follow-up'] : null,
      };
    });
  }

  private async list(actor: Actor, wanted: { status?: BookingView['status'][] }): Promise<BookingView[]> {
    if (actor.personId === null) return [];
    return this.queries.some(actor, { ...wanted, practitionerId: actor.personId, _end: MOST });
  }
}
