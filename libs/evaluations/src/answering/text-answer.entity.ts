import type { QuoteState, TextState } from '@roundtable/contracts';
import { Id, Instant, LongText, Reference, Words } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { QuestionEntity } from '../forms/question.entity';
import { ResponseEntity } from '../response.entity';

/**
 * What somebody wrote, held back from everybody until an evaluation reader let it through. It stands in no log, no
 * audit entry and no mail. Its id is random, so that it does not tell when it was written.
 */
@Entity('text_answers')
@Index(['responseId', 'questionId'], { unique: true })
@Index(['state', 'createdAt'])
@Index(['state', 'dueAt'])
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

  /** What it looks like, with commas between; empty where nothing puts it first. */
  @Words(60, { nullable: true })
  signs: string | null;

  /** By when a reader is to record a decision; empty without signs. */
  @Instant({ nullable: true })
  dueAt: Date | null;

  /** When the service manager was told that nobody did. */
  @Instant({ nullable: true })
  managerToldAt: Date | null;

  /** What others read in its place, where an identifying detail was removed. */
  @LongText({ nullable: true })
  releasedText: string | null;

  /** When the last decision was taken; empty while there is none. */
  @Instant({ nullable: true })
  decidedAt: Date | null;

  /** Whether the coordinator lets it be quoted; empty while that is not decided. */
  @Words(20, { nullable: true })
  quoteState: Exclude<QuoteState, 'waiting'> | null;

  @Instant({ nullable: true })
  quoteDecidedAt: Date | null;
}
