import { Injectable } from '@nestjs/common';
import type { FormStage, QuestionFiguresRow } from '@roundtable/contracts';
import { CourseEntity } from '@roundtable/courses';
import { type Actor, Database, Problem } from '@roundtable/platform';
import type { SelectQueryBuilder } from 'typeorm';
import { QuestionAnswerEntity } from '../answering/question-answer.entity';
import { counted } from '../counted-responses';
import { type KnowledgeGainQuestion, limitTo } from '../cuts/counted-answers';
import { QuestionEntity } from '../forms/question.entity';
import { ResponseEntity } from '../response.entity';
import { rowsById } from '../rows-by-id';
import { type AnsweredGroup, type CountedQuestion, questionRows } from './question-rows';

interface RawKey {
  questionId: string;
  courseId: string;
  stage: FormStage;
}

interface RawCount extends RawKey {
  value: number | string;
  people: number | string;
  isDemonstration: number | string;
}

/** What was answered to written questions that are no free text, question by question and stage by stage. */
@Injectable()
export class QuestionFiguresQueries {
  constructor(private readonly database: Database) {}

  /**
   * Rows of own questions by their course, of standing ones by each course and, unless one course was asked for, of
   * all together. Live figures: for coordinators only. Left out is what every report leaves out.
   */
  async rows(actor: Actor, asked: KnowledgeGainQuestion = {}): Promise<QuestionFiguresRow[]> {
    if (!actor.roles.includes('coordinator')) throw new Problem('people.not-allowed');
    const groups = await this.groups(asked);
    const questions = await rowsById(
      this.database,
      QuestionEntity,
      groups.map(({ questionId }) => questionId),
    );
    const courses = await rowsById(
      this.database,
      CourseEntity,
      groups.map(({ courseId }) => courseId),
    );
    const titles = new Map([...courses.values()].map(({ id, title }) => [id, title]));
    return questionRows([...questions.values()].filter(isCounted), groups, titles, { adds: !asked.courseId });
  }

  private async groups(asked: KnowledgeGainQuestion): Promise<AnsweredGroup[]> {
    const counts = await this.answers(asked)
      .addSelect(['answer.value AS value', 'COUNT(*) AS people', 'MAX(response.isDemonstration) AS isDemonstration'])
      .addGroupBy('answer.value')
      .getRawMany<RawCount>();
    const several = await this.answers(asked)
      .innerJoin(QuestionEntity, 'question', "question.id = answer.questionId AND question.kind = 'several'")
      .addSelect('COUNT(DISTINCT answer.responseId)', 'n')
      .getRawMany<RawKey & { n: number | string }>();
    const people = new Map(several.map((row) => [keyOf(row), Number(row.n)]));
    const groups = new Map<string, RawCount[]>();
    for (const row of counts) {
      const there = groups.get(keyOf(row));
      if (there) there.push(row);
      else groups.set(keyOf(row), [row]);
    }
    return [...groups].flatMap(([key, rows]) => {
      const [first] = rows;
      if (!first) return [];
      const { questionId, courseId, stage } = first;
      const ofGroup = rows.map((row) => ({ value: Number(row.value), people: Number(row.people) }));
      const n = people.get(key) ?? ofGroup.reduce((sum, one) => sum + one.people, 0);
      const isDemonstration = rows.some((row) => Number(row.isDemonstration) === 1);
      return [{ questionId, courseId, stage, n, counts: ofGroup, isDemonstration }];
    });
  }

  private answers(asked: KnowledgeGainQuestion): SelectQueryBuilder<QuestionAnswerEntity> {
    const rows = counted(
      this.database
        .repo(QuestionAnswerEntity)
        .createQueryBuilder('answer')
        .innerJoin(ResponseEntity, 'response', 'response.id = answer.responseId'),
    )
      .select(['answer.questionId AS questionId', 'event.courseId AS courseId', 'response.mode AS stage'])
      .groupBy('answer.questionId')
      .addGroupBy('event.courseId')
      .addGroupBy('response.mode');
    limitTo(rows, asked);
    return rows;
  }
}

function keyOf({ questionId, courseId, stage }: RawKey): string {
  return `${questionId}|${courseId}|${stage}`;
}

function isCounted(question: QuestionEntity): question is QuestionEntity & CountedQuestion {
  return question.kind !== 'text';
}
