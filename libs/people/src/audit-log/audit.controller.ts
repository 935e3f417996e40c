import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import type { AuditEntryView } from '@roundtable/contracts';
import { type Actor, CurrentActor, type Page, Permit } from '@roundtable/platform';
import { AuditExport } from './audit-export.service';
import { AuditListQuery } from './audit.dto';
import { AuditQueries } from './audit.queries';

/** The audit log, to read. Nothing writes to it by a route of its own. */
@Controller('api')
export class AuditController {
  constructor(
    private readonly queries: AuditQueries,
    private readonly sheet: AuditExport,
  ) {}

  @Get('audit')
  @Permit('audit.read')
  list(@CurrentActor() actor: Actor, @Query() query: AuditListQuery): Promise<Page<AuditEntryView>> {
    return this.queries.list(actor, query);
  }

  @Get('audit.csv')
  @Permit('audit.read')
  async csv(@CurrentActor() actor: Actor, @Query() query: AuditListQuery): Promise<StreamableFile> {
    const { name, content } = await this.sheet.csv(actor, query);
    return new StreamableFile(content, {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="${name}"`,
    });
  }
}
