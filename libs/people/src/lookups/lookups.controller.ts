import { Controller, Get, Query } from '@nestjs/common';
import type { AgencyLookupView, PersonLookupView } from '@roundtable/contracts';
import { type Actor, CurrentActor, ListQuery, type Page, Permit } from '@roundtable/platform';
import { LookupQueries } from './lookups.queries';

/** People and agencies by name, for those who name them and may not see the lists. */
@Controller('api/lookups')
export class LookupsController {
  constructor(private readonly lookups: LookupQueries) {}

  @Get('people')
  @Permit('people.look-up')
  people(@CurrentActor() actor: Actor, @Query() query: ListQuery): Promise<Page<PersonLookupView>> {
    return this.lookups.people(actor, query);
  }

  @Get('agencies')
  @Permit('people.look-up')
  agencies(@CurrentActor() actor: Actor, @Query() query: ListQuery): Promise<Page<AgencyLookupView>> {
    return this.lookups.agencies(actor, query);
  }
}
