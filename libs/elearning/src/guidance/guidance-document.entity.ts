import { Id, Instant, Revision, Words } from '@roundtable/platform';
import { Entity } from 'typeorm';

/** Guidance that comes in editions and that courses and modules teach: 'Working Together'. */
@Entity('guidance_documents')
export class GuidanceDocumentEntity {
  @Id()
  id: string;

  @Words(190)
  title: string;

  @Words(190, { unique: true })
  titleKey: string;

  @Instant()
  createdAt: Date;

  @Revision()
  revision: number;
}
