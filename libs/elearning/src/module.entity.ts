import { Id, Instant, Json, LongText, Revision, Whole, Words, YesNo } from '@roundtable/platform';
import { Entity } from 'typeorm';

export interface ModuleSection {
  heading: string;
  paragraphs: string[];
}

export interface CheckQuestion {
  id: string;
  wording: string;
  options: { id: string; wording: string }[];
  rightOptionId: string;
  /** Shown when the answer was wrong. */
  explanation: string;
}

/** A self-directed learning module in the product. */
@Entity('modules')
export class ModuleEntity {
  @Id()
  id: string;

  @Words(100, { unique: true })
  slug: string;

  @Words(200)
  title: string;

  @Words(200, { unique: true })
  titleKey: string;

  @LongText()
  summary: string;

  @Whole()
  minutes: number;

  @Whole()
  edition: number;

  /** Share of questions to get right, in per cent; empty where there is no knowledge check. */
  @Whole({ nullable: true })
  passMarkPercent: number | null;

  @Whole({ nullable: true })
  validityMonths: number | null;

  @Json()
  sections: ModuleSection[];

  @Json()
  questions: CheckQuestion[];

  @YesNo()
  isPublished: boolean;

  @YesNo()
  isDemonstration: boolean;

  @Instant()
  createdAt: Date;

  @Revision()
  revision: number;
}
