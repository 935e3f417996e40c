import { Injectable } from '@nestjs/common';
import { CourseEntity } from '@roundtable/courses';
import { CompletionQueries } from '@roundtable/elearning';
import { EventEntity } from '@roundtable/events';
import { PersonEntity } from '@roundtable/people';
import { Clock, Database, storedInstant } from '@roundtable/platform';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { BookingEntity } from '../booking.entity';
import { typedName } from '../bookings.queries';
import { TeamPlaceEntity } from '../team-places/team-place.entity';
import type { AgencyWeek, DigestPlace, DigestTraining } from './lead-digest-rules';

const DAY_MS = 24 * 3_600_000;
const COMING_MS = 28 * DAY_MS;
const RUNNING_OUT_MS = 90 * DAY_MS;

interface Named {
  agencyId: string;
  courseTitle: string;
}

/** What a lead's week is made of: only what leads may see of the people of their agencies. */
@Injectable()
export class LeadDigestQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly completions: CompletionQueries,
  ) {}

  /** By agency, in four statements. */
  async of(agencyIds: readonly string[]): Promise<(agencyId: string) => AgencyWeek> {
    const now = this.clock.now();
    const requests = await this.trainings(agencyIds, (rows) =>
      rows.andWhere(
        "booking.status = 'awaiting_approval' AND booking.approverKind = 'lead' AND event.startsAt > :now",
        {
          now,
        },
      ),
    );
    const coming = await this.trainings(agencyIds, (rows) =>
      rows.andWhere("booking.status = 'confirmed' AND event.startsAt > :now AND event.startsAt <= :until", {
        now,
        until: new Date(now.getTime() + COMING_MS),
      }),
    );
    const held = await this.held(agencyIds, now);
    const runningOut = await this.completions.runningOut(agencyIds, now, new Date(now.getTime() + RUNNING_OUT_MS));
    const ofAgency = <Row extends { agencyId: string }>(rows: readonly Row[], id: string): Row[] =>
      rows.filter(({ agencyId }) => agencyId === id);
    return (id) => ({
      requests: ofAgency(requests, id),
      held: ofAgency(held, id),
      coming: ofAgency(coming, id),
      runningOut: ofAgency(runningOut, id),
    });
  }

  private async trainings(
    agencyIds: readonly string[],
    narrowed: (rows: SelectQueryBuilder<BookingEntity>) => SelectQueryBuilder<BookingEntity>,
  ): Promise<(DigestTraining & { agencyId: string })[]> {
    if (agencyIds.length === 0) return [];
    const rows = this.database
      .repo(BookingEntity)
      .createQueryBuilder('booking')
      .innerJoin(PersonEntity, 'person', 'person.id = booking.personId')
      .innerJoin(EventEntity, 'event', "event.id = booking.eventId AND event.status = 'published'")
      .innerJoin(CourseEntity, 'course', 'course.id = booking.courseId')
      .where('booking.agencyId IN (:...agencyIds)', { agencyIds: [...agencyIds] });
    const { entities, raw } = await narrowed(rows)
      .select('booking')
      .addSelect(['person.name AS personName', 'course.title AS courseTitle', 'event.startsAt AS startsAt'])
      .addSelect((query) => typedName(query as SelectQueryBuilder<ObjectLiteral>), 'typedName')
      .orderBy('event.startsAt')
      .addOrderBy('booking.id')
      .getRawAndEntities<Named & { personName: string; typedName: string | null; startsAt: Date | string }>();
    return entities.map(({ agencyId }, index) => {
      const { personName, typedName: typed, courseTitle, startsAt } = raw[index]!;
      return { agencyId, personName: typed ?? personName, courseTitle, startsAt: storedInstant(startsAt) };
    });
  }

  private async held(agencyIds: readonly string[], now: Date): Promise<(DigestPlace & { agencyId: string })[]> {
    if (agencyIds.length === 0) return [];
    const { entities, raw } = await this.database
      .repo(TeamPlaceEntity)
      .createQueryBuilder('held')
      .innerJoin(EventEntity, 'event', "event.id = held.eventId AND event.status = 'published'")
      .innerJoin(CourseEntity, 'course', 'course.id = event.courseId')
      .select('held')
      .addSelect(['course.title AS courseTitle', 'event.startsAt AS startsAt'])
      .where('held.agencyId IN (:...agencyIds)', { agencyIds: [...agencyIds] })
      .andWhere('held.releasedAt IS NULL AND held.places > 0 AND held.heldUntil > :now', { now })
      .orderBy('held.heldUntil')
      .addOrderBy('held.id')
      .getRawAndEntities<Named & { startsAt: Date | string }>();
    return entities.map(({ agencyId, places, heldUntil }, index) => {
      const { courseTitle, startsAt } = raw[index]!;
      return { agencyId, places, heldUntil, courseTitle, startsAt: storedInstant(startsAt) };
    });
  }
}
