import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import type { OtherProviderEventView, OutsideAttendanceView } from '@roundtable/contracts';
import { type Actor, CurrentActor, type Page, Permit, windowOf } from '@roundtable/platform';
import {
  DeclineDto,
  NewOtherProviderEventDto,
  NewOutsideAttendanceDto,
  OtherProviderEventChangeDto,
  OtherProviderEventListQuery,
  OutsideAttendanceListQuery,
} from './elsewhere.dto';
import { LISTING_SORTS, ListedElsewhere } from './listed-elsewhere.service';
import { OutsideAttendancesService } from './outside-attendances.service';

@Controller('api')
export class ElsewhereController {
  constructor(
    private readonly listings: ListedElsewhere,
    private readonly attendances: OutsideAttendancesService,
  ) {}

  @Get('other-provider-events')
  @Permit('other-provider-events.read')
  list(
    @CurrentActor() actor: Actor,
    @Query() query: OtherProviderEventListQuery,
  ): Promise<Page<OtherProviderEventView>> {
    const { freeInCounty, published, ...filters } = query;
    return this.listings.search(
      actor,
      { ...filters, freeInCounty: yesNoOf(freeInCounty), published: yesNoOf(published) },
      windowOf(query, LISTING_SORTS, { sort: 'from', order: 'ASC' }),
    );
  }

  @Get('other-provider-events/:id')
  @Permit('other-provider-events.read')
  one(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<OtherProviderEventView> {
    return this.listings.one(actor, id);
  }

  @Post('other-provider-events')
  @Permit('other-provider-events.write')
  create(@CurrentActor() actor: Actor, @Body() wanted: NewOtherProviderEventDto): Promise<OtherProviderEventView> {
    return this.listings.create(actor, wanted);
  }

  @Patch('other-provider-events/:id')
  @Permit('other-provider-events.write')
  change(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() change: OtherProviderEventChangeDto,
  ): Promise<OtherProviderEventView> {
    return this.listings.change(actor, id, change);
  }

  @Post('other-provider-events/:id/attendances')
  @Permit('outside-attendances.declare')
  declare(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() wanted: NewOutsideAttendanceDto,
  ): Promise<OutsideAttendanceView> {
    return this.attendances.declare(actor, id, wanted);
  }

  @Get('outside-attendances')
  @Permit('outside-attendances.read')
  attendancesOf(
    @CurrentActor() actor: Actor,
    @Query() query: OutsideAttendanceListQuery,
  ): Promise<Page<OutsideAttendanceView>> {
    return this.attendances.list(actor, query);
  }

  @Get('outside-attendances/:id')
  @Permit('outside-attendances.read')
  attendance(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<OutsideAttendanceView> {
    return this.attendances.one(actor, id);
  }

  @Post('outside-attendances/:id/acceptance')
  @HttpCode(200)
  @Permit('outside-attendances.decide')
  accept(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<OutsideAttendanceView> {
    return this.attendances.accept(actor, id);
  }

  @Post('outside-attendances/:id/decline')
  @HttpCode(200)
  @Permit('outside-attendances.decide')
  decline(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { reason }: DeclineDto,
  ): Promise<OutsideAttendanceView> {
    return this.attendances.decline(actor, id, reason);
  }
}

function yesNoOf(text: 'true' | 'false' | undefined): boolean | undefined {
  return text === undefined ? undefined : text === 'true';
}
