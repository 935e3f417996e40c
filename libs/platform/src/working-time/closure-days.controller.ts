import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import type { DaysOffView } from '@roundtable/contracts';
import { type Actor, CurrentActor, type Page, Permit } from '../http';
import { DaysOffChangeDto, DaysOffListQuery, NewDaysOffDto } from './days-off.dto';
import { DaysOff } from './days-off.service';

@Controller('api/closure-days')
export class ClosureDaysController {
  constructor(private readonly daysOff: DaysOff) {}

  @Get()
  @Permit('working-time.read')
  list(@Query() query: DaysOffListQuery): Promise<Page<DaysOffView>> {
    return this.daysOff.list('closure', query);
  }

  @Post()
  @Permit('working-time.write')
  add(@CurrentActor() actor: Actor, @Body() wanted: NewDaysOffDto): Promise<DaysOffView> {
    return this.daysOff.add(actor, 'closure', wanted);
  }

  @Patch(':id')
  @Permit('working-time.write')
  change(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() change: DaysOffChangeDto,
  ): Promise<DaysOffView> {
    return this.daysOff.change(actor, 'closure', id, change);
  }

  @Delete(':id')
  @HttpCode(204)
  @Permit('working-time.write')
  remove(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.daysOff.remove(actor, 'closure', id);
  }
}
