import { Injectable } from '@nestjs/common';
import type { ImportKind, ImportResult, RejectedRow, TypedRows } from '@roundtable/contracts';
import { Audit } from '../audit/audit.service';
import { Database } from '../database';
import type { Actor } from '../http';
import { Problem } from '../http';
import { type GridRow, type Headings, type SheetRow, gridOf, headed } from '../spreadsheets/sheet';
import { UnreadableSheet } from '../spreadsheets/sheet-kind';

export interface ImportOptions {
  actor: Actor;
  /** Dates rows that carry no date, as a partnership year such as 2020-21. */
  period: string | null;
  /** Rows of an invented data set are marked as such. */
  isDemonstration: boolean;
}

export interface RunOptions extends ImportOptions {
  dryRun: boolean;
  /** Whether the answer brings the cells of rejected rows. */
  withCells?: boolean;
}

/** What became of one row. */
export type RowOutcome = 'created' | 'updated' | 'unchanged' | Omit<RejectedRow, 'row'> | Omit<RejectedRow, 'row'>[];

/** Takes one kind of sheet in, row by row; contributed by the library that owns what the rows become. */
export interface Importer extends Headings {
  kind: ImportKind;
  /** Prepares for one file: reads once what every row needs, and answers what takes a row. */
  begin(options: ImportOptions, rows: SheetRow[]): Promise<(row: SheetRow) => Promise<RowOutcome>>;
}

class DryRun extends Error {}

/** Imports of sheets: the rest goes in, what is refused is told with row, column, value and reason; a second run changes nothing. */
@Injectable()
export class Imports {
  private readonly importers = new Map<ImportKind, Importer>();

  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  register(importer: Importer): void {
    this.importers.set(importer.kind, importer);
  }

  /** Takes a file in, in one transaction; a dry run does all of it and keeps nothing. */
  async run(kind: string, file: Buffer, options: RunOptions): Promise<ImportResult> {
    const importer = this.importerOf(kind);
    return await this.take(
      importer,
      this.read(importer, () => gridOf(file)),
      options,
    );
  }

  /** The same with rows that were pasted or typed. */
  async runRows(kind: string, typed: TypedRows, options: RunOptions): Promise<ImportResult> {
    const importer = this.importerOf(kind);
    const rows = typed.rows.map(({ row, cells }) => ({ row, cells: cells.map((cell) => cell.trim()) }));
    const grid = [{ row: 0, cells: typed.columns }, ...rows.filter(({ cells }) => cells.some(Boolean))];
    return await this.take(
      importer,
      this.read(importer, () => grid),
      options,
    );
  }

  private async take(importer: Importer, rows: SheetRow[], options: RunOptions): Promise<ImportResult> {
    const result: ImportResult = { rows: rows.length, created: 0, updated: 0, unchanged: 0, rejected: [] };
    try {
      await this.database.transaction(async () => {
        Object.assign(result, { created: 0, updated: 0, unchanged: 0, rejected: [] });
        const take = await importer.begin(options, rows);
        for (const row of rows) this.count(result, row.row, await take(row));
        if (options.dryRun) throw new DryRun();
        await this.audit.record(options.actor, {
          action: `${importer.kind}.import`,
          subjectKind: 'import',
          subjectId: null,
          after: {
            rows: result.rows,
            created: result.created,
            updated: result.updated,
            rejected: result.rejected.length,
          },
        });
      });
    } catch (error) {
      if (!(error instanceof DryRun)) throw error;
    }
    if (options.withCells) result.toMend = cellsOf(rows, result.rejected);
    return result;
  }

  private importerOf(kind: string): Importer {
    const importer = this.importers.get(kind as ImportKind);
    if (!importer) throw new Problem('request.not-found');
    return importer;
  }

  private read(importer: Importer, grid: () => GridRow[]): SheetRow[] {
    try {
      return headed(grid(), importer);
    } catch (error) {
      if (!(error instanceof UnreadableSheet)) throw error;
      throw new Problem(error.problem, { errors: { file: error.message } });
    }
  }

  private count(result: ImportResult, row: number, outcome: RowOutcome): void {
    if (typeof outcome === 'string') result[outcome] += 1;
    else for (const one of Array.isArray(outcome) ? outcome : [outcome]) result.rejected.push({ row, ...one });
  }
}

const MOST_TO_MEND = 500;

/** The cells of the rows that were rejected. */
function cellsOf(rows: readonly SheetRow[], rejected: readonly RejectedRow[]): TypedRows {
  const refused = new Set(rejected.map(({ row }) => row));
  const wanted = rows.filter(({ row }) => refused.has(row)).slice(0, MOST_TO_MEND);
  const columns = Object.keys(wanted[0]?.cells ?? {});
  return {
    columns,
    rows: wanted.map(({ row, cells }) => ({ row, cells: columns.map((column) => cells[column] ?? '') })),
  };
}
