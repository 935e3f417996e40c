import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { paths } from '@roundtable/contracts';
import { EventEntity } from '@roundtable/events';
import { PersonEntity } from '@roundtable/people';
import {
  CONFIG,
  Clock,
  type Config,
  Database,
  type FilledTemplate,
  Jobs,
  Links,
  WorkingTime,
  isMailingTime,
  londonDate,
  startOfLondonDay,
} from '@roundtable/platform';
import { In, IsNull } from 'typeorm';
import { type BookingFacts, BookingFactsQueries } from '../booking-facts';
import { BookingPost } from '../booking-post.service';
import { BookingEntity } from '../booking.entity';
import { bookingLetter } from '../mails/booking-template';
import { RegisterEntity } from '../register.entity';
import { RestingSectors } from '../reminders/resting-sectors';
import { MISSED_LINK } from './absence-reasons.service';
import { MISSED } from './missed.templates';
import { type NextChances, NextChancesQueries } from './next-chances.queries';

const BATCH = 200;
const DAY_MS = 24 * 3_600_000;
/** A register closed longer ago is history that was entered late: nobody is asked about it. */
const BEHIND_MS = 60 * DAY_MS;
const ANSWERABLE_MS = 60 * DAY_MS;

/** 'We missed you', the working day after a register was closed, to whoever the register still calls absent then. */
@Injectable()
export class MissedJob implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly workingTime: WorkingTime,
    private readonly resting: RestingSectors,
    private readonly links: Links,
    private readonly factsOf: BookingFactsQueries,
    private readonly chances: NextChancesQueries,
    private readonly post: BookingPost,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ name: 'bookings.missed', everySeconds: 600, run: () => this.run() });
  }

  async run(): Promise<void> {
    if (!isMailingTime(this.clock.now(), await this.workingTime.closureDays())) return;
    for (let found = BATCH; found === BATCH;) {
      const absent = await this.untold();
      found = absent.length;
      await this.tell(absent);
    }
  }

  /** Whoever was absent from an event whose register was closed before today; today is a working day of theirs. */
  private async untold(): Promise<BookingEntity[]> {
    const now = this.clock.now();
    const behind = new Date(now.getTime() - BEHIND_MS);
    return this.database
      .repo(BookingEntity)
      .createQueryBuilder('booking')
      .innerJoin(RegisterEntity, 'register', 'register.eventId = booking.eventId')
      .innerJoin(EventEntity, 'event', 'event.id = booking.eventId')
      .innerJoin(PersonEntity, 'person', 'person.id = booking.personId AND person.email IS NOT NULL')
      .where("booking.status = 'confirmed' AND booking.attendance = 'absent' AND booking.missedToldAt IS NULL")
      .andWhere('register.closedAt < :today AND register.closedAt > :behind AND event.endsAt > :behind', {
        today: startOfLondonDay(londonDate(now)),
        behind,
      })
      .andWhere("event.status = 'published' AND booking.sector NOT IN (:...resting)", {
        resting: ['', ...(await this.resting.today())],
      })
      .orderBy('booking.id')
      .limit(BATCH)
      .getMany();
  }

  /** Only who is still absent and was not told meanwhile: the update decides. */
  private async tell(absent: readonly BookingEntity[]): Promise<void> {
    if (absent.length === 0) return;
    const missedToldAt = this.clock.now();
    const still = { id: In(absent.map(({ id }) => id)), status: 'confirmed', attendance: 'absent' } as const;
    await this.database.transaction(async () => {
      const rows = this.database.repo(BookingEntity);
      await rows.update({ ...still, missedToldAt: IsNull() }, { missedToldAt });
      const told = await rows.findBy({ ...still, missedToldAt });
      const factsOf = await this.factsOf.ofAll(told);
      const chancesOf = await this.chances.ofAll(told);
      const until = new Date(missedToldAt.getTime() + ANSWERABLE_MS);
      const links = await this.links.makeEach(
        MISSED_LINK,
        told.map(({ id }) => id),
        until,
      );
      await this.post.sendAll(
        told.flatMap((booking) => {
          const [facts, chances] = [factsOf.get(booking.id), chancesOf.get(booking.id)];
          if (!facts || !chances) return [];
          const letter = this.letter(facts, chances, links.get(booking.id) ?? '');
          return [{ kind: 'missed', booking, facts, letter, occurrence: '1' }];
        }),
      );
    });
  }

  private letter(facts: BookingFacts, { dates, recordings }: NextChances, token: string): FilledTemplate {
    const { publicUrl } = this.config;
    return bookingLetter(MISSED, facts, `${publicUrl}${paths.missed({ token })}`, {
      nextDates: dates.map(({ words }) => words).join('; '),
      recording: recordings.map(({ id, title }) => `${title}: ${publicUrl}${paths.recording({ id })}`).join('; '),
    });
  }
}
