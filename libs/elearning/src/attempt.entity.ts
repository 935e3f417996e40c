import { PersonEntity } from '@roundtable/people';
import { Id, Instant, Reference, Whole, YesNo } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { ModuleEntity } from './module.entity';

/** One try at a module's knowledge check. */
@Entity('attempts')
@Index(['personId', 'moduleId'])
export class AttemptEntity {
  @Id()
  id: string;

  @Reference(() => PersonEntity)
  personId: string;

  @Reference(() => ModuleEntity)
  moduleId: string;

  @Whole({ nullable: true })
  scorePercent: number | null;

  @YesNo()
  hasPassed: boolean;

  @Instant()
  at: Date;
}
