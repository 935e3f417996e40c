import { Injectable } from '@nestjs/common';
import { type BookingStatus, LIVE_BOOKING_STATUSES, type NewBooking } from '@roundtable/contracts';
import { EventEntity } from '@roundtable/events';
import { PeopleService } from '@roundtable/people';
import { type Actor, Clock, Database, Problem, found, isDuplicate, isOffice, notFound } from '@roundtable/platform';
import { In } from 'typeorm';
import { ApprovalMails } from './approval/approval.mails';
import { ApproversService } from './approval/approvers.service';
import { type BookingRequest, BookingRequests } from './booking-requests.service';
import { BookingEntity } from './booking.entity';
import { BookingMails } from './booking.mails';
import { LineService } from './line.service';
import { AccessNeedsService } from './needs/access-needs.service';
import { PlacesQueries } from './places.queries';

/** What somebody asks for; several at once may want a place or nothing. */
export interface WantedPlace extends NewBooking {
  /** Refuse with `bookings.no-place` instead of joining the line. */
  placeOrNothing?: boolean;
}

export interface BookingOutcome {
  id: string;
  status: BookingStatus;
  /** False where the person had this booking already. */
  isNew: boolean;
}

/** Asking for a place. Every decision is taken after the event's gate, so a place is never sold twice. */
@Injectable()
export class BookingsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly people: PeopleService,
    private readonly requests: BookingRequests,
    private readonly approvers: ApproversService,
    private readonly approvalMails: ApprovalMails,
    private readonly line: LineService,
    private readonly places: PlacesQueries,
    private readonly mails: BookingMails,
    private readonly needs: AccessNeedsService,
  ) {}

  /**
   * Asks for a place for oneself, or for somebody one may act for. Awaits approval where the agency wants it; else
   * confirmed where a place is open to it, otherwise waitlisted. Asking again answers the same booking. Refuses where
   * something is missing before the course, where there is a place on another date, and where the event takes no bookings.
   */
  async book(actor: Actor, eventId: string, wanted: NewBooking): Promise<BookingOutcome> {
    try {
      return await this.database.transaction(async () => {
        const { event, gate } = await this.passGate(actor, eventId);
        return this.bookPast(actor, event, gate, wanted.practitionerId ?? actor.personId ?? '', wanted);
      });
    } catch (error) {
      if (isDuplicate(error)) throw new Problem('bookings.already-on-course');
      throw error;
    }
  }

  /** Passes the event's gate, before any read that decides. 404 for an event that is not there, or not yet public. */
  async passGate(actor: Actor, eventId: string): Promise<{ event: EventEntity; gate: number }> {
    const gate = found(await this.database.gate(EventEntity, eventId));
    const event = await this.database.repo(EventEntity).findOneByOrFail({ id: eventId });
    if (event.status === 'draft' && !isOffice(actor)) throw notFound();
    return { event, gate };
  }

  /** The same as `book` for one person, for whoever passed the gate already. `within` narrows the agencies it may be for. */
  async bookPast(
    asking: Actor,
    event: EventEntity,
    gate: number,
    askedFor: string,
    wanted: WantedPlace,
    within?: readonly string[],
  ): Promise<BookingOutcome> {
    const personId = found(await this.people.heldStill(askedFor));
    // Who was merged while they asked is the person that stays.
    const actor = askedFor === asking.personId ? { ...asking, personId } : asking;
    if (!(await this.people.mayActFor(actor, personId))) throw notFound();
    const onCourse = await this.database
      .repo(BookingEntity)
      .findBy({ personId, courseId: event.courseId, status: In([...LIVE_BOOKING_STATUSES]) });
    const there = onCourse.find(({ liveEventKey }) => liveEventKey === `${event.id}|${personId}`);
    if (there) return { id: there.id, status: there.status, isNew: false };
    const isOthers = actor.personId !== personId;
    const passReason = isOffice(actor) ? wanted.passReason?.trim() || undefined : undefined;
    const request = await this.requests.read(actor, {
      event,
      gate,
      personId,
      within: within ?? (isOthers && !isOffice(actor) ? actor.leadAgencyIds : undefined),
      onCourse,
    });
    if (request.isBlocked && !wanted.waitIfMissing) throw await this.requests.missingRefusal(actor, request);
    const isOpen = !request.isBlocked && (await this.isOpen(request, passReason !== undefined));
    if (!isOpen && wanted.placeOrNothing) throw new Problem('bookings.no-place');
    const approverKind = await this.approvers.kindFor(actor, personId, request.snapshot, passReason);
    const now = this.clock.now();
    const status = approverKind ? 'awaiting_approval' : isOpen ? 'confirmed' : 'waitlisted';
    const booking = await this.requests.write(actor, request, status, {
      orderNumber: wanted.orderNumber?.trim() || null,
      passReason: passReason ?? null,
      ...(approverKind
        ? { approverKind, approvalAskedAt: now, placeFoundAt: isOpen ? now : null }
        : { approvedAt: request.snapshot.approval === 'off' ? null : now }),
    });
    await this.needs.keepWith(actor, booking, wanted);
    const by = isOthers ? actor.name : null;
    if (status === 'awaiting_approval') await this.approvalMails.asked(booking, approverKind!, by);
    else if (status === 'confirmed') {
      if (onCourse.length) await this.line.endOtherWaits(booking);
      await this.mails.confirmed(booking, isOthers ? 'by-another' : 'asked', request.missing, actor.name, request);
    } else await this.mails.waitlisted(booking, request.missing, by, request);
    return { id: booking.id, status, isNew: true };
  }

  /**
   * Whether a place is open to the request, once the line was served. Staff who say why pass kept places, caps and the
   * order of the line, and never the number of places.
   */
  private async isOpen({ event, snapshot }: BookingRequest, isPassing: boolean): Promise<boolean> {
    const { places, waitsByHand } = await this.line.serve(event);
    if (isPassing) return places.capacity > places.held.total;
    if (waitsByHand) return false;
    return (await this.places.openTo(event, places, snapshot)) > 0;
  }
}
