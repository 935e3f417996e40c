import { Injectable } from '@nestjs/common';
import { EventEntity, ResourceEntity, VenueEntity } from '@roundtable/events';
import { Clock, Database, whenInWords } from '@roundtable/platform';
import { BookingEntity } from '../booking.entity';

const DATES_SHOWN = 3;
const MOST = 500;

export interface NextDate {
  eventId: string;
  /** Date, times and place. */
  words: string;
}

export interface Recording {
  id: string;
  title: string;
}

/** What somebody who missed an event may still do. */
export interface NextChances {
  dates: NextDate[];
  recordings: Recording[];
}

type Missed = Pick<BookingEntity, 'id' | 'courseId' | 'eventId'>;

/** The next dates of courses, and the recordings that somebody with a place may watch. */
@Injectable()
export class NextChancesQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** By booking, in two statements. */
  async ofAll(bookings: readonly Missed[]): Promise<Map<string, NextChances>> {
    if (bookings.length === 0) return new Map();
    const dates = await this.dates(bookings);
    const recordings = await this.recordings(bookings);
    return new Map(
      bookings.map(({ id, courseId, eventId }) => [
        id,
        {
          dates: dates.filter((date) => date.courseId === courseId).slice(0, DATES_SHOWN),
          recordings: recordings.filter((one) => one.eventId === eventId || one.courseId === courseId),
        },
      ]),
    );
  }

  private async dates(bookings: readonly Missed[]): Promise<(NextDate & { courseId: string })[]> {
    const { entities, raw } = await this.database
      .repo(EventEntity)
      .createQueryBuilder('event')
      .leftJoin(VenueEntity, 'venue', 'venue.id = event.venueId')
      .select('event')
      .addSelect('venue.name', 'venueName')
      .where("event.status = 'published' AND event.startsAt > :now", { now: this.clock.now() })
      .andWhere('event.courseId IN (:...courseIds)', { courseIds: [...new Set(bookings.map((one) => one.courseId))] })
      .orderBy('event.startsAt')
      .addOrderBy('event.id')
      .limit(MOST)
      .getRawAndEntities<{ venueName: string | null }>();
    return entities.flatMap(({ id, courseId, startsAt, endsAt, delivery }, index) => {
      if (!startsAt || !endsAt) return [];
      const place = delivery === 'online' ? 'online' : (raw[index]?.venueName ?? 'venue to be confirmed');
      return [{ eventId: id, courseId, words: `${whenInWords(startsAt, endsAt)} (${place})` }];
    });
  }

  private recordings(bookings: readonly Missed[]): Promise<ResourceEntity[]> {
    return this.database
      .repo(ResourceEntity)
      .createQueryBuilder('resource')
      .where("resource.kind = 'recording' AND resource.visibility <> 'attended' AND resource.removedAt IS NULL")
      .andWhere('(resource.eventId IN (:...eventIds) OR resource.courseId IN (:...courseIds))', {
        eventIds: [...new Set(bookings.map(({ eventId }) => eventId))],
        courseIds: [...new Set(bookings.map(({ courseId }) => courseId))],
      })
      .orderBy('resource.position')
      .addOrderBy('resource.id')
      .limit(MOST)
      .getMany();
  }
}
