import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import type { BookingView } from '@roundtable/contracts';
import { type Actor, CurrentActor, type Page, Permit } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { BookingListQuery, NewBookingDto, ReasonDto } from './booking.dto';
import { BookingQueries } from './bookings.queries';
import { BookingsService } from './bookings.service';
import { CancellingService } from './cancelling.service';

@Controller('api')
export class BookingsController {
  constructor(
    private readonly bookings: BookingsService,
    private readonly cancelling: CancellingService,
    private readonly queries: BookingQueries,
  ) {}

  @Get('bookings')
  @Permit('bookings.read')
  list(@CurrentActor() actor: Actor, @Query() query: BookingListQuery): Promise<Page<BookingView>> {
    return this.queries.list(actor, query);
  }

  @Get('bookings/:id')
  @Permit('bookings.read')
  one(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<BookingView> {
    return this.queries.one(actor, id);
  }

  @Post('events/:id/bookings')
  @Permit('bookings.create')
  async book(
    @CurrentActor() actor: Actor,
    @Param('id') eventId: string,
    @Body() wanted: NewBookingDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BookingView> {
    const { id, isNew } = await this.bookings.book(actor, eventId, wanted);
    void reply.code(isNew ? 201 : 200);
    return this.queries.one(actor, id);
  }

  @Post('bookings/:id/cancellation')
  @HttpCode(200)
  @Permit('bookings.change')
  async cancel(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { reason }: ReasonDto,
  ): Promise<BookingView> {
    await this.cancelling.cancel(actor, id, reason);
    return this.queries.one(actor, id);
  }

  @Post('bookings/:id/acceptance')
  @HttpCode(200)
  @Permit('bookings.change')
  async accept(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<BookingView> {
    await this.cancelling.accept(actor, id);
    return this.queries.one(actor, id);
  }

  @Post('bookings/:id/refusal')
  @HttpCode(200)
  @Permit('bookings.change')
  async refuse(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<BookingView> {
    await this.cancelling.refuse(actor, id);
    return this.queries.one(actor, id);
  }
}
