import { Injectable } from '@nestjs/common';
import type { MeasurementMode } from '@roundtable/contracts';
import { Clock, Database, type ImportOptions, type RowOutcome, newId } from '@roundtable/platform';
import { In } from 'typeorm';
import { AnswerEntity } from './answer.entity';
import { insertAll } from './bulk-insert';
import type { ResolvedAnswer } from './evaluation-sheet.lookup';
import { ResponseEntity } from './response.entity';

/** Responses and answers as they will be once the sheet is in. */
interface Ledger {
  responses: Map<string, ResponseEntity>;
  /** By response and statement. */
  answers: Map<string, AnswerEntity>;
  newResponses: ResponseEntity[];
  newAnswers: Set<AnswerEntity>;
  changedAnswers: Set<AnswerEntity>;
}

/** Answers of a sheet, put beside what is there. */
@Injectable()
export class ImportedAnswers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Adds the answers that are not there and mends those of history that differ. What a delegate answered in the
   * product stays: a row that differs from it is refused.
   */
  async put(rows: readonly ResolvedAnswer[], options: ImportOptions): Promise<Map<number, RowOutcome>> {
    const ledger = await this.open([...new Set(rows.map((row) => row.eventId))]);
    const outcomes = new Map(rows.map((row): [number, RowOutcome] => [row.row, this.putRow(ledger, row, options)]));
    await insertAll(this.database, ResponseEntity, ledger.newResponses);
    await insertAll(this.database, AnswerEntity, [...ledger.newAnswers]);
    const changed = [...ledger.changedAnswers].filter((answer) => !ledger.newAnswers.has(answer));
    if (changed.length > 0) await this.database.repo(AnswerEntity).upsert(changed, ['id']);
    return outcomes;
  }

  private async open(eventIds: string[]): Promise<Ledger> {
    const responses = await this.database.repo(ResponseEntity).findBy({ eventId: In(eventIds) });
    const answers = await this.database
      .repo(AnswerEntity)
      .createQueryBuilder('answer')
      .innerJoin(ResponseEntity, 'response', 'response.id = answer.responseId')
      .where('response.eventId IN (:...eventIds)', { eventIds: ['', ...eventIds] })
      .getMany();
    return {
      responses: new Map(responses.map((response) => [response.uniqueKey, response])),
      answers: new Map(answers.map((answer) => [`${answer.responseId}|${answer.statementId}`, answer])),
      newResponses: [],
      newAnswers: new Set(),
      changedAnswers: new Set(),
    };
  }

  private putRow(ledger: Ledger, row: ResolvedAnswer, options: ImportOptions): RowOutcome {
    const stages = (['before', 'after'] as const).flatMap((mode) => {
      const value = row[mode];
      return value === null ? [] : [{ mode, value, response: this.responseOf(ledger, row, mode, options) }];
    });
    const refused = stages.find(
      ({ response, value }) => response.bookingId !== null && ratingIn(ledger, response, row) !== value,
    );
    if (refused)
      return {
        column: refused.mode,
        value: String(refused.value),
        reason: 'This person was asked in the product, so only they can answer.',
      };
    const puts = stages.map(({ response, value }) => putAnswer(ledger, response, row.statementId, value));
    return puts.find((put) => put === 'created') ?? puts.find((put) => put === 'updated') ?? 'unchanged';
  }

  private responseOf(
    ledger: Ledger,
    row: ResolvedAnswer,
    mode: MeasurementMode,
    options: ImportOptions,
  ): ResponseEntity {
    const uniqueKey = ResponseEntity.keyOf(row.eventId, row.personId, mode);
    const there = ledger.responses.get(uniqueKey);
    if (there) return there;
    const now = this.clock.now();
    const response = Object.assign(new ResponseEntity(), {
      id: newId(),
      uniqueKey,
      eventId: row.eventId,
      bookingId: null,
      personId: row.personId,
      mode,
      sentAt: now,
      isLate: false,
      isDemonstration: options.isDemonstration,
      agencyId: row.agencyId,
      sector: row.sector,
      jobRole: null,
      area: null,
      createdAt: now,
    });
    ledger.responses.set(uniqueKey, response);
    ledger.newResponses.push(response);
    return response;
  }
}

function ratingIn(ledger: Ledger, response: ResponseEntity, { statementId }: ResolvedAnswer): number | undefined {
  return ledger.answers.get(`${response.id}|${statementId}`)?.value;
}

function putAnswer(
  ledger: Ledger,
  response: ResponseEntity,
  statementId: string,
  value: number,
): 'created' | 'updated' | 'unchanged' {
  const key = `${response.id}|${statementId}`;
  const there = ledger.answers.get(key);
  if (there?.value === value) return 'unchanged';
  if (there) {
    there.value = value;
    ledger.changedAnswers.add(there);
    return 'updated';
  }
  const answer = Object.assign(new AnswerEntity(), { id: newId(), responseId: response.id, statementId, value });
  ledger.answers.set(key, answer);
  ledger.newAnswers.add(answer);
  return 'created';
}
