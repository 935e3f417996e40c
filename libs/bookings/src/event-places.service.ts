import { Injectable } from '@nestjs/common';
import type { EventChange, NextEvent } from '@roundtable/contracts';
import { EventEntity, EventsService, JoiningsService } from '@roundtable/events';
import { type Actor, Clock, Database, Problem, found, offerDeadline } from '@roundtable/platform';
import { In } from 'typeorm';
import { BookingEntity } from './booking.entity';
import { BookingMails } from './booking.mails';
import { BookingMoves } from './booking-moves.service';
import { LineService } from './line.service';
import { RegisterMarkEntity } from './register-mark.entity';
import { PlacesQueries } from './places.queries';
import { FollowingEventService } from './moving/following-event.service';
import { ProvisionalService } from './provisional/provisional.service';
import { TeamPlacesRelease } from './team-places/team-places-release.service';

/** Changes of an event that change places: capacity, and cancelling it. */
@Injectable()
export class EventPlacesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventsService,
    private readonly places: PlacesQueries,
    private readonly line: LineService,
    private readonly mails: BookingMails,
    private readonly moves: BookingMoves,
    private readonly provisional: ProvisionalService,
    private readonly following: FollowingEventService,
    private readonly teamPlaces: TeamPlacesRelease,
    private readonly joinings: JoiningsService,
  ) {}

  /** Changes an event. Raising the capacity serves the line; lowering it below places held is refused. */
  async change(actor: Actor, eventId: string, wanted: EventChange): Promise<void> {
    const { capacity, joining, ...facts } = wanted;
    await this.database.transaction(async () => {
      found(await this.database.gate(EventEntity, eventId));
      if (joining) await this.joinings.change(actor, eventId, joining);
      if (Object.keys(facts).length) await this.changeFacts(actor, eventId, facts);
      if (capacity !== undefined) {
        const held = (await this.places.countsOf([eventId]))(eventId).held.total;
        if (capacity < held) throw new Problem('events.capacity-below-held', { detail: { placesHeld: held } });
        await this.events.setCapacity(actor, eventId, capacity);
      }
      await this.line.serve(await this.database.repo(EventEntity).findOneByOrFail({ id: eventId }));
    });
  }

  /**
   * A small correction is told to nobody. Where time or place change everybody is told, diaries follow, deadlines and
   * what must come first are looked at again, and whoever has a place is asked whether they can still come.
   */
  private async changeFacts(
    actor: Actor,
    eventId: string,
    facts: Omit<EventChange, 'capacity' | 'joining'>,
  ): Promise<void> {
    const bookings = this.database.repo(BookingEntity);
    const confirmed = await bookings.findBy({ eventId, status: 'confirmed' });
    const changed = await this.events.changeFacts(actor, eventId, facts, async (sessionIds) => {
      for (const booking of confirmed) await this.mails.sessionsDropped(booking, sessionIds);
      await this.database.repo(RegisterMarkEntity).delete({ sessionId: In(sessionIds) });
    });
    if (changed.event.status !== 'published' || !(changed.isTimeChanged || changed.isPlaceChanged)) return;
    await bookings.update(
      { eventId, status: 'confirmed' },
      { comingAskedAt: this.clock.now(), comingAnsweredAt: null },
    );
    for (const booking of confirmed) await this.mails.rescheduled(booking);
    const others = await bookings.findBy({ eventId, status: In(['offered', 'waitlisted', 'awaiting_approval']) });
    for (const booking of others) await this.mails.rescheduledWhileWaiting(booking);
    if (changed.isTimeChanged) {
      await this.shortenOffers(changed.event, others);
      await this.provisional.recheck(changed.event);
    }
  }

  /** An offer ends at 12:00 on the last working day before the new date at the latest. */
  private async shortenOffers(event: EventEntity, bookings: readonly BookingEntity[]): Promise<void> {
    for (const { id, status, offeredUntil, promotedAt } of bookings) {
      const until = event.startsAt && offerDeadline(promotedAt ?? this.clock.now(), event.startsAt, []);
      if (status === 'offered' && until && offeredUntil && until < offeredUntil)
        await this.database.repo(BookingEntity).update({ id }, { offeredUntil: until });
    }
  }

  /**
   * Cancels an event: everybody with a live booking is told, and their diaries are cleared. With a next event those
   * affected are offered places there in their old order; ahead of its line only for a reason. Again changes nothing.
   */
  async cancel(actor: Actor, eventId: string, reason: string, next?: NextEvent): Promise<void> {
    await this.database.transaction(async () => {
      const gates = new Map<string, number | null>();
      for (const id of [...new Set([eventId, ...(next ? [next.eventId] : [])])].sort())
        gates.set(id, await this.database.gate(EventEntity, id));
      found(gates.get(eventId));
      const event = await this.database.repo(EventEntity).findOneByOrFail({ id: eventId });
      if (event.status === 'cancelled') return;
      if (event.hasEnded(this.clock.now())) throw new Problem('events.ended');
      const target = next ? await this.following.target(event, next.eventId) : null;
      await this.events.markCancelled(actor, eventId, reason);
      const live = await this.database.repo(BookingEntity).find({
        where: { eventId, status: In(['confirmed', 'offered', 'waitlisted', 'awaiting_approval']) },
        order: { queueNumber: 'ASC' },
      });
      const before = live.map((booking) => ({ ...booking }) as BookingEntity);
      for (const booking of live) {
        await this.moves.move(actor, booking, 'cancel', {
          reason: 'The event was cancelled',
          columns: { endCategory: 'organiser' },
        });
        await this.mails.eventCancelled(booking, reason);
      }
      await this.teamPlaces.endAll(eventId);
      if (target) await this.following.offer(actor, before, target, next?.aheadReason?.trim() || null);
    });
  }
}
