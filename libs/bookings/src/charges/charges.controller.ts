import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, UseInterceptors } from '@nestjs/common';
import type { ChargeView, ChosenChargesView } from '@roundtable/contracts';
import { type Actor, CurrentActor, type Page, PageInterceptor, Permit } from '@roundtable/platform';
import { ReasonDto } from '../booking.dto';
import { ChargeDecisions } from './charge-decisions.service';
import { ChargeChangeDto, ChargeConfirmationDto, ChargeListQuery, ChosenChargesDto } from './charge.dto';
import { ChargeQueries } from './charges.queries';

/** What is charged for bookings: shown to whoever it concerns once it is told, decided by staff. */
@Controller('api/charges')
export class ChargesController {
  constructor(
    private readonly queries: ChargeQueries,
    private readonly decisions: ChargeDecisions,
  ) {}

  @Get()
  @UseInterceptors(PageInterceptor)
  @Permit('charges.read')
  list(@CurrentActor() actor: Actor, @Query() query: ChargeListQuery): Promise<Page<ChargeView>> {
    return this.queries.list(actor, query);
  }

  @Post('confirmations')
  @HttpCode(200)
  @Permit('charges.decide')
  confirmChosen(@CurrentActor() actor: Actor, @Body() { ids }: ChosenChargesDto): Promise<ChosenChargesView> {
    return this.decisions.confirmChosen(actor, ids);
  }

  @Post('sent-on')
  @HttpCode(200)
  @Permit('charges.finance')
  sendOn(@CurrentActor() actor: Actor, @Body() { ids }: ChosenChargesDto): Promise<ChosenChargesView> {
    return this.decisions.sendOn(actor, ids);
  }

  @Get(':id')
  @Permit('charges.read')
  one(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ChargeView> {
    return this.queries.one(actor, id);
  }

  @Patch(':id')
  @Permit('charges.decide')
  async change(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() change: ChargeChangeDto,
  ): Promise<ChargeView> {
    await this.decisions.change(actor, id, change);
    return this.queries.one(actor, id);
  }

  @Post(':id/confirmation')
  @HttpCode(200)
  @Permit('charges.decide')
  async confirm(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { reason }: ChargeConfirmationDto,
  ): Promise<ChargeView> {
    await this.decisions.confirm(actor, id, reason);
    return this.queries.one(actor, id);
  }

  @Post(':id/waiver')
  @HttpCode(200)
  @Permit('charges.decide')
  async waive(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { reason }: ReasonDto,
  ): Promise<ChargeView> {
    await this.decisions.waive(actor, id, reason);
    return this.queries.one(actor, id);
  }

  @Post(':id/credit')
  @HttpCode(200)
  @Permit('charges.decide')
  async credit(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { reason }: ReasonDto,
  ): Promise<ChargeView> {
    await this.decisions.credit(actor, id, reason);
    return this.queries.one(actor, id);
  }
}
