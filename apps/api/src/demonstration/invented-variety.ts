import { CourseInterestEntity } from '@roundtable/bookings';
import type { NewEvent } from '@roundtable/contracts';
import { CourseEntity, CourseStages, CoursesService } from '@roundtable/courses';
import { AgendaService, EventEntity, EventsService, JoiningsService } from '@roundtable/events';
import { Injectable } from '@nestjs/common';
import { Clock, Database, SYSTEM, addWorkingDays, found, londonDate, londonInstant, newId } from '@roundtable/platform';
import { InventedCrowd } from './invented-crowd';

const DAY_MS = 24 * 3600_000;
/** Of the invented people, those who ask to be told of a date. */
const WHO_ASK = { from: 60, count: 3 };

/** What a programme has beside plain coming events: drafts, an archived course, several sessions, a clash; all invented. */
@Injectable()
export class InventedVariety {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly courses: CoursesService,
    private readonly stages: CourseStages,
    private readonly events: EventsService,
    private readonly agenda: AgendaService,
    private readonly joinings: JoiningsService,
    private readonly crowd: InventedCrowd,
  ) {}

  async make(): Promise<void> {
    const courses = new Map((await this.database.repo(CourseEntity).find()).map(({ code, id }) => [code, id]));
    await this.addCourses(found(courses.get('RPC')));
    await this.addTwoDays(found(courses.get('CCE')));
    await this.addClash(found(courses.get('SR')), found(courses.get('NEG')));
    await this.callOff(found(courses.get('DSLN')));
    await this.sayHowToJoin(found(courses.get('MA')));
    await this.askToBeTold(found(courses.get('CCE')));
  }

  /** A draft that only the office sees, and a course that is no longer run, with what is run instead. */
  private async addCourses(insteadId: string): Promise<void> {
    const draft = { title: 'Trauma-informed supervision', summary: 'Invented: a draft that is still being written.' };
    await this.courses.create(SYSTEM, { ...draft, level: '3', topics: ['Supervision', 'Trauma'] }, true);
    const former = { title: 'Couples in conflict', summary: 'Invented: no longer run.', topics: ['Parental conflict'] };
    const { id } = await this.courses.create(SYSTEM, former, true);
    await this.stages.publish(SYSTEM, id);
    const course = await this.database.repo(CourseEntity).findOneByOrFail({ id });
    await this.stages.archive(SYSTEM, course, [insteadId]);
  }

  /** Two sessions a week apart, the first in a room and the second online, each with its agenda. */
  private async addTwoDays(courseId: string): Promise<void> {
    const first = this.workingDayIn(58);
    const days = [first, this.workingDayIn(65)];
    const venueId = await this.venueOf('WT');
    const event = await this.events.create(
      SYSTEM,
      {
        courseId,
        capacity: 20,
        delivery: 'blended',
        venueId,
        area: 'both',
        sessions: days.map((day) => ({ startsAt: instant(day, '13:00'), endsAt: instant(day, '15:00') })),
        bookingClosesWorkingDays: 3,
      },
      true,
    );
    await this.events.publish(SYSTEM, event.id);
    const [inTheRoom, online] = found((await this.events.sessionsOf([event.id])).get(event.id));
    await this.agenda.replace(SYSTEM, event.id, [
      { sessionId: found(inTheRoom).id, time: '13:00', item: 'How children are drawn in', presenter: null },
      { sessionId: found(inTheRoom).id, time: '14:00', item: 'The piece you hold', presenter: null },
      { sessionId: found(online).id, time: '13:00', item: 'What you tried since, online', presenter: null },
    ]);
  }

  /** A draft in a room that is taken then, so that a clash is warned of. */
  private async addClash(courseId: string, takenById: string): Promise<void> {
    const [taken] = await this.comingOf(takenById);
    const { id, startsAt, venueId, capacity } = found(taken);
    const [session] = found((await this.events.sessionsOf([id])).get(id));
    const wanted: NewEvent = {
      courseId,
      capacity,
      delivery: 'in-person',
      venueId: venueId ?? undefined,
      sessions: [{ startsAt: found(startsAt).toISOString(), endsAt: found(session).endsAt.toISOString() }],
    };
    await this.events.create(SYSTEM, wanted, true);
  }

  private async callOff(courseId: string): Promise<void> {
    const day = this.workingDayIn(45);
    const sessions = [{ startsAt: instant(day, '09:30'), endsAt: instant(day, '11:00') }];
    const event = await this.events.create(SYSTEM, { courseId, capacity: 60, delivery: 'online', sessions }, true);
    await this.events.publish(SYSTEM, event.id);
    await this.events.markCancelled(SYSTEM, event.id, 'Invented: the speaker is ill');
  }

  private async sayHowToJoin(courseId: string): Promise<void> {
    const online = (await this.comingOf(courseId)).find(({ delivery }) => delivery === 'online');
    await this.joinings.change(SYSTEM, found(online).id, {
      platform: 'An invented video service',
      meetingUrl: 'https://meetings.example/managing-allegations',
      testUrl: 'https://meetings.example/test',
    });
  }

  private async askToBeTold(courseId: string): Promise<void> {
    const people = await this.crowd.take(WHO_ASK.from, WHO_ASK.count);
    await this.database.repo(CourseInterestEntity).insert(
      people.map((personId, index) => ({
        id: newId(),
        courseId,
        personId,
        area: index === 0 ? ('county' as const) : null,
        delivery: 'in-person' as const,
        declaredAt: this.clock.now(),
      })),
    );
  }

  private async venueOf(code: string): Promise<string | undefined> {
    const { id } = await this.database.repo(CourseEntity).findOneByOrFail({ code });
    return (await this.comingOf(id)).find(({ venueId }) => venueId !== null)?.venueId ?? undefined;
  }

  private async comingOf(courseId: string): Promise<EventEntity[]> {
    const now = this.clock.now();
    const events = await this.database.repo(EventEntity).find({ where: { courseId }, order: { startsAt: 'ASC' } });
    return events.filter(({ startsAt }) => startsAt !== null && startsAt > now);
  }

  private workingDayIn(days: number): string {
    return addWorkingDays(londonDate(new Date(this.clock.now().getTime() + days * DAY_MS)), 1, []);
  }
}

function instant(day: string, time: string): string {
  const found = londonInstant(day, time);
  if (!found.ok) throw new Error(`${day} ${time} is not a time in London.`);
  return found.instant.toISOString();
}
