import { Entity, Index } from 'typeorm';
import { Id, Instant, Words } from '../database';

/** Days that staff keep: on closure days nobody of the partnership works, in school holidays nobody of a school. */
@Entity('days_off')
@Index(['kind', 'firstDate'])
export class DaysOffEntity {
  @Id()
  id: string;

  @Words(20)
  kind: 'closure' | 'school-holiday';

  @Words(100)
  name: string;

  /** `2026-12-24`, in Europe/London. */
  @Words(10)
  firstDate: string;

  /** The last day, itself included. */
  @Words(10)
  lastDate: string;

  @Instant()
  createdAt: Date;
}
