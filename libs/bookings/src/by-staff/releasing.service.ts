import { Injectable } from '@nestjs/common';
import { EventEntity } from '@roundtable/events';
import { type Actor, Clock, Database, Problem, found } from '@roundtable/platform';
import { BookingMoves } from '../booking-moves.service';
import { BookingRequests } from '../booking-requests.service';
import { BookingEntity } from '../booking.entity';
import { BookingMails } from '../booking.mails';
import { LineService } from '../line.service';

/** Releasing a place whose holder did not complete what must come first. */
@Injectable()
export class ReleasingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly requests: BookingRequests,
    private readonly moves: BookingMoves,
    private readonly line: LineService,
    private readonly mails: BookingMails,
  ) {}

  /**
   * Ends a provisional booking once its date has passed, and gives the place to the line. Refuses one with nothing
   * missing, and one that still has time.
   */
  async release(actor: Actor, bookingId: string, reason: string): Promise<void> {
    await this.database.transaction(async () => {
      const { eventId } = found(await this.database.repo(BookingEntity).findOneBy({ id: bookingId }));
      found(await this.database.gate(EventEntity, eventId));
      const booking = await this.database.repo(BookingEntity).findOneByOrFail({ id: bookingId });
      const event = await this.database.repo(EventEntity).findOneByOrFail({ id: eventId });
      const missing = await this.requests.missingFor(event, booking.personId);
      if (missing.length === 0 || event.hasStarted(this.clock.now()))
        throw new Problem('bookings.not-possible', { detail: { from: booking.status, by: 'release' } });
      if (booking.provisionalUntil === null || booking.provisionalUntil > this.clock.now())
        throw new Problem('bookings.not-due', {
          detail: { provisionalUntil: booking.provisionalUntil?.toISOString() ?? null },
        });
      await this.moves.move(actor, booking, 'release', { reason, columns: { endCategory: 'training' } });
      await this.mails.released(booking, missing);
      await this.line.serve(event);
    });
  }
}
