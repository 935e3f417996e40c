import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import { type Actor, CurrentActor, Permit } from '@roundtable/platform';
import { AgencyPackQuery } from './agency-pack.dto';
import { AgencyPackService } from './agency-pack.service';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The pack as files: for a lead of their own agencies, for the coordinator of any. */
@Controller('api/reports')
export class AgencyPacksController {
  constructor(private readonly packs: AgencyPackService) {}

  @Get('agency-pack.xlsx')
  @Header('cache-control', 'no-store')
  @Permit('agency-packs.read')
  async workbook(@CurrentActor() actor: Actor, @Query() query: AgencyPackQuery): Promise<StreamableFile> {
    return file(await this.packs.workbook(actor, query), query, 'xlsx', XLSX);
  }

  @Get('agency-pack.pdf')
  @Header('cache-control', 'no-store')
  @Permit('agency-packs.read')
  async pdf(@CurrentActor() actor: Actor, @Query() query: AgencyPackQuery): Promise<StreamableFile> {
    return file(await this.packs.pdf(actor, query), query, 'pdf', 'application/pdf');
  }
}

function file(content: Buffer, { year }: AgencyPackQuery, ending: string, type: string): StreamableFile {
  return new StreamableFile(content, { type, disposition: `attachment; filename="training-pack-${year}.${ending}"` });
}
