import type { Area } from '@roundtable/contracts';
import { Id, Instant, Revision, Words, YesNo } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';

/** An event of another provider, listed with its own link. */
@Entity('other_provider_events')
@Index(['isPublished', 'fromDate'])
export class OtherProviderEventEntity {
  @Id()
  id: string;

  @Words(190)
  title: string;

  @Words(190)
  provider: string;

  /** Title, provider and topic, folded, for searching. */
  @Words(600)
  searchKey: string;

  @Words(500)
  url: string;

  @Words(300, { nullable: true })
  audience: string | null;

  @Words(10, { nullable: true })
  area: Area | null;

  @YesNo()
  isFreeInCounty: boolean;

  @Words(100, { nullable: true })
  topic: string | null;

  @Words(190, { nullable: true })
  cost: string | null;

  /** `2024-05-22`, in Europe/London. */
  @Words(10, { nullable: true })
  fromDate: string | null;

  @Words(10, { nullable: true })
  toDate: string | null;

  @Words(190, { nullable: true })
  dates: string | null;

  @YesNo()
  isPublished: boolean;

  @YesNo()
  isDemonstration: boolean;

  @Instant()
  createdAt: Date;

  @Revision()
  revision: number;
}
