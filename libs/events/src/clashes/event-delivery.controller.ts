import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import type { AgendaItem, EventWarning, RoomView } from '@roundtable/contracts';
import { type Actor, CurrentActor, Permit } from '@roundtable/platform';
import { AgendaDto } from '../agenda/agenda.dto';
import { AgendaService } from '../agenda/agenda.service';
import { RoomService } from '../venues/room.service';
import { SupportersDto } from '../venues/venue.dto';
import { ClashesService } from './clashes.service';
import { EventPlanDto } from './event-plan.dto';

/** The room, the agenda and the clashes of an event; none of them shows places, so they stand here. */
@Controller('api')
export class EventDeliveryController {
  constructor(
    private readonly agenda: AgendaService,
    private readonly clashes: ClashesService,
    private readonly room: RoomService,
  ) {}

  @Get('events/:id/agenda')
  @Permit('events.read')
  readAgenda(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<AgendaItem[]> {
    return this.agenda.of(actor, id);
  }

  @Put('events/:id/agenda')
  @Permit('events.write')
  writeAgenda(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { items }: AgendaDto,
  ): Promise<AgendaItem[]> {
    return this.agenda.replace(actor, id, items);
  }

  @Get('events/:id/warnings')
  @Permit('events.write')
  warnings(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<EventWarning[]> {
    return this.clashes.of(actor, id);
  }

  /** Looks at a plan before it is saved; changes nothing. */
  @Post('event-warnings')
  @HttpCode(200)
  @Permit('events.write')
  warningsOfPlan(@Body() plan: EventPlanDto): Promise<EventWarning[]> {
    return this.clashes.ofPlan(plan);
  }

  @Get('events/:id/room')
  @Permit('events.write')
  readRoom(@Param('id') id: string): Promise<RoomView> {
    return this.room.of(id);
  }

  @Put('events/:id/room')
  @Permit('events.write')
  writeRoom(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { supporters }: SupportersDto,
  ): Promise<RoomView> {
    return this.room.setSupporters(actor, id, supporters);
  }
}
