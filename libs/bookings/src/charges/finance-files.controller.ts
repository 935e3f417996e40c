import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import { type Actor, CurrentActor, Permit } from '@roundtable/platform';
import { FinanceFileQuery } from './charge.dto';
import { FinanceFiles } from './finance-files.service';

const named = (ending: string): string => `attachment; filename="charges.${ending}"`;

/** What was confirmed and credited, as a file for finance. */
@Controller('api/charges')
export class FinanceFilesController {
  constructor(private readonly files: FinanceFiles) {}

  @Get('finance.csv')
  @Header('cache-control', 'no-store')
  @Permit('charges.finance')
  async csv(@CurrentActor() actor: Actor, @Query() query: FinanceFileQuery): Promise<StreamableFile> {
    const text = await this.files.csv(actor, query);
    return new StreamableFile(Buffer.from(text), { type: 'text/csv; charset=utf-8', disposition: named('csv') });
  }

  @Get('finance.xlsx')
  @Header('cache-control', 'no-store')
  @Permit('charges.finance')
  async workbook(@CurrentActor() actor: Actor, @Query() query: FinanceFileQuery): Promise<StreamableFile> {
    return new StreamableFile(await this.files.workbook(actor, query), {
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      disposition: named('xlsx'),
    });
  }
}
