import { Injectable } from '@nestjs/common';
import type { WantedForm, WantedFormQuestion } from '@roundtable/contracts';
import { OutcomeStatementsService } from '@roundtable/courses';
import { type Actor, Audit, Clock, Database, Problem, found, invalid, isDuplicate, newId } from '@roundtable/platform';
import { In, IsNull, MoreThan } from 'typeorm';
import { EvaluationFormEntity } from './evaluation-form.entity';
import { formErrors, inOrder, publishingError, trimmed, wordsKey } from './form-building-rules';
import { FormQuestionEntity } from './form-question.entity';
import { FormsQueries } from './forms.queries';
import { QuestionEntity } from './question.entity';

/** Building the form of a course: one draft, and versions that do not change once they are published. */
@Injectable()
export class FormBuildingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly statements: OutcomeStatementsService,
    private readonly forms: FormsQueries,
  ) {}

  /**
   * Makes these the questions of the course's draft, which is started where there is none. Refuses, at the field, what
   * is no question of this course, what its kind does not allow, and a question that stands there twice.
   */
  async save(actor: Actor, courseId: string, wanted: WantedForm): Promise<void> {
    const errors = formErrors(wanted);
    if (Object.keys(errors).length > 0) throw invalid(errors);
    await this.database.transaction(async () => {
      await this.requireOffered(courseId, wanted.questions);
      const { id: formId, version } = (await this.draft(courseId)) ?? (await this.start(courseId));
      const before = await this.forms.items(formId);
      await this.database.repo(FormQuestionEntity).delete({ formId });
      const rows = await this.placesOf(courseId, formId, wanted.questions);
      if (rows.length > 0) await this.database.repo(FormQuestionEntity).insert(rows);
      await this.removeUnused(courseId);
      const after = await this.forms.items(formId);
      await this.record(actor, 'evaluation-form.save', courseId, {
        before: { version, questions: before.map(({ wording }) => wording) },
        after: { version, questions: after.map(({ wording }) => wording) },
      });
    });
  }

  /** Publishes the draft as the course's next version. Refuses a course without a draft, and a form that could compare nothing. */
  async publish(actor: Actor, courseId: string): Promise<void> {
    await this.database.transaction(async () => {
      const draft = await this.draft(courseId);
      if (!draft) throw new Problem('forms.no-draft');
      const items = await this.forms.items(draft.id);
      const error = publishingError(items.filter(({ isRetired }) => !isRetired));
      if (error) throw invalid({ questions: error });
      const published = await this.database
        .repo(EvaluationFormEntity)
        .update({ id: draft.id, publishedAt: IsNull() }, { publishedAt: this.clock.now() });
      if (!published.affected) throw new Problem('forms.changed');
      await this.record(actor, 'evaluation-form.publish', courseId, { after: { version: draft.version } });
    });
  }

  /** Throws the draft away; what is published stays. */
  async discard(actor: Actor, courseId: string): Promise<void> {
    await this.database.transaction(async () => {
      const draft = found(await this.draft(courseId));
      await this.database.repo(FormQuestionEntity).delete({ formId: draft.id });
      await this.database.repo(EvaluationFormEntity).delete({ id: draft.id });
      await this.removeUnused(courseId);
      await this.record(actor, 'evaluation-form.discard', courseId, { before: { version: draft.version } });
    });
  }

  private draft(courseId: string): Promise<EvaluationFormEntity | null> {
    return this.database.repo(EvaluationFormEntity).findOneBy({ courseId, publishedAt: IsNull() });
  }

  private async start(courseId: string): Promise<EvaluationFormEntity> {
    const forms = this.database.repo(EvaluationFormEntity);
    const last = await forms.findOne({ where: { courseId, version: MoreThan(0) }, order: { version: 'DESC' } });
    const version = (last?.version ?? 0) + 1;
    const form = forms.create({ id: newId(), courseId, version, publishedAt: null, createdAt: this.clock.now() });
    try {
      await forms.insert(form);
    } catch (error) {
      throw isDuplicate(error) ? new Problem('forms.changed') : error;
    }
    return form;
  }

  /** Statements of this course, and standing questions: those that are offered, or stood on the form before. */
  private async requireOffered(courseId: string, wanted: readonly WantedFormQuestion[]): Promise<void> {
    const errors: Record<string, string> = {};
    const statements = await this.statements.byIds(wanted.flatMap(({ statementId }) => statementId ?? []));
    const ids = wanted.flatMap(({ standingId }) => standingId ?? []);
    const rows = ids.length ? await this.database.repo(QuestionEntity).findBy({ id: In(ids), courseId: IsNull() }) : [];
    const standing = new Set(rows.map(({ id }) => id));
    wanted.forEach(({ statementId, standingId }, index) => {
      if (statementId && statements.get(statementId)?.courseId !== courseId)
        errors[`questions.${index}.statementId`] = 'This is no outcome statement of this course';
      if (standingId && !standing.has(standingId))
        errors[`questions.${index}.standingId`] = 'There is no such standing question';
    });
    if (Object.keys(errors).length > 0) throw invalid(errors);
  }

  /** The rows of the form. The same words of the course are the same question; other words are a new one. */
  private async placesOf(
    courseId: string,
    formId: string,
    wanted: readonly WantedFormQuestion[],
  ): Promise<FormQuestionEntity[]> {
    const questions = this.database.repo(QuestionEntity);
    const known = new Map((await questions.findBy({ courseId })).map((row) => [keyOf(row), row.id]));
    const added: QuestionEntity[] = [];
    const rows = wanted.map((one, position) => {
      let questionId = one.standingId ?? null;
      if (one.own) {
        const there = known.get(wordsKey(one.own));
        questionId = there ?? newId();
        if (!there) added.push(this.question(questionId, courseId, one.own));
      }
      return Object.assign(new FormQuestionEntity(), {
        id: newId(),
        formId,
        position,
        statementId: one.statementId ?? null,
        questionId,
        stages: inOrder(one.stages),
        isRequired: one.isRequired,
        help: one.help?.trim() || null,
      });
    });
    if (added.length > 0) await questions.insert(added);
    return rows;
  }

  private question(id: string, courseId: string, words: NonNullable<WantedFormQuestion['own']>): QuestionEntity {
    const row = { id, courseId, ...trimmed(words), createdAt: this.clock.now(), retiredAt: null };
    return Object.assign(new QuestionEntity(), row);
  }

  /** Takes away the course's questions that stand on no form: nobody was ever asked them. */
  private async removeUnused(courseId: string): Promise<void> {
    const unused = await this.database
      .repo(QuestionEntity)
      .createQueryBuilder('question')
      .leftJoin(FormQuestionEntity, 'place', 'place.questionId = question.id')
      .select('question.id', 'id')
      .where('question.courseId = :courseId AND place.id IS NULL', { courseId })
      .getRawMany<{ id: string }>();
    if (unused.length > 0) await this.database.repo(QuestionEntity).delete({ id: In(unused.map(({ id }) => id)) });
  }

  private record(
    actor: Actor,
    action: string,
    courseId: string,
    facts: { before?: Record<string, unknown>; after?: Record<string, unknown> },
  ): Promise<void> {
    return this.audit.record(actor, { action, subjectKind: 'course', subjectId: courseId, ...facts });
  }
}

function keyOf({ kind, wording, options, minimum, maximum, lowLabel, highLabel }: QuestionEntity): string {
  return wordsKey({
    kind,
    wording,
    ...(options && { options }),
    ...(minimum !== null && { minimum }),
    ...(maximum !== null && { maximum }),
    ...(lowLabel && { lowLabel }),
    ...(highLabel && { highLabel }),
  });
}
