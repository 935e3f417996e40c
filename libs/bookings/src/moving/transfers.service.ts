import { Injectable } from '@nestjs/common';
import { EventEntity } from '@roundtable/events';
import { type Actor, Clock, Database, Problem, found, invalid, isOffice } from '@roundtable/platform';
import { ApprovalMails } from '../approval/approval.mails';
import { BookingMoves } from '../booking-moves.service';
import { BookingRequests } from '../booking-requests.service';
import { targetOf } from '../booking-transitions';
import { BookingEntity } from '../booking.entity';
import { BookingMails } from '../booking.mails';
import { BookingQueries } from '../bookings.queries';
import { ChargeProposals } from '../charges/charge-proposals.service';
import { CutOffs } from '../charges/cut-offs.service';
import type { BookingOutcome } from '../bookings.service';
import { LineService } from '../line.service';
import { AccessNeedsService } from '../needs/access-needs.service';
import { PlacesQueries } from '../places.queries';

/** Moving a booking to another event of its course: one action, both or neither. */
@Injectable()
export class TransfersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly queries: BookingQueries,
    private readonly requests: BookingRequests,
    private readonly moves: BookingMoves,
    private readonly line: LineService,
    private readonly places: PlacesQueries,
    private readonly mails: BookingMails,
    private readonly approvalMails: ApprovalMails,
    private readonly needs: AccessNeedsService,
    private readonly cutOffs: CutOffs,
    private readonly charges: ChargeProposals,
  ) {}

  /**
   * Ends the booking and makes one for the same person on the other event, where a place must be open to whoever gives
   * one up; who waited waits there. Access needs, approval and what was answered before go along. Asked again it answers
   * the same new booking. Refuses another course, an event that takes no bookings, and a place that is not open.
   */
  async transfer(actor: Actor, bookingId: string, eventId: string): Promise<BookingOutcome> {
    return this.database.transaction(async () => {
      const from = await this.queries.entity(actor, bookingId);
      const gates = new Map<string, number>();
      for (const id of [...new Set([from.eventId, eventId])].sort()) {
        const gate = await this.database.gate(EventEntity, id);
        if (gate !== null) gates.set(id, gate);
      }
      const booking = await this.database.repo(BookingEntity).findOneByOrFail({ id: bookingId });
      const done = await this.database.repo(BookingEntity).findOneBy({ replacesId: bookingId, eventId });
      if (done && booking.personId === done.personId) return { id: done.id, status: done.status, isNew: false };
      const target = await this.database.repo(EventEntity).findOneBy({ id: eventId });
      if (!target || (target.status === 'draft' && !isOffice(actor)))
        throw invalid({ eventId: 'There is no event with this id' });
      this.refuse(actor, booking, target, found(await this.eventOf(booking)));
      return this.move(actor, booking, target, gates.get(eventId) ?? 0);
    });
  }

  private refuse(actor: Actor, booking: BookingEntity, target: EventEntity, source: EventEntity): void {
    targetOf(booking.status, 'transfer');
    if (source.hasStarted(this.clock.now()) && !isOffice(actor)) throw new Problem('bookings.closed');
    if (target.id === booking.eventId) throw invalid({ eventId: 'Choose another date than the one you have' });
    if (target.courseId !== booking.courseId) throw invalid({ eventId: 'Choose an event of the same course' });
  }

  private async move(actor: Actor, booking: BookingEntity, target: EventEntity, gate: number): Promise<BookingOutcome> {
    const waiting = await this.database
      .repo(BookingEntity)
      .findOneBy({ liveEventKey: `${target.id}|${booking.personId}` });
    const request = await this.requests.read(
      actor,
      { event: target, gate, personId: booking.personId, within: [booking.agencyId] },
      booking.id,
    );
    const holdsPlace = booking.status === 'confirmed' || booking.status === 'offered' || booking.placeFoundAt !== null;
    if (request.isBlocked && holdsPlace) throw await this.requests.missingRefusal(actor, request);
    const isAwaiting = booking.status === 'awaiting_approval';
    const isOpen = !request.isBlocked && (await this.isOpen(target, booking, waiting));
    if (holdsPlace && !isOpen) throw new Problem('bookings.no-place', { detail: { eventId: target.id } });
    const now = this.clock.now();
    await this.moves.move(actor, booking, 'transfer', {
      columns: {
        endReason: 'Moved to another date',
        endCategory: 'training',
        ...(await this.cutOffs.columnsFor(booking, found(await this.eventOf(booking)))),
      },
    });
    if (waiting)
      await this.moves.move(actor, waiting, 'cancel', { reason: 'A place on this event came from another date' });
    const status = isAwaiting ? 'awaiting_approval' : isOpen ? 'confirmed' : 'waitlisted';
    const made = await this.requests.write(actor, request, status, {
      replacesId: booking.id,
      orderNumber: booking.orderNumber,
      approvedAt: booking.approvedAt,
      ...(isAwaiting && {
        approverKind: booking.approverKind,
        approvalAskedAt: now,
        placeFoundAt: isOpen ? now : null,
      }),
    });
    await this.needs.moveTo(booking.id, made.id);
    await this.mails.movedAway(booking);
    if (status === 'awaiting_approval' && made.approverKind)
      await this.approvalMails.asked(made, made.approverKind, null);
    else if (status === 'confirmed') {
      await this.line.endOtherWaits(made);
      await this.mails.confirmed(made, 'moved', request.missing);
    } else await this.mails.waitlisted(made, request.missing);
    await this.line.serve(found(await this.eventOf(booking)));
    await this.charges.follow(actor, booking.eventId);
    return { id: made.id, status, isNew: true };
  }

  private async isOpen(target: EventEntity, booking: BookingEntity, waiting: BookingEntity | null): Promise<boolean> {
    const { places, waitsByHand } = await this.line.serve(target);
    const isFirst = waiting === null || !waitsByHand;
    return isFirst && (await this.places.openTo(target, places, booking)) > 0;
  }

  private eventOf(booking: BookingEntity): Promise<EventEntity | null> {
    return this.database.repo(EventEntity).findOneBy({ id: booking.eventId });
  }
}
