import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { NewTokenView, TokenView } from '@roundtable/contracts';
import { type Actor, CarriedOutEachTime, CurrentActor, type Page, Permit } from '@roundtable/platform';
import { NewTokenDto, TokenListQuery } from './token.dto';
import { TokensService } from './tokens.service';

@Controller('api/tokens')
export class TokensController {
  constructor(private readonly tokens: TokensService) {}

  @Get()
  @Permit('tokens.read')
  list(@CurrentActor() actor: Actor, @Query() query: TokenListQuery): Promise<Page<TokenView>> {
    return this.tokens.list(actor, query);
  }

  /** Its answer holds a secret, so no Idempotency-Key keeps it. */
  @Post()
  @CarriedOutEachTime()
  @Permit('tokens.write')
  make(@CurrentActor() actor: Actor, @Body() wanted: NewTokenDto): Promise<NewTokenView> {
    return this.tokens.make(actor, wanted);
  }

  @Delete(':id')
  @HttpCode(204)
  @Permit('tokens.write')
  revoke(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.tokens.revoke(actor, id);
  }
}
