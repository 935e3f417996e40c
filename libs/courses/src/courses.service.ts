import { SectorsService } from '@roundtable/agencies';
import { Injectable } from '@nestjs/common';
import type { CourseChange, CourseView, NewCourse } from '@roundtable/contracts';
import {
  type Actor,
  Audit,
  Clock,
  Database,
  Problem,
  changedFields,
  invalid,
  isDuplicate,
  newId,
} from '@roundtable/platform';
import { CourseAddresses, addressTaken } from './course-addresses.service';
import { columnsOf } from './course-columns';
import { codeFrom, freeCode, freeSlug, searchKeyOf, slugFrom } from './course-names';
import { CoursePartsService } from './course-parts.service';
import { topicsFrom } from './course-topics.service';
import { CourseEntity } from './course.entity';
import { CourseQueries } from './courses.queries';

const TRIES = 5;

/** Writing the catalogue. */
@Injectable()
export class CoursesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly queries: CourseQueries,
    private readonly parts: CoursePartsService,
    private readonly addresses: CourseAddresses,
    private readonly sectors: SectorsService,
  ) {}

  /**
   * Adds a course as a draft. Without a code it gets one from its title, and without outcome statements one that asks
   * for knowledge of its title. Refuses a code that is taken, whatever its case, and prerequisites that are not there.
   */
  async create(actor: Actor, wanted: NewCourse, isDemonstration = false): Promise<CourseView> {
    return this.database.transaction(async () => {
      await this.refuseUnknownSectors(wanted.audienceSectors);
      const course = await this.insert(wanted, isDemonstration);
      await this.parts.add(course, wanted);
      const view = await this.queries.viewOf(course);
      await this.audit.record(actor, {
        action: 'course.create',
        subjectKind: 'course',
        subjectId: course.id,
        after: { ...view },
      });
      return view;
    });
  }

  /**
   * Changes what is given. The address stays unless a new one is given; a published one then goes on to lead here. Lists
   * are given whole. A changed wording of a statement retires it and makes a new one. Refuses a code or an address that
   * is taken, and prerequisites that are not there or lead back to the course.
   */
  async change(actor: Actor, key: string, change: CourseChange): Promise<CourseView> {
    return this.database.transaction(async () => {
      const course = await this.queries.byKey(actor, key);
      const before = await this.queries.viewOf(course);
      const columns = columnsOf(change);
      await this.refuseUnknownSectors(change.audienceSectors);
      if (columns.code !== undefined) await this.refuseTakenCode(columns.code, course.id);
      Object.assign(course, columns);
      course.searchKey = searchKeyOf(course, topicsOf(change) ?? before.topics);
      if (change.slug !== undefined) {
        await this.addresses.move(course, change.slug);
        course.slug = change.slug;
      }
      await this.update(course.id, { ...columns, slug: course.slug, searchKey: course.searchKey });
      await this.parts.replace(course.id, change);
      const view = await this.queries.viewOf(course);
      const changed = changedFields(before, view);
      await this.audit.record(actor, {
        action: 'course.change',
        subjectKind: 'course',
        subjectId: course.id,
        before: changed.before,
        // The view names public sources alone; the trace names all that were chosen.
        after: { ...changed.after, ...(change.learningSourceIds && { learningSourceIds: change.learningSourceIds }) },
      });
      return view;
    });
  }

  // Two people may add courses at once: who comes second finds the names taken, and gets the next free ones.
  private async insert(wanted: NewCourse, isDemonstration: boolean): Promise<CourseEntity> {
    const courses = this.database.repo(CourseEntity);
    for (let attempt = 1; ; attempt += 1) {
      const course = courses.create(await this.rowOf(wanted, isDemonstration));
      try {
        await courses.insert(course);
        return course;
      } catch (error) {
        if (attempt === TRIES || !isDuplicate(error)) throw error;
      }
    }
  }

  private async rowOf(wanted: NewCourse, isDemonstration: boolean): Promise<CourseEntity> {
    const names = await this.database.repo(CourseEntity).find({ select: { code: true } });
    const codes = new Set(names.map(({ code }) => code.toLowerCase()));
    const given = columnsOf(wanted);
    if (given.code !== undefined && codes.has(given.code.toLowerCase())) throw codeTaken();
    const course = this.database.repo(CourseEntity).create({
      id: newId(),
      kind: 'course',
      aims: null,
      audience: null,
      audienceSectors: null,
      level: null,
      topic: null,
      minutes: null,
      validityMonths: null,
      prerequisitePolicy: 'block',
      freeCancellationWorkingDays: null,
      costCode: null,
      isSeries: false,
      status: 'draft',
      isDemonstration,
      createdAt: this.clock.now(),
      ...given,
      code: given.code ?? freeCode(codeFrom(wanted.title), codes),
      slug: freeSlug(slugFrom(wanted.title), await this.addresses.taken()),
    });
    course.searchKey = searchKeyOf(course, topicsOf(wanted) ?? []);
    return course;
  }

  private async update(id: string, columns: Partial<CourseEntity>): Promise<void> {
    try {
      await this.database.repo(CourseEntity).update({ id }, columns);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      throw columns.code === undefined ? addressTaken() : codeTaken();
    }
  }

  private async refuseUnknownSectors(named: readonly string[] | null | undefined): Promise<void> {
    if (!named?.length) return;
    const known = new Set((await this.sectors.all()).map(({ name }) => name));
    const unknown = named.find((name) => !known.has(name));
    if (unknown !== undefined) throw invalid({ audienceSectors: `There is no sector called ${unknown}` });
  }

  private async refuseTakenCode(code: string, ownId: string): Promise<void> {
    const taken = await this.database
      .repo(CourseEntity)
      .createQueryBuilder('course')
      .where('LOWER(course.code) = :code AND course.id <> :ownId', { code: code.toLowerCase(), ownId })
      .getExists();
    if (taken) throw codeTaken();
  }
}

/** The topics that are given; nothing where they are left as they are. */
function topicsOf({ topics, topic }: CourseChange): string[] | undefined {
  if (topics) return topicsFrom(topics);
  return topic === undefined ? undefined : topic ? [topic.trim()] : [];
}

function codeTaken(): Problem {
  return new Problem('courses.code-taken', { errors: { code: 'There is already a course with this code' } });
}
