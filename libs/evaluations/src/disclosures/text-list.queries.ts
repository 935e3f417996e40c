import { Injectable } from '@nestjs/common';
import type { EvaluationTextView, TextSign } from '@roundtable/contracts';
import { CourseEntity } from '@roundtable/courses';
import { EventEntity } from '@roundtable/events';
import { Clock, Database, Page, found, windowOf } from '@roundtable/platform';
import { TextAnswerEntity } from '../answering/text-answer.entity';
import { ResponseEntity } from '../response.entity';
import { type TextAbout, TextsAbout } from './texts-about.queries';
import type { EvaluationTextListQuery } from './texts.dto';

const SORTS = {
  waiting: 'text.createdAt',
  writtenAt: 'text.createdAt',
  dueAt: 'text.dueAt',
  courseTitle: 'course.title',
  id: 'text.id',
};

/** The readers' list: what waits, never what was written. */
@Injectable()
export class TextListQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly about: TextsAbout,
  ) {}

  /** What looks like something comes first, then the oldest, unless another order is asked for. */
  async list(query: EvaluationTextListQuery): Promise<Page<EvaluationTextView>> {
    const window = windowOf(query, SORTS, { sort: 'waiting', order: 'ASC' });
    const rows = this.database
      .repo(TextAnswerEntity)
      .createQueryBuilder('text')
      .innerJoin(ResponseEntity, 'response', 'response.id = text.responseId')
      .innerJoin(EventEntity, 'event', 'event.id = response.eventId')
      .innerJoin(CourseEntity, 'course', 'course.id = event.courseId')
      .where('1 = 1');
    if (query.id) rows.andWhere('text.id IN (:...ids)', { ids: query.id });
    if (query.state) rows.andWhere('text.state = :state', { state: query.state });
    if (query.isFlagged !== undefined) rows.andWhere(`text.signs IS ${query.isFlagged ? 'NOT NULL' : 'NULL'}`);
    if (query.isOverdue) rows.andWhere("text.state = 'held' AND text.dueAt < :now", { now: this.clock.now() });
    if (query.q) rows.andWhere('LOWER(course.title) LIKE :q', { q: `%${query.q.toLowerCase()}%` });
    const total = await rows.getCount();
    if ((query._sort ?? 'waiting') === 'waiting') rows.orderBy('CASE WHEN text.signs IS NULL THEN 1 ELSE 0 END', 'ASC');
    const texts = await rows
      .addOrderBy(window.sort, window.order)
      .addOrderBy('text.id')
      .offset(window.skip)
      .limit(window.take)
      .getMany();
    return new Page(
      (await this.about.of(texts)).map((text) => this.view(text)),
      total,
    );
  }

  async one(id: string): Promise<EvaluationTextView> {
    const [text] = await this.about.of([found(await this.database.repo(TextAnswerEntity).findOneBy({ id }))]);
    return this.view(found(text));
  }

  private view({ text, response, event, course, question }: TextAbout): EvaluationTextView {
    return {
      id: text.id,
      courseId: course.id,
      courseTitle: course.title,
      eventStartsAt: event.startsAt?.toISOString() ?? null,
      stage: response.mode,
      question: question.wording,
      signs: signsIn(text.signs),
      state: text.state,
      writtenAt: text.createdAt.toISOString(),
      dueAt: text.dueAt?.toISOString() ?? null,
      isOverdue: text.state === 'held' && text.dueAt !== null && text.dueAt < this.clock.now(),
      decidedAt: text.decidedAt?.toISOString() ?? null,
      demonstration: response.isDemonstration,
    };
  }
}

/** Signs as they are kept, with commas between. */
export function signsIn(signs: string | null): TextSign[] {
  return signs === null ? [] : (signs.split(',') as TextSign[]);
}
