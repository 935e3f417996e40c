import { Injectable } from '@nestjs/common';
import type { EventChange } from '@roundtable/contracts';
import { EventEntity, EventsService, RoomService } from '@roundtable/events';
import { type Actor, Audit, Clock, Database, Problem, found } from '@roundtable/platform';
import { In } from 'typeorm';
import { BookingEntity } from './booking.entity';
import { BookingMails } from './booking.mails';
import { LineService } from './line.service';
import { RegisterMarkEntity } from './register-mark.entity';
import { PlacesQueries } from './places.queries';

/** Changes of an event that change places: capacity, and cancelling it. */
@Injectable()
export class EventPlacesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly events: EventsService,
    private readonly room: RoomService,
    private readonly places: PlacesQueries,
    private readonly line: LineService,
    private readonly mails: BookingMails,
  ) {}

  /** Changes an event. Raising the capacity serves the line; lowering it below places held is refused. */
  async change(actor: Actor, eventId: string, wanted: EventChange): Promise<void> {
    const { capacity, ...facts } = wanted;
    await this.database.transaction(async () => {
      found(await this.database.gate(EventEntity, eventId));
      if (Object.keys(facts).length) await this.changeFacts(actor, eventId, facts);
      if (capacity !== undefined) {
        const held = (await this.places.countsOf([eventId]))(eventId).held.total;
        if (capacity < held) throw new Problem('events.capacity-below-held', { detail: { placesHeld: held } });
        await this.events.setCapacity(actor, eventId, capacity);
      }
      if (facts.venueId !== undefined || facts.delivery !== undefined) await this.room.refuseTooMany(eventId);
      await this.line.serve(await this.database.repo(EventEntity).findOneByOrFail({ id: eventId }));
    });
  }

  /** A small correction is told to nobody; where time or place change, everybody confirmed is told and diaries follow. */
  private async changeFacts(actor: Actor, eventId: string, facts: Omit<EventChange, 'capacity'>): Promise<void> {
    const confirmed = await this.database.repo(BookingEntity).findBy({ eventId, status: 'confirmed' });
    const changed = await this.events.changeFacts(actor, eventId, facts, async (sessionIds) => {
      for (const booking of confirmed) await this.mails.sessionsDropped(booking, sessionIds);
      await this.database.repo(RegisterMarkEntity).delete({ sessionId: In(sessionIds) });
    });
    if (changed.event.status !== 'published' || !(changed.isTimeChanged || changed.isPlaceChanged)) return;
    for (const booking of confirmed) await this.mails.rescheduled(booking);
  }

  /** Cancels an event: everybody with a live booking is told, and their diaries are cleared. Again changes nothing. */
  async cancel(actor: Actor, eventId: string, reason: string): Promise<void> {
    await this.database.transaction(async () => {
      found(await this.database.gate(EventEntity, eventId));
      const event = await this.database.repo(EventEntity).findOneByOrFail({ id: eventId });
      if (event.status === 'cancelled') return;
      if (event.hasEnded(this.clock.now())) throw new Problem('events.ended');
      await this.events.markCancelled(actor, eventId, reason);
      const live = await this.database
        .repo(BookingEntity)
        .findBy({ eventId, status: In(['confirmed', 'offered', 'waitlisted', 'awaiting_approval']) });
      if (live.length === 0) return;
      const ended = {
        status: 'cancelled' as const,
        liveEventKey: null,
        liveCourseKey: null,
        offeredUntil: null,
        endedAt: this.clock.now(),
        endReason: 'The event was cancelled',
      };
      await this.database.repo(BookingEntity).update({ id: In(live.map((booking) => booking.id)) }, ended);
      for (const booking of live) await this.mails.eventCancelled(booking, reason);
      await this.audit.record(actor, {
        action: 'event.release',
        subjectKind: 'event',
        subjectId: eventId,
        after: { bookings: live.length },
      });
    });
  }
}
