import { Injectable } from '@nestjs/common';
import { CourseEntity } from '@roundtable/courses';
import { EventEntity } from '@roundtable/events';
import { type Actor, Clock, Database, Problem, found, isOffice, notFound } from '@roundtable/platform';
import { BookingMoves } from '../booking-moves.service';
import { BookingRequests } from '../booking-requests.service';
import { BookingEntity } from '../booking.entity';
import { BookingMails } from '../booking.mails';
import { BookingQueries } from '../bookings.queries';
import { LineService } from '../line.service';
import { PlacesQueries } from '../places.queries';
import { ApprovalMails } from './approval.mails';

/** Approving and declining what an agency's people ask for. Approval comes before the line. */
@Injectable()
export class ApprovalsService {
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
  ) {}

  /**
   * Approves: confirmed where it held a place or one is open, else it joins the line. Approving again changes nothing.
   * 404 for whoever is neither a lead of the booking's agency nor staff.
   */
  async approve(actor: Actor, bookingId: string): Promise<void> {
    await this.database.transaction(() => this.approveInTransaction(actor, bookingId));
  }

  /** Declines with a reason, which the delegate is told. What the request held goes to the line. */
  async decline(actor: Actor, bookingId: string, reason: string): Promise<void> {
    await this.database.transaction(async () => {
      const { booking, event } = await this.standing(actor, bookingId);
      if (booking.status === 'declined') return;
      await this.moves.move(actor, booking, 'decline', { reason });
      await this.approvalMails.declined(booking, reason);
      await this.line.serve(event);
    });
  }

  private async approveInTransaction(actor: Actor, bookingId: string): Promise<void> {
    const { booking, event, gate } = await this.standing(actor, bookingId);
    if (booking.approvedAt && booking.status !== 'awaiting_approval') return;
    if (event.hasStarted(this.clock.now())) throw new Problem('bookings.closed');
    const course = await this.database.repo(CourseEntity).findOneByOrFail({ id: event.courseId });
    const missing = await this.requests.missingFor(event, booking.personId);
    const isBlocked = missing.length > 0 && (await this.requests.isBlocked(event, course));
    const approvedAt = this.clock.now();
    if (!isBlocked && (booking.placeFoundAt !== null || (await this.isOpenTo(booking, event)))) {
      await this.moves.move(actor, booking, 'approve', {
        columns: { approvedAt, provisionalUntil: await this.requests.provisionalUntil(event, missing) },
      });
      await this.line.endOtherWaits(booking);
      await this.mails.confirmed(booking, 'approved', missing);
    } else {
      await this.moves.move(actor, booking, 'queue', { columns: { approvedAt, queueNumber: gate } });
      await this.mails.waitlisted(booking, missing);
      await this.line.serve(event);
    }
  }

  private async isOpenTo(booking: BookingEntity, event: EventEntity): Promise<boolean> {
    const { places, waitsByHand } = await this.line.serve(event);
    if (waitsByHand) return false;
    return (await this.places.openTo(event, places, booking)) > 0;
  }

  private async standing(
    actor: Actor,
    bookingId: string,
  ): Promise<{ booking: BookingEntity; event: EventEntity; gate: number }> {
    const { eventId, agencyId } =
      actor.via === 'link'
        ? found(await this.database.repo(BookingEntity).findOneBy({ id: bookingId }))
        : await this.queries.entity(actor, bookingId);
    if (actor.via !== 'link' && !isOffice(actor) && !actor.leadAgencyIds.includes(agencyId)) throw notFound();
    const gate = found(await this.database.gate(EventEntity, eventId));
    return {
      booking: await this.database.repo(BookingEntity).findOneByOrFail({ id: bookingId }),
      event: await this.database.repo(EventEntity).findOneByOrFail({ id: eventId }),
      gate,
    };
  }
}
