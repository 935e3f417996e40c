import { Injectable } from '@nestjs/common';
import type { CourseView } from '@roundtable/contracts';
import { type Actor, Audit, Database, Problem, invalid, newId } from '@roundtable/platform';
import { In } from 'typeorm';
import { CourseAlternativeEntity } from './course-alternative.entity';
import { CourseEntity } from './course.entity';
import { CourseQueries } from './courses.queries';

/** From draft to published to archived, and back from archived to published. */
@Injectable()
export class CourseStages {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly queries: CourseQueries,
  ) {}

  /** Publishes a draft, or takes a course out of the archive; again changes nothing. Refuses one without title or summary. */
  async publish(actor: Actor, key: string): Promise<CourseView> {
    return this.database.transaction(async () => {
      const course = await this.queries.byKey(actor, key);
      if (course.status === 'published') return this.queries.viewOf(course);
      if (!course.title.trim()) throw new Problem('courses.not-ready', { errors: { title: 'Enter the title' } });
      if (!course.summary.trim()) throw new Problem('courses.not-ready', { errors: { summary: 'Enter the summary' } });
      return this.move(actor, course, 'published', 'course.publish');
    });
  }

  /**
   * Archives a course, with what to take instead: it is listed no more, and its page says so. Whether events are still
   * to come is asked by the library that knows them. Again changes the alternatives alone. Refuses a draft.
   */
  async archive(actor: Actor, course: CourseEntity, alternativeIds: readonly string[]): Promise<CourseView> {
    return this.database.transaction(async () => {
      if (course.status === 'draft')
        throw new Problem('courses.not-ready', {
          errors: { status: 'A draft was never published. Leave it as it is' },
        });
      await this.nameAlternatives(course.id, alternativeIds);
      return this.move(actor, course, 'archived', 'course.archive', { alternativeCourseIds: alternativeIds });
    });
  }

  /** Names what to take instead. Refuses what is not a published course, and the course itself. */
  private async nameAlternatives(courseId: string, alternativeIds: readonly string[]): Promise<void> {
    const there = await this.database
      .repo(CourseEntity)
      .countBy({ id: In(alternativeIds.filter((id) => id !== courseId)), status: 'published' });
    if (there < alternativeIds.length)
      throw invalid({ alternativeCourseIds: 'Name published courses other than this one' });
    const alternatives = this.database.repo(CourseAlternativeEntity);
    await alternatives.delete({ courseId });
    const rows = alternativeIds.map((alternativeId, position) => ({ id: newId(), courseId, alternativeId, position }));
    if (rows.length > 0) await alternatives.insert(rows);
  }

  private async move(
    actor: Actor,
    course: CourseEntity,
    status: 'published' | 'archived',
    action: string,
    more: Record<string, unknown> = {},
  ): Promise<CourseView> {
    const before = { status: course.status };
    course.status = status;
    await this.database.repo(CourseEntity).update({ id: course.id }, { status });
    await this.audit.record(actor, {
      action,
      subjectKind: 'course',
      subjectId: course.id,
      before,
      after: { status, ...more },
    });
    return this.queries.viewOf(course);
  }
}
