import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { HoldView } from '@roundtable/contracts';
import { type Actor, CurrentActor, Holds, type Page, Permit } from '@roundtable/platform';
import { DataRequestQueries } from './data-requests.queries';
import { HoldListQuery, NewHoldDto } from './data-rights.dto';

@Controller('api/holds')
export class HoldsController {
  constructor(
    private readonly holds: Holds,
    private readonly queries: DataRequestQueries,
  ) {}

  @Get()
  @Permit('holds.read')
  list(@CurrentActor() actor: Actor, @Query() query: HoldListQuery): Promise<Page<HoldView>> {
    return this.queries.holds(actor, query);
  }

  @Post()
  @Permit('holds.write')
  set(@CurrentActor() actor: Actor, @Body() wanted: NewHoldDto): Promise<HoldView> {
    return this.holds.set(actor, wanted);
  }

  @Post(':id/lifting')
  @HttpCode(200)
  @Permit('holds.write')
  lift(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<HoldView> {
    return this.holds.lift(actor, id);
  }
}
