import { Injectable } from '@nestjs/common';
import { type CourseView, paths } from '@roundtable/contracts';
import { GuidanceService } from '@roundtable/elearning';
import { Database } from '@roundtable/platform';
import { CourseAlternativeEntity } from './course-alternative.entity';
import { CourseTopics } from './course-topics.service';
import { CourseValidities } from './course-validities.service';
import { CourseEntity } from './course.entity';
import { LearningSourcesService } from './learning-sources.service';

/** What is known of a course beside its own row, its statements and what comes first. */
export type CourseDetail = Pick<
  CourseView,
  'topics' | 'validities' | 'learningSources' | 'guidanceEditions' | 'alternatives'
>;

/** Topics, validities, public learning sources, guidance editions and alternatives of courses, read together. */
@Injectable()
export class CourseDetails {
  constructor(
    private readonly database: Database,
    private readonly topics: CourseTopics,
    private readonly validities: CourseValidities,
    private readonly sources: LearningSourcesService,
    private readonly guidance: GuidanceService,
  ) {}

  /** Reads the details of courses; answers what finds those of one. Alternatives are those that are still run. */
  async of(courses: readonly CourseEntity[]): Promise<(courseId: string) => CourseDetail> {
    const ids = courses.map(({ id }) => id);
    const topics = await this.topics.of(ids);
    const validities = await this.validities.of(ids);
    const sources = await this.sources.publicOf(ids);
    const editions = await this.guidance.taughtByCourses(ids);
    const alternatives = await this.alternativesOf(
      courses.filter(({ status }) => status === 'archived').map(({ id }) => id),
    );
    return (id) => ({
      topics: topics.get(id) ?? [],
      validities: validities.get(id) ?? [],
      learningSources: sources.get(id) ?? [],
      guidanceEditions: editions.get(id) ?? [],
      alternatives: alternatives.get(id) ?? [],
    });
  }

  private async alternativesOf(courseIds: readonly string[]): Promise<Map<string, CourseView['alternatives']>> {
    const byCourse = new Map<string, CourseView['alternatives']>();
    if (courseIds.length === 0) return byCourse;
    const rows = await this.database
      .repo(CourseAlternativeEntity)
      .createQueryBuilder('alternative')
      .innerJoin(CourseEntity, 'course', 'course.id = alternative.alternativeId')
      .select(['alternative.courseId AS archived', 'course.id AS id', 'course.title AS title', 'course.slug AS slug'])
      .where('alternative.courseId IN (:...ids)', { ids: [...courseIds] })
      .andWhere("course.status = 'published'")
      .orderBy('alternative.position')
      .getRawMany<{ archived: string; id: string; title: string; slug: string }>();
    for (const { archived, id, title, slug } of rows)
      byCourse.set(archived, [...(byCourse.get(archived) ?? []), { id, title, url: paths.course({ slug }) }]);
    return byCourse;
  }
}
