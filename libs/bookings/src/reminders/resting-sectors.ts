import { SectorEntity } from '@roundtable/agencies';
import { Injectable } from '@nestjs/common';
import { Clock, Database, WorkingTime, isWorkingDay, londonDate } from '@roundtable/platform';
import { daysOffFor } from '../working-time-rules';

/** The sectors whose clocks stand still today, though the partnership works: education in the school holidays. */
@Injectable()
export class RestingSectors {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly workingTime: WorkingTime,
  ) {}

  /** By name. */
  async today(): Promise<string[]> {
    const today = londonDate(this.clock.now());
    const closureDays = await this.workingTime.closureDays();
    const schoolHolidays = await this.workingTime.schoolHolidays();
    if (!schoolHolidays.includes(today)) return [];
    const sectors = await this.database.repo(SectorEntity).find();
    const names = new Map(sectors.map(({ id, name }) => [id, name]));
    return sectors
      .filter(({ name, parentId }) => {
        const withParent = [name, ...(parentId === null ? [] : [names.get(parentId) ?? ''])];
        return !isWorkingDay(today, daysOffFor(withParent, closureDays, schoolHolidays));
      })
      .map(({ name }) => name);
  }
}
