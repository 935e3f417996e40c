import type { PublishedContent, PublishedCut } from '@roundtable/contracts';
import { CourseEntity } from '@roundtable/courses';
import { Id, Instant, Json, LongText, LooseReference, Reference, Whole, Words, YesNo } from '@roundtable/platform';
import { Column, Entity, Index } from 'typeorm';

/** What is kept: figures and words as they were, and which quotes it held, whose words can still be taken back. */
export interface KeptContent extends Omit<PublishedContent, 'people'> {
  /** Missing in the oldest reports. */
  people?: PublishedContent['people'];
  quoteIds?: string[];
}

/** A report as it was on the day it was published. Its content never changes; a correction is a new edition. */
@Entity('published_reports')
export class PublishedReportEntity {
  @Id()
  id: string;

  /** Series and edition: two people who correct at once make one edition. */
  @Words(60, { unique: true })
  editionKey: string;

  /** The id of the first edition. */
  @Index()
  @LooseReference()
  seriesId: string;

  @Whole()
  edition: number;

  @Words(200)
  title: string;

  @Column('varchar', { name: 'period_from', length: 10 })
  from: string;

  @Column('varchar', { name: 'period_to', length: 10 })
  to: string;

  @Column('varchar', { name: 'cut', length: 10, nullable: true })
  by: PublishedCut | null;

  @Reference(() => CourseEntity, { nullable: true })
  courseId: string | null;

  @LongText({ nullable: true })
  erratum: string | null;

  @Json()
  content: KeptContent;

  @YesNo()
  isDemonstration: boolean;

  @Instant()
  publishedAt: Date;

  @LooseReference({ nullable: true })
  replacedById: string | null;
}
