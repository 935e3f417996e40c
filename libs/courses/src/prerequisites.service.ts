import { Injectable } from '@nestjs/common';
import { type MissingPrerequisite, type PrerequisiteView, paths } from '@roundtable/contracts';
import { CompletionsService, type ModuleEntity, ModulesService } from '@roundtable/elearning';
import { Database, invalid, newId } from '@roundtable/platform';
import { In, Not } from 'typeorm';
import { CoursePrerequisiteEntity } from './course-prerequisite.entity';
import { CourseEntity } from './course.entity';
import { wouldRequireItself } from './prerequisite-rules';

/** What must be completed before a course, and what a person is still missing. */
@Injectable()
export class PrerequisitesService {
  constructor(
    private readonly database: Database,
    private readonly modules: ModulesService,
    private readonly completions: CompletionsService,
  ) {}

  /** The prerequisites of courses, each with its address on the website, in order; every course asked about has an entry. */
  async prerequisitesOf(courseIds: readonly string[]): Promise<Map<string, PrerequisiteView[]>> {
    const byCourse = new Map(courseIds.map((id): [string, PrerequisiteView[]] => [id, []]));
    if (!courseIds.length) return byCourse;
    const rows = await this.database
      .repo(CoursePrerequisiteEntity)
      .find({ where: { courseId: In([...byCourse.keys()]) }, order: { position: 'ASC', id: 'ASC' } });
    const modules = await this.modules.byIds(rows.flatMap(({ moduleId }) => moduleId ?? []));
    const courses = await this.coursesByIds(rows.flatMap(({ requiredCourseId }) => requiredCourseId ?? []));
    for (const row of rows) {
      const view = row.moduleId
        ? moduleViewOf(modules.get(row.moduleId))
        : courseViewOf(courses.get(row.requiredCourseId ?? ''));
      if (view) byCourse.get(row.courseId)?.push(view);
    }
    return byCourse;
  }

  /** What a person has not validly completed at a moment, which is the start of the event's first session. */
  async missingFor(personId: string, courseId: string, on: Date): Promise<MissingPrerequisite[]> {
    return (await this.missingForEach([personId], courseId, on)).get(personId) ?? [];
  }

  /** The same for many people at once; every person asked about has an entry. */
  async missingForEach(
    personIds: readonly string[],
    courseId: string,
    on: Date,
  ): Promise<Map<string, MissingPrerequisite[]>> {
    return this.missingOf(personIds, (await this.prerequisitesOf([courseId])).get(courseId) ?? [], on);
  }

  /** The same where it is known already what must be completed. */
  async missingOf(
    personIds: readonly string[],
    required: readonly PrerequisiteView[],
    on: Date,
  ): Promise<Map<string, MissingPrerequisite[]>> {
    if (!required.length) return new Map(personIds.map((id) => [id, []]));
    const idsOf = (kind: 'module' | 'course'): string[] =>
      required.filter((one) => one.kind === kind).map(({ id }) => id);
    const done = await this.completions.validForEach(
      personIds,
      { moduleIds: idsOf('module'), courseIds: idsOf('course') },
      on,
    );
    return new Map(
      personIds.map((personId) => {
        const valid = done.get(personId);
        const has = ({ kind, id }: PrerequisiteView): boolean =>
          (kind === 'module' ? valid?.moduleIds.has(id) : valid?.courseIds.has(id)) ?? false;
        return [personId, required.filter((one) => !has(one))];
      }),
    );
  }

  /**
   * Makes these the prerequisites of a course; a kind that is left out stays as it is. Refuses modules and courses that
   * are not there, and a course that would come before itself.
   */
  async replace(
    courseId: string,
    wanted: { moduleIds?: readonly string[]; courseIds?: readonly string[] },
  ): Promise<void> {
    await this.database.transaction(async () => {
      await this.check(courseId, wanted.moduleIds ?? [], wanted.courseIds ?? []);
      const prerequisites = this.database.repo(CoursePrerequisiteEntity);
      const rows = [
        ...(wanted.moduleIds ?? []).map((moduleId) => ({ kind: 'module' as const, moduleId, requiredCourseId: null })),
        ...(wanted.courseIds ?? []).map((id) => ({ kind: 'course' as const, moduleId: null, requiredCourseId: id })),
      ].map((row, position) => ({ id: newId(), courseId, position, ...row }));
      const kinds = [
        ...(wanted.moduleIds ? ['module' as const] : []),
        ...(wanted.courseIds ? ['course' as const] : []),
      ];
      if (kinds.length) await prerequisites.delete({ courseId, kind: In(kinds) });
      if (rows.length) await prerequisites.insert(rows);
    });
  }

  private async check(courseId: string, moduleIds: readonly string[], courseIds: readonly string[]): Promise<void> {
    if ((await this.modules.byIds(moduleIds)).size < new Set(moduleIds).size)
      throw invalid({ prerequisiteModuleIds: 'There is no such module' });
    if (!courseIds.length) return;
    if ((await this.coursesByIds(courseIds)).size < new Set(courseIds).size)
      throw invalid({ prerequisiteCourseIds: 'There is no such course' });
    const others = await this.database
      .repo(CoursePrerequisiteEntity)
      .findBy({ kind: 'course', courseId: Not(courseId) });
    const orders = others.flatMap(({ courseId: course, requiredCourseId }) =>
      requiredCourseId ? [{ courseId: course, requiredCourseId }] : [],
    );
    if (wouldRequireItself(courseId, courseIds, orders))
      throw invalid({ prerequisiteCourseIds: 'A course cannot come before itself' });
  }

  private async coursesByIds(ids: readonly string[]): Promise<Map<string, CourseEntity>> {
    if (!ids.length) return new Map();
    const rows = await this.database.repo(CourseEntity).findBy({ id: In([...new Set(ids)]) });
    return new Map(rows.map((row) => [row.id, row]));
  }
}

function moduleViewOf(module: ModuleEntity | undefined): PrerequisiteView | null {
  return module
    ? { kind: 'module', id: module.id, title: module.title, url: paths.module({ slug: module.slug }) }
    : null;
}

function courseViewOf(course: CourseEntity | undefined): PrerequisiteView | null {
  return course
    ? { kind: 'course', id: course.id, title: course.title, url: paths.course({ slug: course.slug }) }
    : null;
}
