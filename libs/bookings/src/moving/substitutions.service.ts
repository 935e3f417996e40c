import { Injectable } from '@nestjs/common';
import type { WantedDelegate } from '@roundtable/contracts';
import { EventEntity } from '@roundtable/events';
import { AgencyDelegates } from '../groups/agency-delegates.service';
import { type Actor, Clock, Database, Problem, found, isDuplicate, isOffice, notFound } from '@roundtable/platform';
import { ApprovalMails } from '../approval/approval.mails';
import { ApproversService } from '../approval/approvers.service';
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

/** Sending a colleague of the same agency in the same place. */
@Injectable()
export class SubstitutionsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly queries: BookingQueries,
    private readonly delegates: AgencyDelegates,
    private readonly requests: BookingRequests,
    private readonly approvers: ApproversService,
    private readonly moves: BookingMoves,
    private readonly line: LineService,
    private readonly mails: BookingMails,
    private readonly approvalMails: ApprovalMails,
    private readonly cutOffs: CutOffs,
    private readonly charges: ChargeProposals,
  ) {}

  /**
   * Ends A's booking and makes B's in the same place, in one passage of the gate, until the first session starts. Nothing
   * personal moves: prerequisites, approval, access needs and answers are B's own. Asked again for the same person it
   * answers the same new booking. Leads of the agency and staff alone; refuses somebody who has a place already, and
   * whoever has not completed what must come first.
   */
  async substitute(actor: Actor, bookingId: string, wanted: WantedDelegate): Promise<BookingOutcome> {
    try {
      return await this.database.transaction(() => this.substituteInTransaction(actor, bookingId, wanted));
    } catch (error) {
      if (isDuplicate(error)) throw new Problem('bookings.already-on-course');
      throw error;
    }
  }

  private async substituteInTransaction(
    actor: Actor,
    bookingId: string,
    wanted: WantedDelegate,
  ): Promise<BookingOutcome> {
    const { eventId, agencyId } = await this.queries.entity(actor, bookingId);
    if (!isOffice(actor) && !actor.leadAgencyIds.includes(agencyId)) throw notFound();
    const gate = found(await this.database.gate(EventEntity, eventId));
    const event = await this.database.repo(EventEntity).findOneByOrFail({ id: eventId });
    const booking = await this.database.repo(BookingEntity).findOneByOrFail({ id: bookingId });
    const personId = await this.delegates.find(actor, agencyId, wanted);
    const done = await this.database.repo(BookingEntity).findOneBy({ replacesId: bookingId, personId });
    if (done) return { id: done.id, status: done.status, isNew: false };
    targetOf(booking.status, 'substitute');
    const there = await this.database.repo(BookingEntity).findOneBy({ liveEventKey: `${eventId}|${personId}` });
    if (there && there.status !== 'waitlisted')
      throw new Problem('bookings.already-on-course', { detail: { bookingId: there.id, eventId } });
    const request = await this.requests.read(actor, { event, gate, personId, within: [agencyId] });
    if (request.isBlocked) throw await this.requests.missingRefusal(actor, request);
    const approverKind = await this.approvers.kindFor(actor, personId, request.snapshot, undefined);
    await this.moves.move(actor, booking, 'substitute', { columns: await this.cutOffs.columnsFor(booking, event) });
    if (there) await this.moves.move(actor, there, 'cancel', { reason: 'They came into the place of a colleague' });
    const now = this.clock.now();
    const made = await this.requests.write(actor, request, approverKind ? 'awaiting_approval' : 'confirmed', {
      replacesId: booking.id,
      queueNumber: booking.queueNumber,
      orderNumber: booking.orderNumber,
      ...(approverKind
        ? { approverKind, approvalAskedAt: now, placeFoundAt: now }
        : { approvedAt: request.snapshot.approval === 'off' ? null : now }),
    });
    await this.mails.substituted(booking, actor.name);
    if (approverKind) await this.approvalMails.asked(made, approverKind, actor.name);
    else {
      await this.line.endOtherWaits(made);
      await this.mails.confirmed(made, 'in-place-of', request.missing, actor.name);
    }
    await this.charges.follow(actor, eventId);
    return { id: made.id, status: made.status, isNew: true };
  }
}
