import { Injectable } from '@nestjs/common';
import { type InterestCountView, type InterestView, type NewInterest, paths } from '@roundtable/contracts';
import { CourseEntity, CourseQueries } from '@roundtable/courses';
import { PublishedProgramme } from '@roundtable/events';
import { type Actor, Clock, Database, Page, folded, found, isDuplicate, newId, windowOf } from '@roundtable/platform';
import { CourseInterestDateEntity } from './course-interest-date.entity';
import { CourseInterestEntity } from './course-interest.entity';
import type { InterestCountListQuery, InterestListQuery } from './interest.dto';

const SORTS = { declaredAt: 'interest.declaredAt', id: 'interest.id' };
const COUNT_SORTS = { total: 'total', id: 'interest.courseId' };

interface InterestRow {
  id: string;
  courseId: string;
  title: string;
  slug: string;
}

/** Who wants to know when a course has a date. */
@Injectable()
export class InterestsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly courses: CourseQueries,
    private readonly programme: PublishedProgramme,
  ) {}

  /**
   * Keeps that this person wants to be told of new dates of a course; again changes where and how it would suit. Dates
   * that are there already are known, and told to nobody.
   */
  async declare(actor: Actor, courseKey: string, wanted: NewInterest): Promise<InterestView> {
    const personId = found(actor.personId);
    const { id: courseId } = await this.courses.byKey(actor, courseKey);
    const now = this.clock.now();
    const { programme } = await this.programme.now();
    const known = programme.comingOf(courseId, now).filter(({ startsAt }) => startsAt !== null);
    const suits = { area: wanted.area ?? null, delivery: wanted.delivery ?? null };
    const id = await this.database
      .transaction(async () => {
        const interests = this.database.repo(CourseInterestEntity);
        const there = await interests.findOneBy({ personId, courseId });
        if (there) {
          await interests.update({ id: there.id }, suits);
          return there.id;
        }
        const interest = { id: newId(), personId, courseId, ...suits, declaredAt: now };
        await interests.insert(interest);
        const dates = known.map((event) => ({ id: newId(), interestId: interest.id, eventId: event.id, toldAt: null }));
        if (dates.length) await this.database.repo(CourseInterestDateEntity).insert(dates);
        return interest.id;
      })
      .catch((error: unknown) => {
        // Two requests at once: the other one has kept it.
        if (!isDuplicate(error)) throw error;
        return null;
      });
    const own = await this.list(actor, id === null ? { courseId } : { id: [id] });
    return found(own.items[0]);
  }

  /** A person's own, the latest first. */
  async list(
    actor: Actor,
    query: Pick<InterestListQuery, 'id' | 'courseId'> & InterestListQuery,
  ): Promise<Page<InterestView>> {
    const window = windowOf(query, SORTS, { sort: 'declaredAt', order: 'DESC' });
    const rows = this.database
      .repo(CourseInterestEntity)
      .createQueryBuilder('interest')
      .innerJoin(CourseEntity, 'course', 'course.id = interest.courseId')
      .where('interest.personId = :personId', { personId: actor.personId ?? '' });
    if (query.id) rows.andWhere('interest.id IN (:...ids)', { ids: query.id });
    if (query.courseId) rows.andWhere('interest.courseId = :courseId', { courseId: query.courseId });
    if (query.q) rows.andWhere('course.searchKey LIKE :q', { q: `%${folded(query.q)}%` });
    const total = await rows.getCount();
    const { entities, raw } = await rows
      .select('interest')
      .addSelect(['course.title AS title', 'course.slug AS slug'])
      .orderBy(window.sort, window.order)
      .addOrderBy('interest.id')
      .offset(window.skip)
      .limit(window.take)
      .getRawAndEntities<InterestRow>();
    return new Page(
      entities.map(({ id, courseId, area, delivery, declaredAt }, index) => ({
        id,
        courseId,
        courseTitle: raw[index]?.title ?? '',
        courseUrl: paths.course({ slug: raw[index]?.slug ?? '' }),
        area,
        delivery,
        declaredAt: declaredAt.toISOString(),
      })),
      total,
    );
  }

  /** Ends an interest; somebody else's is not found. */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async () => {
      const interests = this.database.repo(CourseInterestEntity);
      found(await interests.findOneBy({ id, personId: actor.personId ?? '' }));
      await this.database.repo(CourseInterestDateEntity).delete({ interestId: id });
      await interests.delete({ id });
    });
  }

  /** How many people wait for a date, by course, with where it would suit them; courses nobody waits for are left out. */
  async counts(query: InterestCountListQuery): Promise<Page<InterestCountView>> {
    // Who names courses wants all of them, however many a list shows.
    const asked = query.id && query._end === undefined ? { ...query, _end: 200 } : query;
    const window = windowOf(asked, COUNT_SORTS, { sort: 'total', order: 'DESC' });
    const rows = this.database.repo(CourseInterestEntity).createQueryBuilder('interest').where('1 = 1');
    if (query.id) rows.andWhere('interest.courseId IN (:...ids)', { ids: query.id });
    if (query.q)
      rows
        .innerJoin(CourseEntity, 'course', 'course.id = interest.courseId')
        .andWhere('course.searchKey LIKE :q', { q: `%${folded(query.q)}%` });
    const all = await rows.clone().select('COUNT(DISTINCT interest.courseId)', 'n').getRawOne<{ n: number | string }>();
    const counts = await rows
      .select('interest.courseId', 'id')
      .addSelect('COUNT(*)', 'total')
      .addSelect("SUM(CASE WHEN interest.area = 'city' THEN 1 ELSE 0 END)", 'city')
      .addSelect("SUM(CASE WHEN interest.area = 'county' THEN 1 ELSE 0 END)", 'county')
      .addSelect("SUM(CASE WHEN interest.delivery = 'online' THEN 1 ELSE 0 END)", 'online')
      .addSelect("SUM(CASE WHEN interest.delivery = 'in-person' THEN 1 ELSE 0 END)", 'inPerson')
      .groupBy('interest.courseId')
      .orderBy(window.sort, window.order)
      .addOrderBy('interest.courseId')
      .offset(window.skip)
      .limit(window.take)
      .getRawMany<Record<keyof InterestCountView, string | number>>();
    return new Page(
      counts.map((row) => ({
        id: String(row.id),
        total: Number(row.total),
        city: Number(row.city),
        county: Number(row.county),
        online: Number(row.online),
        inPerson: Number(row.inPerson),
      })),
      Number(all?.n ?? 0),
    );
  }
}
