import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventEntity, JoiningsService } from '@roundtable/events';
import { PersonEntity } from '@roundtable/people';
import { Clock, Database, Jobs, Settings, WorkingTime, isMailingTime } from '@roundtable/platform';
import { Between } from 'typeorm';
import { BookingEntity } from '../booking.entity';
import { knownSince } from '../coming/coming-rules';
import { byEvent } from '../reminders/by-event';
import { JOINING_DAYS } from '../reminders/reminder-settings';
import { type JoiningDue, joiningDue, latestStartDue } from './joining-due';
import { JoiningInstructions } from './joining-instructions.service';

const BATCH = 500;
const DAY_MS = 24 * 3_600_000;

/** Joining instructions some working days before the first session; at once for whoever gets a place later. */
@Injectable()
export class JoiningJob implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly settings: Settings,
    private readonly workingTime: WorkingTime,
    private readonly joinings: JoiningsService,
    private readonly instructions: JoiningInstructions,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ name: 'bookings.joining', everySeconds: 60, run: () => this.run() });
  }

  async run(): Promise<void> {
    const now = this.clock.now();
    const due = await this.due(now);
    if (due.size === 0) return;
    const isOpen = isMailingTime(now, await this.workingTime.closureDays());
    for (let start: string | undefined = ''; start !== undefined;) {
      const bookings = await this.untold([...due.keys()], start);
      const wanted = bookings.filter((booking) => {
        const terms = due.get(booking.eventId);
        return terms && isWanted(booking, terms, isOpen);
      });
      for (const [eventId, ofEvent] of byEvent(wanted))
        await this.instructions.sendDue(
          eventId,
          ofEvent.map(({ id }) => id),
          due.get(eventId)?.notToldSince ?? now,
        );
      start = bookings.length < BATCH ? undefined : bookings.at(-1)?.id;
    }
  }

  /** Coming events whose instructions are due; online ones only once they say how they are joined. */
  private async due(now: Date): Promise<Map<string, JoiningDue>> {
    const workingDays = await this.settings.read(JOINING_DAYS.name, JOINING_DAYS.usual);
    const closureDays = await this.workingTime.closureDays();
    const events = (
      await this.database.repo(EventEntity).find({
        where: { status: 'published', startsAt: Between(now, latestStartDue(now, workingDays, closureDays)) },
        order: { startsAt: 'ASC' },
      })
    ).filter((event) => !event.hasStarted(now));
    const joinings = await this.joinings.ofEach(events.map(({ id }) => id));
    const saysHow = ({ id, delivery }: EventEntity): boolean => {
      const joining = joinings.get(id);
      return delivery !== 'online' || Boolean(joining?.meetingUrl ?? joining?.dialIn);
    };
    return new Map(
      events.filter(saysHow).flatMap(({ id, startsAt }) => {
        const terms = startsAt && joiningDue(startsAt, workingDays, closureDays);
        return terms && terms.from <= now ? [[id, terms]] : [];
      }),
    );
  }

  private untold(eventIds: readonly string[], start: string): Promise<BookingEntity[]> {
    return this.database
      .repo(BookingEntity)
      .createQueryBuilder('booking')
      .innerJoin(PersonEntity, 'person', 'person.id = booking.personId AND person.email IS NOT NULL')
      .where("booking.status = 'confirmed' AND booking.walkedInAt IS NULL")
      .andWhere('(booking.joiningToldAt IS NULL OR booking.joiningToldAt < :recently)', {
        recently: new Date(this.clock.now().getTime() - DAY_MS),
      })
      .andWhere('booking.eventId IN (:...eventIds) AND booking.id > :start', { eventIds: [...eventIds], start })
      .orderBy('booking.id')
      .limit(BATCH)
      .getMany();
  }
}

/** Outside mailing time only who got to know of their place after the others were told. */
function isWanted(booking: BookingEntity, { from, notToldSince }: JoiningDue, isOpen: boolean): boolean {
  if (booking.joiningToldAt !== null && booking.joiningToldAt >= notToldSince) return false;
  return isOpen || knownSince(booking) > from;
}
