import { Injectable } from '@nestjs/common';
import type {
  CourseFormView,
  EvaluationFormView,
  FormQuestionView,
  FormVersionView,
  ManagerQuestionView,
  MeasurementMode,
} from '@roundtable/contracts';
import { type CourseEntity, CourseQueries, OutcomeStatementsService } from '@roundtable/courses';
import { type Actor, Database } from '@roundtable/platform';
import { IsNull } from 'typeorm';
import { questionView } from '../evaluation.view';
import { ResponseEntity } from '../response.entity';
import { EvaluationFormEntity } from './evaluation-form.entity';
import { FormsQueries, type PlacedItem } from './forms.queries';

/** What a delegate sees whose line manager nobody knows. */
const NOBODY_KNOWN = { state: 'unknown', name: null, from: null } as const;

/** The form of a course as whoever builds it sees it. */
@Injectable()
export class CourseFormQueries {
  constructor(
    private readonly database: Database,
    private readonly courses: CourseQueries,
    private readonly statements: OutcomeStatementsService,
    private readonly forms: FormsQueries,
  ) {}

  /** The course, by its id, slug or code; refuses what is not there. */
  course(actor: Actor, key: string): Promise<CourseEntity> {
    return this.courses.byKey(actor, key);
  }

  /** Draft, current version and all versions with how many answered each; the answers are not read. */
  async of(actor: Actor, key: string): Promise<CourseFormView> {
    const course = await this.course(actor, key);
    const rows = await this.database
      .repo(EvaluationFormEntity)
      .find({ where: { courseId: course.id }, order: { version: 'DESC' } });
    const [draft, current] = [
      rows.find(({ publishedAt }) => !publishedAt),
      rows.find(({ publishedAt }) => publishedAt),
    ];
    const statements = (await this.statements.activeOf([course.id])).get(course.id) ?? [];
    const responses = await this.responses(rows.map(({ id }) => id));
    return {
      courseId: course.id,
      courseTitle: course.title,
      courseSlug: course.slug,
      draft: draft ? await this.version(draft) : null,
      current: current ? await this.version(current) : null,
      statements: statements.map(({ id, stem, wording }) => ({ id, stem, wording })),
      versions: rows.flatMap(({ id, version, publishedAt }) =>
        publishedAt ? [{ id, version, publishedAt: publishedAt.toISOString(), responses: responses.get(id) ?? 0 }] : [],
      ),
    };
  }

  /** The page of a delegate who has just opened the form: of the draft, or of what is asked now. */
  async preview(
    actor: Actor,
    key: string,
    { stage, isDraft }: { stage: MeasurementMode; isDraft: boolean },
  ): Promise<EvaluationFormView> {
    const course = await this.course(actor, key);
    const formId = await this.previewed(course.id, isDraft);
    const questions = await this.forms.asked(course.id, formId, stage);
    return {
      stage,
      courseTitle: course.title,
      startsAt: null,
      state: 'open',
      opensAt: null,
      closesAt: null,
      questions: questions.map((question) => questionView(question, stage)),
      answers: [],
      formId,
      ...(stage === 'follow-up' && (await this.asksManagers(formId)) && { lineManager: NOBODY_KNOWN }),
    };
  }

  /** The page of a line manager who is asked about a delegate without a name. */
  async previewOfManager(actor: Actor, key: string, isDraft: boolean): Promise<ManagerQuestionView> {
    const course = await this.course(actor, key);
    const formId = await this.previewed(course.id, isDraft);
    const questions = await this.forms.asked(course.id, formId, 'line-manager');
    return {
      state: 'open',
      delegateName: 'A delegate',
      courseTitle: course.title,
      startsAt: null,
      closesAt: null,
      questions: questions.map((question) => questionView(question, 'line-manager')),
      formId,
    };
  }

  /** The draft where there is one and it is wanted, else what is asked now. */
  private async previewed(courseId: string, isDraft: boolean): Promise<string | null> {
    const draft = isDraft
      ? await this.database.repo(EvaluationFormEntity).findOneBy({ courseId, publishedAt: IsNull() })
      : null;
    return (draft ?? (await this.forms.current(courseId)))?.id ?? null;
  }

  private async asksManagers(formId: string | null): Promise<boolean> {
    const items = formId ? await this.forms.items(formId) : [];
    return items.some(({ stages }) => stages.includes('line-manager'));
  }

  private async version(form: EvaluationFormEntity): Promise<FormVersionView> {
    const items = await this.forms.items(form.id);
    return {
      id: form.id,
      version: form.version,
      publishedAt: form.publishedAt?.toISOString() ?? null,
      questions: items.map(formQuestionView),
    };
  }

  /** How many forms delegates sent on each version; what was rated about before came with the same form. */
  private async responses(formIds: string[]): Promise<Map<string, number>> {
    if (formIds.length === 0) return new Map();
    const rows = await this.database
      .repo(ResponseEntity)
      .createQueryBuilder('response')
      .select(['response.formId AS formId', 'COUNT(*) AS responses'])
      .where(
        "response.formId IN (:...formIds) AND response.sentAt IS NOT NULL AND response.mode NOT IN ('retrospective-before', 'line-manager')",
        {
          formIds,
        },
      )
      .groupBy('response.formId')
      .getRawMany<{ formId: string; responses: number | string }>();
    return new Map(rows.map((row) => [row.formId, Number(row.responses)]));
  }
}

function formQuestionView(item: PlacedItem): FormQuestionView {
  const { id, source, kind, stem, wording, stages, isRequired, help, options, minimum, maximum, lowLabel, highLabel } =
    item;
  return {
    questionId: id,
    source,
    kind,
    stem,
    wording,
    stages: [...stages],
    isRequired,
    help,
    ...(options.length > 0 && { options: [...options] }),
    ...(minimum !== null && { minimum }),
    ...(maximum !== null && { maximum }),
    ...(lowLabel && { lowLabel }),
    ...(highLabel && { highLabel }),
    isRetired: item.isRetired,
  };
}
