import { Injectable } from '@nestjs/common';
import {
  type CutRow,
  type KnowledgeGainRow,
  MOST_STATEMENTS_IN_A_DOCUMENT,
  type ReportCut,
} from '@roundtable/contracts';
import { KnowledgeGainQueries, QuotesQueries, ReportCutsQueries } from '@roundtable/evaluations';
import { type Actor, Audit, Clock, Problem, invalid } from '@roundtable/platform';
import { knowledgeGainCsv } from './knowledge-gain-csv';
import { drawGainReport } from './knowledge-gain-files/gain-drawing';
import { type GainReport, gainReport } from './knowledge-gain-files/gain-report';
import { gainWord } from './knowledge-gain-files/gain-word';
import { gainWorkbook } from './knowledge-gain-files/gain-workbook';
import { withQuotes } from './knowledge-gain-files/publication-tables';
import type { KnowledgeGainQuery } from './report.dto';

/** The report of what was learnt, as data and as files that leave the product. */
@Injectable()
export class KnowledgeGainReportService {
  constructor(
    private readonly figures: KnowledgeGainQueries,
    private readonly cuts: ReportCutsQueries,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly quotes: QuotesQueries,
  ) {}

  /** A row for each course and statement; figures in per cent, unrounded. Refuses a period that ends before it begins. */
  async rows(actor: Actor, { from, to, courseId }: KnowledgeGainQuery): Promise<KnowledgeGainRow[]> {
    checkOrder({ from, to });
    return this.figures.rows(actor, { from, to, courseId });
  }

  /** The same within one cut or two. Refuses as `rows`. */
  async cutRows(
    actor: Actor,
    { from, to, courseId }: KnowledgeGainQuery,
    cuts: readonly ReportCut[],
  ): Promise<CutRow[]> {
    checkOrder({ from, to });
    return this.cuts.rows(actor, { from, to, courseId }, cuts);
  }

  /** The same rows as CSV. Refuses as `rows`; that it was taken out is written to the audit log, as of each file. */
  async csv(actor: Actor, query: KnowledgeGainQuery): Promise<string> {
    return knowledgeGainCsv(await this.takenOut(actor, query, 'csv'));
  }

  /** The report as an Excel workbook: figures, technical annex, and what it is about. Refuses as `rows`. */
  async workbook(actor: Actor, query: KnowledgeGainQuery): Promise<Buffer> {
    return gainWorkbook(gainReport(await this.takenOut(actor, query, 'xlsx'), query, this.clock.now()));
  }

  /** The report as a Word file with charts of Word's own. Refuses as `rows`, and a report too long to read. */
  async word(actor: Actor, query: KnowledgeGainQuery): Promise<Buffer> {
    const rows = await this.takenOut(actor, query, 'docx');
    return gainWord(await this.quoted(gainReport(rows, query, this.clock.now()), query));
  }

  /** The report as a tagged PDF. Refuses as `rows`, and a report too long to read. */
  async pdf(actor: Actor, query: KnowledgeGainQuery): Promise<Buffer> {
    const rows = await this.takenOut(actor, query, 'pdf');
    return drawGainReport(await this.quoted(gainReport(rows, query, this.clock.now()), query));
  }

  private async quoted(report: GainReport, { from, to }: KnowledgeGainQuery): Promise<GainReport> {
    const courseIds = report.courses.map(({ courseId }) => courseId);
    return withQuotes(report, await this.quotes.ofIds(await this.quotes.approvedIds(courseIds, { from, to })));
  }

  private async takenOut(
    actor: Actor,
    query: KnowledgeGainQuery,
    format: 'csv' | 'xlsx' | 'docx' | 'pdf',
  ): Promise<KnowledgeGainRow[]> {
    const rows = await this.rows(actor, query);
    const isDocument = format === 'docx' || format === 'pdf';
    if (isDocument && rows.length > MOST_STATEMENTS_IN_A_DOCUMENT)
      throw new Problem('reports.too-long', {
        detail: { statements: rows.length, most: MOST_STATEMENTS_IN_A_DOCUMENT },
      });
    const { from = null, to = null, courseId = null } = query;
    await this.audit.record(actor, {
      action: 'report.export',
      subjectKind: 'report',
      subjectId: null,
      after: { report: 'knowledge-gain', format, from, to, courseId, rows: rows.length },
    });
    return rows;
  }
}

function checkOrder({ from, to }: Pick<KnowledgeGainQuery, 'from' | 'to'>): void {
  if (from && to && to < from) throw invalid({ to: 'to must not be before from' });
}
