import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import type { BookingView, TeamPlacesView } from '@roundtable/contracts';
import { type Actor, CurrentActor, ListQuery, type Page, Permit } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { DelegateDto, TeamPlacesDto } from '../booking.dto';
import { BookingQueries } from '../bookings.queries';
import { TeamPlacesQueries } from './team-places.queries';
import { TeamPlacesService } from './team-places.service';

@Controller('api')
export class TeamPlacesController {
  constructor(
    private readonly teamPlaces: TeamPlacesService,
    private readonly queries: TeamPlacesQueries,
    private readonly bookings: BookingQueries,
  ) {}

  @Get('events/:id/team-places')
  @Permit('team-places.use')
  list(
    @CurrentActor() actor: Actor,
    @Param('id') eventId: string,
    @Query() _query: ListQuery,
  ): Promise<Page<TeamPlacesView>> {
    return this.queries.ofEvent(actor, eventId);
  }

  @Post('events/:id/team-places')
  @Permit('team-places.use')
  async hold(
    @CurrentActor() actor: Actor,
    @Param('id') eventId: string,
    @Body() wanted: TeamPlacesDto,
  ): Promise<TeamPlacesView> {
    return this.queries.one(actor, (await this.teamPlaces.hold(actor, eventId, wanted)).id);
  }

  @Post('team-places/:id/bookings')
  @Permit('team-places.use')
  async name(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() wanted: DelegateDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BookingView> {
    const made = await this.teamPlaces.name(actor, id, wanted);
    void reply.code(made.isNew ? 201 : 200);
    return this.bookings.one(actor, made.id);
  }

  @Post('team-places/:id/release')
  @HttpCode(200)
  @Permit('team-places.use')
  async release(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<TeamPlacesView> {
    await this.teamPlaces.release(actor, id);
    return this.queries.one(actor, id);
  }
}
