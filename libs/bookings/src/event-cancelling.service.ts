import { Injectable } from '@nestjs/common';
import { LIVE_BOOKING_STATUSES, type NextEvent } from '@roundtable/contracts';
import { EventEntity, EventTrainerMails, EventsService, TrainerDiaries } from '@roundtable/events';
import { type Actor, Clock, Database, Problem, found } from '@roundtable/platform';
import { In } from 'typeorm';
import { BookingEntity } from './booking.entity';
import { BookingMoves } from './booking-moves.service';
import { EventChangeMails } from './mails/event-change.mails';
import { FollowingEventService } from './moving/following-event.service';
import { TeamPlacesRelease } from './team-places/team-places-release.service';

/** Cancelling an event, and what becomes of its people. */
@Injectable()
export class EventCancellingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventsService,
    private readonly mails: EventChangeMails,
    private readonly moves: BookingMoves,
    private readonly following: FollowingEventService,
    private readonly teamPlaces: TeamPlacesRelease,
    private readonly trainerMails: EventTrainerMails,
    private readonly trainerDiaries: TrainerDiaries,
  ) {}

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
        where: { eventId, status: In([...LIVE_BOOKING_STATUSES]) },
        order: { queueNumber: 'ASC' },
      });
      const before = live.map((booking) => ({ ...booking }) as BookingEntity);
      for (const booking of live) {
        await this.moves.move(actor, booking, 'cancel', {
          reason: 'The event was cancelled',
          columns: { endCategory: 'organiser' },
        });
      }
      await this.mails.eventCancelled(live, reason);
      await this.teamPlaces.endAll(eventId);
      await this.trainerMails.cancelled(eventId, reason);
      await this.trainerDiaries.withdrawEvent(eventId);
      if (target) await this.following.offer(actor, before, target, next?.aheadReason?.trim() || null);
    });
  }
}
