import { Inject, Injectable } from '@nestjs/common';
import { BookingEntity, RegisterEntity } from '@roundtable/bookings';
import { paths } from '@roundtable/contracts';
import { CourseEntity } from '@roundtable/courses';
import { EventEntity } from '@roundtable/events';
import { PersonEntity } from '@roundtable/people';
import { CONFIG, Clock, type Config, Database, Outbox, Settings } from '@roundtable/platform';
import { In, type ObjectLiteral } from 'typeorm';
import { afterLetter } from './evaluation.mails';
import { windowAt } from './evaluation-form.queries';
import { EvaluationsService } from './evaluations.service';
import { FRONT_DOOR } from './front-door.setting';
import { ResponseEntity } from './response.entity';

/** How many are invited in one round; the rest come in the next. */
const ROUND = 500;
const HALF_HOUR_MS = 30 * 60_000;
/** No event that ended longer ago can still be open: six weeks, and the hour by which the clocks may have changed. */
const LONGEST_OPEN_MS = (6 * 7 * 24 + 1) * 3_600_000;

/** Invitations to answer after an event. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly settings: Settings,
    private readonly evaluations: EvaluationsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Invites everybody who may answer now and was not asked yet, once: a confirmed booking of a published event whose
   * questions are open; once the register is closed, only who was there. Somebody without e-mail is counted as asked
   * and gets no mail. Answers how many were asked.
   */
  async inviteAfter(): Promise<number> {
    const bookings = await this.candidates();
    const events = await this.byId(
      EventEntity,
      bookings.map((booking) => booking.eventId),
    );
    const courses = await this.byId(
      CourseEntity,
      bookings.map((booking) => booking.courseId),
    );
    const people = await this.byId(
      PersonEntity,
      bookings.map((booking) => booking.personId),
    );
    const frontDoor = await this.settings.read<string | null>(FRONT_DOOR.name, FRONT_DOOR.usual);
    for (const booking of bookings) {
      const [event, course, person] = [
        events.get(booking.eventId),
        courses.get(booking.courseId),
        people.get(booking.personId),
      ];
      if (event && course && person) await this.inviteOne({ booking, event, course, person, frontDoor });
    }
    return bookings.length;
  }

  private async candidates(): Promise<BookingEntity[]> {
    const now = this.clock.now();
    const window = {
      opened: new Date(now.getTime() + HALF_HOUR_MS),
      stillOpen: new Date(now.getTime() - LONGEST_OPEN_MS),
    };
    const bookings = await this.database
      .repo(BookingEntity)
      .createQueryBuilder('booking')
      .innerJoin(EventEntity, 'event', 'event.id = booking.eventId')
      .leftJoin(RegisterEntity, 'register', 'register.eventId = booking.eventId')
      .leftJoin(
        ResponseEntity,
        'response',
        "response.eventId = booking.eventId AND response.personId = booking.personId AND response.mode = 'after'",
      )
      .where("booking.status = 'confirmed' AND event.status = 'published'")
      .andWhere('event.endsAt <= :opened AND event.endsAt > :stillOpen', window)
      .andWhere("(register.id IS NULL OR booking.attendance IN ('attended', 'partly_attended'))")
      .andWhere('response.id IS NULL')
      .orderBy('booking.id')
      .limit(ROUND)
      .getMany();
    return bookings;
  }

  private async inviteOne(asked: {
    booking: BookingEntity;
    event: EventEntity;
    course: CourseEntity;
    person: PersonEntity;
    frontDoor: string | null;
  }): Promise<void> {
    const { booking, event, course, person, frontDoor } = asked;
    const { startsAt, endsAt } = event;
    const window = windowAt(booking, event, 'after');
    if (!startsAt || !endsAt || !window) return;
    await this.database.transaction(async () => {
      const token = await this.evaluations.invite(booking, event, 'after');
      if (!person.email || !token) return;
      const url = this.config.publicUrl + paths.evaluation({ token });
      await this.outbox.write({
        kind: 'evaluation-after',
        regarding: booking.id,
        occurrence: '1',
        to: { personId: person.id, name: person.name, address: person.email },
        letter: afterLetter({ courseTitle: course.title, startsAt, endsAt, closesAt: window.closesAt, url, frontDoor }),
      });
    });
  }

  private async byId<Row extends ObjectLiteral & { id: string }>(
    entity: new () => Row,
    ids: string[],
  ): Promise<Map<string, Row>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.repo<{ id: string }>(entity).findBy({ id: In([...new Set(ids)]) });
    return new Map(rows.map((row) => [row.id, row as Row]));
  }
}
