import { Id, LooseReference, Reference } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { ModuleEntity } from '../module.entity';
import { GuidanceEditionEntity } from './guidance-edition.entity';

/** That a module or a course teaches an edition. */
@Entity('taught_editions')
@Index(['moduleId', 'editionId'], { unique: true })
@Index(['courseId', 'editionId'], { unique: true })
export class TaughtEditionEntity {
  @Id()
  id: string;

  @Index()
  @Reference(() => GuidanceEditionEntity)
  editionId: string;

  @Reference(() => ModuleEntity, { nullable: true })
  moduleId: string | null;

  /** A course stands below this library, so no foreign key holds it. */
  @LooseReference({ nullable: true })
  courseId: string | null;
}
