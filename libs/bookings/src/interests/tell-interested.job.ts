import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { paths } from '@roundtable/contracts';
import { CourseEntity } from '@roundtable/courses';
import { EventEntity, VenueEntity } from '@roundtable/events';
import { PersonEntity } from '@roundtable/people';
import {
  CONFIG,
  Clock,
  type Config,
  Database,
  Jobs,
  Outbox,
  dateInWords,
  filled,
  isDuplicate,
  newId,
  whenInWords,
} from '@roundtable/platform';
import { BookingEntity } from '../booking.entity';
import { CourseInterestDateEntity } from './course-interest-date.entity';
import { CourseInterestEntity } from './course-interest.entity';
import { COURSE_DATE } from './interest.templates';

const BATCH = 200;

interface NewDate {
  interestId: string;
  event: EventEntity;
  title: string;
  venue: string | null;
  person: { id: string; name: string; email: string | null };
}

/** Tells everybody who asked, once for each date that a course gets and that suits them. */
@Injectable()
export class TellInterestedJob implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ name: 'bookings.tell-interested', everySeconds: 60, run: () => this.run() });
  }

  async run(): Promise<void> {
    for (let found = BATCH; found === BATCH;) {
      const dates = await this.untold();
      found = dates.length;
      for (const date of dates) await this.tell(date);
    }
  }

  /** Published dates to come that suit somebody who asked, and that they neither know of nor hold a place on. */
  private async untold(): Promise<NewDate[]> {
    const { entities, raw } = await this.database
      .repo(EventEntity)
      .createQueryBuilder('event')
      .innerJoin(CourseEntity, 'course', "course.id = event.courseId AND course.status = 'published'")
      .innerJoin(CourseInterestEntity, 'interest', 'interest.courseId = event.courseId')
      .innerJoin(PersonEntity, 'person', 'person.id = interest.personId')
      .leftJoin(VenueEntity, 'venue', 'venue.id = event.venueId')
      .leftJoin(CourseInterestDateEntity, 'known', 'known.interestId = interest.id AND known.eventId = event.id')
      .leftJoin(
        BookingEntity,
        'booking',
        'booking.personId = interest.personId AND booking.courseId = interest.courseId AND booking.liveCourseKey IS NOT NULL',
      )
      .where("event.status = 'published' AND event.startsAt > :now", { now: this.clock.now() })
      .andWhere('known.id IS NULL AND booking.id IS NULL')
      .andWhere('(interest.delivery IS NULL OR interest.delivery = event.delivery)')
      .andWhere(
        "(interest.area IS NULL OR interest.area = 'both' OR event.area IS NULL OR event.area = 'both' OR event.area = interest.area)",
      )
      .select('event')
      .addSelect(['interest.id AS interestId', 'course.title AS title', 'venue.name AS venue'])
      .addSelect(['person.id AS personId', 'person.name AS personName', 'person.email AS email'])
      .orderBy('event.startsAt', 'ASC')
      .addOrderBy('interest.id', 'ASC')
      .limit(BATCH)
      .getRawAndEntities<Record<'interestId' | 'title' | 'venue' | 'personId' | 'personName' | 'email', string>>();
    const events = new Map(entities.map((event) => [event.id, event]));
    return raw.flatMap((row) => {
      const event = events.get((row as unknown as { event_id: string }).event_id);
      const person = { id: row.personId, name: row.personName, email: row.email };
      return event ? [{ interestId: row.interestId, event, title: row.title, venue: row.venue, person }] : [];
    });
  }

  /** Another process may be telling the same; whoever keeps it first writes the mail. */
  private async tell({ interestId, event, title, venue, person }: NewDate): Promise<void> {
    const date = { id: newId(), interestId, eventId: event.id, toldAt: this.clock.now() };
    try {
      await this.database.transaction(async () => {
        await this.database.repo(CourseInterestDateEntity).insert(date);
        if (person.email === null || event.startsAt === null || event.endsAt === null) return;
        await this.outbox.write({
          kind: 'course-date',
          regarding: interestId,
          occurrence: event.id,
          to: { personId: person.id, name: person.name, address: person.email },
          letter: filled(
            COURSE_DATE,
            {
              course: title,
              date: dateInWords(event.startsAt),
              stopUrl: `${this.config.publicUrl}${paths.myTraining}`,
            },
            {
              facts: [
                { label: 'Course', value: title },
                { label: 'When', value: whenInWords(event.startsAt, event.endsAt) },
                { label: 'Where', value: event.delivery === 'online' ? 'Online' : (venue ?? 'Venue to be confirmed') },
              ],
              url: `${this.config.publicUrl}${paths.event({ id: event.id })}`,
            },
          ),
        });
      });
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  }
}
