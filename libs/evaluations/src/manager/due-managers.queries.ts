import { Injectable } from '@nestjs/common';
import { BookingEntity } from '@roundtable/bookings';
import { CourseEntity } from '@roundtable/courses';
import { EventEntity } from '@roundtable/events';
import { PersonEntity } from '@roundtable/people';
import { Clock, Database, WorkingTime } from '@roundtable/platform';
import { In, IsNull, MoreThan, Not } from 'typeorm';
import { DelegateClocks } from '../delegate-clocks.service';
import { FormsQueries } from '../forms/forms.queries';
import { ResponseEntity } from '../response.entity';
import { rowsById } from '../rows-by-id';
import { dueToManager } from './line-manager-rules';
import { LineManagerEntity } from './line-manager.entity';

/** A line manager to whom a mail is due. */
export interface DueManager {
  what: 'question' | 'reminder';
  row: LineManagerEntity;
  email: string;
  booking: BookingEntity;
  event: EventEntity;
  startsAt: Date;
  endsAt: Date;
  course: CourseEntity;
  delegate: PersonEntity;
}

/** To which line managers a mail is due. */
@Injectable()
export class DueManagers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly forms: FormsQueries,
    private readonly clocks: DelegateClocks,
    private readonly workingTime: WorkingTime,
  ) {}

  /** All of them, or those among these rows; in a few queries, however many. Only of delegates who attended. */
  async due(ids?: readonly string[]): Promise<DueManager[]> {
    const now = this.clock.now();
    const rows = await this.database.repo(LineManagerEntity).find({
      where: {
        ...(ids && { id: In([...ids]) }),
        email: Not(IsNull()),
        refusedAt: IsNull(),
        closesAt: MoreThan(now),
      },
      order: { id: 'ASC' },
    });
    if (rows.length === 0) return [];
    const bookings = await this.bookingsOf(rows);
    const responses = await this.responsesOf(rows);
    const delegates = await rowsById(
      this.database,
      PersonEntity,
      rows.map(({ personId }) => personId),
    );
    const events = await rowsById(
      this.database,
      EventEntity,
      rows.map(({ eventId }) => eventId),
    );
    const courses = await rowsById(
      this.database,
      CourseEntity,
      [...events.values()].map(({ courseId }) => courseId),
    );
    const asking = await this.forms.askingManagers([...courses.keys()]);
    const closureDays = await this.workingTime.closureDays();
    const holidays = await this.clocks.holidaysOfEach([...bookings.values()].map(({ sector }) => sector));
    return rows.flatMap((row): DueManager[] => {
      const [booking, event, delegate] = [
        bookings.get(row.uniqueKey),
        events.get(row.eventId),
        delegates.get(row.personId),
      ];
      const course = courses.get(event?.courseId ?? '');
      if (!booking || !event?.startsAt || !event.endsAt || event.status !== 'published' || !course || !delegate)
        return [];
      if (delegate.erasedAt || !asking.has(course.id) || row.email === null) return [];
      const response = responses.get(row.uniqueKey);
      if (response?.sentAt) return [];
      const what = dueToManager(
        {
          askFrom: row.askFrom,
          closesAt: row.closesAt,
          askedAt: response?.askedAt ?? null,
          isReminded: (response?.chasers ?? 0) > 0,
          daysOff: [...closureDays, ...(holidays.get(booking.sector) ?? [])],
        },
        now,
      );
      const { startsAt, endsAt } = event;
      return what ? [{ what, row, email: row.email, booking, event, startsAt, endsAt, course, delegate }] : [];
    });
  }

  private async bookingsOf(rows: readonly LineManagerEntity[]): Promise<Map<string, BookingEntity>> {
    const bookings = await this.database.repo(BookingEntity).findBy({
      eventId: In([...new Set(rows.map(({ eventId }) => eventId))]),
      personId: In([...new Set(rows.map(({ personId }) => personId))]),
      status: 'confirmed',
      attendance: 'attended',
    });
    return new Map(bookings.map((row) => [LineManagerEntity.keyOf(row.eventId, row.personId), row]));
  }

  private async responsesOf(rows: readonly LineManagerEntity[]): Promise<Map<string, ResponseEntity>> {
    const uniqueKey = In(rows.map(({ eventId, personId }) => ResponseEntity.keyOf(eventId, personId, 'line-manager')));
    const responses = await this.database.repo(ResponseEntity).findBy({ uniqueKey });
    return new Map(responses.map((row) => [LineManagerEntity.keyOf(row.eventId, row.personId), row]));
  }
}
