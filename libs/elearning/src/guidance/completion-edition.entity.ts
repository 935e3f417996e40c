import { Id, Reference } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { CompletionEntity } from '../completion.entity';
import { GuidanceEditionEntity } from './guidance-edition.entity';

/** The edition that was taught when somebody completed; it stays when the course moves on to a newer one. */
@Entity('completion_editions')
@Index(['completionId', 'editionId'], { unique: true })
export class CompletionEditionEntity {
  @Id()
  id: string;

  @Reference(() => CompletionEntity)
  completionId: string;

  @Index()
  @Reference(() => GuidanceEditionEntity)
  editionId: string;
}
