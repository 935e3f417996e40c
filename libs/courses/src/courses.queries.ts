import { Injectable } from '@nestjs/common';
import type { CourseView } from '@roundtable/contracts';
import { type Actor, Database, Page, folded, found, isOffice, windowOf } from '@roundtable/platform';
import { In, type SelectQueryBuilder } from 'typeorm';
import type { CourseListQuery } from './course.dto';
import { CourseEntity } from './course.entity';
import { courseView } from './course.view';
import { OutcomeStatementsService } from './outcome-statements.service';
import { PrerequisitesService } from './prerequisites.service';

const SORTS = {
  title: 'course.title',
  code: 'course.code',
  level: 'course.level',
  topic: 'course.topic',
  status: 'course.status',
  createdAt: 'course.createdAt',
  id: 'course.id',
};

/** The catalogue, as each actor may see it: the office all of it, everybody else what is published. */
@Injectable()
export class CourseQueries {
  constructor(
    private readonly database: Database,
    private readonly prerequisites: PrerequisitesService,
    private readonly statements: OutcomeStatementsService,
  ) {}

  /** Courses by title; `q` is looked for in code, title, topic and audience, whatever its case or accents. */
  async list(actor: Actor, query: CourseListQuery): Promise<Page<CourseView>> {
    const window = windowOf(query, SORTS, { sort: 'title', order: 'ASC' });
    const rows = this.visibleTo(actor);
    if (query.id) rows.andWhere('course.id IN (:...ids)', { ids: query.id });
    if (query.status) rows.andWhere('course.status = :status', { status: query.status });
    if (query.topic) rows.andWhere('course.topic = :topic', { topic: query.topic });
    if (query.audienceSector)
      rows.andWhere(
        "(course.audienceSectors IS NULL OR course.audienceSectors = '[]' OR course.audienceSectors LIKE :sector)",
        {
          sector: `%${JSON.stringify(query.audienceSector)}%`,
        },
      );
    if (query.level) rows.andWhere('course.level = :level', { level: query.level });
    if (query.q) rows.andWhere('course.searchKey LIKE :q', { q: `%${folded(query.q)}%` });
    const [courses, total] = await rows
      .orderBy(window.sort, window.order)
      .addOrderBy('course.id')
      .offset(window.skip)
      .limit(window.take)
      .getManyAndCount();
    return new Page(await this.viewsOf(courses), total);
  }

  /** One course, by its id, slug or code; refuses what is not there for this actor. */
  async one(actor: Actor, key: string): Promise<CourseView> {
    return this.viewOf(await this.byKey(actor, key));
  }

  /** The same as a row. */
  async byKey(actor: Actor, key: string): Promise<CourseEntity> {
    const rows = await this.visibleTo(actor)
      .andWhere('(course.id = :key OR course.slug = :key OR LOWER(course.code) = :code)', {
        key,
        code: key.toLowerCase(),
      })
      .getMany();
    return found(rows.find(({ id }) => id === key) ?? rows.find(({ slug }) => slug === key) ?? rows[0]);
  }

  /** Courses by their ids, published or not, for those who keep such ids: ids that are not there have no entry. */
  async byIds(ids: readonly string[]): Promise<Map<string, CourseEntity>> {
    if (!ids.length) return new Map();
    const rows = await this.database.repo(CourseEntity).findBy({ id: In([...new Set(ids)]) });
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Reads the catalogue once, and answers what finds a course by its code or its title, for imports. */
  async finder(): Promise<(codeOrTitle: string) => CourseEntity | undefined> {
    const courses = await this.database.repo(CourseEntity).find({ order: { createdAt: 'DESC' } });
    const byTitle = new Map(courses.map((course) => [folded(course.title), course]));
    const byCode = new Map(courses.map((course) => [folded(course.code), course]));
    return (text) => byCode.get(folded(text)) ?? byTitle.get(folded(text));
  }

  async viewOf(course: CourseEntity): Promise<CourseView> {
    const [view] = await this.viewsOf([course]);
    return found(view);
  }

  async viewsOf(courses: readonly CourseEntity[]): Promise<CourseView[]> {
    const ids = courses.map(({ id }) => id);
    const prerequisites = await this.prerequisites.prerequisitesOf(ids);
    const statements = await this.statements.activeOf(ids);
    return courses.map((course) =>
      courseView(course, prerequisites.get(course.id) ?? [], statements.get(course.id) ?? []),
    );
  }

  private visibleTo(actor: Actor): SelectQueryBuilder<CourseEntity> {
    const rows = this.database.repo(CourseEntity).createQueryBuilder('course');
    return isOffice(actor) ? rows.where('1 = 1') : rows.where('course.status = :visible', { visible: 'published' });
  }
}
