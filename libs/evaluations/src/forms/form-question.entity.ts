import type { FormStage } from '@roundtable/contracts';
import { OutcomeStatementEntity } from '@roundtable/courses';
import { Id, Json, Reference, Whole, Words, YesNo } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { EvaluationFormEntity } from './evaluation-form.entity';
import { QuestionEntity } from './question.entity';

/** A question at its place on a version of a form: either an outcome statement to rate, or a written question. */
@Entity('form_questions')
@Index(['formId', 'position'], { unique: true })
export class FormQuestionEntity {
  @Id()
  id: string;

  @Reference(() => EvaluationFormEntity)
  formId: string;

  @Whole()
  position: number;

  @Index()
  @Reference(() => OutcomeStatementEntity, { nullable: true })
  statementId: string | null;

  @Index()
  @Reference(() => QuestionEntity, { nullable: true })
  questionId: string | null;

  @Json()
  stages: FormStage[];

  @YesNo()
  isRequired: boolean;

  @Words(300, { nullable: true })
  help: string | null;
}
