import { CourseEntity } from '@roundtable/courses';
import { Injectable } from '@nestjs/common';
import type { EventPlan, EventWarning } from '@roundtable/contracts';
import { PersonEntity } from '@roundtable/people';
import { type Actor, Database, londonDate } from '@roundtable/platform';
import { Brackets, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { EventSessionEntity } from '../event-session.entity';
import { EventEntity } from '../event.entity';
import { EventQueries } from '../events.queries';
import { SessionsService } from '../sessions.service';
import { EventTrainerEntity } from '../trainers/event-trainer.entity';
import { TrainerAbsenceEntity } from '../trainers/trainer-absence.entity';
import { TrainerEntity } from '../trainers/trainer.entity';
import { RoomService } from '../venues/room.service';
import { VenueEntity } from '../venues/venue.entity';

interface Span {
  startsAt: Date;
  endsAt: Date;
}

interface OtherEvent {
  name: string;
  eventId: string;
  courseTitle: string;
}

/** Warnings of two events in one room, or of one trainer in two places. Nothing is refused for them. */
@Injectable()
export class ClashesService {
  constructor(
    private readonly database: Database,
    private readonly events: EventQueries,
    private readonly sessions: SessionsService,
    private readonly room: RoomService,
  ) {}

  /** What to know of an event as it is stored; nothing of one that was cancelled. */
  async of(actor: Actor, eventId: string): Promise<EventWarning[]> {
    const event = await this.events.byId(actor, eventId);
    if (event.status === 'cancelled') return [];
    const trainers = await this.database.repo(EventTrainerEntity).findBy({ eventId });
    const warnings = await this.look(
      eventId,
      (await this.sessions.of([eventId])).get(eventId) ?? [],
      event.delivery === 'online' ? null : event.venueId,
      trainers.filter(({ answer }) => answer !== 'declined').map(({ trainerId }) => trainerId),
    );
    const room = await this.room.of(eventId);
    if (room.safeLimit === null || room.people <= room.safeLimit) return warnings;
    const name = `${room.venue}: ${room.people} people, ${room.safeLimit} at most`;
    return [...warnings, { kind: 'over-safe-limit', name, ...NO_EVENT }];
  }

  /** What to know of a plan, before anything is saved. */
  async ofPlan({ eventId = '', venueId = null, trainerIds = [], sessions }: EventPlan): Promise<EventWarning[]> {
    const spans = sessions.map(({ startsAt, endsAt }) => ({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) }));
    return this.look(eventId, spans, venueId, trainerIds);
  }

  private async look(
    eventId: string,
    spans: readonly Span[],
    venueId: string | null,
    trainerIds: readonly string[],
  ): Promise<EventWarning[]> {
    if (!spans.length) return [];
    return [
      ...(venueId === null ? [] : await this.venueTaken(eventId, spans, venueId)),
      ...(trainerIds.length ? await this.trainersTaken(eventId, spans, trainerIds) : []),
      ...(trainerIds.length ? await this.trainersAway(spans, trainerIds) : []),
    ];
  }

  private async venueTaken(eventId: string, spans: readonly Span[], venueId: string): Promise<EventWarning[]> {
    const rows = this.overlapping(eventId, spans)
      .innerJoin(VenueEntity, 'venue', 'venue.id = event.venueId')
      .andWhere("event.venueId = :venueId AND event.delivery <> 'online'", { venueId })
      .addSelect('venue.name', 'name');
    return warningsOf('venue-taken', rows);
  }

  private async trainersTaken(
    eventId: string,
    spans: readonly Span[],
    trainerIds: readonly string[],
  ): Promise<EventWarning[]> {
    const rows = this.overlapping(eventId, spans)
      .innerJoin(EventTrainerEntity, 'own', 'own.eventId = event.id')
      .innerJoin(TrainerEntity, 'trainer', 'trainer.id = own.trainerId')
      .leftJoin(PersonEntity, 'person', 'person.id = trainer.personId')
      .andWhere("own.answer <> 'declined' AND own.trainerId IN (:...trainerIds)", { trainerIds })
      .addSelect('COALESCE(person.name, trainer.name)', 'name');
    return warningsOf('trainer-taken', rows);
  }

  private async trainersAway(spans: readonly Span[], trainerIds: readonly string[]): Promise<EventWarning[]> {
    const rows = await this.database
      .repo(TrainerAbsenceEntity)
      .createQueryBuilder('absence')
      .innerJoin(TrainerEntity, 'trainer', 'trainer.id = absence.trainerId')
      .leftJoin(PersonEntity, 'person', 'person.id = trainer.personId')
      .select('DISTINCT COALESCE(person.name, trainer.name)', 'name')
      .where('absence.trainerId IN (:...trainerIds)', { trainerIds })
      .andWhere(
        anyOf(spans, 'absence.fromDate <= :last# AND absence.toDate >= :first#', ({ startsAt, endsAt }, index) => ({
          [`last${index}`]: londonDate(endsAt),
          [`first${index}`]: londonDate(startsAt),
        })),
      )
      .getRawMany<{ name: string }>();
    return rows.map(({ name }) => ({ kind: 'trainer-away', name, ...NO_EVENT }));
  }

  /** Sessions of other events that were not called off and share time with one of these. */
  private overlapping(eventId: string, spans: readonly Span[]): SelectQueryBuilder<EventSessionEntity> {
    return this.database
      .repo(EventSessionEntity)
      .createQueryBuilder('session')
      .innerJoin(EventEntity, 'event', 'event.id = session.eventId')
      .innerJoin(CourseEntity, 'course', 'course.id = event.courseId')
      .where("event.id <> :eventId AND event.status <> 'cancelled'", { eventId })
      .andWhere(
        anyOf(spans, 'session.startsAt < :ends# AND session.endsAt > :starts#', ({ startsAt, endsAt }, index) => ({
          [`ends${index}`]: endsAt,
          [`starts${index}`]: startsAt,
        })),
      )
      .select('session')
      .addSelect(['event.id AS eventId', 'course.title AS courseTitle'])
      .orderBy('session.startsAt')
      .addOrderBy('session.id');
  }
}

const NO_EVENT = { eventId: null, courseTitle: null, startsAt: null, endsAt: null };

/** The same condition for each span, with parameters of its own where `#` stands. */
function anyOf(
  spans: readonly Span[],
  condition: string,
  parameters: (span: Span, index: number) => ObjectLiteral,
): Brackets {
  return new Brackets((or) =>
    spans.forEach((span, index) =>
      or.orWhere(`(${condition.replaceAll('#', String(index))})`, parameters(span, index)),
    ),
  );
}

/** One warning for each other event and name, at its first session that overlaps. */
async function warningsOf(
  kind: EventWarning['kind'],
  rows: SelectQueryBuilder<EventSessionEntity>,
): Promise<EventWarning[]> {
  const { entities, raw } = await rows.getRawAndEntities<OtherEvent>();
  const byEvent = new Map<string, EventWarning>();
  entities.forEach((session, index) => {
    const { name, eventId, courseTitle } = raw[index] as OtherEvent;
    const key = `${eventId} ${name}`;
    if (byEvent.has(key)) return;
    const { startsAt, endsAt } = session;
    byEvent.set(key, {
      kind,
      name,
      eventId,
      courseTitle,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
    });
  });
  return [...byEvent.values()];
}
