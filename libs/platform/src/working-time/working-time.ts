import type { DayView } from '@roundtable/contracts';
import { Injectable } from '@nestjs/common';
import { Database } from '../database';
import { type ClosureDays, bankHolidayName, dateInWords, isWorkingDay } from '../time';
import { daysOf, hasDay, isWeekend } from './day-rules';
import { DaysOffEntity } from './days-off.entity';

const FRESH_FOR_MS = 30_000;

interface Kept {
  rows: DaysOffEntity[];
  closures: ClosureDays;
  holidays: ClosureDays;
}

/** When work is done: the days that staff keep, read once for everybody who counts in working days. */
@Injectable()
export class WorkingTime {
  private kept: Kept | null = null;
  private readAt = 0;

  constructor(private readonly database: Database) {}

  /** The closure days of the partnership as London dates; what every count of working days takes. */
  async closureDays(): Promise<ClosureDays> {
    return (await this.read()).closures;
  }

  /** The days of school holidays as London dates, weekends in them included. */
  async schoolHolidays(): Promise<ClosureDays> {
    return (await this.read()).holidays;
  }

  /** What is to be known of these London dates ('YYYY-MM-DD') before something is planned on them. */
  async daysOn(dates: readonly string[]): Promise<DayView[]> {
    const { rows, closures } = await this.read();
    return dates.map((date) => {
      const bankHoliday = bankHolidayName(date);
      const kept = rows.filter((row) => hasDay(row, date));
      return {
        date,
        words: dateInWords(date),
        isWorkingDay: isWorkingDay(date, closures),
        notes: [
          ...(isWeekend(date) ? [{ kind: 'weekend' as const, name: 'Weekend' }] : []),
          ...(bankHoliday === null ? [] : [{ kind: 'bank-holiday' as const, name: bankHoliday }]),
          ...kept.map(({ kind, name }) => ({
            kind: kind === 'closure' ? ('closure-day' as const) : ('school-holiday' as const),
            name,
          })),
        ],
      };
    });
  }

  /** To be read again, since staff changed them. */
  forget(): void {
    this.kept = null;
  }

  private async read(): Promise<Kept> {
    if (this.kept && Date.now() - this.readAt < FRESH_FOR_MS) return this.kept;
    const rows = await this.database.repo(DaysOffEntity).find({ order: { firstDate: 'ASC' } });
    const daysOfKind = (kind: DaysOffEntity['kind']) => rows.filter((row) => row.kind === kind).flatMap(daysOf);
    this.readAt = Date.now();
    this.kept = { rows, closures: daysOfKind('closure'), holidays: daysOfKind('school-holiday') };
    return this.kept;
  }
}
