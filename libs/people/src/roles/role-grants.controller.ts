import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { RoleGrantView } from '@roundtable/contracts';
import { type Actor, CurrentActor, type Page, Permit } from '@roundtable/platform';
import { NewRoleGrantDto, RoleGrantListQuery } from './role-grant.dto';
import { RoleGrantQueries } from './role-grants.queries';
import { RoleGrantsService } from './role-grants.service';

@Controller('api/role-grants')
export class RoleGrantsController {
  constructor(
    private readonly grants: RoleGrantsService,
    private readonly queries: RoleGrantQueries,
  ) {}

  @Get()
  @Permit('roles.read')
  list(@CurrentActor() actor: Actor, @Query() query: RoleGrantListQuery): Promise<Page<RoleGrantView>> {
    return this.queries.list(actor, query);
  }

  @Post()
  @Permit('roles.grant')
  grant(@CurrentActor() actor: Actor, @Body() wanted: NewRoleGrantDto): Promise<RoleGrantView> {
    return this.grants.grant(actor, wanted);
  }

  @Delete(':id')
  @HttpCode(204)
  @Permit('roles.grant')
  withdraw(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.grants.withdraw(actor, id);
  }
}
