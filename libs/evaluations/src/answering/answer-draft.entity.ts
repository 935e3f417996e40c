import { Id, Instant, LongText, Reference, Words } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { ResponseEntity } from '../response.entity';

/** What somebody typed into one field and has not sent. It goes when the form is sent, or when it is old. */
@Entity('answer_drafts')
@Index(['responseId', 'field'], { unique: true })
@Index(['savedAt'])
export class AnswerDraftEntity {
  @Id()
  id: string;

  @Reference(() => ResponseEntity)
  responseId: string;

  /** The field, as the page names it. */
  @Words(80)
  field: string;

  @LongText()
  value: string;

  @Instant()
  savedAt: Date;
}
