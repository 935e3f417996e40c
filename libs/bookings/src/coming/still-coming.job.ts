import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { paths } from '@roundtable/contracts';
import { CourseEntity } from '@roundtable/courses';
import { EventEntity, freeCancellationDays, termDatesOf } from '@roundtable/events';
import { PersonEntity } from '@roundtable/people';
import {
  CONFIG,
  Clock,
  type Config,
  Database,
  Jobs,
  Settings,
  WorkingTime,
  isMailingTime,
  londonDate,
} from '@roundtable/platform';
import { In, IsNull } from 'typeorm';
import { BookingFactsQueries } from '../booking-facts';
import { BookingPost } from '../booking-post.service';
import { BookingEntity } from '../booking.entity';
import { bookingLetter } from '../mails/booking-template';
import { byEvent } from '../reminders/by-event';
import { STILL_COMING_DAYS } from '../reminders/reminder-settings';
import { ComingLinks } from './coming-links.service';
import { STILL_COMING } from './coming.templates';
import { askedOn, isHeldBefore } from './coming-rules';

const BATCH = 200;
/** Further ahead than any cut-off lies before its event. */
const AHEAD_MS = 150 * 24 * 3_600_000;

interface Due {
  event: EventEntity;
  /** The London date on which it is asked. */
  on: string;
}

/** Asks everybody with a place whether they can still come, once, some working days before free cancellation ends. */
@Injectable()
export class StillComingJob implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly settings: Settings,
    private readonly workingTime: WorkingTime,
    private readonly factsOf: BookingFactsQueries,
    private readonly post: BookingPost,
    private readonly links: ComingLinks,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ name: 'bookings.still-coming', everySeconds: 600, run: () => this.run() });
  }

  async run(): Promise<void> {
    if (!isMailingTime(this.clock.now(), await this.workingTime.closureDays())) return;
    const due = new Map((await this.due()).map((one) => [one.event.id, one]));
    if (due.size === 0) return;
    for (let start: string | undefined = ''; start !== undefined;) {
      const bookings = await this.unasked([...due.keys()], start);
      const wanted = bookings.filter((booking) => isHeldBefore(due.get(booking.eventId)?.on ?? '', booking));
      for (const [eventId, ofEvent] of byEvent(wanted)) await this.ask(eventId, ofEvent);
      start = bookings.length < BATCH ? undefined : bookings.at(-1)?.id;
    }
  }

  /** Coming events on whose day of asking, or after it, free cancellation still runs. */
  private async due(): Promise<Due[]> {
    const now = this.clock.now();
    const workingDays = await this.settings.read(STILL_COMING_DAYS.name, STILL_COMING_DAYS.usual);
    const closureDays = await this.workingTime.closureDays();
    const { entities, raw } = await this.database
      .repo(EventEntity)
      .createQueryBuilder('event')
      .innerJoin(CourseEntity, 'course', 'course.id = event.courseId')
      .select('event')
      .addSelect('course.freeCancellationWorkingDays', 'courseFreeDays')
      .where("event.status = 'published' AND event.startsAt > :now AND event.startsAt < :until", {
        now,
        until: new Date(now.getTime() + AHEAD_MS),
      })
      .orderBy('event.startsAt')
      .addOrderBy('event.id')
      .getRawAndEntities<{ courseFreeDays: number | null }>();
    return entities.flatMap((event, index) => {
      const freeCancellationWorkingDays = freeCancellationDays(event, {
        freeCancellationWorkingDays: raw[index]?.courseFreeDays ?? null,
      });
      const cutOff = termDatesOf(event, { freeCancellationWorkingDays }, closureDays).freeCancellationUntil;
      if (!cutOff || now >= cutOff) return [];
      const on = askedOn(cutOff, workingDays, closureDays);
      return on <= londonDate(now) ? [{ event, on }] : [];
    });
  }

  private async unasked(eventIds: readonly string[], start: string): Promise<BookingEntity[]> {
    return this.database
      .repo(BookingEntity)
      .createQueryBuilder('booking')
      .innerJoin(PersonEntity, 'person', 'person.id = booking.personId AND person.email IS NOT NULL')
      .where("booking.status = 'confirmed' AND booking.stillComingAskedAt IS NULL")
      .andWhere('booking.eventId IN (:...eventIds) AND booking.id > :start', { eventIds: [...eventIds], start })
      .orderBy('booking.id')
      .limit(BATCH)
      .getMany();
  }

  /** Only who is still confirmed and was not asked meanwhile: the update decides. */
  private async ask(eventId: string, bookings: readonly BookingEntity[]): Promise<void> {
    const stillComingAskedAt = this.clock.now();
    const ids = In(bookings.map(({ id }) => id));
    await this.database.transaction(async () => {
      const rows = this.database.repo(BookingEntity);
      await rows.update({ id: ids, status: 'confirmed', stillComingAskedAt: IsNull() }, { stillComingAskedAt });
      const asked = await rows.findBy({ id: ids, status: 'confirmed', stillComingAskedAt });
      const event = await this.database.repo(EventEntity).findOneByOrFail({ id: eventId });
      const factsOf = await this.factsOf.ofAll(asked);
      const links = await this.links.linksFor([...factsOf.keys()], event);
      await this.post.sendAll(
        asked.flatMap((booking) => {
          const facts = factsOf.get(booking.id);
          if (!facts) return [];
          const url = `${this.config.publicUrl}${paths.coming({ token: links.get(booking.id) ?? '' })}`;
          const letter = bookingLetter(STILL_COMING, facts, url);
          return [{ kind: 'still-coming', booking, facts, letter, occurrence: String(event.startsAt?.getTime()) }];
        }),
      );
    });
  }
}
