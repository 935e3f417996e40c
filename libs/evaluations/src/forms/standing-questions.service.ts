import { Injectable } from '@nestjs/common';
import type { NewStandingQuestion, StandingQuestionChange, StandingQuestionView } from '@roundtable/contracts';
import {
  type Actor,
  Audit,
  Clock,
  Database,
  Page,
  changedFields,
  found,
  invalid,
  newId,
  windowOf,
} from '@roundtable/platform';
import { IsNull } from 'typeorm';
import { EvaluationFormEntity } from './evaluation-form.entity';
import { trimmed, wordsErrors } from './form-building-rules';
import { type LinkedQuestion, followError } from './follow-rules';
import { FormQuestionEntity } from './form-question.entity';
import type { StandingQuestionListQuery } from './form.dto';
import { rowsById } from '../rows-by-id';
import { QuestionEntity } from './question.entity';

const SORTS = {
  wording: 'question.wording',
  kind: 'question.kind',
  createdAt: 'question.createdAt',
  id: 'question.id',
};

/** Questions of the partnership that any course's form may ask, so that answers can be compared across courses. */
@Injectable()
export class StandingQuestionsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  async list(query: StandingQuestionListQuery): Promise<Page<StandingQuestionView>> {
    const window = windowOf(query, SORTS, { sort: 'wording', order: 'ASC' });
    const rows = this.database.repo(QuestionEntity).createQueryBuilder('question').where('question.courseId IS NULL');
    if (query.id) rows.andWhere('question.id IN (:...ids)', { ids: query.id });
    if (query.isRetired !== undefined) rows.andWhere(`question.retiredAt IS ${query.isRetired ? 'NOT NULL' : 'NULL'}`);
    if (query.q) rows.andWhere('LOWER(question.wording) LIKE :q', { q: `%${query.q.toLowerCase()}%` });
    const [questions, total] = await rows
      .orderBy(window.sort, window.order)
      .addOrderBy('question.id')
      .offset(window.skip)
      .limit(window.take)
      .getManyAndCount();
    return new Page(await this.views(questions), total);
  }

  async one(id: string): Promise<StandingQuestionView> {
    const question = found(await this.database.repo(QuestionEntity).findOneBy({ id, courseId: IsNull() }));
    return found((await this.views([question]))[0]);
  }

  /** Adds a question; its words do not change from here on. Refuses, at the field, one that it cannot follow. */
  async add(actor: Actor, { followsId = null, ...words }: NewStandingQuestion): Promise<StandingQuestionView> {
    const errors = wordsErrors(words);
    if (Object.keys(errors).length > 0) throw invalid(errors);
    return this.database.transaction(async () => {
      const id = newId();
      await this.requireLink({ id, kind: words.kind }, followsId);
      const row = { id, courseId: null, ...trimmed(words), createdAt: this.clock.now(), retiredAt: null, followsId };
      await this.database.repo(QuestionEntity).insert(row);
      const view = await this.one(id);
      await this.record(actor, 'standing-question.add', id, { after: { ...view } });
      return view;
    });
  }

  /**
   * Offers a question to forms no longer, or again, while forms that have it go on asking it; and says which question
   * it follows. Refuses, at the field, one that it cannot follow.
   */
  async change(actor: Actor, id: string, wanted: StandingQuestionChange): Promise<StandingQuestionView> {
    return this.database.transaction(async () => {
      const questions = this.database.repo(QuestionEntity);
      const { kind, retiredAt, followsId } = found(await questions.findOneBy({ id, courseId: IsNull() }));
      const before = { isRetired: retiredAt !== null, followsId };
      const after = {
        isRetired: wanted.isRetired ?? before.isRetired,
        followsId: wanted.followsId === undefined ? followsId : wanted.followsId,
      };
      if (after.followsId !== followsId) await this.requireLink({ id, kind }, after.followsId);
      const changed = changedFields(before, after);
      if (Object.keys(changed.after).length > 0) {
        const end = after.isRetired ? (retiredAt ?? this.clock.now()) : null;
        await questions.update({ id, courseId: IsNull() }, { retiredAt: end, followsId: after.followsId });
        await this.record(actor, 'standing-question.change', id, changed);
      }
      return this.one(id);
    });
  }

  private async requireLink(question: Pick<LinkedQuestion, 'id' | 'kind'>, followsId: string | null): Promise<void> {
    if (followsId === null) return;
    const questions = this.database.repo(QuestionEntity);
    // Whoever links questions waits here for whoever else does, so that two links never close a circle.
    await questions.update({ courseId: IsNull() }, { courseId: null });
    const error = followError(question, followsId, await questions.findBy({ courseId: IsNull() }));
    if (error) throw invalid({ followsId: error });
  }

  private async views(questions: readonly QuestionEntity[]): Promise<StandingQuestionView[]> {
    if (questions.length === 0) return [];
    const rows = await this.database
      .repo(FormQuestionEntity)
      .createQueryBuilder('place')
      .innerJoin(EvaluationFormEntity, 'form', 'form.id = place.formId AND form.publishedAt IS NOT NULL')
      .select(['place.questionId AS questionId', 'COUNT(DISTINCT form.courseId) AS courses'])
      .where('place.questionId IN (:...ids)', { ids: questions.map(({ id }) => id) })
      .groupBy('place.questionId')
      .getRawMany<{ questionId: string; courses: number | string }>();
    const courses = new Map(rows.map((row) => [row.questionId, Number(row.courses)]));
    const followed = await rowsById(
      this.database,
      QuestionEntity,
      questions.flatMap(({ followsId }) => followsId ?? []),
    );
    return questions.map((question) => ({
      id: question.id,
      kind: question.kind,
      wording: question.wording,
      ...(question.options && { options: question.options }),
      ...(question.minimum !== null && { minimum: question.minimum }),
      ...(question.maximum !== null && { maximum: question.maximum }),
      ...(question.lowLabel && { lowLabel: question.lowLabel }),
      ...(question.highLabel && { highLabel: question.highLabel }),
      createdAt: question.createdAt.toISOString(),
      retiredAt: question.retiredAt?.toISOString() ?? null,
      courses: courses.get(question.id) ?? 0,
      follows: followView(followed.get(question.followsId ?? '')),
    }));
  }

  private record(
    actor: Actor,
    action: string,
    subjectId: string,
    facts: { before?: Record<string, unknown>; after?: Record<string, unknown> },
  ): Promise<void> {
    return this.audit.record(actor, { action, subjectKind: 'standing-question', subjectId, ...facts });
  }
}

function followView(first: QuestionEntity | undefined): StandingQuestionView['follows'] {
  return first ? { id: first.id, wording: first.wording } : null;
}
