import { Injectable } from '@nestjs/common';
import type { DeclaredSetting } from '@roundtable/contracts';
import { type Actor, Audit, Database, Settings, safeCell, writeCsv } from '@roundtable/platform';
import ExcelJS from 'exceljs';
import type { FinanceFileQuery } from './charge.dto';
import { ChargeQueries } from './charges.queries';
import { FINANCE_HEADINGS, type FinanceLine, financeLines } from './finance-lines';

export const VAT_TEXT = {
  name: 'chargeVatText',
  group: 'partnership',
  kind: 'line',
  label: 'VAT text on charges',
  hint: 'Stands beside each amount in the file for finance, such as ‘Outside the scope of VAT’.',
  usual: null,
  longest: 100,
} as const satisfies DeclaredSetting;

const BATCH = 500;
const AMOUNT_COLUMN = FINANCE_HEADINGS.indexOf('Amount in pounds') + 1;

/** What finance books, as a file. */
@Injectable()
export class FinanceFiles {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly queries: ChargeQueries,
    private readonly settings: Settings,
  ) {}

  async csv(actor: Actor, query: FinanceFileQuery): Promise<string> {
    return writeCsv([...FINANCE_HEADINGS], await this.lines(actor, query, 'csv'));
  }

  async workbook(actor: Actor, query: FinanceFileQuery): Promise<Buffer> {
    const lines = await this.lines(actor, query, 'xlsx');
    const book = new ExcelJS.Workbook();
    book.creator = 'Roundtable';
    const sheet = book.addWorksheet('Charges', { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.columns = FINANCE_HEADINGS.map((header) => ({ header, width: 20 }));
    sheet.getRow(1).font = { bold: true };
    for (const line of lines) sheet.addRow(line.map(safeCell));
    sheet.getColumn(AMOUNT_COLUMN).numFmt = '#,##0.00;-#,##0.00';
    return Buffer.from(await book.xlsx.writeBuffer());
  }

  /** The lines, read in batches; who took which file is in the audit log. */
  private async lines(actor: Actor, query: FinanceFileQuery, ending: 'csv' | 'xlsx'): Promise<FinanceLine[]> {
    const vatText = (await this.settings.read<string | null>(VAT_TEXT.name, VAT_TEXT.usual)) ?? '';
    const period = { from: query.from, to: query.to, unsent: query.unsent === 'true' };
    const lines: FinanceLine[] = [];
    let after = '';
    for (;;) {
      const rows = await this.queries.forFinance(query, BATCH, after);
      lines.push(...rows.flatMap((row) => financeLines(row, vatText, period)));
      if (rows.length < BATCH) break;
      after = rows.at(-1)?.charge.id ?? after;
    }
    await this.database.transaction(() =>
      this.audit.record(actor, {
        action: 'charge.export',
        subjectKind: 'charge',
        subjectId: null,
        after: { ...query, ending, lines: lines.length },
      }),
    );
    return lines;
  }
}
