import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Database, newId } from '@roundtable/platform';
import { In } from 'typeorm';
import { AnswerEntity } from '../answer.entity';
import { ArrivingTexts } from '../disclosures/arriving-texts.service';
import { AnswerDraftEntity } from './answer-draft.entity';
import type { CheckedAnswers } from './answer-rules';
import { QuestionAnswerEntity } from './question-answer.entity';
import { TextAnswerEntity } from './text-answer.entity';

/** The rows of answers: ratings, other answers, and words that are held back. */
@Injectable()
export class KeptAnswers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly arriving: ArrivingTexts,
  ) {}

  /**
   * Keeps what was found right. Ratings about before that were asked after the training go to a response of their
   * own, `retrospectiveId`, so that they never meet those that were given before.
   */
  async keep(responseId: string, retrospectiveId: string | null, checked: CheckedAnswers): Promise<void> {
    const ratings = checked.ratings.map(({ mode, statementId, value }) => ({
      id: newId(),
      responseId: mode === 'retrospective-before' ? (retrospectiveId ?? responseId) : responseId,
      statementId,
      value,
    }));
    const scores = checked.scores.map((score) => ({ id: newId(), responseId, ...score }));
    const createdAt = this.clock.now();
    const texts = [];
    for (const text of checked.texts)
      texts.push({
        // Random, where other ids tell when they were made: words are shown without their time.
        id: randomUUID(),
        responseId,
        ...text,
        ...(await this.arriving.signsOf(text.text)),
        state: 'held' as const,
        createdAt,
      });
    if (ratings.length > 0) await this.database.repo(AnswerEntity).insert(ratings);
    if (scores.length > 0) await this.database.repo(QuestionAnswerEntity).insert(scores);
    if (texts.length > 0) await this.database.repo(TextAnswerEntity).insert(texts);
    await this.arriving.tellReaders(texts);
    await this.database.repo(AnswerDraftEntity).delete({ responseId });
  }

  /** Everything but ratings that was answered in these responses; words are not read. */
  async scoresOf(responseIds: readonly string[]): Promise<QuestionAnswerEntity[]> {
    if (responseIds.length === 0) return [];
    return this.database.repo(QuestionAnswerEntity).findBy({ responseId: In([...responseIds]) });
  }

  /** Moves every answer of a response to another one of the same person. */
  async move(fromId: string, intoId: string): Promise<void> {
    for (const entity of [AnswerEntity, QuestionAnswerEntity, TextAnswerEntity])
      await this.database.repo<{ responseId: string }>(entity).update({ responseId: fromId }, { responseId: intoId });
    await this.database.repo(AnswerDraftEntity).delete({ responseId: In([fromId, intoId]) });
  }

  /** Erases every answer of these responses, and what was typed for them. */
  async erase(responseIds: readonly string[]): Promise<void> {
    if (responseIds.length === 0) return;
    for (const entity of [AnswerEntity, QuestionAnswerEntity, TextAnswerEntity, AnswerDraftEntity])
      await this.database.repo<{ responseId: string }>(entity).delete({ responseId: In([...responseIds]) });
  }

  /** Erases what was written in words, sent or not: scores stay. */
  async eraseWords(responseIds: readonly string[]): Promise<void> {
    if (responseIds.length === 0) return;
    for (const entity of [TextAnswerEntity, AnswerDraftEntity])
      await this.database.repo<{ responseId: string }>(entity).delete({ responseId: In([...responseIds]) });
  }
}
