import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import type { EventNeedsView, NeedTaskView, NeedsView } from '@roundtable/contracts';
import { type Actor, CurrentActor, ListQuery, type Page, Permit } from '@roundtable/platform';
import { AccessNeedsQueries } from './access-needs.queries';
import { AccessNeedsService } from './access-needs.service';
import { BookingNeedsDto, NeedTaskListQuery, SavedNeedsDto } from './needs.dto';

@Controller('api')
export class NeedsController {
  constructor(
    private readonly needs: AccessNeedsService,
    private readonly queries: AccessNeedsQueries,
  ) {}

  @Get('me/access-needs')
  @Permit('me.read')
  saved(@CurrentActor() actor: Actor): Promise<NeedsView> {
    return this.needs.saved(actor);
  }

  @Put('me/access-needs')
  @Permit('me.read')
  async save(@CurrentActor() actor: Actor, @Body() given: SavedNeedsDto): Promise<NeedsView> {
    await this.needs.save(actor, given);
    return this.needs.saved(actor);
  }

  @Delete('me/access-needs')
  @HttpCode(204)
  @Permit('me.read')
  forget(@CurrentActor() actor: Actor): Promise<void> {
    return this.needs.forgetSaved(actor);
  }

  @Get('bookings/:id/access-needs')
  @Permit('bookings.read')
  ofBooking(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<NeedsView> {
    return this.needs.ofBooking(actor, id);
  }

  @Put('bookings/:id/access-needs')
  @Permit('bookings.change')
  async change(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() given: BookingNeedsDto,
  ): Promise<NeedsView> {
    await this.needs.change(actor, id, given);
    return this.needs.ofBooking(actor, id);
  }

  @Delete('bookings/:id/access-needs')
  @HttpCode(204)
  @Permit('bookings.change')
  withdraw(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.needs.withdraw(actor, id);
  }

  @Get('events/:id/access-needs')
  @Permit('access-needs.read')
  ofEvent(
    @CurrentActor() actor: Actor,
    @Param('id') eventId: string,
    @Query() _query: ListQuery,
  ): Promise<Page<EventNeedsView>> {
    return this.queries.ofEvent(actor, eventId);
  }

  @Get('access-need-tasks')
  @Permit('bookings.manage')
  tasks(@Query() query: NeedTaskListQuery): Promise<Page<NeedTaskView>> {
    return this.queries.tasks(query);
  }

  @Post('access-need-tasks/:id/completion')
  @HttpCode(200)
  @Permit('bookings.manage')
  async finish(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<NeedTaskView> {
    await this.needs.finishTask(actor, id);
    return this.queries.task(id);
  }
}
