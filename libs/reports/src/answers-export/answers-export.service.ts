import { Readable } from 'node:stream';
import type { AnswersExportView } from '@roundtable/contracts';
import { Injectable } from '@nestjs/common';
import { CourseQueries } from '@roundtable/courses';
import { AnswersExportQueries, type ExportPlan, type ExportedAnswer, periodProblems } from '@roundtable/evaluations';
import { type Actor, Audit, Clock, csvPart, invalid, londonDate, xlsxParts } from '@roundtable/platform';
import { ANSWER_COLUMNS, aboutAnswers, cellsOf } from './answers-columns';
import type { KnowledgeGainQuery } from '../report.dto';

export type AnswersFile = { name: string; content: Readable };

/** All single answers as a file that leaves the product: read from the database while it is sent. */
@Injectable()
export class AnswersExportService {
  constructor(
    private readonly answers: AnswersExportQueries,
    private readonly courses: CourseQueries,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** How much would leave. Refuses a period that is not of whole months. */
  async preview(actor: Actor, query: KnowledgeGainQuery): Promise<AnswersExportView> {
    return viewOf(await this.plan(actor, query));
  }

  /** Refuses as `preview`; that it was taken out is written to the audit log before the first byte leaves. */
  async csv(actor: Actor, query: KnowledgeGainQuery): Promise<AnswersFile> {
    const plan = await this.plan(actor, query);
    await this.note(actor, query, plan, 'csv');
    return { name: this.nameOf('csv'), content: Readable.from(csvLines(this.answers.answers(actor, plan))) };
  }

  /** The same as a workbook, with a second sheet that says what it is. */
  async workbook(actor: Actor, query: KnowledgeGainQuery): Promise<AnswersFile> {
    const plan = await this.plan(actor, query);
    await this.note(actor, query, plan, 'xlsx');
    const { courseId } = query;
    const course = courseId ? ((await this.courses.byIds([courseId])).get(courseId)?.title ?? courseId) : null;
    const parts = xlsxParts({
      name: 'Answers',
      columns: ANSWER_COLUMNS,
      batches: sheetRows(this.answers.answers(actor, plan)),
      about: aboutAnswers(viewOf(plan), { ...query, course }, this.clock.now()),
    });
    return { name: this.nameOf('xlsx'), content: Readable.from(parts) };
  }

  private plan(actor: Actor, { from, to, courseId }: KnowledgeGainQuery): Promise<ExportPlan> {
    const problems = periodProblems({ from, to });
    if (Object.keys(problems).length > 0) throw invalid(problems);
    return this.answers.plan(actor, { from, to, courseId });
  }

  private async note(actor: Actor, query: KnowledgeGainQuery, plan: ExportPlan, format: string): Promise<void> {
    const { from = null, to = null, courseId = null } = query;
    await this.audit.record(actor, {
      action: 'answers.export',
      subjectKind: 'report',
      subjectId: null,
      after: { format, from, to, courseId, rows: viewOf(plan).answers },
    });
  }

  private nameOf(ending: 'csv' | 'xlsx'): string {
    return `all-answers-${londonDate(this.clock.now())}.${ending}`;
  }
}

function viewOf({ groups, leftOut }: ExportPlan): AnswersExportView {
  const events = groups.filter(({ event }) => event !== null).length;
  return {
    answers: groups.reduce((sum, { answers }) => sum + answers, 0),
    events,
    pools: groups.length - events,
    leftOut,
    demonstration: groups.some(({ isDemonstration }) => isDemonstration),
  };
}

async function* csvLines(batches: AsyncIterable<ExportedAnswer[]>): AsyncGenerator<string> {
  yield csvPart([ANSWER_COLUMNS.map(({ heading }) => heading)], { isFirst: true });
  for await (const batch of batches) if (batch.length > 0) yield csvPart(batch.map(cellsOf));
}

async function* sheetRows(batches: AsyncIterable<ExportedAnswer[]>) {
  for await (const batch of batches) yield batch.map(cellsOf);
}
