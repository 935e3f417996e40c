import { Injectable } from '@nestjs/common';
import type { PublishedQuotes, QuoteConsentView, QuoteView } from '@roundtable/contracts';
import { CourseEntity } from '@roundtable/courses';
import { EventEntity } from '@roundtable/events';
import { type Actor, Database, Page, found, windowOf } from '@roundtable/platform';
import { In, IsNull, Not, type SelectQueryBuilder } from 'typeorm';
import { TextAnswerEntity } from '../answering/text-answer.entity';
import { type ReportPeriod, endOfPeriod, startOfPeriod } from '../report-period';
import { ResponseEntity } from '../response.entity';
import { type TextAbout, TextsAbout } from './texts-about.queries';
import type { QuoteListQuery } from './texts.dto';

const SORTS = { courseTitle: 'course.title', decidedAt: 'text.quoteDecidedAt', id: 'text.id' };

/** Words that may be quoted: consent stands, a reader let them through, and the coordinator says which. */
@Injectable()
export class QuotesQueries {
  constructor(
    private readonly database: Database,
    private readonly about: TextsAbout,
  ) {}

  async list(query: QuoteListQuery): Promise<Page<QuoteView>> {
    const window = windowOf(query, SORTS, { sort: 'courseTitle', order: 'ASC' });
    const rows = this.consented();
    if (query.id) rows.andWhere('text.id IN (:...ids)', { ids: query.id });
    if (query.courseId) rows.andWhere('course.id = :courseId', { courseId: query.courseId });
    if (query.state === 'waiting') rows.andWhere('text.quoteState IS NULL');
    else if (query.state) rows.andWhere('text.quoteState = :state', { state: query.state });
    if (query.q) rows.andWhere('LOWER(course.title) LIKE :q', { q: `%${query.q.toLowerCase()}%` });
    const total = await rows.getCount();
    const texts = await rows
      .orderBy(window.sort, window.order)
      .addOrderBy('text.id')
      .offset(window.skip)
      .limit(window.take)
      .getMany();
    return new Page((await this.about.of(texts)).map(quoteView), total);
  }

  async one(id: string): Promise<QuoteView> {
    const text = found(await this.consented().andWhere('text.id = :id', { id }).getOne());
    const [about] = await this.about.of([text]);
    return quoteView(found(about));
  }

  /** Which texts about courses are approved quotes, of events that started in a period of London dates. */
  async approvedIds(courseIds: readonly string[], period: ReportPeriod): Promise<string[]> {
    if (courseIds.length === 0) return [];
    const texts = await this.approved(period)
      .andWhere('course.id IN (:...courseIds)', { courseIds })
      .orderBy('text.id')
      .getMany();
    return texts.map(({ id }) => id);
  }

  /**
   * The words of such texts by course, to be attributed to it alone. Whatever lost its consent or its approval since is
   * not among them, so a later copy has it no more.
   */
  async ofIds(ids: readonly string[]): Promise<PublishedQuotes[]> {
    if (ids.length === 0) return [];
    const texts = await this.approved({})
      .andWhere('text.id IN (:...ids)', { ids })
      .orderBy('course.title')
      .addOrderBy('text.id')
      .getMany();
    const courses = new Map<string, PublishedQuotes>();
    for (const { course, text } of await this.about.of(texts)) {
      const quotes = courses.get(course.id) ?? { courseId: course.id, courseTitle: course.title, words: [] };
      quotes.words.push(text.releasedText ?? text.text);
      courses.set(course.id, quotes);
    }
    return [...courses.values()];
  }

  /** The actor's own consents that stand, newest first. */
  async ownConsents(actor: Actor): Promise<QuoteConsentView[]> {
    if (actor.personId === null) return [];
    const responses = await this.database
      .repo(ResponseEntity)
      .find({ where: { personId: actor.personId, quoteConsentAt: Not(IsNull()) }, order: { quoteConsentAt: 'DESC' } });
    if (responses.length === 0) return [];
    const events = await this.database.repo(EventEntity).findBy({ id: In(responses.map(({ eventId }) => eventId)) });
    const courses = await this.database.repo(CourseEntity).findBy({ id: In(events.map(({ courseId }) => courseId)) });
    const titles = new Map(courses.map(({ id, title }) => [id, title]));
    const courseOf = new Map(events.map(({ id, courseId }) => [id, courseId]));
    return responses.map(({ id, eventId, mode, quoteConsentAt }) => ({
      id,
      courseTitle: titles.get(courseOf.get(eventId) ?? '') ?? '',
      stage: mode,
      givenAt: quoteConsentAt?.toISOString() ?? '',
    }));
  }

  private approved(period: ReportPeriod): SelectQueryBuilder<TextAnswerEntity> {
    const rows = this.consented().andWhere("text.quoteState = 'approved'");
    const [from, until] = [startOfPeriod(period), endOfPeriod(period)];
    if (from) rows.andWhere('event.startsAt >= :from', { from });
    if (until) rows.andWhere('event.startsAt < :until', { until });
    return rows;
  }

  private consented(): SelectQueryBuilder<TextAnswerEntity> {
    return this.database
      .repo(TextAnswerEntity)
      .createQueryBuilder('text')
      .innerJoin(ResponseEntity, 'response', 'response.id = text.responseId')
      .innerJoin(EventEntity, 'event', 'event.id = response.eventId')
      .innerJoin(CourseEntity, 'course', 'course.id = event.courseId')
      .where("text.state = 'released' AND response.quoteConsentAt IS NOT NULL");
  }
}

function quoteView({ text, response, course, question }: TextAbout): QuoteView {
  return {
    id: text.id,
    courseId: course.id,
    courseTitle: course.title,
    question: question.wording,
    text: text.releasedText ?? text.text,
    state: text.quoteState ?? 'waiting',
    decidedAt: text.quoteDecidedAt?.toISOString() ?? null,
    demonstration: response.isDemonstration,
  };
}
