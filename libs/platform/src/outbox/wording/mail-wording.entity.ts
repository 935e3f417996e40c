import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Instant, LongText, LooseReference, Whole, Words } from '../../database';

/** The partnership's own wording of one kind of mail; without a row, the original goes out. */
@Entity('mail_wordings')
export class MailWordingEntity {
  @PrimaryColumn('varchar', { length: 60 })
  templateId: string;

  @Words(200)
  subject: string;

  @LongText()
  opening: string;

  @Column('varchar', { length: 120, nullable: true })
  action: string | null;

  @LongText()
  closing: string;

  /** Which change of it this is, so that two people do not write over each other. */
  @Whole()
  version: number;

  @Instant()
  changedAt: Date;

  @LooseReference({ nullable: true })
  changedById: string | null;
}
