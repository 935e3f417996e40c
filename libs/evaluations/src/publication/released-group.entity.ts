import { CourseEntity } from '@roundtable/courses';
import { EventEntity } from '@roundtable/events';
import { Id, Instant, Json, Reference, Words, YesNo } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import type { ReleasedGroup } from './publication-rules';

/** Counts that may leave, kept as they were when they were released. Nobody can be told from them. */
@Entity('released_groups')
@Index(['courseId', 'year'])
export class ReleasedGroupEntity {
  @Id()
  id: string;

  /** An event, or a course's small groups of one year: each enters once. */
  @Words(120, { unique: true })
  groupKey: string;

  @Reference(() => CourseEntity)
  courseId: string;

  @Index()
  @Reference(() => EventEntity, { nullable: true })
  eventId: string | null;

  @Words(7)
  year: string;

  @Words(7, { nullable: true })
  month: string | null;

  @YesNo()
  isDemonstration: boolean;

  @Json()
  content: Pick<ReleasedGroup, 'cells' | 'rates' | 'members'>;

  @Instant()
  releasedAt: Date;
}
