import { Injectable } from '@nestjs/common';
import { BookingEntity } from '@roundtable/bookings';
import type { MeasurementMode } from '@roundtable/contracts';
import { EventEntity } from '@roundtable/events';
import { Database, found, newId } from '@roundtable/platform';
import { In } from 'typeorm';
import { AnswerEntity } from './answer.entity';
import { QuestionAnswerEntity } from './answering/question-answer.entity';
import { insertAll } from './bulk-insert';
import { ResponseEntity } from './response.entity';

/** What one invented delegate answered at one stage. */
export interface DemonstrationStage {
  sentAt: Date;
  /** By the id of the outcome statement. */
  ratings: Record<string, number>;
  /** By the id of the question: a number, or 1 for yes and 0 for no. */
  scores?: Record<string, number>;
  /** The version of the form; a course without one asks its statements. */
  formId?: string;
  isLate?: boolean;
}

/** What one invented delegate answered. A stage that is not there was not answered. */
export interface DemonstrationAnswers extends Partial<Record<MeasurementMode, DemonstrationStage>> {
  bookingId: string;
}

const MODES = ['before', 'after', 'retrospective-before', 'follow-up'] as const satisfies readonly MeasurementMode[];

/** Answers of invented people, for the demonstration alone. */
@Injectable()
export class DemonstrationResponses {
  constructor(private readonly database: Database) {}

  /**
   * Puts sent answers in place, marked as demonstration. What is there already for a person, event and stage is an
   * error, as seeding starts from nothing.
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
      const sent = answers.flatMap(({ bookingId, ...stages }) => {
        const booking = bookingsById.get(bookingId);
        if (!booking) throw new Error(`There is no booking ${bookingId} to answer for.`);
        return MODES.flatMap((mode) => {
          const given = stages[mode];
          return given
            ? [{ given, response: responseOf(booking, found(eventsById.get(booking.eventId)), mode, given) }]
            : [];
        });
      });
      await insertAll(
        this.database,
        ResponseEntity,
        sent.map(({ response }) => response),
      );
      const ratings = sent.flatMap(({ response, given }) =>
        Object.entries(given.ratings).map(([statementId, value]) =>
          Object.assign(new AnswerEntity(), { id: newId(), responseId: response.id, statementId, value }),
        ),
      );
      const scores = sent.flatMap(({ response, given }) =>
        Object.entries(given.scores ?? {}).map(([questionId, value]) =>
          Object.assign(new QuestionAnswerEntity(), { id: newId(), responseId: response.id, questionId, value }),
        ),
      );
      await insertAll(this.database, AnswerEntity, ratings);
      await insertAll(this.database, QuestionAnswerEntity, scores);
    });
  }
}

function responseOf(
  booking: BookingEntity,
  event: EventEntity,
  mode: MeasurementMode,
  { sentAt, formId, isLate = false }: DemonstrationStage,
): ResponseEntity {
  const response = ResponseEntity.ofBooking(booking, event, mode, sentAt);
  return Object.assign(response, { sentAt, formId: formId ?? null, isLate, isDemonstration: true });
}
