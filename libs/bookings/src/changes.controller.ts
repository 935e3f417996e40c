import { Body, Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { BookingView } from '@roundtable/contracts';
import { type Actor, CurrentActor, Permit } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { ApprovalsService } from './approval/approvals.service';
import { ComingDto, ReasonDto, SubstitutionDto, TransferDto } from './booking.dto';
import { BookingQueries } from './bookings.queries';
import type { BookingOutcome } from './bookings.service';
import { FillingPlacesService } from './by-staff/filling-places.service';
import { ReleasingService } from './by-staff/releasing.service';
import { CancellingService } from './cancelling.service';
import { SubstitutionsService } from './moving/substitutions.service';
import { TransfersService } from './moving/transfers.service';

/** What may become of a booking besides being cancelled: approved, moved, given to a colleague, released. */
@Controller('api/bookings')
export class BookingChangesController {
  constructor(
    private readonly approvals: ApprovalsService,
    private readonly transfers: TransfersService,
    private readonly substitutions: SubstitutionsService,
    private readonly filling: FillingPlacesService,
    private readonly releasing: ReleasingService,
    private readonly cancelling: CancellingService,
    private readonly queries: BookingQueries,
  ) {}

  @Post(':id/approval')
  @HttpCode(200)
  @Permit('bookings.approve')
  async approve(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<BookingView> {
    await this.approvals.approve(actor, id);
    return this.queries.one(actor, id);
  }

  @Post(':id/decline')
  @HttpCode(200)
  @Permit('bookings.approve')
  async decline(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { reason }: ReasonDto,
  ): Promise<BookingView> {
    await this.approvals.decline(actor, id, reason);
    return this.queries.one(actor, id);
  }

  @Post(':id/transfer')
  @Permit('bookings.change')
  async transfer(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { eventId }: TransferDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BookingView> {
    return this.made(actor, await this.transfers.transfer(actor, id, eventId), reply);
  }

  @Post(':id/substitution')
  @Permit('bookings.substitute')
  async substitute(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() wanted: SubstitutionDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BookingView> {
    return this.made(actor, await this.substitutions.substitute(actor, id, wanted), reply);
  }

  @Post(':id/promotion')
  @HttpCode(200)
  @Permit('bookings.manage')
  async promote(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { reason }: ReasonDto,
  ): Promise<BookingView> {
    await this.filling.promote(actor, id, reason);
    return this.queries.one(actor, id);
  }

  @Post(':id/release')
  @HttpCode(200)
  @Permit('bookings.manage')
  async release(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { reason }: ReasonDto,
  ): Promise<BookingView> {
    await this.releasing.release(actor, id, reason);
    return this.queries.one(actor, id);
  }

  @Post(':id/coming')
  @HttpCode(200)
  @Permit('bookings.change')
  async coming(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { coming }: ComingDto,
  ): Promise<BookingView> {
    await this.cancelling.answerComing(actor, id, coming);
    return this.queries.one(actor, id);
  }

  private made(actor: Actor, { id, isNew }: BookingOutcome, reply: FastifyReply): Promise<BookingView> {
    void reply.code(isNew ? 201 : 200);
    return this.queries.one(actor, id);
  }
}
