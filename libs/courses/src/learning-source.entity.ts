import type { LearningSourceKind } from '@roundtable/contracts';
import { Id, Instant, Words } from '@roundtable/platform';
import { Entity } from 'typeorm';

/** Why courses exist; internal, unless it has a public wording. */
@Entity('learning_sources')
export class LearningSourceEntity {
  @Id()
  id: string;

  @Words(30)
  kind: LearningSourceKind;

  @Words(300)
  description: string;

  @Words(300, { nullable: true })
  publicWording: string | null;

  @Words(500, { nullable: true })
  publicUrl: string | null;

  @Instant()
  createdAt: Date;
}
