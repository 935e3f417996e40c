import type { AgendaItem, VenueView } from '@roundtable/contracts';
import { PersonEntity } from '@roundtable/people';
import { Database } from '@roundtable/platform';
import { Injectable } from '@nestjs/common';
import { AgendaItemEntity } from './agenda/agenda-item.entity';
import { EventEntity } from './event.entity';
import { ResourceEntity } from './resources/resource.entity';
import { EventTrainerEntity } from './trainers/event-trainer.entity';
import { TrainerEntity } from './trainers/trainer.entity';
import { VenueEntity } from './venues/venue.entity';
import { venueView } from './venues/venue.view';

/** Where an event is, what happens when, who has confirmed to give it, and what is handed out. */
export interface Delivered {
  venue: VenueView | null;
  agenda: AgendaItem[];
  trainers: { name: string; organisation: string | null }[];
  /** In order; who may see which is asked of bookings. */
  resources: ResourceEntity[];
}

type JoinedTrainer = EventTrainerEntity & { trainer: TrainerEntity & { person: Pick<PersonEntity, 'name'> | null } };
type JoinedEvent = EventEntity & {
  venue: VenueEntity | null;
  agenda: AgendaItemEntity[];
  trainers: JoinedTrainer[];
  resources: ResourceEntity[];
};

@Injectable()
export class DeliveryQueries {
  constructor(private readonly database: Database) {}

  /** In one statement; for whoever has made sure that the event is to be seen. */
  async of(eventId: string): Promise<Delivered> {
    const row = await this.database
      .repo(EventEntity)
      .createQueryBuilder('event')
      .leftJoinAndMapOne('event.venue', VenueEntity, 'venue', "venue.id = event.venueId AND event.delivery <> 'online'")
      .leftJoinAndMapMany('event.agenda', AgendaItemEntity, 'item', 'item.eventId = event.id')
      .leftJoinAndMapMany(
        'event.trainers',
        EventTrainerEntity,
        'own',
        "own.eventId = event.id AND own.answer = 'confirmed'",
      )
      .leftJoinAndMapOne('own.trainer', TrainerEntity, 'trainer', 'trainer.id = own.trainerId')
      .leftJoinAndMapOne('trainer.person', PersonEntity, 'person', 'person.id = trainer.personId')
      .leftJoinAndMapMany(
        'event.resources',
        ResourceEntity,
        'resource',
        'resource.eventId = event.id AND resource.removedAt IS NULL',
      )
      .select(['event.id', 'venue', 'item', 'own', 'trainer', 'person.id', 'person.name', 'resource'])
      .where('event.id = :eventId', { eventId })
      .getOne();
    const { venue, agenda, trainers, resources } = row as JoinedEvent;
    return {
      venue: venue && venueView(venue),
      agenda: agenda
        .sort((one, other) => one.position - other.position)
        .map(({ sessionId, localTime, item, presenter }) => ({ sessionId, time: localTime, item, presenter })),
      trainers: trainers
        .map(({ part, trainer }) => ({
          part,
          name: trainer.person?.name ?? trainer.name ?? '',
          organisation: trainer.organisation,
        }))
        .sort((one, other) => other.part.localeCompare(one.part) || one.name.localeCompare(other.name))
        .map(({ name, organisation }) => ({ name, organisation })),
      resources: resources.sort((one, other) => one.position - other.position),
    };
  }
}
