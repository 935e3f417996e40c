import { Injectable } from '@nestjs/common';
import type { YearPlannerRow, YearPlannerView } from '@roundtable/contracts';
import { CourseEntity, CourseTopics } from '@roundtable/courses';
import {
  Clock,
  Database,
  invalid,
  isPartnershipYear,
  londonDate,
  partnershipYear,
  partnershipYearRange,
  startOfLondonDay,
  writeCsv,
} from '@roundtable/platform';
import { Between, In, Not } from 'typeorm';
import { EventEntity } from '../event.entity';
import type { YearPlannerQuery } from './overview.dto';
import { type PlannedMonth, monthsOf, plannerRow } from './planner-rules';

type PlannedCourse = Pick<CourseEntity, 'id' | 'title' | 'level'> & { topics: readonly string[] };

/** The programme of a partnership year by course, topic and level, for the office; three statements. A course counts under each of its topics. */
@Injectable()
export class YearPlannerQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly topics: CourseTopics,
  ) {}

  async year(query: YearPlannerQuery): Promise<YearPlannerView> {
    const year = query.year ?? partnershipYear(this.clock.now());
    if (!isPartnershipYear(year)) throw invalid({ year: 'year must be a partnership year such as 2026-27' });
    const all = await this.plannedCourses();
    const courses = all.filter(
      ({ topics, level }) =>
        (query.topic === undefined || topics.includes(query.topic)) &&
        (query.level === undefined || level === query.level),
    );
    const months = monthsOf(year);
    const planned = await this.planned(year, months);
    return {
      year,
      months,
      topics: namesOf(all, 'topic'),
      levels: namesOf(all, 'level'),
      courses: courses.map(({ id, title, topics, level }) =>
        plannerRow({ name: title, courseId: id, topic: topics.join(', ') || null, level }, planned.get(id) ?? []),
      ),
      byTopic: grouped(courses, planned, 'topic'),
      byLevel: grouped(courses, planned, 'level'),
    };
  }

  /** The same by course, for a spreadsheet. */
  async csv(query: YearPlannerQuery): Promise<string> {
    const { months, courses } = await this.year(query);
    return writeCsv(
      ['course', 'topic', 'level', ...months, 'total', 'gaps'],
      courses.map(({ name, topic, level, months: counts, total, gaps }) => [
        name,
        topic,
        level,
        ...counts.map(({ published, drafts }) => published + drafts),
        total,
        gaps,
      ]),
    );
  }

  private async plannedCourses(): Promise<PlannedCourse[]> {
    const courses = await this.database.repo(CourseEntity).find({
      select: { id: true, title: true, level: true },
      where: { status: Not('archived') },
      order: { title: 'ASC' },
    });
    const topics = await this.topics.of(courses.map(({ id }) => id));
    return courses.map(({ id, title, level }) => ({ id, title, level, topics: topics.get(id) ?? [] }));
  }

  /** Events that begin in the year and are not cancelled, by course. */
  private async planned(year: string, months: readonly string[]): Promise<Map<string, PlannedMonth[]>> {
    const { from, to } = partnershipYearRange(year);
    const dayAfter = new Date(Date.parse(`${to}T12:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
    const lastMoment = new Date(startOfLondonDay(dayAfter).getTime() - 1);
    const events = await this.database.repo(EventEntity).find({
      select: { id: true, courseId: true, startsAt: true, status: true },
      where: { status: In(['draft', 'published']), startsAt: Between(startOfLondonDay(from), lastMoment) },
    });
    const byCourse = new Map<string, PlannedMonth[]>();
    for (const { courseId, startsAt, status } of events) {
      const month = startsAt === null ? -1 : months.indexOf(londonDate(startsAt).slice(0, 7));
      if (month >= 0)
        byCourse.set(courseId, [...(byCourse.get(courseId) ?? []), { courseId, month, isDraft: status === 'draft' }]);
    }
    return byCourse;
  }
}

const DAY_MS = 24 * 3600_000;

function valuesOf(course: PlannedCourse, column: 'topic' | 'level'): readonly string[] {
  return column === 'topic' ? course.topics : course.level === null ? [] : [course.level];
}

function namesOf(courses: readonly PlannedCourse[], column: 'topic' | 'level'): string[] {
  const names = courses.flatMap((course) => valuesOf(course, column));
  return [...new Set(names)].sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));
}

function grouped(
  courses: readonly PlannedCourse[],
  planned: ReadonlyMap<string, PlannedMonth[]>,
  column: 'topic' | 'level',
): YearPlannerRow[] {
  const names = namesOf(courses, column);
  const wanted = courses.some((course) => valuesOf(course, column).length === 0) ? [...names, null] : names;
  return wanted.map((name) => {
    const own = courses.filter((course) =>
      name === null ? valuesOf(course, column).length === 0 : valuesOf(course, column).includes(name),
    );
    const events = own.flatMap(({ id }) => planned.get(id) ?? []);
    const facts = { topic: column === 'topic' ? name : null, level: column === 'level' ? name : null };
    return plannerRow({ name: name ?? `No ${column}`, courseId: null, ...facts }, events);
  });
}
