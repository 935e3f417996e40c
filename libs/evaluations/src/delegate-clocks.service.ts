import { Injectable } from '@nestjs/common';
import { PlacesQueries, daysOffFor } from '@roundtable/bookings';
import { type ClosureDays, WorkingTime } from '@roundtable/platform';

/** The days on which the clocks of delegates stop, by the sector of their booking. */
@Injectable()
export class DelegateClocks {
  constructor(
    private readonly workingTime: WorkingTime,
    private readonly places: PlacesQueries,
  ) {}

  /** The days of school holidays as London dates, for a sector whose agencies keep school terms; none for others. */
  async holidaysOf(sector: string): Promise<ClosureDays> {
    const holidays = await this.workingTime.schoolHolidays();
    return holidays.length === 0 ? [] : daysOffFor(await this.places.sectorAndParent(sector), [], holidays);
  }

  /** The same for many sectors, by sector. */
  async holidaysOfEach(sectors: Iterable<string>): Promise<Map<string, ClosureDays>> {
    const each = new Map<string, ClosureDays>();
    for (const sector of new Set(sectors)) each.set(sector, await this.holidaysOf(sector));
    return each;
  }
}
