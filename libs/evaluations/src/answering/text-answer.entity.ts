import { Id, Instant, LongText, Reference, Words } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { QuestionEntity } from '../forms/question.entity';
import { ResponseEntity } from '../response.entity';

/** Free text is held back from everybody until somebody who may read it let it through. */
export type TextState = 'held';

/** What somebody wrote. It stands in no log, no audit entry and no list. */
@Entity('text_answers')
@Index(['responseId', 'questionId'], { unique: true })
@Index(['state', 'createdAt'])
export class TextAnswerEntity {
  @Id()
  id: string;

  @Reference(() => ResponseEntity)
  responseId: string;

  @Index()
  @Reference(() => QuestionEntity)
  questionId: string;

  @LongText()
  text: string;

  @Words(20)
  state: TextState;

  @Instant()
  createdAt: Date;
}
