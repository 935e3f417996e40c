import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { QuoteConsentView, QuoteView } from '@roundtable/contracts';
import { type Actor, CarriedOutEachTime, CurrentActor, type Page, Permit } from '@roundtable/platform';
import { QuotesQueries } from './quotes.queries';
import { QuotesService } from './quotes.service';
import { QuoteDecisionDto, QuoteListQuery } from './texts.dto';

/** Quotes for the coordinator. */
@Controller('api/quotes')
export class QuotesController {
  constructor(
    private readonly queries: QuotesQueries,
    private readonly quotes: QuotesService,
  ) {}

  @Get()
  @Permit('quotes.read')
  list(@Query() query: QuoteListQuery): Promise<Page<QuoteView>> {
    return this.queries.list(query);
  }

  @Post(':id/decision')
  @HttpCode(200)
  @CarriedOutEachTime()
  @Permit('quotes.decide')
  decide(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { isApproved }: QuoteDecisionDto,
  ): Promise<QuoteView> {
    return this.quotes.decide(actor, id, isApproved);
  }
}

/** One's own consent to be quoted. */
@Controller('api/me/quote-consents')
export class QuoteConsentsController {
  constructor(
    private readonly queries: QuotesQueries,
    private readonly quotes: QuotesService,
  ) {}

  @Get()
  @Permit('quote-consents.own')
  list(@CurrentActor() actor: Actor): Promise<QuoteConsentView[]> {
    return this.queries.ownConsents(actor);
  }

  @Delete(':id')
  @HttpCode(204)
  @Permit('quote-consents.own')
  withdraw(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.quotes.withdraw(actor, id);
  }
}
