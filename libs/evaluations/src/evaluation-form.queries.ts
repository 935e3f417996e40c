import { Injectable } from '@nestjs/common';
import { BookingEntity } from '@roundtable/bookings';
import { CourseEntity, OutcomeStatementEntity } from '@roundtable/courses';
import { EventEntity } from '@roundtable/events';
import { type ClosureDays, Database } from '@roundtable/platform';
import { In } from 'typeorm';
import { AnswerEntity } from './answer.entity';
import { DelegateClocks } from './delegate-clocks.service';
import { type AnsweringWindow, type Stage, STAGES, answeringWindow } from './evaluation-windows';
import { ResponseEntity } from './response.entity';

/** Everything that decides what a form is and whether it may be answered. */
export interface FormFacts {
  stage: Stage;
  booking: BookingEntity;
  event: EventEntity;
  course: CourseEntity;
  window: AnsweringWindow | null;
  /** Null where nobody asked or answered yet. */
  response: ResponseEntity | null;
  statements: OutcomeStatementEntity[];
  answers: AnswerEntity[];
}

@Injectable()
export class EvaluationFormQueries {
  constructor(
    private readonly database: Database,
    private readonly clocks: DelegateClocks,
  ) {}

  /** The form of a booking at a stage; null where there is no such booking. */
  async ofBooking(bookingId: string, stage: Stage): Promise<FormFacts | null> {
    const booking = await this.database.repo(BookingEntity).findOneBy({ id: bookingId });
    return booking && this.facts(booking, stage);
  }

  /** The form behind a link; null where the response has no booking. A person who booked again answers for the live booking. */
  async ofResponse(responseId: string): Promise<FormFacts | null> {
    const response = await this.database.repo(ResponseEntity).findOneBy({ id: responseId });
    const stage = STAGES.find((known) => known === response?.mode);
    if (!response || !stage) return null;
    const { eventId, personId } = response;
    const bookings = await this.database
      .repo(BookingEntity)
      .find({ where: { eventId, personId }, order: { requestedAt: 'DESC' } });
    const booking = bookings.find((one) => one.isLive) ?? bookings[0];
    return booking ? this.facts(booking, stage) : null;
  }

  private async facts(booking: BookingEntity, stage: Stage): Promise<FormFacts> {
    const { eventId, courseId, personId } = booking;
    const event = await this.database.repo(EventEntity).findOneByOrFail({ id: eventId });
    const course = await this.database.repo(CourseEntity).findOneByOrFail({ id: courseId });
    const responses = await this.database.repo(ResponseEntity).find({
      where: [{ eventId, personId }, ...(booking.replacesId ? [{ bookingId: booking.replacesId, personId }] : [])],
    });
    const response = responseAt(booking, stage, responses);
    const given = await this.answersTo([
      ...responses.filter((one) => one.eventId === eventId),
      ...(response ? [response] : []),
    ]);
    return {
      stage,
      booking,
      event,
      course,
      window: await this.windowAt(booking, event, stage),
      response,
      statements: await this.statements(courseId, new Set(given.map((answer) => answer.statementId))),
      answers: given.filter((answer) => answer.responseId === response?.id),
    };
  }

  /** When a booking's delegate is asked; of the stages only the follow-up goes by school terms. */
  async windowAt(booking: BookingEntity, event: EventEntity, stage: Stage): Promise<AnsweringWindow | null> {
    return windowAt(booking, event, stage, stage === 'follow-up' ? await this.clocks.holidaysOf(booking.sector) : []);
  }

  private async answersTo(responses: ResponseEntity[]): Promise<AnswerEntity[]> {
    if (responses.length === 0) return [];
    return this.database.repo(AnswerEntity).findBy({ responseId: In(responses.map((response) => response.id)) });
  }

  /** The course's statements in their order: retired ones only where this person rated them for this event. */
  private async statements(courseId: string, answered: ReadonlySet<string>): Promise<OutcomeStatementEntity[]> {
    const all = await this.database
      .repo(OutcomeStatementEntity)
      .find({ where: { courseId }, order: { position: 'ASC', id: 'ASC' } });
    return all.filter((statement) => statement.retiredAt === null || answered.has(statement.id));
  }
}

/** `holidays` are the days of school holidays, where the delegate's agency keeps school terms. */
export function windowAt(
  booking: BookingEntity,
  { startsAt, endsAt }: EventEntity,
  stage: Stage,
  holidays: ClosureDays,
): AnsweringWindow | null {
  return answeringWindow(stage, { bookedAt: booking.requestedAt, startsAt, endsAt, holidays });
}

/**
 * What the delegate of a booking said at a stage: for its event, or before the event that they were transferred from.
 * `responses` are theirs for the event and for the booking that this one replaces.
 */
export function responseAt(
  booking: BookingEntity,
  stage: Stage,
  responses: readonly ResponseEntity[],
): ResponseEntity | null {
  const own = responses.find((one) => one.eventId === booking.eventId && one.mode === stage);
  if (own?.sentAt || stage !== 'before' || booking.replacesId === null) return own ?? null;
  const carried = responses.find((one) => one.bookingId === booking.replacesId && one.mode === 'before' && one.sentAt);
  return carried ?? own ?? null;
}
