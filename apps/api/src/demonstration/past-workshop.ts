import { Injectable } from '@nestjs/common';
import { BookingEntity, RegisterEntity } from '@roundtable/bookings';
import { CourseEntity, OutcomeStatementEntity } from '@roundtable/courses';
import { DemonstrationResponses } from '@roundtable/evaluations';
import { EventEntity } from '@roundtable/events';
import { PeopleService } from '@roundtable/people';
import { Database, found, newId } from '@roundtable/platform';
import { IsNull } from 'typeorm';
import { ComingEvents } from './coming-events';
import { InventedCrowd } from './invented-crowd';
import { pastBooking } from './past-booking';

/** Ratings of eleven invented delegates before and after, first of knowledge, then of confidence. */
const RATINGS: [before: [number, number], after: [number, number]][] = [
  [
    [2, 2],
    [4, 4],
  ],
  [
    [3, 2],
    [4, 3],
  ],
  [
    [2, 3],
    [4, 4],
  ],
  [
    [4, 3],
    [4, 4],
  ],
  [
    [1, 1],
    [3, 4],
  ],
  [
    [3, 3],
    [5, 4],
  ],
  [
    [3, 2],
    [4, 4],
  ],
  [
    [2, 2],
    [4, 3],
  ],
  [
    [4, 4],
    [3, 4],
  ],
  [
    [3, 3],
    [4, 5],
  ],
  [
    [2, 1],
    [3, 3],
  ],
];

const DAY_MS = 24 * 3600_000;
/** Attended without answering afterwards. */
const SILENT = 2;
const FIRST_PERSON = 40;

/** The workshop of 22 May 2024 with invented delegates, so that its report has something to show. */
@Injectable()
export class PastWorkshop {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly responses: DemonstrationResponses,
    private readonly coming: ComingEvents,
    private readonly crowd: InventedCrowd,
  ) {}

  async make(): Promise<void> {
    await this.coming.describe();
    const course = await this.database.repo(CourseEntity).findOneByOrFail({ code: 'MA' });
    const event = found(
      (
        await this.database
          .repo(EventEntity)
          .find({ where: { courseId: course.id }, order: { startsAt: 'ASC' }, take: 1 })
      )[0],
    );
    const { startsAt, endsAt } = event;
    if (!startsAt || !endsAt) throw new Error('The past workshop has no date.');
    const statements = await this.database
      .repo(OutcomeStatementEntity)
      .find({ where: { courseId: course.id, retiredAt: IsNull() }, order: { position: 'ASC' } });
    const rated = (values: [number, number]) =>
      Object.fromEntries(statements.map((statement, index) => [statement.id, values[index] ?? values[0]]));
    const ids = await this.crowd.take(FIRST_PERSON, RATINGS.length + SILENT);
    const bookings: BookingEntity[] = [];
    for (const personId of ids) bookings.push(await this.attend(event, personId, bookings.length + 1));
    await this.responses.record(
      RATINGS.map(([before, after], index) => ({
        bookingId: bookings[index]?.id ?? '',
        before: { sentAt: new Date(startsAt.getTime() - DAY_MS), ratings: rated(before) },
        after: { sentAt: endsAt, ratings: rated(after) },
      })),
    );
    await this.database
      .repo(RegisterEntity)
      .insert({ id: newId(), eventId: event.id, closedAt: endsAt, closedById: null });
    await this.database.repo(EventEntity).update({ id: event.id }, { gate: ids.length });
  }

  private async attend(event: EventEntity, personId: string, queueNumber: number): Promise<BookingEntity> {
    const snapshot = found(await this.people.snapshotOf(personId));
    const booking = pastBooking(event, { personId, snapshot, queueNumber });
    await this.database.repo(BookingEntity).insert(booking);
    return booking;
  }
}
