import { Injectable } from '@nestjs/common';
import type { FormStage } from '@roundtable/contracts';
import { OutcomeStatementsService } from '@roundtable/courses';
import { Database } from '@roundtable/platform';
import { In, IsNull, Not } from 'typeorm';
import { EvaluationFormEntity } from './evaluation-form.entity';
import { FormQuestionEntity } from './form-question.entity';
import { type AskedQuestion, type FormItem, NO_BOUNDS, askedAt, statementItem } from './form-rules';
import { QuestionEntity } from './question.entity';

/** A place on a form, with where its question comes from. */
export interface PlacedItem extends FormItem {
  source: 'statement' | 'standing' | 'own';
  /** An outcome statement that its course no longer asks. */
  isRetired: boolean;
}

/** What forms ask. */
@Injectable()
export class FormsQueries {
  constructor(
    private readonly database: Database,
    private readonly statements: OutcomeStatementsService,
  ) {}

  /** What a course asks now; null where it has no form of its own. */
  async current(courseId: string): Promise<EvaluationFormEntity | null> {
    return this.database
      .repo(EvaluationFormEntity)
      .findOne({ where: { courseId, publishedAt: Not(IsNull()) }, order: { version: 'DESC' } });
  }

  /** The version that somebody read, where it is one of this course that was published. */
  async published(courseId: string, formId: string): Promise<EvaluationFormEntity | null> {
    return this.database.repo(EvaluationFormEntity).findOneBy({ id: formId, courseId, publishedAt: Not(IsNull()) });
  }

  /**
   * What a version of a form asks at a stage, or the course's statements where it has no form. Retired statements are
   * asked only of whom `rated` names: who rated them for this event.
   */
  async asked(
    courseId: string,
    formId: string | null,
    stage: FormStage,
    rated: ReadonlySet<string> = new Set(),
  ): Promise<AskedQuestion[]> {
    const items = formId ? await this.items(formId) : await this.statementsOf(courseId, rated);
    return askedAt(
      stage,
      items.filter((item) => !item.isRetired || rated.has(item.id)),
    );
  }

  /** Those of these courses whose form asks nothing at a stage, so that nobody is written to about it. Two queries. */
  async silentAt(courseIds: readonly string[], stage: FormStage): Promise<Set<string>> {
    const asks = await this.formsAsking(courseIds, stage);
    return new Set([...asks].filter(([, asksThen]) => !asksThen).map(([courseId]) => courseId));
  }

  /** Those of these courses whose form has a question for the line manager. Two queries. */
  async askingManagers(courseIds: readonly string[]): Promise<Set<string>> {
    const asks = await this.formsAsking(courseIds, 'line-manager');
    return new Set([...asks].filter(([, asksThen]) => asksThen).map(([courseId]) => courseId));
  }

  /** Whether the form that each of these courses has now asks anything at a stage; no entry where it has none. */
  private async formsAsking(courseIds: readonly string[], stage: FormStage): Promise<Map<string, boolean>> {
    if (courseIds.length === 0) return new Map();
    const versions = await this.database.repo(EvaluationFormEntity).find({
      where: { courseId: In([...new Set(courseIds)]), publishedAt: Not(IsNull()) },
      order: { version: 'ASC' },
    });
    const newest = new Map(versions.map(({ courseId, id }) => [courseId, id]));
    if (newest.size === 0) return new Map();
    const places = await this.database.repo(FormQuestionEntity).findBy({ formId: In([...newest.values()]) });
    const asking = new Set(places.filter(({ stages }) => stages.includes(stage)).map(({ formId }) => formId));
    return new Map([...newest].map(([courseId, formId]) => [courseId, asking.has(formId)]));
  }

  /** Everything on a version of a form, in order; three queries. */
  async items(formId: string): Promise<PlacedItem[]> {
    const places = await this.database.repo(FormQuestionEntity).find({ where: { formId }, order: { position: 'ASC' } });
    const statements = await this.statements.byIds(
      places.flatMap(({ statementId }) => (statementId ? [statementId] : [])),
    );
    const ids = places.flatMap(({ questionId }) => (questionId ? [questionId] : []));
    const rows = ids.length ? await this.database.repo(QuestionEntity).findBy({ id: In(ids) }) : [];
    const questions = new Map(rows.map((row) => [row.id, row]));
    return places.flatMap(({ statementId, questionId, stages, isRequired, help }) => {
      const at = { stages, isRequired, help };
      const statement = statements.get(statementId ?? '');
      if (statement)
        return [{ ...statementItem(statement), ...at, source: 'statement', isRetired: statement.retiredAt !== null }];
      const question = questions.get(questionId ?? '');
      return question ? [{ ...questionItem(question), ...at }] : [];
    });
  }

  private async statementsOf(courseId: string, rated: ReadonlySet<string>): Promise<PlacedItem[]> {
    const active = (await this.statements.activeOf([courseId])).get(courseId) ?? [];
    const others = [...rated].filter((id) => !active.some((statement) => statement.id === id));
    const retired = [...(await this.statements.byIds(others)).values()].filter((one) => one.courseId === courseId);
    return [...active, ...retired]
      .sort((one, other) => one.position - other.position || (one.id < other.id ? -1 : 1))
      .map((statement) => ({
        ...statementItem(statement),
        source: 'statement',
        isRetired: statement.retiredAt !== null,
      }));
  }
}

function questionItem(question: QuestionEntity): Omit<PlacedItem, 'stages' | 'isRequired' | 'help'> {
  const { id, kind, wording, options, minimum, maximum, lowLabel, highLabel } = question;
  return {
    ...NO_BOUNDS,
    id,
    kind,
    stem: null,
    wording,
    options: options ?? [],
    minimum,
    maximum,
    lowLabel,
    highLabel,
    source: question.courseId === null ? 'standing' : 'own',
    isRetired: false,
  };
}
