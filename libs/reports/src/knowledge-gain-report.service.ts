import { Injectable } from '@nestjs/common';
import {
  type CutRow,
  type KnowledgeGainRow,
  MOST_STATEMENTS_IN_A_DOCUMENT,
  type ReportCut,
  type StageRow,
} from '@roundtable/contracts';
import { KnowledgeGainQueries, QuotesQueries, ReportCutsQueries, StageFiguresQueries } from '@roundtable/evaluations';
import { type Actor, Audit, Clock, Problem, invalid } from '@roundtable/platform';
import { cutGainCsv, knowledgeGainCsv } from './knowledge-gain-csv';
import { drawGainReport } from './knowledge-gain-files/gain-drawing';
import { type GainReport, gainReport } from './knowledge-gain-files/gain-report';
import { gainWord } from './knowledge-gain-files/gain-word';
import { gainWorkbook } from './knowledge-gain-files/gain-workbook';
import { withQuotes } from './knowledge-gain-files/publication-tables';
import { stageCsv } from './knowledge-gain-files/stage-csv';
import type { KnowledgeGainQuery } from './report.dto';

/** The report of what was learnt, as data and as files that leave the product. */
@Injectable()
export class KnowledgeGainReportService {
  constructor(
    private readonly figures: KnowledgeGainQueries,
    private readonly cuts: ReportCutsQueries,
    private readonly stages: StageFiguresQueries,
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

  /** What the answers at follow-up, and those about before that were given after, tell by course and statement. Refuses as `rows`. */
  async stageRows(actor: Actor, { from, to, courseId }: KnowledgeGainQuery): Promise<StageRow[]> {
    checkOrder({ from, to });
    return this.stages.rows(actor, { from, to, courseId });
  }

  /** The same rows as CSV. Refuses as `rows`; that it was taken out is written to the audit log, as of each file. */
  async csv(actor: Actor, query: KnowledgeGainQuery): Promise<string> {
    const rows = await this.rows(actor, query);
    await this.takeOut(actor, query, { report: 'knowledge-gain', format: 'csv', rows: rows.length });
    return knowledgeGainCsv(rows);
  }

  /** The rows of `stageRows` as CSV. Refuses as `rows`, and is written to the audit log. */
  async stageCsv(actor: Actor, query: KnowledgeGainQuery): Promise<string> {
    const rows = await this.stageRows(actor, query);
    await this.takeOut(actor, query, { report: 'follow-up', format: 'csv', rows: rows.length });
    return stageCsv(rows);
  }

  /** The rows within cuts as CSV. Refuses as `rows`; audited as each file is. */
  async cutCsv(actor: Actor, query: KnowledgeGainQuery, cuts: readonly ReportCut[]): Promise<string> {
    const rows = await this.cutRows(actor, query, cuts);
    const { from = null, to = null, courseId = null } = query;
    await this.audit.record(actor, {
      action: 'report.export',
      subjectKind: 'report',
      subjectId: null,
      after: { report: 'knowledge-gain', by: [...cuts], format: 'csv', from, to, courseId, rows: rows.length },
    });
    return cutGainCsv(rows, cuts);
  }

  /** The report as an Excel workbook: figures, technical annex, and what it is about. Refuses as `rows`. */
  async workbook(actor: Actor, query: KnowledgeGainQuery): Promise<Buffer> {
    return gainWorkbook(await this.report(actor, query, 'xlsx'));
  }

  /** The report as a Word file with charts of Word's own. Refuses as `rows`, and a report too long to read. */
  async word(actor: Actor, query: KnowledgeGainQuery): Promise<Buffer> {
    return gainWord(await this.report(actor, query, 'docx'));
  }

  /** The report as a tagged PDF. Refuses as `rows`, and a report too long to read. */
  async pdf(actor: Actor, query: KnowledgeGainQuery): Promise<Buffer> {
    return drawGainReport(await this.report(actor, query, 'pdf'));
  }

  private async report(actor: Actor, query: KnowledgeGainQuery, format: 'xlsx' | 'docx' | 'pdf'): Promise<GainReport> {
    const rows = await this.rows(actor, query);
    const stages = await this.stageRows(actor, query);
    const statements = rows.length + stages.length;
    if (format !== 'xlsx' && statements > MOST_STATEMENTS_IN_A_DOCUMENT)
      throw new Problem('reports.too-long', { detail: { statements, most: MOST_STATEMENTS_IN_A_DOCUMENT } });
    await this.takeOut(actor, query, { report: 'knowledge-gain', format, rows: rows.length });
    const report = gainReport(rows, query, this.clock.now(), stages);
    const courseIds = report.courses.map((course) => course.courseId);
    const { from, to } = query;
    return withQuotes(report, await this.quotes.ofIds(await this.quotes.approvedIds(courseIds, { from, to })));
  }

  private async takeOut(
    actor: Actor,
    { from = null, to = null, courseId = null }: { from?: string | null; to?: string | null; courseId?: string | null },
    { report, format, rows }: { report: string; format: string; rows: number },
  ): Promise<void> {
    await this.audit.record(actor, {
      action: 'report.export',
      subjectKind: 'report',
      subjectId: null,
      after: { report, format, from, to, courseId, rows },
    });
  }
}

/** Refuses a period that ends before it begins. */
export function checkOrder({ from, to }: Pick<KnowledgeGainQuery, 'from' | 'to'>): void {
  if (from && to && to < from) throw invalid({ to: 'to must not be before from' });
}
