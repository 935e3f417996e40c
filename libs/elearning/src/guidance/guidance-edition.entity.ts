import { Id, Instant, Reference, Whole, Words } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { GuidanceDocumentEntity } from './guidance-document.entity';

/** An edition of a document; the one with the highest position is the newest. */
@Entity('guidance_editions')
@Index(['documentId', 'name'], { unique: true })
@Index(['documentId', 'position'], { unique: true })
export class GuidanceEditionEntity {
  @Id()
  id: string;

  @Reference(() => GuidanceDocumentEntity)
  documentId: string;

  @Words(60)
  name: string;

  @Whole()
  position: number;

  @Instant()
  addedAt: Date;
}
