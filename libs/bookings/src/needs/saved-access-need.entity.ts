import { PersonEntity } from '@roundtable/people';
import { Id, Instant, LongText, Reference } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';

/** What somebody always needs to take part, kept by consent until they take it back. */
@Entity('saved_access_needs')
export class SavedAccessNeedEntity {
  @Id()
  id: string;

  @Index({ unique: true })
  @Reference(() => PersonEntity)
  personId: string;

  /** Empty where only dietary needs were given. */
  @LongText()
  needs: string;

  @LongText({ nullable: true })
  dietaryNeeds: string | null;

  @Instant()
  consentedAt: Date;
}
