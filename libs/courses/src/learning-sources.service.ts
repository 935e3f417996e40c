import { Injectable } from '@nestjs/common';
import type { CourseView, LearningSourceChange, LearningSourceView, NewLearningSource } from '@roundtable/contracts';
import {
  type Actor,
  Audit,
  Clock,
  Database,
  Page,
  Problem,
  changedFields,
  found,
  invalid,
  isStillReferred,
  newId,
  windowOf,
} from '@roundtable/platform';
import { In } from 'typeorm';
import { CourseLearningSourceEntity } from './course-learning-source.entity';
import { CourseEntity } from './course.entity';
import type { LearningSourceListQuery } from './learning-source.dto';
import { LearningSourceEntity } from './learning-source.entity';
import { kindNamedBy } from './learning-source-rules';

const SORTS = {
  description: 'source.description',
  kind: 'source.kind',
  createdAt: 'source.createdAt',
  id: 'source.id',
};

/** Why courses exist. The office sees all of it; everybody else only what has a public wording. */
@Injectable()
export class LearningSourcesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  async list(query: LearningSourceListQuery): Promise<Page<LearningSourceView>> {
    const window = windowOf(query, SORTS, { sort: 'description', order: 'ASC' });
    const rows = this.database.repo(LearningSourceEntity).createQueryBuilder('source').where('1 = 1');
    if (query.id) rows.andWhere('source.id IN (:...ids)', { ids: query.id });
    if (query.kind) rows.andWhere('source.kind = :kind', { kind: query.kind });
    if (query.q) rows.andWhere('LOWER(source.description) LIKE :q', { q: `%${query.q.toLowerCase()}%` });
    if (query.courseId) {
      const ofCourse = rows
        .subQuery()
        .select('link.sourceId')
        .from(CourseLearningSourceEntity, 'link')
        .where('link.courseId = :courseId')
        .getQuery();
      rows.andWhere(`source.id IN ${ofCourse}`, { courseId: query.courseId });
    }
    const [sources, total] = await rows
      .orderBy(window.sort, window.order)
      .addOrderBy('source.id')
      .offset(window.skip)
      .limit(window.take)
      .getManyAndCount();
    return new Page(await this.views(sources), total);
  }

  async one(id: string): Promise<LearningSourceView> {
    const source = found(await this.database.repo(LearningSourceEntity).findOneBy({ id }));
    return found((await this.views([source]))[0]);
  }

  async create(actor: Actor, wanted: NewLearningSource): Promise<LearningSourceView> {
    return this.database.transaction(async () => {
      const source = await this.insert(wanted);
      const view = await this.one(source.id);
      await this.record(actor, 'learning-source.create', source.id, { after: { ...view } });
      return view;
    });
  }

  /** Changes what is given; null takes a public wording or link away. */
  async change(actor: Actor, id: string, change: LearningSourceChange): Promise<LearningSourceView> {
    return this.database.transaction(async () => {
      const before = await this.one(id);
      const columns = {
        ...(change.kind && { kind: change.kind }),
        ...(change.description && { description: change.description.trim() }),
        ...(change.publicWording !== undefined && { publicWording: change.publicWording?.trim() || null }),
        ...(change.publicUrl !== undefined && { publicUrl: change.publicUrl?.trim() || null }),
      };
      if (Object.keys(columns).length > 0) await this.database.repo(LearningSourceEntity).update({ id }, columns);
      const view = await this.one(id);
      await this.showAnew(before.courses.map((course) => course.id));
      await this.record(actor, 'learning-source.change', id, changedFields(before, view));
      return view;
    });
  }

  /** Raises the revision of courses, so that copies of the programme are read again. */
  private async showAnew(courseIds: readonly string[]): Promise<void> {
    if (courseIds.length === 0) return;
    await this.database
      .repo(CourseEntity)
      .createQueryBuilder()
      .update()
      .set({ status: () => 'status' })
      .whereInIds(courseIds)
      .execute();
  }

  /** Removes a source that no course names. Refuses with `learning-sources.in-use` and the courses that do. */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async () => {
      const before = await this.one(id);
      if (before.courses.length > 0)
        throw new Problem('learning-sources.in-use', { detail: { courses: before.courses.map(({ title }) => title) } });
      try {
        await this.database.repo(LearningSourceEntity).delete({ id });
      } catch (error) {
        throw isStillReferred(error) ? new Problem('learning-sources.in-use') : error;
      }
      await this.record(actor, 'learning-source.remove', id, { before: { ...before } });
    });
  }

  /** What everybody may read of why courses exist; a course of which nothing is public has no entry. */
  async publicOf(courseIds: readonly string[]): Promise<Map<string, CourseView['learningSources']>> {
    const byCourse = new Map<string, CourseView['learningSources']>();
    if (courseIds.length === 0) return byCourse;
    const rows = await this.database
      .repo(CourseLearningSourceEntity)
      .createQueryBuilder('link')
      .innerJoin(LearningSourceEntity, 'source', 'source.id = link.sourceId')
      .select(['link.courseId AS course', 'source.id AS id', 'source.publicWording AS wording'])
      .addSelect('source.publicUrl AS url')
      .where('link.courseId IN (:...ids) AND source.publicWording IS NOT NULL', { ids: [...courseIds] })
      .orderBy('link.position')
      .getRawMany<{ course: string; id: string; wording: string; url: string | null }>();
    for (const { course, id, wording, url } of rows)
      byCourse.set(course, [...(byCourse.get(course) ?? []), { id, wording, url }]);
    return byCourse;
  }

  /** Makes these the sources of a course, in this order. Refuses what is not there. */
  async replace(courseId: string, sourceIds: readonly string[]): Promise<void> {
    const there = await this.database.repo(LearningSourceEntity).countBy({ id: In([...sourceIds]) });
    if (there < new Set(sourceIds).size) throw invalid({ learningSourceIds: 'There is no such learning source' });
    const links = this.database.repo(CourseLearningSourceEntity);
    await links.delete({ courseId });
    const rows = sourceIds.map((sourceId, position) => ({ id: newId(), courseId, sourceId, position }));
    if (rows.length > 0) await links.insert(rows);
  }

  /** All sources by their descriptions, for imports that name them. */
  async idsByDescription(): Promise<Map<string, string>> {
    const sources = await this.database.repo(LearningSourceEntity).find();
    return new Map(sources.map(({ description, id }) => [description, id]));
  }

  /** Adds an internal source that a sheet described; its kind is what the words name. */
  async addDescribed(description: string): Promise<string> {
    return (await this.insert({ kind: kindNamedBy(description), description })).id;
  }

  private async insert(wanted: NewLearningSource): Promise<LearningSourceEntity> {
    const source = this.database.repo(LearningSourceEntity).create({
      id: newId(),
      kind: wanted.kind,
      description: wanted.description.trim(),
      publicWording: wanted.publicWording?.trim() || null,
      publicUrl: wanted.publicUrl?.trim() || null,
      createdAt: this.clock.now(),
    });
    await this.database.repo(LearningSourceEntity).insert(source);
    return source;
  }

  private async views(sources: readonly LearningSourceEntity[]): Promise<LearningSourceView[]> {
    if (sources.length === 0) return [];
    const links = await this.database
      .repo(CourseLearningSourceEntity)
      .createQueryBuilder('link')
      .innerJoin(CourseEntity, 'course', 'course.id = link.courseId')
      .select(['link.sourceId AS source', 'course.id AS id', 'course.title AS title'])
      .where('link.sourceId IN (:...ids)', { ids: sources.map(({ id }) => id) })
      .orderBy('course.title')
      .getRawMany<{ source: string; id: string; title: string }>();
    return sources.map(({ id, kind, description, publicWording, publicUrl }) => ({
      id,
      kind,
      description,
      publicWording,
      publicUrl,
      courses: links.filter(({ source }) => source === id).map((course) => ({ id: course.id, title: course.title })),
    }));
  }

  private record(
    actor: Actor,
    action: string,
    subjectId: string,
    facts: { before?: Record<string, unknown>; after?: Record<string, unknown> },
  ): Promise<void> {
    return this.audit.record(actor, { action, subjectKind: 'learning-source', subjectId, ...facts });
  }
}
