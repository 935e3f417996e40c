import { Injectable } from '@nestjs/common';
import { type EventChange, LIVE_BOOKING_STATUSES } from '@roundtable/contracts';
import {
  EventEntity,
  EventTrainerMails,
  EventsService,
  type FactsChanged,
  JoiningsService,
  RoomService,
  TrainerDiaries,
} from '@roundtable/events';
import {
  type Actor,
  Clock,
  Database,
  Problem,
  WorkingTime,
  found,
  invalid,
  latestEndOfOffers,
} from '@roundtable/platform';
import { In, MoreThan } from 'typeorm';
import { BookingEntity } from './booking.entity';
import { LineService } from './line.service';
import { EventChangeMails } from './mails/event-change.mails';
import { RegisterMarkEntity } from './register-mark.entity';
import { PlacesQueries } from './places.queries';
import { ProvisionalService } from './provisional/provisional.service';

const LIVE = [...LIVE_BOOKING_STATUSES];
const NOTHING = { isTimeChanged: false, isPlaceChanged: false };

/** Changes of an event that change places or what its people were told. */
@Injectable()
export class EventPlacesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventsService,
    private readonly room: RoomService,
    private readonly places: PlacesQueries,
    private readonly line: LineService,
    private readonly mails: EventChangeMails,
    private readonly provisional: ProvisionalService,
    private readonly workingTime: WorkingTime,
    private readonly joinings: JoiningsService,
    private readonly trainerMails: EventTrainerMails,
    private readonly trainerDiaries: TrainerDiaries,
  ) {}

  /**
   * Changes an event; answers whether time or place are others now. Raising the capacity serves the line; lowering it
   * below places held is refused, and so is taking the date away from people who booked it.
   */
  async change(
    actor: Actor,
    eventId: string,
    wanted: EventChange,
  ): Promise<Pick<FactsChanged, 'isTimeChanged' | 'isPlaceChanged'>> {
    const { joining, ...planned } = wanted;
    const { capacity, ...facts } = planned;
    return this.database.transaction(async () => {
      found(await this.database.gate(EventEntity, eventId));
      if (joining) await this.joinings.change(actor, eventId, joining);
      const changed = Object.keys(facts).length ? await this.changeFacts(actor, eventId, planned) : NOTHING;
      if (capacity !== undefined) {
        const held = (await this.places.countsOf([eventId]))(eventId).held.total;
        if (capacity < held)
          throw new Problem('events.capacity-below-held', {
            detail: { placesHeld: held, bookings: await this.places.holdersOf(eventId) },
          });
        await this.events.setCapacity(actor, eventId, capacity);
      }
      if (facts.venueId !== undefined || facts.delivery !== undefined) await this.room.refuseTooMany(eventId);
      await this.line.serve(await this.database.repo(EventEntity).findOneByOrFail({ id: eventId }));
      return changed;
    });
  }

  /**
   * A small correction is told to nobody. Where time or place change everybody is told, diaries follow, deadlines and
   * what must come first are looked at again, and whoever has a place is asked whether they can still come.
   */
  private async changeFacts(actor: Actor, eventId: string, facts: Omit<EventChange, 'joining'>): Promise<FactsChanged> {
    const bookings = this.database.repo(BookingEntity);
    if (facts.dateToBeConfirmed && (await bookings.existsBy({ eventId, status: In(LIVE) })))
      throw invalid({ dateToBeConfirmed: 'People have booked this date. Set another date, or cancel the event' });
    const confirmed = await bookings.findBy({ eventId, status: 'confirmed' });
    const changed = await this.events.changeFacts(actor, eventId, facts, async (sessionIds) => {
      await this.mails.sessionsDropped(confirmed, sessionIds);
      await this.trainerDiaries.withdrawEvent(eventId, sessionIds);
      await this.database.repo(RegisterMarkEntity).delete({ sessionId: In(sessionIds) });
    });
    if (changed.isTimeChanged || changed.isPlaceChanged) {
      await this.trainerMails.rescheduled(eventId);
      await this.trainerDiaries.reschedule(eventId);
    }
    if (changed.event.status !== 'published' || !(changed.isTimeChanged || changed.isPlaceChanged)) return changed;
    await bookings.update(
      { eventId, status: 'confirmed' },
      {
        comingAskedAt: this.clock.now(),
        comingAnsweredAt: null,
        joiningToldAt: null,
        ...(changed.isTimeChanged && { stillComingAskedAt: null }),
      },
    );
    await this.mails.rescheduled(confirmed);
    const others = await bookings.findBy({ eventId, status: In(['offered', 'waitlisted', 'awaiting_approval']) });
    await this.mails.rescheduledWhileWaiting(others);
    if (changed.isTimeChanged) {
      await this.shortenOffers(changed.event);
      await this.provisional.recheck(changed.event);
    }
    return changed;
  }

  /** An offer ends at 12:00 on the last working day before the new date at the latest; its own end stays otherwise. */
  private async shortenOffers({ id, startsAt }: EventEntity): Promise<void> {
    const latest = startsAt && latestEndOfOffers(startsAt, await this.workingTime.closureDays());
    if (latest && latest > this.clock.now())
      await this.database
        .repo(BookingEntity)
        .update({ eventId: id, status: 'offered', offeredUntil: MoreThan(latest) }, { offeredUntil: latest });
  }
}
