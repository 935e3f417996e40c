import { Injectable } from '@nestjs/common';
import { BookingsService } from '@roundtable/bookings';
import type { Area, NewEvent } from '@roundtable/contracts';
import { CourseEntity, CoursesService } from '@roundtable/courses';
import { CompletionsService, ModulesService } from '@roundtable/elearning';
import { EventEntity, EventsService, VenueEntity } from '@roundtable/events';
import {
  Clock,
  Database,
  SYSTEM,
  addWorkingDays,
  found,
  isWorkingDay,
  londonDate,
  londonInstant,
} from '@roundtable/platform';
import { COURSE_DETAILS } from './course-details';
import { InventedCrowd } from './invented-crowd';
import { inventedTerms } from './invented-terms';

interface Plan {
  course: string;
  /** Weeks from today. */
  weeks: number;
  start: string;
  end: string;
  delivery: NewEvent['delivery'];
  capacity: number;
  booked: number;
  waiting?: number;
  fee?: number;
  area?: Area;
}

/** Invented repeats of each course, 2 to 12 weeks from today; one workshop has 3 free places and one is full. */
const PLANS: Plan[] = [
  { course: 'MA', weeks: 3, start: '09:30', end: '12:30', delivery: 'online', capacity: 24, booked: 21 },
  { course: 'MA', weeks: 7, start: '13:00', end: '16:00', delivery: 'in-person', capacity: 12, booked: 12, waiting: 3 },
  { course: 'WT', weeks: 2, start: '09:30', end: '15:30', delivery: 'in-person', capacity: 30, booked: 9 },
  { course: 'WT', weeks: 9, start: '09:30', end: '15:30', delivery: 'online', capacity: 40, booked: 4 },
  {
    course: 'HSB',
    weeks: 4,
    start: '09:30',
    end: '15:30',
    delivery: 'in-person',
    capacity: 24,
    booked: 11,
    area: 'county',
  },
  { course: 'CCE', weeks: 5, start: '13:00', end: '16:00', delivery: 'online', capacity: 40, booked: 17 },
  {
    course: 'NEG',
    weeks: 6,
    start: '09:30',
    end: '15:30',
    delivery: 'in-person',
    capacity: 24,
    booked: 6,
    area: 'city',
  },
  { course: 'RPC', weeks: 4, start: '09:30', end: '12:00', delivery: 'online', capacity: 30, booked: 8 },
  { course: 'FM', weeks: 8, start: '09:30', end: '12:30', delivery: 'online', capacity: 30, booked: 5 },
  { course: 'PREV', weeks: 5, start: '10:00', end: '11:30', delivery: 'online', capacity: 60, booked: 12 },
  { course: 'DSL', weeks: 10, start: '09:15', end: '12:30', delivery: 'in-person', capacity: 24, booked: 7, fee: 3000 },
  { course: 'SR', weeks: 11, start: '10:00', end: '12:00', delivery: 'in-person', capacity: 24, booked: 3, fee: 3000 },
  { course: 'DSLN', weeks: 3, start: '09:30', end: '11:00', delivery: 'online', capacity: 100, booked: 14 },
  { course: 'ST', weeks: 11, start: '10:00', end: '11:00', delivery: 'online', capacity: 100, booked: 10 },
];

/** The demonstration's coming programme, made by the same use cases that staff and practitioners use. */
@Injectable()
export class ComingEvents {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly courses: CoursesService,
    private readonly events: EventsService,
    private readonly modules: ModulesService,
    private readonly completions: CompletionsService,
    private readonly bookings: BookingsService,
    private readonly crowd: InventedCrowd,
  ) {}

  async make(): Promise<void> {
    const courses = new Map((await this.database.repo(CourseEntity).find()).map((course) => [course.code, course]));
    const venue = await this.database.repo(VenueEntity).findOneBy({ nameKey: 'loxley house' });
    let next = 0;
    for (const [index, plan] of PLANS.entries()) {
      const course = found(courses.get(plan.course));
      const eventId = await this.publish(plan, index, course.id, venue?.id);
      const people = await this.crowd.take(next, plan.booked + (plan.waiting ?? 0));
      next += people.length;
      await this.completeBefore(plan.course, people);
      for (const practitionerId of people) await this.bookings.book(SYSTEM, eventId, { practitionerId });
    }
  }

  /** Gives the courses their summaries and statements, before anybody answers them. */
  async describe(): Promise<void> {
    for (const course of await this.database.repo(CourseEntity).find()) {
      const details = COURSE_DETAILS[course.code];
      if (details) await this.courses.change(SYSTEM, course.id, details);
    }
  }

  private async publish(plan: Plan, index: number, courseId: string, venueId: string | undefined): Promise<string> {
    const day = this.workingDayIn(plan.weeks * 7 + (index % 5));
    const event = await this.events.create(SYSTEM, {
      courseId,
      capacity: plan.capacity,
      delivery: plan.delivery,
      venueId: plan.delivery === 'in-person' ? venueId : undefined,
      ...(plan.area && { area: plan.area }),
      sessions: [{ startsAt: instant(day, plan.start), endsAt: instant(day, plan.end) }],
      ...inventedTerms(plan.course, day),
      ...(plan.fee ? { fees: [{ feeType: '*', pence: plan.fee }] } : {}),
    });
    await this.events.publish(SYSTEM, event.id);
    await this.database.repo(EventEntity).update({ id: event.id }, { isDemonstration: true });
    return event.id;
  }

  private workingDayIn(days: number): string {
    const day = londonDate(new Date(this.clock.now().getTime() + days * 24 * 3600_000));
    return isWorkingDay(day, []) ? day : addWorkingDays(day, 1, []);
  }

  private async completeBefore(code: string, people: string[]): Promise<void> {
    const slug = { MA: 'managing-allegations-and-concerns', RPC: 'introduction-to-reducing-parental-conflict' }[code];
    if (!slug) return;
    const module = await this.modules.bySlug(SYSTEM, slug);
    for (const personId of people) await this.completions.completeModule(personId, module);
  }
}

function instant(day: string, time: string): string {
  const found = londonInstant(day, time);
  if (!found.ok) throw new Error(`${day} ${time} is not a time in London.`);
  return found.instant.toISOString();
}
