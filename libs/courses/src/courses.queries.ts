import { Injectable } from '@nestjs/common';
import type { CourseStatus, CourseView } from '@roundtable/contracts';
import { type Actor, Database, Page, folded, found, isOffice, windowOf } from '@roundtable/platform';
import { In, type SelectQueryBuilder } from 'typeorm';
import type { CourseListQuery } from './course.dto';
import { CourseAddresses } from './course-addresses.service';
import { CourseDetails } from './course-details.queries';
import { CourseEntity } from './course.entity';
import { CourseTopicEntity } from './course-topic.entity';
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

/**
 * The catalogue, as each actor may see it: the office all of it, everybody else what is published. An archived course is
 * in nobody else's list, and answers whoever has its address.
 */
@Injectable()
export class CourseQueries {
  constructor(
    private readonly database: Database,
    private readonly prerequisites: PrerequisitesService,
    private readonly statements: OutcomeStatementsService,
    private readonly details: CourseDetails,
    private readonly addresses: CourseAddresses,
  ) {}

  /** Courses by title; `q` is looked for in code, title, topic and audience, whatever its case or accents. */
  async list(actor: Actor, query: CourseListQuery): Promise<Page<CourseView>> {
    const window = windowOf(query, SORTS, { sort: 'title', order: 'ASC' });
    const rows = this.listedTo(actor);
    if (query.id) rows.andWhere('course.id IN (:...ids)', { ids: query.id });
    if (query.status) rows.andWhere('course.status = :status', { status: query.status });
    if (query.topic) {
      const about = rows
        .subQuery()
        .select('about.courseId')
        .from(CourseTopicEntity, 'about')
        .where('about.topic = :topic')
        .getQuery();
      rows.andWhere(`course.id IN ${about}`, { topic: query.topic });
    }
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

  /** The same as a row; a former address answers too. */
  async byKey(actor: Actor, key: string): Promise<CourseEntity> {
    const rows = await this.readableBy(actor)
      .andWhere('(course.id = :key OR course.slug = :key OR LOWER(course.code) = :code)', {
        key,
        code: key.toLowerCase(),
      })
      .getMany();
    const course = rows.find(({ id }) => id === key) ?? rows.find(({ slug }) => slug === key) ?? rows[0];
    if (course) return course;
    const formerId = found(await this.addresses.courseIdOf(key));
    return found(await this.readableBy(actor).andWhere('course.id = :formerId', { formerId }).getOne());
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
    const details = await this.details.of(courses);
    return courses.map((course) =>
      courseView(course, prerequisites.get(course.id) ?? [], statements.get(course.id) ?? [], details(course.id)),
    );
  }

  private listedTo(actor: Actor): SelectQueryBuilder<CourseEntity> {
    return this.inStatus(actor, ['published']);
  }

  private readableBy(actor: Actor): SelectQueryBuilder<CourseEntity> {
    return this.inStatus(actor, ['published', 'archived']);
  }

  private inStatus(actor: Actor, visible: CourseStatus[]): SelectQueryBuilder<CourseEntity> {
    const rows = this.database.repo(CourseEntity).createQueryBuilder('course');
    return isOffice(actor) ? rows.where('1 = 1') : rows.where('course.status IN (:...visible)', { visible });
  }
}
