import { Controller, Get, Param, Query } from '@nestjs/common';
import type { EventHistoryEntry, EventTermsView } from '@roundtable/contracts';
import { type Actor, CurrentActor, ListQuery, type Page, Permit } from '@roundtable/platform';
import { EventHistory } from './event-history.queries';
import { EventTermsQueries } from './event-terms.queries';

/** What staff set and did, beside what everybody sees of an event. */
@Controller('api/events/:id')
export class EventTermsController {
  constructor(
    private readonly terms: EventTermsQueries,
    private readonly history: EventHistory,
  ) {}

  @Get('terms')
  @Permit('events.write')
  of(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<EventTermsView> {
    return this.terms.of(actor, id);
  }

  @Get('history')
  @Permit('events.write')
  historyOf(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query() query: ListQuery,
  ): Promise<Page<EventHistoryEntry>> {
    return this.history.of(actor, id, query);
  }
}
