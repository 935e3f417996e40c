import { Injectable } from '@nestjs/common';
import { type DataCell, Database } from '@roundtable/platform';
import { In } from 'typeorm';
import { AnswerDraftEntity } from './answering/answer-draft.entity';
import { QuestionAnswerEntity } from './answering/question-answer.entity';
import { TextAnswerEntity } from './answering/text-answer.entity';
import { QuestionEntity } from './forms/question.entity';

/** One answer as its own person may read it. */
export interface OwnAnswer {
  responseId: string;
  question: string;
  answer: DataCell;
}

/** What people answered besides ratings, for their own export alone. */
@Injectable()
export class OwnAnswers {
  constructor(private readonly database: Database) {}

  /** Everything chosen, counted or written in these responses. */
  async of(responseIds: readonly string[]): Promise<OwnAnswer[]> {
    if (responseIds.length === 0) return [];
    const responseId = In([...responseIds]);
    const scores = await this.database.repo(QuestionAnswerEntity).findBy({ responseId });
    const texts = await this.database.repo(TextAnswerEntity).findBy({ responseId });
    const ids = new Set([...scores, ...texts].map(({ questionId }) => questionId));
    const rows = ids.size > 0 ? await this.database.repo(QuestionEntity).findBy({ id: In([...ids]) }) : [];
    const questions = new Map(rows.map((row) => [row.id, row]));
    return [
      ...scores.map(({ responseId: of, questionId, value }) => ({
        responseId: of,
        question: questions.get(questionId)?.wording ?? '',
        answer: answerInWords(questions.get(questionId), value),
      })),
      ...texts.map(({ responseId: of, questionId, text }) => ({
        responseId: of,
        question: questions.get(questionId)?.wording ?? '',
        answer: text,
      })),
    ];
  }

  /** What was typed into forms and not sent. */
  async draftsOf(responseIds: readonly string[]): Promise<AnswerDraftEntity[]> {
    if (responseIds.length === 0) return [];
    return this.database.repo(AnswerDraftEntity).findBy({ responseId: In([...responseIds]) });
  }
}

function answerInWords(question: QuestionEntity | undefined, value: number): DataCell {
  if (question?.kind === 'yes-no') return value === 1 ? 'Yes' : 'No';
  return question?.options?.[value] ?? value;
}
