import type { CourseKind, CourseStatus, PrerequisitePolicy } from '@roundtable/contracts';
import { Id, Instant, Json, LongText, Revision, Whole, Words, YesNo } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';

/** What is taught. */
@Entity('courses')
export class CourseEntity {
  @Id()
  id: string;

  @Words(30, { unique: true })
  code: string;

  /** The short address: `/c/managing-allegations`. */
  @Words(120, { unique: true })
  slug: string;

  @Words(200)
  title: string;

  /** Title, topic and audience folded, for searching. */
  @Words(600)
  searchKey: string;

  @Words(20)
  kind: CourseKind;

  @LongText()
  summary: string;

  @LongText({ nullable: true })
  aims: string | null;

  @LongText({ nullable: true })
  audience: string | null;

  /** The sectors whose people it is for, by name; empty where it is for everybody. */
  @Json({ nullable: true })
  audienceSectors: string[] | null;

  @Words(20, { nullable: true })
  level: string | null;

  @Words(100, { nullable: true })
  topic: string | null;

  @Whole({ nullable: true })
  minutes: number | null;

  @Whole({ nullable: true })
  validityMonths: number | null;

  @Words(20)
  prerequisitePolicy: PrerequisitePolicy;

  /** Cancelling is free until so many working days before; the default where it is empty. */
  @Whole({ nullable: true })
  freeCancellationWorkingDays: number | null;

  /** What finance books charges under; empty where it has none. */
  @Words(40, { nullable: true })
  costCode: string | null;

  /** A series, such as a network: places on several coming events at once are allowed. */
  @YesNo()
  isSeries: boolean;

  @Index()
  @Words(20)
  status: CourseStatus;

  @YesNo()
  isDemonstration: boolean;

  @Instant()
  createdAt: Date;

  @Revision()
  revision: number;
}
