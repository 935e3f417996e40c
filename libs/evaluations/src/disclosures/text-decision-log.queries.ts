import { Injectable } from '@nestjs/common';
import type { TextDecisionView } from '@roundtable/contracts';
import { CourseEntity } from '@roundtable/courses';
import { PersonEntity } from '@roundtable/people';
import { Database, Page, windowOf } from '@roundtable/platform';
import { In } from 'typeorm';
import { TextDecisionEntity } from './text-decision.entity';
import { signsIn } from './text-list.queries';
import type { TextDecisionListQuery } from './texts.dto';

const SORTS = { decidedAt: 'line.decidedAt', writtenAt: 'line.writtenAt', dueAt: 'line.dueAt', id: 'line.id' };

/** The log of decisions on free text: who, when, what, and to whom it was passed on. It holds no text. */
@Injectable()
export class TextDecisionLog {
  constructor(private readonly database: Database) {}

  async list(query: TextDecisionListQuery): Promise<Page<TextDecisionView>> {
    const window = windowOf(query, SORTS, { sort: 'decidedAt', order: 'DESC' });
    const rows = this.database
      .repo(TextDecisionEntity)
      .createQueryBuilder('line')
      .innerJoin(CourseEntity, 'course', 'course.id = line.courseId')
      .where('1 = 1');
    if (query.id) rows.andWhere('line.id IN (:...ids)', { ids: query.id });
    if (query.decision) rows.andWhere('line.decision = :decision', { decision: query.decision });
    if (query.textId) rows.andWhere('line.textId = :textId', { textId: query.textId });
    if (query.q) rows.andWhere('LOWER(course.title) LIKE :q', { q: `%${query.q.toLowerCase()}%` });
    const total = await rows.getCount();
    const lines = await rows
      .orderBy(window.sort, window.order)
      .addOrderBy('line.id')
      .offset(window.skip)
      .limit(window.take)
      .getMany();
    return new Page(await this.views(lines), total);
  }

  private async views(lines: readonly TextDecisionEntity[]): Promise<TextDecisionView[]> {
    if (lines.length === 0) return [];
    const courses = await this.database.repo(CourseEntity).findBy({ id: In(lines.map(({ courseId }) => courseId)) });
    const titles = new Map(courses.map(({ id, title }) => [id, title]));
    const readers = await this.database.repo(PersonEntity).find({
      select: { id: true, name: true },
      where: { id: In(['', ...lines.map((line) => line.decidedById ?? '')]) },
    });
    const names = new Map(readers.map(({ id, name }) => [id, name]));
    return lines.map((line) => ({
      id: line.id,
      textId: line.textId,
      courseId: line.courseId,
      courseTitle: titles.get(line.courseId) ?? '',
      signs: signsIn(line.signs),
      writtenAt: line.writtenAt.toISOString(),
      dueAt: line.dueAt?.toISOString() ?? null,
      decision: line.decision,
      decidedAt: line.decidedAt.toISOString(),
      decidedById: line.decidedById,
      decidedByName: names.get(line.decidedById ?? '') ?? null,
      isLate: line.dueAt !== null && line.dueAt < line.decidedAt,
      passedOnTo: line.passedOnTo,
      passedOnAt: line.passedOnAt?.toISOString() ?? null,
    }));
  }
}
