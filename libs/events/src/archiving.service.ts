import { Injectable } from '@nestjs/common';
import type { CourseArchival, CourseView } from '@roundtable/contracts';
import { CourseQueries, CourseStages } from '@roundtable/courses';
import { type Actor, Clock, Database, Problem } from '@roundtable/platform';
import { Brackets } from 'typeorm';
import { EventEntity } from './event.entity';

/** Archiving a course. Here, because a course with published events to come cannot go. */
@Injectable()
export class ArchivingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly courses: CourseQueries,
    private readonly stages: CourseStages,
  ) {}

  /** Refuses with `courses.events-to-come` and their references. */
  async archive(actor: Actor, courseId: string, { alternativeCourseIds }: CourseArchival): Promise<CourseView> {
    return this.database.transaction(async () => {
      const course = await this.courses.byKey(actor, courseId);
      const view = await this.stages.archive(actor, course, alternativeCourseIds ?? []);
      const now = this.clock.now();
      const coming = await this.database
        .repo(EventEntity)
        .createQueryBuilder('event')
        .select(['event.id', 'event.reference'])
        .where("event.courseId = :id AND event.status = 'published' AND event.period IS NULL", { id: course.id })
        .andWhere(
          new Brackets((or) => {
            or.where('event.endsAt IS NULL').orWhere('event.endsAt > :now', { now });
          }),
        )
        .orderBy('event.startsAt')
        .getMany();
      if (coming.length > 0)
        throw new Problem('courses.events-to-come', { detail: { events: coming.map(({ reference }) => reference) } });
      return view;
    });
  }
}
