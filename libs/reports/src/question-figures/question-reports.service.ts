import { Injectable } from '@nestjs/common';
import type { QuestionFiguresRow, StandingQuestionRow } from '@roundtable/contracts';
import { CourseQueries } from '@roundtable/courses';
import { QuestionFiguresQueries, StandingOverTimeQueries } from '@roundtable/evaluations';
import { type Actor, Audit, Clock, dateInWords, timeInWords } from '@roundtable/platform';
import { periodInWords } from '../knowledge-gain-files/gain-report';
import { checkOrder } from '../knowledge-gain-report.service';
import type { KnowledgeGainQuery } from '../report.dto';
import { figureCsv, figureWorkbook } from './figure-sheet';
import { QUESTION_COLUMNS, questionLines } from './question-columns';
import type { StandingReportQuery } from './question-reports.dto';
import { STANDING_COLUMNS } from './standing-columns';

/** Answers to written questions, and standing questions over time, as data and as files that leave the product. */
@Injectable()
export class QuestionReportsService {
  constructor(
    private readonly figures: QuestionFiguresQueries,
    private readonly overTime: StandingOverTimeQueries,
    private readonly courses: CourseQueries,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** A row for each question, course and stage, unrounded. Refuses a period that ends before it begins. */
  async questions(actor: Actor, { from, to, courseId }: KnowledgeGainQuery): Promise<QuestionFiguresRow[]> {
    checkOrder({ from, to });
    return this.figures.rows(actor, { from, to, courseId });
  }

  /** A line for each answer that could be given. Refuses as `questions`; audited, as each file is. */
  async questionsCsv(actor: Actor, query: KnowledgeGainQuery): Promise<string> {
    const rows = await this.questions(actor, query);
    await this.note(actor, 'questions', 'csv', query, rows.length);
    return figureCsv(QUESTION_COLUMNS, questionLines(rows));
  }

  /** The same as a workbook. */
  async questionsWorkbook(actor: Actor, query: KnowledgeGainQuery): Promise<Buffer> {
    const rows = await this.questions(actor, query);
    await this.note(actor, 'questions', 'xlsx', query, rows.length);
    return figureWorkbook({
      title: 'Other questions',
      madeAt: this.clock.now(),
      isDemonstration: rows.some(({ demonstration }) => demonstration),
      columns: QUESTION_COLUMNS,
      lines: questionLines(rows),
      about: [
        ...(await this.about(query)),
        [
          'Small groups',
          'A question is shown from five people who answered it at one stage; how many chose each of more than two answers from ten.',
        ],
        ['Several answers', 'Shares are of the people who answered, so they may add up to more than 100%.'],
      ],
    });
  }

  /** Awareness and use by question, stage and period, unrounded. Refuses a period that ends before it begins. */
  async standing(
    actor: Actor,
    { from, to, courseId, every = 'year' }: StandingReportQuery,
  ): Promise<StandingQuestionRow[]> {
    checkOrder({ from, to });
    return this.overTime.rows(actor, { from, to, courseId }, every);
  }

  /** Refuses as `standing`; audited, as each file is. */
  async standingCsv(actor: Actor, query: StandingReportQuery): Promise<string> {
    const rows = await this.standing(actor, query);
    await this.note(actor, 'standing-questions', 'csv', query, rows.length);
    return figureCsv(STANDING_COLUMNS, rows);
  }

  /** The same as a workbook. */
  async standingWorkbook(actor: Actor, query: StandingReportQuery): Promise<Buffer> {
    const rows = await this.standing(actor, query);
    await this.note(actor, 'standing-questions', 'xlsx', query, rows.length);
    return figureWorkbook({
      title: 'Standing questions over time',
      madeAt: this.clock.now(),
      isDemonstration: rows.some(({ demonstration }) => demonstration),
      columns: STANDING_COLUMNS,
      lines: rows,
      about: [
        ...(await this.about(query)),
        ['Small groups', 'A share is shown of nobody, and from five people who answered.'],
        [
          'Of those aware',
          'People who said on the same form that they are aware, and answered the question about use.',
        ],
        ['Periods', 'By the day on which the event ended. History without a date stands in years and in no quarter.'],
      ],
    });
  }

  private async about({ from, to, courseId }: KnowledgeGainQuery): Promise<[string, string][]> {
    const now = this.clock.now();
    const course = courseId ? (await this.courses.byIds([courseId])).get(courseId)?.title : 'All courses';
    return [
      ['Period', periodInWords({ from, to })],
      ['Course', course ?? 'A course that is not there'],
      ['Made', `${dateInWords(now)}, ${timeInWords(now)}`],
      [
        'Who is counted',
        'People who answered in time and had a confirmed place; once the register is closed, people who attended or partly attended. A person counts once for each event.',
      ],
      ['Left out', 'Late answers, answers of people who were absent, cancelled events, and free text.'],
      ['Stages', 'What was asked before, after and at follow-up is never added up.'],
      ['How to read it', 'Figures are live and may change with later answers or a corrected register.'],
    ];
  }

  private note(
    actor: Actor,
    report: string,
    format: 'csv' | 'xlsx',
    query: StandingReportQuery,
    rows: number,
  ): Promise<void> {
    const { from = null, to = null, courseId = null, every } = query;
    return this.audit.record(actor, {
      action: 'report.export',
      subjectKind: 'report',
      subjectId: null,
      after: { report, format, from, to, courseId, ...(every && { every }), rows },
    });
  }
}
