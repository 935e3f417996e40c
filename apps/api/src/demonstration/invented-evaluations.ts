import { Injectable } from '@nestjs/common';
import { BookingEntity, RegisterEntity, RegisterService } from '@roundtable/bookings';
import { CourseEntity, OutcomeStatementEntity } from '@roundtable/courses';
import { DemonstrationResponses } from '@roundtable/evaluations';
import { EventEntity, EventTrainerEntity, EventsService, TrainerEntity } from '@roundtable/events';
import { PeopleService } from '@roundtable/people';
import { Clock, Database, SYSTEM, addWorkingDays, found, londonDate, londonInstant, newId } from '@roundtable/platform';
import { In, IsNull } from 'typeorm';
import { Chance } from './chance';
import { type Asked, answersOf } from './invented-answers';
import type { FormQuestions } from './invented-forms';
import { InventedCrowd } from './invented-crowd';
import { pastBooking } from './past-booking';

const DAY_MS = 24 * 3600_000;
const SEED = 20240522;

/** An event that is over: of the published programme by its London date, or invented so many days ago. */
interface Plan {
  course: string;
  on?: string;
  daysAgo?: number;
  /** Of the invented people, from which on and how many were there. */
  from: number;
  people: number;
  /** How many of those did not answer before, the first ones, and after, the last ones. */
  silentBefore: number;
  silentAfter: number;
  followedUp: number;
  /** Which version of the form, from 0. */
  version?: number;
  isTracys?: boolean;
}

const PLANS: Plan[] = [
  { course: 'RPC', on: '2024-06-06', from: 2, people: 16, silentBefore: 1, silentAfter: 2, followedUp: 9 },
  { course: 'RPC', on: '2024-09-04', from: 20, people: 14, silentBefore: 2, silentAfter: 1, followedUp: 8 },
  { course: 'RPC', on: '2024-11-05', from: 37, people: 3, silentBefore: 0, silentAfter: 0, followedUp: 2 },
  {
    course: 'PREV',
    on: '2024-11-25',
    from: 30,
    people: 18,
    silentBefore: 2,
    silentAfter: 2,
    followedUp: 10,
    isTracys: true,
  },
  { course: 'SR', on: '2025-01-23', from: 5, people: 13, silentBefore: 1, silentAfter: 2, followedUp: 7 },
  { course: 'DSL', on: '2025-06-30', from: 50, people: 15, silentBefore: 1, silentAfter: 1, followedUp: 9 },
  {
    course: 'RPC',
    daysAgo: 150,
    from: 12,
    people: 14,
    silentBefore: 1,
    silentAfter: 2,
    followedUp: 8,
    version: 1,
  },
];
/** Three weeks ago at most, so that its answers still come in: two of its people were absent, which has a price. */
const RECENT = { course: 'PREV', daysAgo: 16, from: 40, people: 14, absent: 2 };
const RECENT_ANSWERS = { silentBefore: 1, silentAfter: 3, followedUp: 0 };

/** Who was there at past events and what they answered, drawn from one seed, so that reports have figures. */
@Injectable()
export class InventedEvaluations {
  private readonly chance = new Chance(SEED);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly people: PeopleService,
    private readonly crowd: InventedCrowd,
    private readonly events: EventsService,
    private readonly registers: RegisterService,
    private readonly responses: DemonstrationResponses,
  ) {}

  /** Answers the bookings of the latest event, of those who answered after it, whose window is still open. */
  async make(questions: FormQuestions): Promise<string[]> {
    const asked = await this.askedBy(questions);
    for (const plan of PLANS) await this.hold(plan, found(asked.get(plan.course)));
    return this.holdRecent(found(asked.get(RECENT.course)));
  }

  private async hold(plan: Plan, asked: Asked): Promise<void> {
    const event = plan.on ? await this.eventOn(plan.course, plan.on) : await this.add(plan.course, plan.daysAgo ?? 0);
    const bookings = await this.attend(event, plan);
    const { startsAt, endsAt } = event;
    if (!startsAt || !endsAt) throw new Error('A past event has no date.');
    await this.database
      .repo(RegisterEntity)
      .insert({ id: newId(), eventId: event.id, closedAt: endsAt, closedById: null });
    const version = plan.version ?? 0;
    // What a course's newest version asks beside ratings, its first one did not ask yet.
    const likely = version === asked.forms.length - 1 ? asked.likely : null;
    const dated = { ...asked, likely, startsAt, endsAt, formId: found(asked.forms[version]) };
    await this.responses.record(answersOf(bookings, dated, plan, this.chance));
    if (plan.isTracys) await this.putTracyOn(event);
  }

  /** Marked and closed as a trainer would, so that absence has its charge and attendance its completion. */
  private async holdRecent(asked: Asked): Promise<string[]> {
    const event = await this.add(RECENT.course, RECENT.daysAgo, [{ feeType: '*', pence: 0, chargePence: 5000 }]);
    const bookings = await this.attend(event, RECENT);
    const isThere = (_: unknown, index: number) => index < RECENT.people - RECENT.absent;
    await this.registers.mark(
      SYSTEM,
      event.id,
      bookings.map(({ id }, index) => ({
        bookingId: id,
        attendance: isThere(id, index) ? ('present' as const) : ('absent' as const),
      })),
    );
    await this.registers.close(SYSTEM, event.id);
    const { startsAt, endsAt } = event;
    if (!startsAt || !endsAt) throw new Error('A past event has no date.');
    const attended = bookings.filter(isThere);
    const dated = { ...asked, startsAt, endsAt, formId: found(asked.forms[0]) };
    const answers = answersOf(attended, dated, RECENT_ANSWERS, this.chance);
    await this.responses.record(answers);
    return answers.flatMap(({ bookingId, after }) => (after ? [bookingId] : []));
  }

  private async attend(
    event: EventEntity,
    { from, people }: { from: number; people: number },
  ): Promise<BookingEntity[]> {
    const rows: BookingEntity[] = [];
    for (const personId of await this.crowd.known(from, people)) {
      const snapshot = found(await this.people.snapshotOf(personId));
      rows.push(pastBooking(event, { personId, snapshot, queueNumber: rows.length + 1 }));
    }
    await this.database.repo(BookingEntity).insert(rows);
    await this.database.repo(EventEntity).update({ id: event.id }, { gate: rows.length });
    return rows;
  }

  /** An event that nobody can book any more, which only the demonstration can publish. */
  private async add(
    code: string,
    daysAgo: number,
    fees?: { feeType: string; pence: number; chargePence: number }[],
  ): Promise<EventEntity> {
    const { id: courseId } = await this.database.repo(CourseEntity).findOneByOrFail({ code });
    const day = addWorkingDays(londonDate(new Date(this.clock.now().getTime() - (daysAgo + 1) * DAY_MS)), -1, []);
    const [start, end] = [londonInstant(day, '10:00'), londonInstant(day, '11:30')];
    if (!start.ok || !end.ok) throw new Error(`${day} is not a day in London.`);
    const { id } = await this.events.create(
      SYSTEM,
      {
        courseId,
        capacity: 20,
        delivery: 'online',
        sessions: [{ startsAt: start.instant.toISOString(), endsAt: end.instant.toISOString() }],
        ...(fees ? { fees } : {}),
      },
      true,
    );
    await this.database.repo(EventEntity).update({ id }, { status: 'published' });
    return this.database.repo(EventEntity).findOneByOrFail({ id });
  }

  private async eventOn(code: string, day: string): Promise<EventEntity> {
    const { id: courseId } = await this.database.repo(CourseEntity).findOneByOrFail({ code });
    const events = await this.database.repo(EventEntity).findBy({ courseId });
    return found(events.find(({ startsAt }) => startsAt !== null && londonDate(startsAt) === day));
  }

  /** So that the trainer's account has results to read. */
  private async putTracyOn({ id: eventId }: EventEntity): Promise<void> {
    const trainer = await this.database.repo(TrainerEntity).findOneByOrFail({ kind: 'pool' });
    await this.database.repo(EventTrainerEntity).insert({
      id: newId(),
      eventId,
      trainerId: trainer.id,
      answer: 'confirmed',
      part: 'lead',
      minutes: 90,
      linkHash: null,
      codeHash: null,
      linkSentAt: null,
      createdAt: this.clock.now(),
    });
  }

  /** What each course with a form asks, by its code. */
  private async askedBy({ forms, ...questions }: FormQuestions): Promise<Map<string, Asked>> {
    const courses = await this.database.repo(CourseEntity).findBy({ code: In([...forms.keys()]) });
    const statements = await this.database.repo(OutcomeStatementEntity).find({
      where: { courseId: In(courses.map(({ id }) => id)), retiredAt: IsNull() },
      order: { position: 'ASC' },
    });
    return new Map(
      courses.map(({ id, code }): [string, Asked] => [
        code,
        {
          forms: found(forms.get(code)),
          statements: statements.filter(({ courseId }) => courseId === id).map((statement) => statement.id),
          retrospective: code === 'SR' ? 1 : null,
          aware: questions.aware,
          used: questions.used,
          likely: questions.likely.get(code) ?? null,
          helped: questions.helped.get(code) ?? null,
        },
      ]),
    );
  }
}
