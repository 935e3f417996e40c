import type { ChosenMail } from '@roundtable/contracts';
import { Id, Instant, Reference, Words, YesNo } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { PersonEntity } from '../person.entity';

/** Whether somebody wants a mail that comes round; who chose nothing gets it. */
@Entity('mail_choices')
@Index(['personId', 'mail'], { unique: true })
export class MailChoiceEntity {
  @Id()
  id: string;

  @Reference(() => PersonEntity)
  personId: string;

  @Words(30)
  mail: ChosenMail;

  @YesNo()
  wanted: boolean;

  @Instant()
  chosenAt: Date;
}
