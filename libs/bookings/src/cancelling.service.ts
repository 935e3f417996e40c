import { Injectable } from '@nestjs/common';
import { CANCEL_REASONS } from '@roundtable/contracts';
import { EventEntity } from '@roundtable/events';
import { type Actor, Audit, Clock, Database, Problem, found, isOffice } from '@roundtable/platform';
import { BookingMoves } from './booking-moves.service';
import { BookingRequests } from './booking-requests.service';
import { targetOf } from './booking-transitions';
import { BookingEntity } from './booking.entity';
import { BookingMails } from './booking.mails';
import { BookingQueries } from './bookings.queries';
import { ChargeProposals } from './charges/charge-proposals.service';
import { CutOffs } from './charges/cut-offs.service';
import { isAskedAfterChange } from './coming/coming-rules';
import { LineService } from './line.service';

/** Giving a place back, and answering an offer. What is freed goes to the line in the same transaction. */
@Injectable()
export class CancellingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly moves: BookingMoves,
    private readonly requests: BookingRequests,
    private readonly queries: BookingQueries,
    private readonly line: LineService,
    private readonly mails: BookingMails,
    private readonly cutOffs: CutOffs,
    private readonly charges: ChargeProposals,
  ) {}

  /** Cancels a booking, until the event starts; the office also afterwards. Refuses a booking that has ended. */
  async cancel(actor: Actor, bookingId: string, reason: string): Promise<void> {
    await this.change(actor, bookingId, async (booking, event) => {
      if (event.hasStarted(this.clock.now()) && !isOffice(actor)) {
        targetOf(booking.status, 'cancel');
        throw new Problem('bookings.closed');
      }
      // What a delegate wrote stays out of the audit log, which is kept longer than reasons are.
      await this.moves.move(actor, booking, 'cancel', {
        columns: { ...reasonColumns(reason), ...(await this.cutOffs.columnsFor(booking, event)) },
      });
      await this.mails.cancelled(booking);
      await this.line.serve(event);
    });
  }

  /** Takes an offered place, while the offer runs. Taking it again changes nothing. */
  async accept(actor: Actor, bookingId: string): Promise<void> {
    await this.change(actor, bookingId, async (booking, event) => {
      if (booking.status === 'confirmed') return;
      targetOf(booking.status, 'accept');
      if (booking.offeredUntil === null || booking.offeredUntil <= this.clock.now())
        throw new Problem('bookings.not-possible', { detail: { from: booking.status, by: 'accept' } });
      const missing = await this.requests.missingFor(event, booking.personId);
      await this.moves.move(actor, booking, 'accept', {
        columns: { provisionalUntil: await this.requests.provisionalUntil(event, missing) },
      });
      await this.line.endOtherWaits(booking);
      await this.mails.confirmed(booking, 'promoted', missing);
    });
  }

  /** Gives an offered place to the next in line. */
  async refuse(actor: Actor, bookingId: string): Promise<void> {
    await this.change(actor, bookingId, async (booking, event) => {
      await this.moves.move(actor, booking, 'refuse', { reason: 'The offered place was refused' });
      await this.mails.offerRefused(booking);
      await this.line.serve(event);
    });
  }

  /**
   * Answers 'can you still come?'. Yes keeps the place. No gives it back free of charge, and is only for whoever was asked
   * after a change of time or place and has not answered; everybody else cancels with a reason.
   */
  async answerComing(actor: Actor, bookingId: string, isComing: boolean): Promise<void> {
    await this.change(actor, bookingId, async (booking, event) => {
      const isOpen = booking.status === 'confirmed' && !event.hasStarted(this.clock.now());
      if (!isOpen || (!isComing && !isAskedAfterChange(booking)))
        throw new Problem('bookings.not-possible', { detail: { from: booking.status, by: 'coming' } });
      const comingAnsweredAt = this.clock.now();
      if (isComing) {
        await this.database.repo(BookingEntity).update({ id: booking.id }, { comingAnsweredAt });
        await this.audit.record(actor, {
          action: 'booking.say-coming',
          subjectKind: 'booking',
          subjectId: booking.id,
          before: { comingAnsweredAt: booking.comingAnsweredAt?.toISOString() ?? null },
          after: { comingAnsweredAt: comingAnsweredAt.toISOString() },
        });
        return;
      }
      await this.moves.move(actor, booking, 'cancel', {
        columns: {
          comingAnsweredAt,
          endReason: 'The new time or place does not suit',
          endCategory: 'organiser',
          ...(await this.cutOffs.columnsFor(booking, event)),
        },
      });
      await this.mails.cancelled(booking);
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
      await this.charges.follow(actor, eventId);
    });
  }
}

/** A reason from the list is kept as its words and category; anything else as it was written. */
export function reasonColumns(reason: string): Pick<BookingEntity, 'endReason' | 'endCategory'> {
  const listed = CANCEL_REASONS.find(({ key }) => key === reason);
  return { endReason: (listed?.words ?? reason).slice(0, 300), endCategory: listed?.category ?? 'other' };
}
