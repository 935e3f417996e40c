import { AgencyEntity } from '@roundtable/agencies';
import { BookingEntity, TeamPlaceEntity, typedName } from '@roundtable/bookings';
import { CourseEntity } from '@roundtable/courses';
import { EventEntity } from '@roundtable/events';
import { Injectable } from '@nestjs/common';
import { PersonEntity } from '@roundtable/people';
import { Clock, Database } from '@roundtable/platform';
import { Brackets, In, type SelectQueryBuilder } from 'typeorm';
import { momentsOf } from './pack-period';
import type { PackBooking, PackHolding } from './pack-figures';

/** What a lead may see of the agencies they lead, for their pack. Whose agencies these are is decided before. */
@Injectable()
export class AgencyPackQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Confirmed bookings of these agencies that the register says something about, by the year of the first session. */
  taken(agencyIds: readonly string[], year: string): Promise<PackBooking[]> {
    return this.read(
      this.bookings(agencyIds)
        .andWhere("booking.status = 'confirmed' AND booking.attendance IS NOT NULL")
        .andWhere(
          new Brackets((or) =>
            or
              .where('event.startsAt >= :from AND event.startsAt < :until', momentsOf(year))
              .orWhere('event.startsAt IS NULL AND event.period = :year', { year }),
          ),
        ),
    );
  }

  /** Live bookings of these agencies on events that are not over. */
  coming(agencyIds: readonly string[]): Promise<PackBooking[]> {
    return this.read(
      this.bookings(agencyIds)
        .andWhere("booking.status IN ('awaiting_approval', 'confirmed', 'waitlisted', 'offered')")
        .andWhere("event.status = 'published' AND event.endsAt > :now", { now: this.clock.now() }),
    );
  }

  /** Places that these agencies hold without a name on events that are not over. */
  async held(agencyIds: readonly string[]): Promise<PackHolding[]> {
    if (agencyIds.length === 0) return [];
    const { entities, raw } = await this.database
      .repo(TeamPlaceEntity)
      .createQueryBuilder('held')
      .innerJoin(EventEntity, 'event', 'event.id = held.eventId')
      .innerJoin(CourseEntity, 'course', 'course.id = event.courseId')
      .innerJoin(AgencyEntity, 'agency', 'agency.id = held.agencyId')
      .where('held.agencyId IN (:...agencyIds)', { agencyIds: [...agencyIds] })
      .andWhere('held.releasedAt IS NULL AND held.places > 0')
      .andWhere("event.status = 'published' AND event.endsAt > :now", { now: this.clock.now() })
      .select('held')
      .addSelect(['course.title AS courseTitle', 'agency.name AS agencyName'])
      .orderBy('event.startsAt')
      .addOrderBy('held.id')
      .getRawAndEntities<{ courseTitle: string; agencyName: string }>();
    const events = await this.events(entities.map(({ eventId }) => eventId));
    return entities.map(({ eventId, places }, index) => ({
      eventId,
      places,
      ...raw[index]!,
      startsAt: events.get(eventId)?.startsAt ?? null,
    }));
  }

  private bookings(agencyIds: readonly string[]): SelectQueryBuilder<BookingEntity> {
    return this.database
      .repo(BookingEntity)
      .createQueryBuilder('booking')
      .innerJoin(EventEntity, 'event', 'event.id = booking.eventId')
      .innerJoin(CourseEntity, 'course', 'course.id = booking.courseId')
      .innerJoin(AgencyEntity, 'agency', 'agency.id = booking.agencyId')
      .innerJoin(PersonEntity, 'person', 'person.id = booking.personId')
      .where('booking.agencyId IN (:...agencyIds)', { agencyIds: ['', ...agencyIds] });
  }

  private async read(rows: SelectQueryBuilder<BookingEntity>): Promise<PackBooking[]> {
    const { entities, raw } = await rows
      .select('booking')
      .addSelect(['course.title AS courseTitle', 'agency.name AS agencyName', 'person.name AS personName'])
      // Whoever takes the pack out, it is for a lead: of who has not said yet that they work there it has what was typed.
      .addSelect(typedName, 'typedName')
      .orderBy('event.startsAt')
      .addOrderBy('person.nameKey')
      .addOrderBy('booking.id')
      .getRawAndEntities<{ courseTitle: string; agencyName: string; personName: string; typedName: string | null }>();
    const events = await this.events(entities.map(({ eventId }) => eventId));
    return entities.map(({ personId, eventId, courseId, jobRole, status, attendance }, index) => {
      const { courseTitle, agencyName, personName, typedName: typed } = raw[index]!;
      const startsAt = events.get(eventId)?.startsAt ?? null;
      const name = typed ?? personName;
      return {
        personId,
        personName: name,
        jobRole,
        agencyName,
        eventId,
        courseId,
        courseTitle,
        startsAt,
        status,
        attendance,
      };
    });
  }

  private async events(ids: readonly string[]): Promise<Map<string, EventEntity>> {
    if (ids.length === 0) return new Map();
    const events = await this.database.repo(EventEntity).findBy({ id: In([...new Set(ids)]) });
    return new Map(events.map((event) => [event.id, event]));
  }
}
