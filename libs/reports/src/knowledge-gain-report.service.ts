import { Injectable } from '@nestjs/common';
import type { CutRow, KnowledgeGainRow, ReportCut } from '@roundtable/contracts';
import { KnowledgeGainQueries, ReportCutsQueries } from '@roundtable/evaluations';
import { type Actor, Audit, invalid } from '@roundtable/platform';
import { knowledgeGainCsv } from './knowledge-gain-csv';
import type { KnowledgeGainQuery } from './report.dto';

/** The report of what was learnt, as data and as a file that leaves the product. */
@Injectable()
export class KnowledgeGainReportService {
  constructor(
    private readonly figures: KnowledgeGainQueries,
    private readonly cuts: ReportCutsQueries,
    private readonly audit: Audit,
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

  /** The same rows as CSV. Refuses as `rows`; that it was taken out is written to the audit log. */
  async csv(actor: Actor, query: KnowledgeGainQuery): Promise<string> {
    const rows = await this.rows(actor, query);
    const { from = null, to = null, courseId = null } = query;
    await this.audit.record(actor, {
      action: 'report.export',
      subjectKind: 'report',
      subjectId: null,
      after: { report: 'knowledge-gain', format: 'csv', from, to, courseId, rows: rows.length },
    });
    return knowledgeGainCsv(rows);
  }
}

function checkOrder({ from, to }: Pick<KnowledgeGainQuery, 'from' | 'to'>): void {
  if (from && to && to < from) throw invalid({ to: 'to must not be before from' });
}
