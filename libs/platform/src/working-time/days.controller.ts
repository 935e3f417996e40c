import { Controller, Get, Query } from '@nestjs/common';
import type { DayView } from '@roundtable/contracts';
import { Permit } from '../http';
import { DaysQuery } from './days-off.dto';
import { WorkingTime } from './working-time';

/** What is to be known of a date before something is planned on it. */
@Controller('api/days')
export class DaysController {
  constructor(private readonly workingTime: WorkingTime) {}

  @Get()
  @Permit('working-time.read')
  days(@Query() { date }: DaysQuery): Promise<DayView[]> {
    return this.workingTime.daysOn(date);
  }
}
