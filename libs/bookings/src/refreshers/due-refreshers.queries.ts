import { Injectable } from '@nestjs/common';
import { CourseEntity } from '@roundtable/courses';
import { CompletionEntity, ModuleEntity } from '@roundtable/elearning';
import { EventEntity } from '@roundtable/events';
import { MembershipEntity, PersonEntity } from '@roundtable/people';
import { Clock, Database } from '@roundtable/platform';
import { DateTime } from 'luxon';
import type { SelectQueryBuilder } from 'typeorm';
import { BookingEntity } from '../booking.entity';

/** How many days before the expiry people are reminded, the first time and the last. */
export const FIRST_DAYS = 90;
export const LAST_DAYS = 30;
/** For so long after an event its register may still be open, so a place on it counts as renewing. */
const REGISTER_DAYS = 30;

/** A completion that runs out soon, and where to renew it. */
export interface DueRefresher {
  completionId: string;
  personId: string;
  personName: string;
  email: string;
  title: string;
  expiresAt: Date;
  days: typeof FIRST_DAYS | typeof LAST_DAYS;
  courseSlug: string | null;
  moduleSlug: string | null;
}

interface Row extends Record<'personId' | 'personName' | 'email', string> {
  completion_id: string;
  courseTitle: string | null;
  courseSlug: string | null;
  moduleTitle: string | null;
  moduleSlug: string | null;
}

/** Completions that run out, of whom nobody has reminded yet in their window. */
@Injectable()
export class DueRefreshers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** People with something due, so many at most. */
  async people(most: number): Promise<string[]> {
    const rows = await this.due()
      .select('DISTINCT completion.personId', 'personId')
      .orderBy('completion.personId')
      .limit(most)
      .getRawMany<{ personId: string }>();
    return rows.map(({ personId }) => personId);
  }

  /** Everything that is due for these people, what runs out first first. */
  async of(personIds: readonly string[]): Promise<DueRefresher[]> {
    if (personIds.length === 0) return [];
    const { entities, raw } = await this.due()
      .andWhere('completion.personId IN (:...personIds)', { personIds: [...personIds] })
      .select('completion')
      .addSelect(['person.id AS personId', 'person.name AS personName', 'person.email AS email'])
      .addSelect(['course.title AS courseTitle', 'course.slug AS courseSlug'])
      .addSelect(['module.title AS moduleTitle', 'module.slug AS moduleSlug'])
      .orderBy('completion.expiresAt')
      .addOrderBy('completion.id')
      .getRawAndEntities<Row>();
    const byId = new Map(raw.map((row) => [row.completion_id, row]));
    const last = this.inDays(LAST_DAYS);
    return entities.flatMap((completion): DueRefresher[] => {
      const row = byId.get(completion.id);
      if (!row || !completion.expiresAt) return [];
      const { personId, personName, email, courseSlug, moduleSlug } = row;
      return [
        {
          completionId: completion.id,
          personId,
          personName,
          email,
          title: row.courseTitle ?? row.moduleTitle ?? completion.title,
          expiresAt: completion.expiresAt,
          days: completion.expiresAt <= last ? LAST_DAYS : FIRST_DAYS,
          courseSlug,
          moduleSlug,
        },
      ];
    });
  }

  /** Of people who still work somewhere and have an address; what was renewed, or will be by a place, is left out. */
  private due(): SelectQueryBuilder<CompletionEntity> {
    const now = this.clock.now();
    const rows = this.database
      .repo(CompletionEntity)
      .createQueryBuilder('completion')
      .innerJoin(PersonEntity, 'person', 'person.id = completion.personId')
      .leftJoin(ModuleEntity, 'module', 'module.id = completion.moduleId')
      .leftJoin(CourseEntity, 'course', 'course.id = completion.courseId')
      .where('completion.withdrawnAt IS NULL AND completion.expiresAt > :now AND completion.expiresAt <= :first')
      .andWhere(
        '(completion.remindedDays IS NULL OR (completion.remindedDays > :lastDays AND completion.expiresAt <= :last))',
      )
      .andWhere('person.email IS NOT NULL AND person.erasedAt IS NULL AND person.mergedIntoId IS NULL')
      .andWhere("(module.isPublished = :yes OR course.status IN ('published', 'archived'))")
      .setParameters({
        now,
        first: this.inDays(FIRST_DAYS),
        last: this.inDays(LAST_DAYS),
        lastDays: LAST_DAYS,
        yes: true,
        registerOpen: this.inDays(-REGISTER_DAYS),
      });
    const member = rows
      .subQuery()
      .select('1')
      .from(MembershipEntity, 'membership')
      .where('membership.personId = completion.personId AND membership.since <= :now')
      .andWhere('(membership.until IS NULL OR membership.until > :now)')
      .getQuery();
    const newer = rows
      .subQuery()
      .select('1')
      .from(CompletionEntity, 'newer')
      .where('newer.personId = completion.personId AND newer.withdrawnAt IS NULL')
      .andWhere('(newer.moduleId = completion.moduleId OR newer.courseId = completion.courseId)')
      .andWhere(
        '(newer.expiresAt IS NULL OR newer.expiresAt > completion.expiresAt OR (newer.expiresAt = completion.expiresAt AND newer.id > completion.id))',
      )
      .getQuery();
    const booked = rows
      .subQuery()
      .select('1')
      .from(BookingEntity, 'booking')
      .innerJoin(EventEntity, 'event', 'event.id = booking.eventId')
      .where('booking.personId = completion.personId AND booking.courseId = completion.courseId')
      .andWhere("booking.status = 'confirmed' AND event.status = 'published'")
      .andWhere('event.startsAt > completion.completedAt AND event.endsAt > :registerOpen')
      .andWhere("(booking.attendance IS NULL OR booking.attendance = 'attended')")
      .getQuery();
    return rows.andWhere(`EXISTS ${member}`).andWhere(`NOT EXISTS ${newer}`).andWhere(`NOT EXISTS ${booked}`);
  }

  /** The same London time so many days from now. */
  private inDays(days: number): Date {
    return DateTime.fromJSDate(this.clock.now(), { zone: 'Europe/London' }).plus({ days }).toJSDate();
  }
}
