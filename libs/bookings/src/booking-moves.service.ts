import { Injectable } from '@nestjs/common';
import { type Actor, Audit, Clock, Database, Problem } from '@roundtable/platform';
import { type BookingVerb, isEnded, targetOf } from './booking-transitions';
import { BookingEntity } from './booking.entity';

export interface MoveFacts {
  /** Why, for the audit log and, where the booking ends, for its record. What a delegate wrote goes into columns alone. */
  reason?: string;
  columns?: Partial<BookingEntity>;
}

/** The one way a booking changes its state: by the table, on what is stored, with its audit entry. Call only after the gate. */
@Injectable()
export class BookingMoves {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /**
   * Moves a booking, and the object that was given with it. Refuses with `bookings.not-possible` what the table does not
   * hold and what somebody else moved meanwhile.
   */
  async move(actor: Actor, booking: BookingEntity, by: BookingVerb, facts: MoveFacts = {}): Promise<void> {
    const from = booking.status;
    if (!(await this.tryMove(actor, booking, by, facts)))
      throw new Problem('bookings.not-possible', { detail: { from, by } });
  }

  /** The same; answers false, and changes nothing, where somebody else moved the booking meanwhile. */
  async tryMove(actor: Actor, booking: BookingEntity, by: BookingVerb, facts: MoveFacts = {}): Promise<boolean> {
    const from = booking.status;
    const to = targetOf(from, by);
    const change: Partial<BookingEntity> = {
      status: to,
      placeFoundAt: null,
      ...(isEnded(to) ? this.ended(facts.reason) : {}),
      ...(to === 'waitlisted' ? { liveCourseKey: null } : {}),
      ...(to === 'offered' ? {} : { offeredUntil: null }),
      ...facts.columns,
    };
    const done = await this.database.repo(BookingEntity).update({ id: booking.id, status: from }, change);
    if (!done.affected) return false;
    Object.assign(booking, change);
    await this.audit.record(actor, {
      action: `booking.${by}`,
      subjectKind: 'booking',
      subjectId: booking.id,
      before: { status: from },
      after: { status: to, ...(actor.via === 'link' && { via: 'link', approver: booking.approverKind }) },
      reason: facts.reason,
    });
    return true;
  }

  private ended(reason: string | undefined): Partial<BookingEntity> {
    return {
      liveEventKey: null,
      liveCourseKey: null,
      provisionalUntil: null,
      endedAt: this.clock.now(),
      endReason: reason?.slice(0, 300) ?? null,
    };
  }
}
