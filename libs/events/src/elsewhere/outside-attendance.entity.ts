import type { OutsideAttendanceState } from '@roundtable/contracts';
import { PersonEntity } from '@roundtable/people';
import { Id, Instant, LongText, LooseReference, Reference, Whole, Words } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { OtherProviderEventEntity } from './other-provider-event.entity';

/** What somebody says they attended with another provider; it counts once staff accepted the evidence. */
@Entity('outside_attendances')
@Index(['personId', 'otherProviderEventId', 'attendedOn'], { unique: true })
@Index(['state', 'declaredAt'])
export class OutsideAttendanceEntity {
  @Id()
  id: string;

  @Reference(() => PersonEntity)
  personId: string;

  @Reference(() => OtherProviderEventEntity)
  otherProviderEventId: string;

  /** A London date. */
  @Words(10)
  attendedOn: string;

  @LongText({ nullable: true })
  evidence: string | null;

  @Words(500, { nullable: true })
  evidenceUrl: string | null;

  @Words(20)
  state: OutsideAttendanceState;

  @Instant()
  declaredAt: Date;

  @Instant({ nullable: true })
  decidedAt: Date | null;

  @LooseReference({ nullable: true })
  decidedById: string | null;

  @Words(300, { nullable: true })
  reason: string | null;

  /** How often it was decided: declared again, it is decided again, and the person is told each time. */
  @Whole()
  decisions: number;
}
