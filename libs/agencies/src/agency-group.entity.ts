import type { GroupKind } from '@roundtable/contracts';
import { Id, Instant, Words } from '@roundtable/platform';
import { Entity } from 'typeorm';

/** Agencies that stand together: an academy trust, an NHS trust, a childminders' network. */
@Entity('agency_groups')
export class AgencyGroupEntity {
  @Id()
  id: string;

  @Words(190)
  name: string;

  /** The name folded, so that no two groups differ by case or accent alone. */
  @Words(190, { unique: true })
  nameKey: string;

  @Words(30)
  kind: GroupKind;

  @Instant()
  createdAt: Date;
}
