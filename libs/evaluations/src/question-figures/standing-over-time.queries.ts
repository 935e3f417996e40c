import { Injectable } from '@nestjs/common';
import type { FormStage, ReportPeriodLength, StandingQuestionRow } from '@roundtable/contracts';
import { type Actor, Database, Problem } from '@roundtable/platform';
import { IsNull, type SelectQueryBuilder } from 'typeorm';
import { QuestionAnswerEntity } from '../answering/question-answer.entity';
import { counted } from '../counted-responses';
import { type KnowledgeGainQuestion, limitTo } from '../cuts/counted-answers';
import { ReportEventQueries } from '../cuts/report-events.queries';
import { QuestionEntity } from '../forms/question.entity';
import { ResponseEntity } from '../response.entity';
import { periodOf } from './figure-periods';
import { type SaidCell, standingRows } from './standing-rows';

interface RawCell {
  questionId: string;
  eventId: string;
  stage: FormStage;
  value: number | string;
  people: number | string;
  isDemonstration: number | string;
}

/** Standing questions with yes or no over the years: who is aware, and who used it. */
@Injectable()
export class StandingOverTimeQueries {
  constructor(
    private readonly database: Database,
    private readonly events: ReportEventQueries,
  ) {}

  /** Rows by question, stage and period. Live figures: for coordinators only. History without a date is in no quarter. */
  async rows(actor: Actor, asked: KnowledgeGainQuestion, every: ReportPeriodLength): Promise<StandingQuestionRow[]> {
    if (!actor.roles.includes('coordinator')) throw new Problem('people.not-allowed');
    const questions = await this.database.repo(QuestionEntity).findBy({ courseId: IsNull(), kind: 'yes-no' });
    const ids = questions.map(({ id }) => id);
    if (ids.length === 0) return [];
    const said = await this.read(this.answers(ids, asked));
    const saidByAware = await this.read(
      this.answers(ids, asked)
        .innerJoin(QuestionEntity, 'question', 'question.id = answer.questionId')
        .innerJoin(
          QuestionAnswerEntity,
          'first',
          'first.responseId = answer.responseId AND first.questionId = question.followsId AND first.value = 1',
        ),
    );
    const eventIds = [...new Set(said.map(({ eventId }) => eventId))];
    const events = new Map((await this.events.events(eventIds)).map((event) => [event.id, event]));
    return standingRows(questions, said, saidByAware, (eventId) => {
      const event = events.get(eventId);
      return event ? periodOf(event, every, asked) : null;
    });
  }

  private answers(ids: readonly string[], asked: KnowledgeGainQuestion): SelectQueryBuilder<QuestionAnswerEntity> {
    const rows = counted(
      this.database
        .repo(QuestionAnswerEntity)
        .createQueryBuilder('answer')
        .innerJoin(ResponseEntity, 'response', 'response.id = answer.responseId'),
    )
      .andWhere('answer.questionId IN (:...ids)', { ids })
      .select(['answer.questionId AS questionId', 'response.eventId AS eventId', 'response.mode AS stage'])
      .addSelect(['answer.value AS value', 'COUNT(*) AS people', 'MAX(response.isDemonstration) AS isDemonstration'])
      .groupBy('answer.questionId')
      .addGroupBy('response.eventId')
      .addGroupBy('response.mode')
      .addGroupBy('answer.value');
    limitTo(rows, asked);
    return rows;
  }

  private async read(answers: SelectQueryBuilder<QuestionAnswerEntity>): Promise<SaidCell[]> {
    const rows = await answers.getRawMany<RawCell>();
    return rows.map(({ questionId, eventId, stage, value, people, isDemonstration }) => ({
      questionId,
      eventId,
      stage,
      isYes: Number(value) === 1,
      people: Number(people),
      isDemonstration: Number(isDemonstration) === 1,
    }));
  }
}
