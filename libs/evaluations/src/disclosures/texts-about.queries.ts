import { Injectable } from '@nestjs/common';
import { CourseEntity } from '@roundtable/courses';
import { EventEntity } from '@roundtable/events';
import { Database, found } from '@roundtable/platform';
import { In, type ObjectLiteral } from 'typeorm';
import type { TextAnswerEntity } from '../answering/text-answer.entity';
import { QuestionEntity } from '../forms/question.entity';
import { ResponseEntity } from '../response.entity';

/** A text with what it is about. */
export interface TextAbout {
  text: TextAnswerEntity;
  response: ResponseEntity;
  event: EventEntity;
  course: CourseEntity;
  question: QuestionEntity;
}

/** What texts are about: the response each belongs to, its event, its course and its question. */
@Injectable()
export class TextsAbout {
  constructor(private readonly database: Database) {}

  /** The same texts in the same order, in four statements whatever their number. */
  async of(texts: readonly TextAnswerEntity[]): Promise<TextAbout[]> {
    const responses = await this.byId(
      ResponseEntity,
      texts.map(({ responseId }) => responseId),
    );
    const events = await this.byId(
      EventEntity,
      [...responses.values()].map(({ eventId }) => eventId),
    );
    const courses = await this.byId(
      CourseEntity,
      [...events.values()].map(({ courseId }) => courseId),
    );
    const questions = await this.byId(
      QuestionEntity,
      texts.map(({ questionId }) => questionId),
    );
    return texts.map((text) => {
      const response = found(responses.get(text.responseId));
      const event = found(events.get(response.eventId));
      return {
        text,
        response,
        event,
        course: found(courses.get(event.courseId)),
        question: found(questions.get(text.questionId)),
      };
    });
  }

  private async byId<Row extends ObjectLiteral & { id: string }>(
    entity: new () => Row,
    ids: readonly string[],
  ): Promise<Map<string, Row>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.repo<{ id: string }>(entity).findBy({ id: In([...new Set(ids)]) });
    return new Map(rows.map((row) => [row.id, row as Row]));
  }
}
