import { Controller, Get, Header, Query } from '@nestjs/common';
import type { ProgrammeCalendarView, YearPlannerView } from '@roundtable/contracts';
import { Permit } from '@roundtable/platform';
import { ProgrammeCalendarQuery, YearPlannerQuery } from './overview.dto';
import { ProgrammeCalendarQueries } from './programme-calendar.queries';
import { YearPlannerQueries } from './year-planner.queries';

@Controller('api')
export class OverviewsController {
  constructor(
    private readonly calendar: ProgrammeCalendarQueries,
    private readonly planner: YearPlannerQueries,
  ) {}

  @Get('programme-calendar')
  @Permit('overviews.read')
  month(@Query() { month }: ProgrammeCalendarQuery): Promise<ProgrammeCalendarView> {
    return this.calendar.month(month);
  }

  @Get('year-planner')
  @Permit('overviews.read')
  year(@Query() query: YearPlannerQuery): Promise<YearPlannerView> {
    return this.planner.year(query);
  }

  @Get('year-planner.csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="year-planner.csv"')
  @Permit('overviews.read')
  csv(@Query() query: YearPlannerQuery): Promise<string> {
    return this.planner.csv(query);
  }
}
