import { Injectable } from '@nestjs/common';
import {
  Database,
  type ImportOptions,
  type Importer,
  type RowOutcome,
  type SheetRow,
  invalid,
  isPartnershipYear,
} from '@roundtable/platform';
import { ImportedAnswers } from './imported-answers';
import { EvaluationSheetLookup } from './evaluation-sheet.lookup';
import { type SheetAnswer, readSheetAnswer } from './evaluation-sheet';

/**
 * Takes in a sheet of answers of earlier years: course, event, email, agency, statement, before, after. An event that
 * is not known becomes history without a date in the partnership year that `period` names. All rows are taken together,
 * so that a thousand rows need a few dozen statements.
 */
@Injectable()
export class EvaluationsImporter implements Importer {
  readonly kind = 'evaluations';
  readonly columns = ['course', 'event', 'email', 'agency', 'statement', 'before', 'after'];

  constructor(
    private readonly database: Database,
    private readonly lookup: EvaluationSheetLookup,
    private readonly imported: ImportedAnswers,
  ) {}

  async begin(options: ImportOptions, rows: SheetRow[]): Promise<(row: SheetRow) => Promise<RowOutcome>> {
    if (options.period !== null && !isPartnershipYear(options.period))
      throw invalid({ period: 'The period must be a partnership year such as 2020-21' });
    const outcomes = await this.database.transaction(() => this.takeAll(options, rows));
    return ({ row }) => Promise.resolve(outcomes.get(row) ?? 'unchanged');
  }

  private async takeAll(options: ImportOptions, rows: SheetRow[]): Promise<Map<number, RowOutcome>> {
    const outcomes = new Map<number, RowOutcome>();
    const read: SheetAnswer[] = [];
    for (const row of rows) {
      const answer = readSheetAnswer(row);
      if (Array.isArray(answer)) outcomes.set(row.row, answer);
      else read.push(answer);
    }
    const { resolved, rejected } = await this.lookup.resolve(read, options);
    for (const [row, rejection] of rejected) outcomes.set(row, rejection);
    for (const [row, outcome] of await this.imported.put(resolved, options)) outcomes.set(row, outcome);
    return outcomes;
  }
}
