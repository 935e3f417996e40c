import { Injectable } from '@nestjs/common';
import { EventEntity } from '@roundtable/events';
import {
  type Actor,
  Clock,
  type ClosureDays,
  Database,
  Problem,
  WorkingTime,
  found,
  invalid,
  offerDeadline,
} from '@roundtable/platform';
import { BookingRequests } from '../booking-requests.service';
import { BookingEntity } from '../booking.entity';
import { BookingMails } from '../booking.mails';
import { LineService } from '../line.service';
import { PlacesQueries } from '../places.queries';
import { daysOffFor } from '../working-time-rules';

/** Offering another event to the people of one that is cancelled. Both gates are passed by whoever calls. */
@Injectable()
export class FollowingEventService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly requests: BookingRequests,
    private readonly line: LineService,
    private readonly places: PlacesQueries,
    private readonly mails: BookingMails,
    private readonly workingTime: WorkingTime,
  ) {}

  /** The event to offer. Refuses another course, the same event, and one that takes no bookings. */
  async target(cancelled: EventEntity, eventId: string): Promise<EventEntity> {
    const event = await this.database.repo(EventEntity).findOneBy({ id: eventId });
    const isOpen = event?.status === 'published' && event.startsAt !== null && !event.hasStarted(this.clock.now());
    if (!event || event.id === cancelled.id || event.courseId !== cancelled.courseId || !isOpen)
      throw invalid({ nextEventId: 'Choose another coming event of the same course' });
    return event;
  }

  /** Offers places in the old order to whoever held one, then a place in the line to the others. */
  async offer(
    actor: Actor,
    former: readonly BookingEntity[],
    event: EventEntity,
    aheadReason: string | null,
  ): Promise<void> {
    const waited = former.filter(({ status }) => status === 'waitlisted');
    const placed = former.filter(({ status }) => status !== 'waitlisted');
    const inOrder = [...placed, ...waited];
    const { places, waitsByHand } = await this.line.serve(event);
    const isLineFirst = aheadReason === null && waitsByHand;
    for (const [index, booking] of inOrder.entries()) {
      const gate = found(await this.database.gate(EventEntity, event.id));
      const facts = index === 0 ? places : await this.line.factsOf(event);
      await this.one(actor, booking, event, {
        queueNumber: aheadReason === null ? gate : index - inOrder.length,
        isOpen: !isLineFirst && (await this.places.openTo(event, facts, booking)) > 0,
        passReason: aheadReason,
        gate,
      });
    }
  }

  private async one(
    actor: Actor,
    former: BookingEntity,
    event: EventEntity,
    how: { queueNumber: number; isOpen: boolean; passReason: string | null; gate: number },
  ): Promise<void> {
    const { personId } = former;
    if (await this.database.repo(BookingEntity).existsBy({ liveEventKey: `${event.id}|${personId}` })) return;
    const request = await this.requests
      .read(actor, { event, gate: how.gate, personId, within: [former.agencyId] })
      .catch((error: unknown) => {
        if (error instanceof Problem) return null;
        throw error;
      });
    if (!request || !event.startsAt) return;
    const now = this.clock.now();
    const until =
      how.isOpen && !request.isBlocked
        ? offerDeadline(now, event.startsAt, await this.workingTime.closureDays(), await this.daysOffOf(request))
        : null;
    const made = await this.requests.write(actor, request, until ? 'offered' : 'waitlisted', {
      replacesId: former.id,
      queueNumber: how.queueNumber,
      passReason: how.passReason,
      orderNumber: former.orderNumber,
      approvedAt: former.approvedAt,
      offeredUntil: until,
      promotedAt: until ? now : null,
    });
    if (until) await this.mails.offered(made);
    else await this.mails.waitlisted(made, request.missing);
  }
  /** The days on which the clock of whoever is asked stops; a school's in its holidays too. */
  private async daysOffOf({ snapshot }: { snapshot: { sector: string } }): Promise<ClosureDays> {
    return daysOffFor(
      await this.places.sectorAndParent(snapshot.sector),
      await this.workingTime.closureDays(),
      await this.workingTime.schoolHolidays(),
    );
  }
}
