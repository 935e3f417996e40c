import { Id, Reference, Whole } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { QuestionEntity } from '../forms/question.entity';
import { ResponseEntity } from '../response.entity';

/**
 * What somebody answered to a question that is no rating and no free text: a number, the place of the chosen option
 * from 0, or 1 for yes and 0 for no. Several options are several rows.
 */
@Entity('question_answers')
@Index(['responseId', 'questionId', 'value'], { unique: true })
@Index(['questionId', 'value'])
export class QuestionAnswerEntity {
  @Id()
  id: string;

  @Reference(() => ResponseEntity)
  responseId: string;

  @Reference(() => QuestionEntity)
  questionId: string;

  @Whole()
  value: number;
}
