import { Injectable } from '@nestjs/common';
import type { ImportKind, ImportResult, RejectedRow } from '@roundtable/contracts';
import { Audit } from '../audit/audit.service';
import { Database } from '../database';
import type { Actor } from '../http';
import { Problem } from '../http';
import { type SheetRow, readCsv } from '../spreadsheets/csv';

export interface ImportOptions {
  actor: Actor;
  /** Dates rows that carry no date, as a partnership year such as 2020-21. */
  period: string | null;
  /** Rows of an invented data set are marked as such. */
  isDemonstration: boolean;
}

/** What became of one row. */
export type RowOutcome = 'created' | 'updated' | 'unchanged' | Omit<RejectedRow, 'row'> | Omit<RejectedRow, 'row'>[];

/** Takes one kind of sheet in, row by row; contributed by the library that owns what the rows become. */
export interface Importer {
  kind: ImportKind;
  /** Columns without which the sheet cannot be read. */
  columns: string[];
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
  async run(kind: string, file: Buffer, options: ImportOptions & { dryRun: boolean }): Promise<ImportResult> {
    const importer = this.importers.get(kind as ImportKind);
    if (!importer) throw new Problem('request.not-found');
    const rows = this.read(file, importer);
    const result: ImportResult = { rows: rows.length, created: 0, updated: 0, unchanged: 0, rejected: [] };
    try {
      await this.database.transaction(async () => {
        Object.assign(result, { created: 0, updated: 0, unchanged: 0, rejected: [] });
        const take = await importer.begin(options, rows);
        for (const row of rows) this.count(result, row.row, await take(row));
        if (options.dryRun) throw new DryRun();
        await this.audit.record(options.actor, {
          action: `${kind}.import`,
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
    return result;
  }

  private read(file: Buffer, importer: Importer): SheetRow[] {
    let rows: SheetRow[];
    try {
      rows = readCsv(file);
    } catch {
      throw new Problem('request.invalid', {
        errors: { file: 'This file could not be read. Save it as CSV (UTF-8) and try again.' },
      });
    }
    const known = Object.keys(rows[0]?.cells ?? {});
    const missing = importer.columns.filter((column) => !known.includes(column));
    if (missing.length)
      throw new Problem('request.invalid', {
        errors: {
          file: `The file must have a heading row with: ${importer.columns.join(', ')}. Missing: ${missing.join(', ')}.`,
        },
      });
    return rows;
  }

  private count(result: ImportResult, row: number, outcome: RowOutcome): void {
    if (typeof outcome === 'string') result[outcome] += 1;
    else for (const one of Array.isArray(outcome) ? outcome : [outcome]) result.rejected.push({ row, ...one });
  }
}
