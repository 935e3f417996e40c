import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { paths } from '@roundtable/contracts';
import { CourseEntity } from '@roundtable/courses';
import { EventEntity, TrainerAddresses, type TrainerToWriteTo, trainerWindow } from '@roundtable/events';
import {
  CONFIG,
  Clock,
  type ClosureDays,
  type Config,
  Database,
  Jobs,
  type NewMessage,
  Outbox,
  WorkingTime,
  dateInWords,
  filled,
  isMailingTime,
  londonDate,
  startOfLondonDay,
  whenInWords,
} from '@roundtable/platform';
import { momentInWords } from '../booking-words';
import { BookingEntity } from '../booking.entity';
import { RegisterEntity } from '../register.entity';
import { REGISTER_OPEN } from './register-chaser.templates';

const BATCH = 200;
/** After two weeks it is the staff's alone. */
const BEHIND_MS = 14 * 24 * 3_600_000;

interface OpenRegister {
  event: EventEntity;
  courseTitle: string;
}

/** Asks the trainers of an event, once, to close its register: on the working day after the event. */
@Injectable()
export class RegisterChaserJob implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly workingTime: WorkingTime,
    private readonly trainers: TrainerAddresses,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ name: 'bookings.open-registers', everySeconds: 900, run: () => this.run() });
  }

  async run(): Promise<void> {
    const closureDays = await this.workingTime.closureDays();
    if (!isMailingTime(this.clock.now(), closureDays)) return;
    for (let start: string | undefined = ''; start !== undefined;) {
      const open = await this.open(start);
      const byId = new Map(open.map((one) => [one.event.id, one]));
      const trainers = await this.trainers.ofEvents([...byId.keys()]);
      await this.database.transaction(() =>
        this.outbox.writeAll(
          trainers.flatMap((trainer) => {
            const register = byId.get(trainer.eventId);
            return register ? [this.message(trainer, register, closureDays)] : [];
          }),
        ),
      );
      start = open.length < BATCH ? undefined : open.at(-1)?.event.id;
    }
  }

  /** Events that ended before today, with people and without a closed register. */
  private async open(start: string): Promise<OpenRegister[]> {
    const now = this.clock.now();
    const { entities, raw } = await this.database
      .repo(EventEntity)
      .createQueryBuilder('event')
      .innerJoin(CourseEntity, 'course', 'course.id = event.courseId')
      .leftJoin(RegisterEntity, 'register', 'register.eventId = event.id')
      .select('event')
      .addSelect('course.title', 'courseTitle')
      .where("event.status = 'published' AND register.id IS NULL AND event.id > :start", { start })
      .andWhere('event.endsAt < :today AND event.endsAt > :behind', {
        today: startOfLondonDay(londonDate(now)),
        behind: new Date(now.getTime() - BEHIND_MS),
      })
      .andWhere((query) => {
        const people = query
          .subQuery()
          .select('1')
          .from(BookingEntity, 'booking')
          .where("booking.eventId = event.id AND booking.status = 'confirmed'")
          .getQuery();
        return `EXISTS ${people}`;
      })
      .orderBy('event.id')
      .limit(BATCH)
      .getRawAndEntities<{ courseTitle: string }>();
    return entities.map((event, index) => ({ event, courseTitle: raw[index]?.courseTitle ?? '' }));
  }

  private message(
    { id, personId, name, address, hasLink }: TrainerToWriteTo,
    { event, courseTitle }: OpenRegister,
    closureDays: ClosureDays,
  ): NewMessage {
    const { startsAt, endsAt } = event;
    const words = {
      course: courseTitle,
      date: endsAt ? dateInWords(endsAt) : '',
      how: personId === null ? this.wayWithoutAccount(event, hasLink, closureDays) : '',
    };
    return {
      kind: 'register-open',
      regarding: id,
      occurrence: String(endsAt?.getTime()),
      to: { personId, name, address },
      letter: filled(REGISTER_OPEN, words, {
        facts: [
          { label: 'Training', value: courseTitle },
          ...(startsAt && endsAt ? [{ label: 'When', value: whenInWords(startsAt, endsAt) }] : []),
        ],
        ...(personId !== null && { url: `${this.config.publicUrl}${paths.eventIRun({ id: event.id })}` }),
      }),
    };
  }

  /** Only the hash of a mailed link is kept, so it cannot be mailed again; it still works for some days. */
  private wayWithoutAccount({ startsAt, endsAt }: EventEntity, hasLink: boolean, closureDays: ClosureDays): string {
    const until = startsAt && endsAt ? trainerWindow(startsAt, endsAt, closureDays).until : null;
    return hasLink && until && until > this.clock.now()
      ? `Open the link that we mailed you, with the code that we gave you. It works until ${momentInWords(until)}. If you cannot find it, ask the training team for another.`
      : 'Please ask the training team for a link to the register, or tell them who was there.';
  }
}
