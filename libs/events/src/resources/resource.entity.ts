import type { ResourceKind, ResourceVisibility } from '@roundtable/contracts';
import { CourseEntity } from '@roundtable/courses';
import { Id, Instant, Reference, Whole, Words, YesNo } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { EventEntity } from '../event.entity';

/** A handout, slide set, link or recording, of a course or of one event. */
@Entity('resources')
export class ResourceEntity {
  @Id()
  id: string;

  /** Of a course or of an event, never of both. */
  @Index()
  @Reference(() => CourseEntity, { nullable: true })
  courseId: string | null;

  @Index()
  @Reference(() => EventEntity, { nullable: true })
  eventId: string | null;

  @Words(10)
  kind: ResourceKind;

  @Words(10)
  visibility: ResourceVisibility;

  @Words(200)
  title: string;

  /** Where a link or a recording leads. */
  @Words(1000, { nullable: true })
  url: string | null;

  /** What the file is found by; its name is ours. */
  @Words(60, { nullable: true })
  fileKey: string | null;

  /** What it is called when it comes down. */
  @Words(200, { nullable: true })
  fileName: string | null;

  @Words(100, { nullable: true })
  mediaType: string | null;

  @Whole({ nullable: true })
  bytes: number | null;

  @Whole()
  position: number;

  @Instant()
  addedAt: Date;

  /** The row stays once it was removed, because who watched a recording names it; its file and its address go. */
  @Instant({ nullable: true })
  removedAt: Date | null;

  @YesNo()
  isDemonstration: boolean;
}
