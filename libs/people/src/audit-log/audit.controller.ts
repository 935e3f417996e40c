import { Controller, Get, Query } from '@nestjs/common';
import type { AuditEntryView } from '@roundtable/contracts';
import { type Actor, CurrentActor, type Page, Permit } from '@roundtable/platform';
import { AuditListQuery } from './audit.dto';
import { AuditQueries } from './audit.queries';

/** The audit log, to read. Nothing writes to it by a route of its own. */
@Controller('api/audit')
export class AuditController {
  constructor(private readonly queries: AuditQueries) {}

  @Get()
  @Permit('audit.read')
  list(@CurrentActor() actor: Actor, @Query() query: AuditListQuery): Promise<Page<AuditEntryView>> {
    return this.queries.list(actor, query);
  }
}
