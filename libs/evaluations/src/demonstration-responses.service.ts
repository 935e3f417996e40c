import { Injectable } from '@nestjs/common';
import { BookingEntity } from '@roundtable/bookings';
import { EventEntity } from '@roundtable/events';
import { Database, newId } from '@roundtable/platform';
import { In } from 'typeorm';
import { AnswerEntity } from './answer.entity';
import { insertAll } from './bulk-insert';
import { ResponseEntity } from './response.entity';

/** What one invented delegate answered. A stage without ratings was not answered. */
export interface DemonstrationAnswers {
  bookingId: string;
  before?: { sentAt: Date; ratings: Record<string, number> };
  after?: { sentAt: Date; ratings: Record<string, number>; isLate?: boolean };
}

/** Answers of invented people, for the demonstration alone. */
@Injectable()
export class DemonstrationResponses {
  constructor(private readonly database: Database) {}

  /**
   * Puts sent answers in place, marked as demonstration; `ratings` are by the id of the outcome statement. What is
   * there already for a person, event and stage is an error, as seeding starts from nothing.
   */
  async record(answers: readonly DemonstrationAnswers[]): Promise<void> {
    if (answers.length === 0) return;
    await this.database.transaction(async () => {
      const bookings = await this.database.repo(BookingEntity).findBy({ id: In(answers.map((one) => one.bookingId)) });
      const events = await this.database
        .repo(EventEntity)
        .findBy({ id: In(bookings.map((booking) => booking.eventId)) });
      const bookingsById = new Map(bookings.map((booking) => [booking.id, booking]));
      const eventsById = new Map(events.map((event) => [event.id, event]));
      const sent = answers.flatMap(({ bookingId, ...stages }) =>
        (['before', 'after'] as const).flatMap((mode) => {
          const [booking, given] = [bookingsById.get(bookingId), stages[mode]];
          const event = booking && eventsById.get(booking.eventId);
          if (!given) return [];
          if (!booking || !event) throw new Error(`There is no booking ${bookingId} to answer for.`);
          const response = ResponseEntity.ofBooking(booking, event, mode, given.sentAt);
          const isLate = 'isLate' in given && given.isLate === true;
          return [
            {
              response: Object.assign(response, { sentAt: given.sentAt, isLate, isDemonstration: true }),
              ratings: given.ratings,
            },
          ];
        }),
      );
      const rows = sent.flatMap(({ response, ratings }) =>
        Object.entries(ratings).map(([statementId, value]) =>
          Object.assign(new AnswerEntity(), { id: newId(), responseId: response.id, statementId, value }),
        ),
      );
      await insertAll(
        this.database,
        ResponseEntity,
        sent.map(({ response }) => response),
      );
      await insertAll(this.database, AnswerEntity, rows);
    });
  }
}
