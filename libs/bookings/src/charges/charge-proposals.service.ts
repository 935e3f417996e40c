import { AgencyEntity } from '@roundtable/agencies';
import { Injectable } from '@nestjs/common';
import { CourseEntity } from '@roundtable/courses';
import { EventEntity, EventsService } from '@roundtable/events';
import {
  type Actor,
  Audit,
  Clock,
  type ClosureDays,
  Database,
  WorkingTime,
  newId,
  newReference,
} from '@roundtable/platform';
import { In } from 'typeorm';
import { freeCancellationUntil } from '../booking-rules';
import { BookingEntity } from '../booking.entity';
import { RegisterEntity } from '../register.entity';
import { ChargeMoves } from './charge-moves.service';
import { type DueCharge, type HeldPlace, chargeFor, isLate, payerOf, refilledAmong } from './charge-rules';
import { ChargeEntity, liveKeyOf } from './charge.entity';

type Due = DueCharge & Pick<ChargeEntity, 'agencyId' | 'payer' | 'orderNumber' | 'costCode'>;

/** What a closed register says of money. Nobody is told anything here. */
@Injectable()
export class ChargeProposals {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly events: EventsService,
    private readonly workingTime: WorkingTime,
    private readonly moves: ChargeMoves,
  ) {}

  /**
   * Brings the charges of an event into line with its register and its bookings; does nothing while the register is open.
   * What follows is proposed, or waived where a rule waives it; what no longer follows is withdrawn while nobody decided
   * it, and marked for staff where they confirmed it. Asked again it changes nothing. Call only after the event's gate.
   */
  async follow(actor: Actor, eventId: string): Promise<void> {
    if (!(await this.database.repo(RegisterEntity).existsBy({ eventId }))) return;
    const bookings = await this.database.repo(BookingEntity).findBy({ eventId });
    const due = await this.dueOf(eventId, bookings);
    const there = await this.chargesOf(bookings.map(({ id }) => id));
    const withReason = new Set(
      bookings.filter(({ endReason, absenceReason }) => (endReason ?? absenceReason) !== null).map(({ id }) => id),
    );
    for (const charge of there)
      // Reasons are kept for a year: what was waived for one stays waived when it is gone.
      if (charge.waiver !== 'reason' || withReason.has(charge.bookingId))
        await this.bringIntoLine(actor, charge, due.get(charge.bookingId));
    const known = new Set(
      there
        .filter(({ state, overtakenAt }) => state !== 'withdrawn' && (state !== 'credited' || overtakenAt === null))
        .map(({ bookingId, kind }) => liveKeyOf(bookingId, kind)),
    );
    const rows = [...due]
      .filter(([bookingId, { kind }]) => !known.has(liveKeyOf(bookingId, kind)))
      .map(([bookingId, one]) => this.rowOf(bookingId, one));
    if (rows.length === 0) return;
    await this.database.repo(ChargeEntity).insert(rows);
    const references = (state: ChargeEntity['state']) =>
      rows.filter((row) => row.state === state).map(({ reference }) => reference);
    await this.audit.record(actor, {
      action: 'charge.propose',
      subjectKind: 'event',
      subjectId: eventId,
      after: { proposed: references('proposed'), waived: references('waived') },
    });
  }

  private async bringIntoLine(actor: Actor, charge: ChargeEntity, due: Due | undefined): Promise<void> {
    const isDue = due?.kind === charge.kind;
    const isOpen = charge.state === 'proposed' || charge.state === 'waived';
    if (isOpen && !isDue) return this.moves.move(actor, charge, 'withdraw', { decidedById: null });
    if (!isOpen) {
      if (charge.state === 'withdrawn' || isDue === (charge.overtakenAt === null)) return;
      // A credited one that was overtaken once stays so: what falls due anew is a charge of its own.
      if (charge.state === 'credited' && isDue) return;
      const overtakenAt = isDue ? null : this.clock.now();
      await this.database.repo(ChargeEntity).update({ id: charge.id }, { overtakenAt });
      return;
    }
    if (!due || charge.waiver === 'staff' || charge.toldAt !== null) return;
    const { pence, waiver } = due;
    if (charge.pence === pence && charge.waiver === waiver) return;
    if ((waiver === null) === (charge.state === 'proposed'))
      await this.database.repo(ChargeEntity).update({ id: charge.id, state: charge.state }, { pence, waiver });
    else await this.moves.move(actor, charge, waiver === null ? 'propose' : 'waive', { pence, waiver });
  }

  private rowOf(bookingId: string, due: Due): ChargeEntity {
    const now = this.clock.now();
    return this.database.repo(ChargeEntity).create({
      id: newId(),
      reference: newReference('CH'),
      bookingId,
      state: due.waiver === null ? 'proposed' : 'waived',
      liveKey: liveKeyOf(bookingId, due.kind),
      ...due,
      reason: null,
      decidedById: null,
      proposedAt: now,
      changedAt: now,
      toldAt: null,
      sentOnAt: null,
      creditedAt: null,
      creditSentOnAt: null,
      overtakenAt: null,
    });
  }

  /** What follows from the register, by booking. */
  private async dueOf(eventId: string, bookings: readonly BookingEntity[]): Promise<Map<string, Due>> {
    const event = await this.database.repo(EventEntity).findOneByOrFail({ id: eventId });
    const course = await this.database.repo(CourseEntity).findOneByOrFail({ id: event.courseId });
    const amountsFor = await this.events.amountsOf(event);
    const feeTypes = await this.feeTypesOf(bookings.map(({ agencyId }) => agencyId));
    const closureDays = await this.workingTime.closureDays();
    const refilled = refilledOf(bookings, event.capacity);
    const due = new Map<string, Due>();
    for (const booking of bookings) {
      const feeType = feeTypes.get(booking.agencyId) ?? 'other';
      const facts = factsOf(booking, closureDays, { event, isRefilled: refilled.has(booking.id) });
      const charge = chargeFor(facts, amountsFor(feeType));
      if (charge)
        due.set(booking.id, {
          ...charge,
          agencyId: booking.agencyId,
          payer: payerOf(feeType),
          orderNumber: booking.orderNumber,
          costCode: event.costCode ?? course.costCode,
        });
    }
    return due;
  }

  private async feeTypesOf(agencyIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database
      .repo(AgencyEntity)
      .find({ select: { id: true, feeType: true }, where: { id: In(['', ...new Set(agencyIds)]) } });
    return new Map(rows.map(({ id, feeType }) => [id, feeType]));
  }

  private async chargesOf(bookingIds: readonly string[]): Promise<ChargeEntity[]> {
    if (bookingIds.length === 0) return [];
    return this.database
      .repo(ChargeEntity)
      .find({ where: { bookingId: In([...bookingIds]) }, order: { proposedAt: 'ASC', id: 'ASC' } });
  }
}

function factsOf(
  booking: BookingEntity,
  closureDays: ClosureDays,
  { event, isRefilled }: { event: EventEntity; isRefilled: boolean },
) {
  const { status, attendance, endedAt, endReason, endCategory, cutOffAtEnd, promotedAt } = booking;
  return {
    status,
    attendance,
    absenceReason: booking.absenceReason,
    isWalkIn: booking.walkedInAt !== null,
    endedAt,
    endReason,
    endCategory,
    cutOffAtEnd,
    promotedFreeUntil: cutOffAtEnd && promotedAt && freeCancellationUntil(cutOffAtEnd, promotedAt, closureDays),
    isComingUnanswered: booking.comingAskedAt !== null && booking.comingAnsweredAt === null,
    isRefilled,
    isEventCancelled: event.status === 'cancelled',
  };
}

/** Which of the places given back too late somebody else got. A colleague who came instead got no place of another's. */
function refilledOf(bookings: readonly BookingEntity[], capacity: number): Set<string> {
  const given = bookings.flatMap(({ id, status, endedAt, cutOffAtEnd }) =>
    status === 'cancelled' && endedAt && isLate({ endedAt, cutOffAtEnd }) ? [{ bookingId: id, endedAt }] : [],
  );
  const held = bookings
    .filter(({ status, walkedInAt, cutOffAtEnd }) =>
      status === 'confirmed' ? walkedInAt === null : cutOffAtEnd !== null,
    )
    .map((booking): HeldPlace => ({
      bookingId: booking.id,
      from: booking.promotedAt ?? booking.approvedAt ?? booking.requestedAt,
      until: booking.endedAt,
      isPromoted: booking.promotedAt !== null,
    }));
  return refilledAmong(given, held, capacity);
}
