import { Injectable } from '@nestjs/common';
import type { RoomView } from '@roundtable/contracts';
import { type Actor, Audit, Database, Problem, found, newId } from '@roundtable/platform';
import { Not } from 'typeorm';
import { EventEntity } from '../event.entity';
import { EventTrainerEntity } from '../trainers/event-trainer.entity';
import { EventSupportersEntity } from './event-supporters.entity';
import { VenueEntity } from './venue.entity';

/** Who is in the room of an event, and whether it may hold them all: places, trainers and supporters together. */
@Injectable()
export class RoomService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** The room of an event. Callers have checked that it may be seen. */
  async of(eventId: string): Promise<RoomView> {
    const event = found(await this.database.repo(EventEntity).findOneBy({ id: eventId }));
    const venue =
      event.venueId === null ? null : await this.database.repo(VenueEntity).findOneBy({ id: event.venueId });
    const trainers = await this.database.repo(EventTrainerEntity).countBy({ eventId, answer: Not('declined') });
    const supporters = (await this.database.repo(EventSupportersEntity).findOneBy({ eventId }))?.chairs ?? 0;
    return {
      venueId: venue?.id ?? null,
      venue: venue?.name ?? null,
      safeLimit: event.delivery === 'online' ? null : (venue?.safeLimit ?? null),
      capacity: event.capacity,
      trainers,
      supporters,
      people: event.capacity + trainers + supporters,
    };
  }

  /** Refuses an event with more people than its room may hold; nothing to refuse without a venue or a limit. */
  async refuseTooMany(eventId: string): Promise<void> {
    const { venue, safeLimit, capacity, trainers, supporters, people } = await this.of(eventId);
    if (safeLimit === null || people <= safeLimit) return;
    throw new Problem('events.over-safe-limit', {
      detail: {
        because: `${venue} may hold ${safeLimit} people, and this would be ${people}: ${counted(capacity, 'place')}, ${counted(trainers, 'trainer')} and ${counted(supporters, 'supporter')}.`,
        safeLimit,
        people,
        capacity,
        trainers,
        supporters,
      },
    });
  }

  /** Sets how many chairs interpreters and supporters need. Refuses more people than the room may hold. */
  async setSupporters(actor: Actor, eventId: string, chairs: number): Promise<RoomView> {
    return this.database.transaction(async () => {
      found(await this.database.gate(EventEntity, eventId));
      const rows = this.database.repo(EventSupportersEntity);
      const there = await rows.findOneBy({ eventId });
      const before = there?.chairs ?? 0;
      if (there) await rows.update({ id: there.id }, { chairs });
      else await rows.insert({ id: newId(), eventId, chairs });
      if (chairs > before) await this.refuseTooMany(eventId);
      await this.audit.record(actor, {
        action: 'event.set-supporters',
        subjectKind: 'event',
        subjectId: eventId,
        before: { supporters: before },
        after: { supporters: chairs },
      });
      return this.of(eventId);
    });
  }
}

function counted(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? '' : 's'}`;
}
