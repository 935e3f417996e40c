import { Injectable } from '@nestjs/common';
import { EventEntity } from '@roundtable/events';
import { type Actor, Audit, Clock, Database, Problem, found, isOffice } from '@roundtable/platform';
import { requireTransition } from './booking-transitions';
import { BookingEntity } from './booking.entity';
import { BookingMails } from './booking.mails';
import { BookingQueries } from './bookings.queries';
import { LineService } from './line.service';

/** Giving a place back, and answering an offer. What is freed goes to the line in the same transaction. */
@Injectable()
export class CancellingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly queries: BookingQueries,
    private readonly line: LineService,
    private readonly mails: BookingMails,
  ) {}

  /** Cancels a booking, until the event starts; the office also afterwards. Refuses a booking that has ended. */
  async cancel(actor: Actor, bookingId: string, reason: string): Promise<void> {
    await this.change(actor, bookingId, async (booking, event) => {
      requireTransition(booking.status, 'cancelled');
      if (event.hasStarted(this.clock.now()) && !isOffice(actor)) throw new Problem('bookings.closed');
      await this.end(actor, booking, 'booking.cancel', reason);
      await this.mails.cancelled(booking);
      await this.line.serve(event);
    });
  }

  /** Takes an offered place, while the offer runs. */
  async accept(actor: Actor, bookingId: string): Promise<void> {
    await this.change(actor, bookingId, async (booking) => {
      if (booking.status === 'confirmed') return;
      if (booking.status !== 'offered' || booking.offeredUntil === null || booking.offeredUntil <= this.clock.now())
        throw new Problem('bookings.not-possible', { detail: { from: booking.status, to: 'confirmed' } });
      await this.database.repo(BookingEntity).update({ id: booking.id }, { status: 'confirmed', offeredUntil: null });
      await this.audit.record(actor, {
        action: 'booking.accept',
        subjectKind: 'booking',
        subjectId: booking.id,
        before: { status: 'offered' },
        after: { status: 'confirmed' },
      });
      await this.mails.confirmed({ ...booking, status: 'confirmed' } as BookingEntity, 'promoted');
    });
  }

  /** Gives an offered place to the next in line. */
  async refuse(actor: Actor, bookingId: string): Promise<void> {
    await this.change(actor, bookingId, async (booking, event) => {
      if (booking.status !== 'offered')
        throw new Problem('bookings.not-possible', { detail: { from: booking.status, to: 'cancelled' } });
      await this.end(actor, booking, 'booking.refuse', 'The offered place was refused');
      await this.line.serve(event);
    });
  }

  private async change(
    actor: Actor,
    bookingId: string,
    work: (booking: BookingEntity, event: EventEntity) => Promise<void>,
  ): Promise<void> {
    await this.database.transaction(async () => {
      const { eventId } = await this.queries.entity(actor, bookingId);
      found(await this.database.gate(EventEntity, eventId));
      const booking = await this.database.repo(BookingEntity).findOneByOrFail({ id: bookingId });
      await work(booking, await this.database.repo(EventEntity).findOneByOrFail({ id: eventId }));
    });
  }

  private async end(actor: Actor, booking: BookingEntity, action: string, reason: string): Promise<void> {
    const ended = {
      status: 'cancelled' as const,
      liveEventKey: null,
      liveCourseKey: null,
      offeredUntil: null,
      endedAt: this.clock.now(),
      endReason: reason,
    };
    await this.database.repo(BookingEntity).update({ id: booking.id }, ended);
    await this.audit.record(actor, {
      action,
      subjectKind: 'booking',
      subjectId: booking.id,
      before: { status: booking.status },
      after: { status: 'cancelled' },
    });
    Object.assign(booking, ended);
  }
}
