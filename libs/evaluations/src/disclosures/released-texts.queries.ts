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

/** Fewer who answered than this, and words could be told apart by their event. */
const SMALLEST_GROUP = 5;
/** No order is offered that would tell what belongs to which of the small events of a course. */
const SORTS = { courseTitle: 'course.title' };
/** Line managers are a group of their own, or one of them could be told apart among delegates. */
const BY_MANAGER = (response: string) => `CASE WHEN ${response} = 'line-manager' THEN 1 ELSE 0 END`;
const ANSWERED = `(SELECT COUNT(DISTINCT other.person_id) FROM responses other WHERE other.event_id = response.eventId AND other.sent_at IS NOT NULL AND ${BY_MANAGER('other.mode')} = ${BY_MANAGER('response.mode')})`;
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
      .addOrderBy(BY_MANAGER('response.mode'))
      .addOrderBy('text.id')
      .offset(window.skip)
      .limit(window.take)
      .getMany();
    return new Page(await this.views(texts), total);
  }

  private async views(texts: readonly TextAnswerEntity[]): Promise<ReleasedTextView[]> {
    const abouts = await this.about.of(texts);
    const large = await this.largeGroups(abouts.map(({ event }) => event.id));
    return abouts.map(({ text, event, course, question, response }) => {
      const isByLineManager = response.mode === 'line-manager';
      const isShown = large.has(groupOf(event.id, isByLineManager));
      return {
        id: text.id,
        courseId: course.id,
        courseTitle: course.title,
        eventId: isShown ? event.id : null,
        eventStartsAt: isShown ? (event.startsAt?.toISOString() ?? null) : null,
        question: question.wording,
        text: text.releasedText ?? text.text,
        isByLineManager,
        demonstration: response.isDemonstration,
      };
    });
  }

  /** Of these events the delegates, or the line managers, where five or more answered. */
  private async largeGroups(eventIds: readonly string[]): Promise<Set<string>> {
    if (eventIds.length === 0) return new Set();
    const rows = await this.database
      .repo(ResponseEntity)
      .createQueryBuilder('response')
      .select('response.eventId', 'eventId')
      .addSelect(BY_MANAGER('response.mode'), 'byManager')
      .where({ eventId: In([...new Set(eventIds)]) })
      .andWhere('response.sentAt IS NOT NULL')
      .groupBy('response.eventId')
      .addGroupBy(BY_MANAGER('response.mode'))
      .having(`COUNT(DISTINCT response.personId) >= ${SMALLEST_GROUP}`)
      .getRawMany<{ eventId: string; byManager: number | string }>();
    return new Set(rows.map(({ eventId, byManager }) => groupOf(eventId, Number(byManager) === 1)));
  }
}

function groupOf(eventId: string, isByLineManager: boolean): string {
  return `${eventId} ${isByLineManager}`;
}
