import { Injectable } from '@nestjs/common';
import type { NewPublishedReport } from '@roundtable/contracts';
import { closedFrom, isWholeMonths, wholeYear } from '@roundtable/evaluations';
import { type Actor, Audit, Clock, Database, Problem, found, invalid, isDuplicate, newId } from '@roundtable/platform';
import { type KeptContent, PublishedReportEntity } from './published-report.entity';
import { type AskedReport, ReportContentService } from './report-content.service';

/** Publishes the report of what was learnt, and its corrected editions. */
@Injectable()
export class PublishReportService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly contents: ReportContentService,
  ) {}

  /**
   * Keeps the figures of a period as they are now. `from` and `to` are London dates, whole months; by sector for one
   * partnership year alone. Refuses `reports.period-open` while an event of the period can still be answered.
   */
  async publish(actor: Actor, wanted: NewPublishedReport): Promise<string> {
    const asked = { ...wanted, title: wanted.title.trim(), by: wanted.by ?? null, courseId: wanted.courseId ?? null };
    checkMonths(asked);
    if (asked.by === 'sector' && wholeYear(asked.from, asked.to) === null)
      throw invalid({ by: 'By sector is for one partnership year: 1 April to 31 March' });
    const closed = closedFrom(asked.to);
    if (closed > this.clock.now())
      throw new Problem('reports.period-open', { detail: { opensAt: closed.toISOString() } });
    const content = await this.contents.made(asked);
    const id = newId();
    await this.database.transaction(() =>
      this.keep(actor, { id, seriesId: id, edition: 1, erratum: null }, asked, content),
    );
    return id;
  }

  /**
   * Publishes the same report again with what has changed since, and says what was wrong. Refuses `reports.replaced`
   * for an edition that is not the newest.
   */
  async correct(actor: Actor, replacedId: string, erratum: string): Promise<string> {
    const old = found(await this.database.repo(PublishedReportEntity).findOneBy({ id: replacedId }));
    const content = await this.contents.made(old);
    const id = newId();
    try {
      await this.database.transaction(async () => {
        const { affected } = await this.database
          .repo(PublishedReportEntity)
          .createQueryBuilder()
          .update()
          .set({ replacedById: id })
          .where('id = :replacedId AND replacedById IS NULL', { replacedId })
          .execute();
        if (affected !== 1) throw new Problem('reports.replaced');
        const edition = { id, seriesId: old.seriesId, edition: old.edition + 1, erratum: erratum.trim() };
        await this.keep(actor, edition, old, content);
      });
    } catch (error) {
      if (isDuplicate(error)) throw new Problem('reports.replaced');
      throw error;
    }
    return id;
  }

  private async keep(
    actor: Actor,
    edition: Pick<PublishedReportEntity, 'id' | 'seriesId' | 'edition' | 'erratum'>,
    { title, from, to, by, courseId }: AskedReport,
    content: KeptContent,
  ): Promise<void> {
    await this.database.repo(PublishedReportEntity).insert({
      ...edition,
      editionKey: `${edition.seriesId}|${edition.edition}`,
      title,
      from,
      to,
      by,
      courseId,
      content: content as never,
      isDemonstration: content.demonstration,
      publishedAt: this.clock.now(),
      replacedById: null,
    });
    await this.audit.record(actor, {
      action: edition.edition === 1 ? 'report.publish' : 'report.correct',
      subjectKind: 'published-report',
      subjectId: edition.id,
      after: { title, from, to, by, courseId, edition: edition.edition, rows: content.rows.length },
      reason: edition.erratum,
    });
  }
}

function checkMonths({ from, to }: { from: string; to: string }): void {
  if (!from.endsWith('-01')) throw invalid({ from: 'Choose the first day of a month' });
  if (to < from) throw invalid({ to: 'Choose a day after the first one' });
  if (!isWholeMonths(from, to)) throw invalid({ to: 'Choose the last day of a month' });
}
