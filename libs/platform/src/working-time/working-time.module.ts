import { Global, Module } from '@nestjs/common';
import { ClosureDaysController } from './closure-days.controller';
import { DaysController } from './days.controller';
import { DaysOff } from './days-off.service';
import { SchoolHolidaysController } from './school-holidays.controller';
import { WorkingTime } from './working-time';

/** The days that staff keep, and what follows from them for everybody who counts in working days. */
@Global()
@Module({
  controllers: [ClosureDaysController, SchoolHolidaysController, DaysController],
  providers: [WorkingTime, DaysOff],
  exports: [WorkingTime, DaysOff],
})
export class WorkingTimeModule {}
