import { Injectable } from '@nestjs/common';
import type { FormStage, QuestionWords, WantedFormQuestion } from '@roundtable/contracts';
import { CourseEntity, OutcomeStatementEntity } from '@roundtable/courses';
import {
  EvaluationFormEntity,
  FormBuildingService,
  QuestionEntity,
  StandingQuestionsService,
} from '@roundtable/evaluations';
import { Database, SYSTEM, found } from '@roundtable/platform';
import { In, IsNull } from 'typeorm';

const AWARE: QuestionWords = { kind: 'yes-no', wording: 'Are you aware of the neglect toolkit?' };
const USED: QuestionWords = { kind: 'yes-no', wording: 'Have you used the neglect toolkit since the training?' };
const LIKELY: QuestionWords = {
  kind: 'scale',
  wording: 'How likely are you to use what you learnt in the next month?',
  minimum: 0,
  maximum: 10,
  lowLabel: 'Not at all likely',
  highLabel: 'Certain',
};
const DIFFERENTLY: QuestionWords = { kind: 'text', wording: 'What will you do differently?' };
const OBSTACLES: QuestionWords = { kind: 'text', wording: 'What gets in the way of using the toolkit?' };
const HELPED: QuestionWords = {
  kind: 'single',
  wording: 'What helped you most?',
  options: ['The cases', 'What others told', 'The input', 'The material'],
};

const ALL_STAGES: FormStage[] = ['before', 'after', 'follow-up'];
/** Each version before the first event that is answered on it. */
const PUBLISHED = [new Date('2024-04-02T09:00:00Z'), new Date('2025-09-01T09:00:00Z')];

interface Plan {
  course: string;
  /** Which statement, in the course's order, is rated about before only once the training is over. */
  retrospective?: number;
  own: { words: QuestionWords; stages: FormStage[]; help?: string }[];
}

const AFTERWARDS = [
  { words: LIKELY, stages: ['after'] satisfies FormStage[] },
  { words: DIFFERENTLY, stages: ['after'] satisfies FormStage[], help: 'Please name nobody, and no place.' },
];
const PLANS: Plan[] = [
  { course: 'RPC', own: [] },
  { course: 'PREV', own: [...AFTERWARDS, { words: HELPED, stages: ['after'] }] },
  { course: 'SR', retrospective: 1, own: [AFTERWARDS[0]!] },
  { course: 'DSL', own: [AFTERWARDS[0]!] },
  { course: 'NEG', own: [{ words: OBSTACLES, stages: ['follow-up'] }] },
];

/** What the forms of the demonstration ask beside ratings, by what it is for. */
export interface FormQuestions {
  aware: string;
  used: string;
  /** Of each course that asks it. */
  likely: Map<string, string>;
  differently: Map<string, string>;
  helped: Map<string, string>;
  /** Version 1 of each course by its code, and where there is one the next. */
  forms: Map<string, string[]>;
}

/** Forms of five courses, with standing questions that they share; one has a second version. */
@Injectable()
export class InventedForms {
  constructor(
    private readonly database: Database,
    private readonly standing: StandingQuestionsService,
    private readonly building: FormBuildingService,
  ) {}

  async make(): Promise<FormQuestions> {
    const aware = (await this.standing.add(SYSTEM, AWARE)).id;
    const used = (await this.standing.add(SYSTEM, USED)).id;
    const courses = await this.database.repo(CourseEntity).findBy({ code: In(PLANS.map(({ course }) => course)) });
    const byCode = new Map(courses.map((course) => [course.code, course.id]));
    const standing: WantedFormQuestion[] = [
      { standingId: aware, stages: ['before', 'follow-up'], isRequired: false },
      { standingId: used, stages: ['follow-up'], isRequired: false },
    ];
    for (const plan of PLANS) {
      const courseId = found(byCode.get(plan.course));
      const ratings = await this.ratingsOf(courseId, plan.retrospective);
      await this.publish(courseId, [...ratings, ...standing, ...plan.own.map(ownQuestion)]);
    }
    const twice = found(byCode.get('RPC'));
    await this.publish(twice, [...(await this.ratingsOf(twice)), ...standing, ...AFTERWARDS.map(ownQuestion)]);
    for (const [index, publishedAt] of PUBLISHED.entries())
      await this.database
        .repo(EvaluationFormEntity)
        .update({ version: index + 1 }, { publishedAt, createdAt: publishedAt });
    return { aware, used, ...(await this.ownQuestions(byCode)), forms: await this.versionsOf(byCode) };
  }

  private async ratingsOf(courseId: string, retrospective?: number): Promise<WantedFormQuestion[]> {
    const statements = await this.database
      .repo(OutcomeStatementEntity)
      .find({ where: { courseId, retiredAt: IsNull() }, order: { position: 'ASC' } });
    return statements.map(({ id }, index) => ({
      statementId: id,
      stages: index === retrospective ? ['retrospective-before', 'after', 'follow-up'] : ALL_STAGES,
      isRequired: true,
    }));
  }

  private async publish(courseId: string, questions: WantedFormQuestion[]): Promise<void> {
    await this.building.save(SYSTEM, courseId, { questions });
    await this.building.publish(SYSTEM, courseId);
  }

  private async ownQuestions(byCode: ReadonlyMap<string, string>) {
    const rows = await this.database.repo(QuestionEntity).findBy({ courseId: In([...byCode.values()]) });
    const of = ({ wording }: QuestionWords) =>
      new Map(
        [...byCode].flatMap(([code, courseId]): [string, string][] => {
          const row = rows.find((one) => one.courseId === courseId && one.wording === wording);
          return row ? [[code, row.id]] : [];
        }),
      );
    return { likely: of(LIKELY), differently: of(DIFFERENTLY), helped: of(HELPED) };
  }

  private async versionsOf(byCode: ReadonlyMap<string, string>): Promise<Map<string, string[]>> {
    const rows = await this.database
      .repo(EvaluationFormEntity)
      .find({ where: { courseId: In([...byCode.values()]) }, order: { version: 'ASC' } });
    const idsOf = (courseId: string) => rows.filter((row) => row.courseId === courseId).map(({ id }) => id);
    return new Map([...byCode].map(([code, courseId]) => [code, idsOf(courseId)]));
  }
}

function ownQuestion({ words, stages, help }: Plan['own'][number]): WantedFormQuestion {
  return { own: words, stages, isRequired: false, ...(help ? { help } : {}) };
}
