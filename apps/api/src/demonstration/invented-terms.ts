import { Injectable } from '@nestjs/common';
import type { EventTerms } from '@roundtable/contracts';
import { CourseEntity, CourseTermsService } from '@roundtable/courses';
import { EventsService } from '@roundtable/events';
import { Clock, Database, DaysOff, SYSTEM, addWorkingDays, londonDate } from '@roundtable/platform';
import { In } from 'typeorm';

const CLOSURES: [name: string, from: string, to: string][] = [['Office closed after Christmas', '12-29', '12-31']];

/** Days that schools of the region might be closed on; the years around today. */
const SCHOOL_HOLIDAYS: [name: string, from: string, to: string][] = [
  ['Spring half term', '02-15', '02-19'],
  ['Easter holidays', '04-01', '04-14'],
  ['Summer half term', '05-25', '05-29'],
  ['Summer holidays', '07-24', '08-31'],
  ['Autumn half term', '10-19', '10-30'],
  ['Christmas holidays', '12-21', '12-31'],
];

/** Invented terms: what some courses cost, the days that are kept, and an event that waits for its date. */
@Injectable()
export class InventedTerms {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly daysOff: DaysOff,
    private readonly courseTerms: CourseTermsService,
    private readonly events: EventsService,
  ) {}

  /** The days off, before dates are counted from them. */
  async keepDaysOff(): Promise<void> {
    const year = Number(londonDate(this.clock.now()).slice(0, 4));
    for (const one of [year, year + 1]) {
      const at = (day: string) => `${one}-${day}`;
      for (const [name, from, to] of CLOSURES)
        await this.daysOff.add(SYSTEM, 'closure', { name, from: at(from), to: at(to) });
      for (const [name, from, to] of SCHOOL_HOLIDAYS)
        await this.daysOff.add(SYSTEM, 'school-holiday', { name: `${name} ${one}`, from: at(from), to: at(to) });
    }
  }

  /** What absence costs, by course. */
  async priceCourses(): Promise<void> {
    const courses = await this.database.repo(CourseEntity).findBy({ code: In(['DSL', 'SR', 'WT', 'NEG']) });
    for (const { id, code } of courses)
      await this.courseTerms.change(SYSTEM, id, {
        fees: [
          { feeType: '*', pence: code === 'DSL' || code === 'SR' ? 3000 : 0, chargePence: 5000 },
          { feeType: 'charity', pence: 0, chargePence: 2500 },
        ],
      });
  }

  /** An event that collects interest until its date is known. */
  async addWithoutDate(): Promise<void> {
    const course = await this.database.repo(CourseEntity).findOneBy({ code: 'CCE' });
    if (!course) return;
    const event = await this.events.create(
      SYSTEM,
      { courseId: course.id, capacity: 30, delivery: 'in-person', dateToBeConfirmed: true },
      true,
    );
    await this.events.publish(SYSTEM, event.id);
  }
}

/** Terms of two of the coming events, as far before the event's London date as staff would set them. */
export function inventedTerms(course: string, day: string): EventTerms {
  if (course === 'HSB')
    return {
      keptPlaces: [
        { sector: 'health', places: 4, releaseDays: 14 },
        { sector: 'police', places: 3, releaseDays: 14 },
      ],
      expectedMix: [
        { sector: 'health', people: 6 },
        { sector: 'police', people: 4 },
        { sector: 'education', people: 6 },
        { sector: "children's social care", people: 5 },
      ],
      agencyCap: 6,
      bookingClosesWorkingDays: 2,
      note: 'Please bring a case that you may talk about, without names.',
    };
  if (course === 'NEG') return { minimumPlaces: 10, decideBy: addWorkingDays(day, -10, []) };
  return {};
}
