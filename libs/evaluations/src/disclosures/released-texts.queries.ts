import { Injectable } from '@nestjs/common';
import type { ReleasedTextView } from '@roundtable/contracts';
import { CourseEntity } from '@roundtable/courses';
import { EventEntity } from '@roundtable/events';
import { Database, Page, windowOf } from '@roundtable/platform';
import { In } from 'typeorm';
import { TextAnswerEntity } from '../answering/text-answer.entity';
import { ResponseEntity } from '../response.entity';
import { TextsAbout } from './texts-about.queries';
import type { ReleasedTextListQuery } from './texts.dto';

/** Fewer delegates who answered than this, and words could be told apart by their event. */
const SMALLEST_GROUP = 5;
/** No order is offered that would tell what belongs to which of the small events of a course. */
const SORTS = { courseTitle: 'course.title' };
const ANSWERED =
  "(SELECT COUNT(DISTINCT other.person_id) FROM responses other WHERE other.event_id = response.eventId AND other.sent_at IS NOT NULL AND other.mode <> 'line-manager')";
/** The event where five or more answered; empty where the course alone may be told. */
const SHOWN_EVENT = `CASE WHEN ${ANSWERED} >= ${SMALLEST_GROUP} THEN event.id ELSE NULL END`;

/** What readers let through, for the coordinator: by event from five who answered on, else by course. */
@Injectable()
export class ReleasedTexts {
  constructor(
    private readonly database: Database,
    private readonly about: TextsAbout,
  ) {}

  async list(query: ReleasedTextListQuery): Promise<Page<ReleasedTextView>> {
    const window = windowOf(query, SORTS, { sort: 'courseTitle', order: 'ASC' });
    const rows = this.database
      .repo(TextAnswerEntity)
      .createQueryBuilder('text')
      .innerJoin(ResponseEntity, 'response', 'response.id = text.responseId')
      .innerJoin(EventEntity, 'event', 'event.id = response.eventId')
      .innerJoin(CourseEntity, 'course', 'course.id = event.courseId')
      .where("text.state = 'released'");
    if (query.id) rows.andWhere('text.id IN (:...ids)', { ids: query.id });
    if (query.courseId) rows.andWhere('course.id = :courseId', { courseId: query.courseId });
    if (query.eventId)
      rows.andWhere(`event.id = :eventId AND ${ANSWERED} >= ${SMALLEST_GROUP}`, { eventId: query.eventId });
    if (query.q) rows.andWhere('LOWER(course.title) LIKE :q', { q: `%${query.q.toLowerCase()}%` });
    const total = await rows.getCount();
    const texts = await rows
      .orderBy(window.sort, window.order)
      .addOrderBy(`CASE WHEN ${ANSWERED} >= ${SMALLEST_GROUP} THEN 0 ELSE 1 END`)
      .addOrderBy(SHOWN_EVENT)
      .addOrderBy('text.questionId')
      .addOrderBy('text.id')
      .offset(window.skip)
      .limit(window.take)
      .getMany();
    return new Page(await this.views(texts), total);
  }

  private async views(texts: readonly TextAnswerEntity[]): Promise<ReleasedTextView[]> {
    const abouts = await this.about.of(texts);
    const large = await this.largeEvents(abouts.map(({ event }) => event.id));
    return abouts.map(({ text, event, course, question, response }) => ({
      id: text.id,
      courseId: course.id,
      courseTitle: course.title,
      eventId: large.has(event.id) ? event.id : null,
      eventStartsAt: large.has(event.id) ? (event.startsAt?.toISOString() ?? null) : null,
      question: question.wording,
      text: text.releasedText ?? text.text,
      demonstration: response.isDemonstration,
    }));
  }

  private async largeEvents(eventIds: readonly string[]): Promise<Set<string>> {
    if (eventIds.length === 0) return new Set();
    const rows = await this.database
      .repo(ResponseEntity)
      .createQueryBuilder('response')
      .select('response.eventId', 'eventId')
      .where({ eventId: In([...new Set(eventIds)]) })
      .andWhere("response.sentAt IS NOT NULL AND response.mode <> 'line-manager'")
      .groupBy('response.eventId')
      .having(`COUNT(DISTINCT response.personId) >= ${SMALLEST_GROUP}`)
      .getRawMany<{ eventId: string }>();
    return new Set(rows.map(({ eventId }) => eventId));
  }
}
