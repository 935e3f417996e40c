import { CourseEntity } from '@roundtable/courses';
import { Injectable } from '@nestjs/common';
import type { OwnEventView } from '@roundtable/contracts';
import { type Actor, Database } from '@roundtable/platform';
import type { SelectQueryBuilder } from 'typeorm';
import { EventEntity } from '../event.entity';
import { VenueEntity } from '../venues/venue.entity';
import { EventTrainerEntity } from './event-trainer.entity';
import { TrainerEntity } from './trainer.entity';

const MOST = 200;

interface Raw extends Pick<OwnEventView, 'courseTitle' | 'answer' | 'part'> {
  venueName: string | null;
}

/** Which events somebody gives. Their people are shown to who has confirmed, and to nobody else without an office. */
@Injectable()
export class OwnEventQueries {
  constructor(private readonly database: Database) {}

  /** Whether this actor may see the people of an event because they give it. */
  async gives(actor: Actor, eventId: string): Promise<boolean> {
    if (actor.visit) return actor.visit.eventId === eventId;
    if (!isTrainer(actor)) return false;
    return this.confirmed(actor).andWhere('own.eventId = :eventId', { eventId }).getExists();
  }

  /** Ids of the events this actor gives; none, and no query, for whoever is no trainer. */
  async idsOf(actor: Actor): Promise<string[]> {
    if (!isTrainer(actor)) return [];
    const rows = await this.confirmed(actor).select('own.eventId', 'eventId').getRawMany<{ eventId: string }>();
    return rows.map(({ eventId }) => eventId);
  }

  /** The events a trainer was asked to give or gives, the latest first; those declined and drafts are left out. */
  async list(actor: Actor): Promise<OwnEventView[]> {
    if (!isTrainer(actor)) return [];
    const { entities, raw } = await this.database
      .repo(EventEntity)
      .createQueryBuilder('event')
      .innerJoin(EventTrainerEntity, 'own', 'own.eventId = event.id')
      .innerJoin(TrainerEntity, 'trainer', 'trainer.id = own.trainerId')
      .innerJoin(CourseEntity, 'course', 'course.id = event.courseId')
      .leftJoin(VenueEntity, 'venue', 'venue.id = event.venueId')
      .where('trainer.personId = :personId', { personId: actor.personId })
      .andWhere("own.answer <> 'declined' AND event.status <> 'draft'")
      .select('event')
      .addSelect(['course.title AS courseTitle', 'venue.name AS venueName'])
      .addSelect(['own.answer AS answer', 'own.part AS part'])
      .orderBy('event.startsAt', 'DESC')
      .addOrderBy('event.id')
      .limit(MOST)
      .getRawAndEntities<Raw>();
    return entities.map((event, index) => {
      const { courseTitle, venueName, answer, part } = raw[index] as Raw;
      return {
        eventId: event.id,
        courseTitle,
        startsAt: event.startsAt?.toISOString() ?? null,
        endsAt: event.endsAt?.toISOString() ?? null,
        venue: venueName,
        delivery: event.delivery,
        answer,
        part,
        isCancelled: event.status === 'cancelled',
      };
    });
  }

  private own(actor: Actor): SelectQueryBuilder<EventTrainerEntity> {
    return this.database
      .repo(EventTrainerEntity)
      .createQueryBuilder('own')
      .innerJoin(TrainerEntity, 'trainer', 'trainer.id = own.trainerId')
      .where('trainer.personId = :personId', { personId: actor.personId });
  }

  private confirmed(actor: Actor): SelectQueryBuilder<EventTrainerEntity> {
    return this.own(actor).andWhere("own.answer = 'confirmed'");
  }
}

function isTrainer(actor: Actor): boolean {
  return actor.personId !== null && actor.roles.includes('trainer');
}
