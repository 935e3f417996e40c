import { Injectable } from '@nestjs/common';
import type { BookingStatus } from '@roundtable/contracts';
import { EventEntity } from '@roundtable/events';
import { type Actor, Clock, Database, Links, VISITOR } from '@roundtable/platform';
import { type BookingFacts, BookingFactsQueries } from '../booking-facts';
import { BookingEntity } from '../booking.entity';
import { CancellingService } from '../cancelling.service';
import { isAskedAfterChange } from './coming-rules';

/** What the links are for by which somebody says whether they come. */
export const COMING_LINK = 'coming';
const KEPT_AFTER_MS = 7 * 24 * 3_600_000;

/** A booking as whoever was asked sees it behind the link. */
export interface ComingSight {
  facts: BookingFacts;
  status: BookingStatus;
  /** Time or place changed, and that was not answered: a no costs nothing. */
  isAfterChange: boolean;
  hasStarted: boolean;
  isCalledOff: boolean;
  hasSaidYes: boolean;
  /** Until when a no costs nothing in any case. */
  cancelFreeUntil: Date | null;
}

/** 'Can you still come?', answered by the link in a mail, without signing in. */
@Injectable()
export class ComingLinks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly links: Links,
    private readonly factsOf: BookingFactsQueries,
    private readonly cancelling: CancellingService,
  ) {}

  /** A link for each of these bookings of one event; its secret by the booking. */
  async linksFor(bookingIds: readonly string[], event: Pick<EventEntity, 'endsAt'>): Promise<Map<string, string>> {
    const end = event.endsAt ?? this.clock.now();
    return this.links.makeEach(COMING_LINK, bookingIds, new Date(end.getTime() + KEPT_AFTER_MS));
  }

  /** The booking behind a link; null for one that works no more. Reading it changes nothing. */
  async see(token: string): Promise<ComingSight | null> {
    const booking = await this.behind(token);
    if (!booking) return null;
    const event = await this.database.repo(EventEntity).findOneByOrFail({ id: booking.eventId });
    const facts = await this.factsOf.of(booking);
    return {
      facts,
      status: booking.status,
      isAfterChange: isAskedAfterChange(booking),
      hasStarted: event.hasStarted(this.clock.now()),
      isCalledOff: event.status === 'cancelled',
      hasSaidYes: booking.status === 'confirmed' && booking.comingAnsweredAt !== null,
      cancelFreeUntil: facts.freeCancellationUntil,
    };
  }

  /** Says that they come. A booking that has ended, or whose event has begun, stays as it is. */
  async yes(token: string): Promise<void> {
    const booking = await this.open(token);
    if (booking) await this.cancelling.answerComing(delegateOf(booking), booking.id, true);
  }

  /** Gives the place back: free of charge after a change that was not answered, else by ordinary cancelling with a reason. */
  async no(token: string, reason: string): Promise<void> {
    const booking = await this.open(token);
    if (!booking) return;
    if (isAskedAfterChange(booking)) await this.cancelling.answerComing(delegateOf(booking), booking.id, false);
    else await this.cancelling.cancel(delegateOf(booking), booking.id, reason);
  }

  private async open(token: string): Promise<BookingEntity | null> {
    const booking = await this.behind(token);
    if (booking?.status !== 'confirmed') return null;
    const event = await this.database.repo(EventEntity).findOneByOrFail({ id: booking.eventId });
    return event.status === 'published' && !event.hasStarted(this.clock.now()) ? booking : null;
  }

  private async behind(token: string): Promise<BookingEntity | null> {
    const id = await this.links.subjectOf(COMING_LINK, token);
    return id === null ? null : this.database.repo(BookingEntity).findOneBy({ id });
  }
}

/** The link was sent to the delegate alone, so whoever uses it may do with this booking what the delegate may. */
function delegateOf({ personId }: BookingEntity): Actor {
  return { ...VISITOR, personId, roles: ['practitioner'], via: 'link' };
}
