import { Id, Instant, Whole, Words, YesNo, folded, hashOf } from '@roundtable/platform';
import { Entity } from 'typeorm';

/** A measure of an earlier year as it was printed; no people stand behind it. */
@Entity('published_figures')
export class PublishedFigureEntity {
  @Id()
  id: string;

  /** Hash of measure, year and source, folded. */
  @Words(190, { unique: true })
  importKey: string;

  @Words(200)
  measure: string;

  /** Kept as it was printed. */
  @Words(30)
  value: string;

  @Words(7)
  year: string;

  @Words(200)
  source: string;

  @Whole({ nullable: true })
  page: number | null;

  @YesNo()
  isDemonstration: boolean;

  @Instant()
  createdAt: Date;

  /** What a figure is known by, so that the same sheet twice changes nothing. */
  static keyOf({ measure, year, source }: { measure: string; year: string; source: string }): string {
    return hashOf(JSON.stringify([measure, year, source].map(folded)));
  }
}
