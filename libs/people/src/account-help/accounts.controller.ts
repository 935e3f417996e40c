import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { AccountDetailView, AccountView } from '@roundtable/contracts';
import { type Actor, CurrentActor, ListQuery, type Page, Permit } from '@roundtable/platform';
import { AccountHelp } from './account-help.service';
import { AccountQueries } from './accounts.queries';

/** How people sign in, seen and helped by staff; named by the person's id. */
@Controller('api/accounts')
export class AccountsController {
  constructor(
    private readonly queries: AccountQueries,
    private readonly help: AccountHelp,
  ) {}

  @Get()
  @Permit('accounts.read')
  list(@CurrentActor() actor: Actor, @Query() query: ListQuery): Promise<Page<AccountView>> {
    return this.queries.list(actor, query);
  }

  @Get(':id')
  @Permit('accounts.read')
  one(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<AccountDetailView> {
    return this.queries.one(actor, id);
  }

  @Post(':id/another-try')
  @HttpCode(200)
  @Permit('accounts.help')
  letTryAgain(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<AccountDetailView> {
    return this.help.letTryAgain(actor, id);
  }

  @Post(':id/sign-out')
  @HttpCode(200)
  @Permit('accounts.help')
  endSignIns(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<AccountDetailView> {
    return this.help.endSignIns(actor, id);
  }

  @Post(':id/password-link')
  @HttpCode(200)
  @Permit('accounts.help')
  mailPasswordLink(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<AccountDetailView> {
    return this.help.mailPasswordLink(actor, id);
  }
}
