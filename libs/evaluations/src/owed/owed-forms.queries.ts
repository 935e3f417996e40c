import { Injectable } from '@nestjs/common';
import { BookingEntity, PlacesQueries, RegisterEntity, daysOffFor } from '@roundtable/bookings';
import { CourseEntity } from '@roundtable/courses';
import { EventEntity } from '@roundtable/events';
import { PersonEntity } from '@roundtable/people';
import { type ClosureDays, Clock, Database, WorkingTime } from '@roundtable/platform';
import { In } from 'typeorm';
import { responseAt, windowAt } from '../evaluation-form.queries';
import { type AnsweringWindow, type Stage, STAGES } from '../evaluation-windows';
import { stateOf } from '../evaluation.view';
import { FormsQueries } from '../forms/forms.queries';
import { ResponseEntity } from '../response.entity';
import { rowsById } from '../rows-by-id';
import { type AskingFacts, MOST_CHASERS, dueNow, isAskedNow } from './asking-rules';
import { reachOf } from './owed-reach';

/** A form that is open to somebody with an address, was not answered, and may be asked for. */
export interface OwedForm {
  stage: Stage;
  booking: BookingEntity;
  event: EventEntity;
  startsAt: Date;
  endsAt: Date;
  courseTitle: string;
  window: AnsweringWindow;
  asking: AskingFacts;
}

/** Which forms people owe, and for whom a mail is due. */
@Injectable()
export class OwedForms {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly workingTime: WorkingTime,
    private readonly places: PlacesQueries,
    private readonly forms: FormsQueries,
  ) {}

  /** The people to whom a mail is due for one of these stages now. */
  async peopleDue(stages: readonly Stage[]): Promise<string[]> {
    const now = this.clock.now();
    const people = new Set<string>();
    for (const stage of stages)
      for (const form of await this.open(stage, now))
        if (dueNow(form.asking, now) !== null) people.add(form.booking.personId);
    return [...people];
  }

  /** Everything that each of these people owes now, what closes first first; by person. */
  async ofPeople(personIds: readonly string[]): Promise<Map<string, OwedForm[]>> {
    const now = this.clock.now();
    const owed: OwedForm[] = [];
    for (const stage of STAGES) owed.push(...(await this.open(stage, now, personIds)));
    owed.sort((one, other) => one.window.closesAt.getTime() - other.window.closesAt.getTime());
    const byPerson = new Map<string, OwedForm[]>();
    for (const form of owed)
      byPerson.set(form.booking.personId, [...(byPerson.get(form.booking.personId) ?? []), form]);
    return byPerson;
  }

  /** Those of one stage: of these people, or of everybody whose form may be due for a mail. */
  private async open(stage: Stage, now: Date, personIds?: readonly string[]): Promise<OwedForm[]> {
    const bookings = await this.bookings(stage, now, personIds);
    const events = await rowsById(
      this.database,
      EventEntity,
      bookings.map(({ eventId }) => eventId),
    );
    const courses = await rowsById(
      this.database,
      CourseEntity,
      bookings.map(({ courseId }) => courseId),
    );
    const silent = await this.forms.silentAt([...courses.keys()], stage);
    const responses = await this.responses(bookings);
    const clocks = await this.clocks(bookings.map(({ sector }) => sector));
    return bookings.flatMap((booking): OwedForm[] => {
      const event = events.get(booking.eventId);
      const { closureDays, ownDaysOff, holidays } = clocks(booking.sector);
      const window = event && windowAt(booking, event, stage, holidays);
      if (!event?.startsAt || !event.endsAt || !window || silent.has(booking.courseId)) return [];
      const { startsAt, endsAt } = event;
      const response = responseAt(booking, stage, responses.get(booking.personId) ?? []);
      const asking: AskingFacts = {
        stage,
        window,
        bookedAt: booking.requestedAt,
        startsAt,
        askedAt: response?.askedAt ?? null,
        chasers: response?.chasers ?? 0,
        closureDays,
        ownDaysOff,
      };
      if (stateOf({ stage, booking, event, window, response }, now) !== 'open' || !isAskedNow(asking, now)) return [];
      const courseTitle = courses.get(booking.courseId)?.title ?? '';
      return [{ stage, booking, event, startsAt, endsAt, courseTitle, window, asking }];
    });
  }

  /** Confirmed bookings that may owe a form: of people with an address, and once the register is closed of who was there. */
  private async bookings(stage: Stage, now: Date, personIds?: readonly string[]): Promise<BookingEntity[]> {
    const { from, until } = reachOf(stage, now, personIds ? null : await this.allDaysOff());
    const ofDate = stage === 'before' ? 'event.startsAt' : 'event.endsAt';
    const rows = this.database
      .repo(BookingEntity)
      .createQueryBuilder('booking')
      .innerJoin(EventEntity, 'event', 'event.id = booking.eventId')
      .innerJoin(PersonEntity, 'person', 'person.id = booking.personId')
      .leftJoin(RegisterEntity, 'register', 'register.eventId = booking.eventId')
      .leftJoin(
        ResponseEntity,
        'response',
        'response.eventId = booking.eventId AND response.personId = booking.personId AND response.mode = :stage',
        { stage },
      )
      .where("booking.status = 'confirmed' AND event.status = 'published'")
      .andWhere('person.email IS NOT NULL AND person.erasedAt IS NULL')
      .andWhere('response.sentAt IS NULL')
      .andWhere(`${ofDate} > :from`, { from });
    if (until) rows.andWhere(`${ofDate} <= :until`, { until });
    if (stage === 'before') rows.andWhere('booking.walkedInAt IS NULL');
    if (stage === 'after')
      rows.andWhere("(register.id IS NULL OR booking.attendance IN ('attended', 'partly_attended'))");
    if (stage === 'follow-up') rows.andWhere("booking.attendance = 'attended'");
    if (personIds) rows.andWhere('booking.personId IN (:...personIds)', { personIds: ['', ...personIds] });
    else rows.andWhere('(response.chasers IS NULL OR response.chasers < :most)', { most: MOST_CHASERS });
    return rows.orderBy('booking.id').getMany();
  }

  /** What was asked and said of these bookings' events, and before those that they were moved from; by person. */
  private async responses(bookings: readonly BookingEntity[]): Promise<Map<string, ResponseEntity[]>> {
    const byPerson = new Map<string, ResponseEntity[]>();
    if (bookings.length === 0) return byPerson;
    const eventId = In([...new Set(bookings.map((booking) => booking.eventId))]);
    const replaced = bookings.flatMap(({ replacesId }) => replacesId ?? []);
    const rows = await this.database
      .repo(ResponseEntity)
      .find({ where: [{ eventId }, ...(replaced.length > 0 ? [{ bookingId: In(replaced) }] : [])] });
    for (const row of rows) byPerson.set(row.personId, [...(byPerson.get(row.personId) ?? []), row]);
    return byPerson;
  }

  private async clocks(sectors: readonly string[]) {
    const closureDays = await this.workingTime.closureDays();
    const schoolHolidays = await this.workingTime.schoolHolidays();
    const families = new Map<string, string[]>();
    for (const sector of new Set(sectors)) families.set(sector, await this.places.sectorAndParent(sector));
    return (sector: string): Record<'closureDays' | 'ownDaysOff' | 'holidays', ClosureDays> => {
      const family = families.get(sector) ?? [sector];
      return {
        closureDays,
        ownDaysOff: daysOffFor(family, closureDays, schoolHolidays),
        holidays: daysOffFor(family, [], schoolHolidays),
      };
    };
  }

  private async allDaysOff(): Promise<ClosureDays> {
    return [...(await this.workingTime.closureDays()), ...(await this.workingTime.schoolHolidays())];
  }
}
