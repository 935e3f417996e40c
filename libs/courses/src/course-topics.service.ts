import { Injectable } from '@nestjs/common';
import { Database, newId } from '@roundtable/platform';
import { In } from 'typeorm';
import { CourseEntity } from './course.entity';
import { CourseTopicEntity } from './course-topic.entity';

/** What courses are about. */
@Injectable()
export class CourseTopics {
  constructor(private readonly database: Database) {}

  /** The topics of courses, in order; a course without any has no entry. */
  async of(courseIds: readonly string[]): Promise<Map<string, string[]>> {
    const byCourse = new Map<string, string[]>();
    if (courseIds.length === 0) return byCourse;
    const rows = await this.database
      .repo(CourseTopicEntity)
      .find({ where: { courseId: In([...courseIds]) }, order: { position: 'ASC' } });
    for (const { courseId, topic } of rows) byCourse.set(courseId, [...(byCourse.get(courseId) ?? []), topic]);
    return byCourse;
  }

  /** Every topic of a published course, by name. */
  async known(): Promise<string[]> {
    const rows = await this.database
      .repo(CourseTopicEntity)
      .createQueryBuilder('topic')
      .innerJoin(CourseEntity, 'course', 'course.id = topic.courseId')
      .select('DISTINCT topic.topic', 'topic')
      .where("course.status = 'published'")
      .getRawMany<{ topic: string }>();
    return rows.map(({ topic }) => topic).sort((one, other) => one.localeCompare(other, 'en'));
  }

  /** Makes these the topics of a course, in this order; the course's own row is the caller's to write. */
  async replace(courseId: string, topics: readonly string[]): Promise<void> {
    const rows = topicsFrom(topics).map((topic, position) => ({ id: newId(), courseId, topic, position }));
    await this.database.repo(CourseTopicEntity).delete({ courseId });
    if (rows.length > 0) await this.database.repo(CourseTopicEntity).insert(rows);
  }
}

/** Each topic once, without spaces around it and without empty ones. */
export function topicsFrom(topics: readonly string[]): string[] {
  return [...new Set(topics.map((topic) => topic.trim()).filter(Boolean))];
}
