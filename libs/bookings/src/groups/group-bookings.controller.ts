import { Body, Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { BookingView, GroupBookingView } from '@roundtable/contracts';
import { type Actor, CurrentActor, Permit } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { AdditionDto, GroupBookingDto } from '../booking.dto';
import { BookingQueries } from '../bookings.queries';
import { FillingPlacesService } from '../by-staff/filling-places.service';
import { GroupBookingsService } from './group-bookings.service';

@Controller('api/events')
export class GroupBookingsController {
  constructor(
    private readonly groups: GroupBookingsService,
    private readonly filling: FillingPlacesService,
    private readonly queries: BookingQueries,
  ) {}

  @Post(':id/group-bookings')
  @HttpCode(200)
  @Permit('bookings.group')
  book(
    @CurrentActor() actor: Actor,
    @Param('id') eventId: string,
    @Body() wanted: GroupBookingDto,
  ): Promise<GroupBookingView> {
    return this.groups.book(actor, eventId, wanted);
  }

  @Post(':id/additions')
  @Permit('bookings.manage')
  async add(
    @CurrentActor() actor: Actor,
    @Param('id') eventId: string,
    @Body() { practitionerId, reason }: AdditionDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BookingView> {
    const { id, isNew } = await this.filling.addPerson(actor, eventId, practitionerId, reason);
    void reply.code(isNew ? 201 : 200);
    return this.queries.one(actor, id);
  }
}
