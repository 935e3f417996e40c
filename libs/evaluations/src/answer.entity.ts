import { OutcomeStatementEntity } from '@roundtable/courses';
import { Id, Reference, Whole } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { ResponseEntity } from './response.entity';

/** One rating of one outcome statement, 1 to 5. */
@Entity('answers')
@Index(['responseId', 'statementId'], { unique: true })
@Index(['statementId', 'value'])
@Index(['responseId', 'statementId', 'value'])
export class AnswerEntity {
  @Id()
  id: string;

  @Reference(() => ResponseEntity)
  responseId: string;

  @Reference(() => OutcomeStatementEntity)
  statementId: string;

  @Whole()
  value: number;
}
