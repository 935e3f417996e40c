import { Injectable } from '@nestjs/common';
import { BookingEntity } from '@roundtable/bookings';
import { CourseEntity } from '@roundtable/courses';
import { EventEntity } from '@roundtable/events';
import { type ClosureDays, Database } from '@roundtable/platform';
import { In } from 'typeorm';
import { AnswerEntity } from './answer.entity';
import { KeptAnswers } from './answering/kept-answers.service';
import type { QuestionAnswerEntity } from './answering/question-answer.entity';
import { DelegateClocks } from './delegate-clocks.service';
import { type AnsweringWindow, type Stage, STAGES, answeringWindow } from './evaluation-windows';
import type { AskedQuestion } from './forms/form-rules';
import { FormsQueries } from './forms/forms.queries';
import { LineManagerQueries, type ManagerStanding } from './manager/line-manager.queries';
import { AnsweringRoomEntity } from './room/answering-room.entity';
import { openedFrom } from './room/room-rules';
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
  /** The version of the form that these questions are of; null where the course asks its statements. */
  formId: string | null;
  questions: AskedQuestion[];
  answers: AnswerEntity[];
  scores: QuestionAnswerEntity[];
  /** At follow-up, where the course asks line managers. */
  lineManager: ManagerStanding | null;
}

@Injectable()
export class EvaluationFormQueries {
  constructor(
    private readonly database: Database,
    private readonly forms: FormsQueries,
    private readonly kept: KeptAnswers,
    private readonly clocks: DelegateClocks,
    private readonly managers: LineManagerQueries,
  ) {}

  /**
   * The form of a booking at a stage; null where there is no such booking. `read` is the version that whoever answers
   * has before them, where that is known: null for the course's statements. What was sent stays on its own version.
   */
  async ofBooking(bookingId: string, stage: Stage, read?: string | null): Promise<FormFacts | null> {
    const booking = await this.database.repo(BookingEntity).findOneBy({ id: bookingId });
    return booking && this.facts(booking, stage, read);
  }

  /** The form behind a link; null where the response has no booking. A person who booked again answers for the live booking. */
  async ofResponse(responseId: string, read?: string | null): Promise<FormFacts | null> {
    const response = await this.database.repo(ResponseEntity).findOneBy({ id: responseId });
    const stage = STAGES.find((known) => known === response?.mode);
    if (!response || !stage) return null;
    const { eventId, personId } = response;
    const bookings = await this.database
      .repo(BookingEntity)
      .find({ where: { eventId, personId }, order: { requestedAt: 'DESC' } });
    const booking = bookings.find((one) => one.isLive) ?? bookings[0];
    return booking ? this.facts(booking, stage, read) : null;
  }

  /** What a course asks at a stage of whoever has not answered yet. */
  async ofCourse(
    courseId: string,
    stage: Stage,
    read?: string | null,
  ): Promise<Pick<FormFacts, 'formId' | 'questions'>> {
    const formId = await this.versionFor(courseId, read);
    return { formId, questions: await this.forms.asked(courseId, formId, stage) };
  }

  private async facts(booking: BookingEntity, stage: Stage, read?: string | null): Promise<FormFacts> {
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
    const formId = response?.sentAt ? response.formId : await this.versionFor(courseId, read);
    const rated = new Set(given.map((answer) => answer.statementId));
    const window = await this.windowAt(booking, event, stage);
    return {
      stage,
      booking,
      event,
      course,
      window,
      response,
      formId,
      questions: await this.forms.asked(courseId, formId, stage, rated),
      answers: given.filter((answer) => answer.responseId === response?.id),
      scores: response?.sentAt ? await this.kept.scoresOf([response.id]) : [],
      lineManager: stage === 'follow-up' ? await this.managers.standing(booking, window) : null,
    };
  }

  /**
   * When a booking's delegate is asked; of the stages only the follow-up goes by school terms, and only the form after
   * the training may be opened in the room before its time.
   */
  async windowAt(booking: BookingEntity, event: EventEntity, stage: Stage): Promise<AnsweringWindow | null> {
    const holidays = stage === 'follow-up' ? await this.clocks.holidaysOf(booking.sector) : [];
    const window = windowAt(booking, event, stage, holidays);
    return stage === 'after' ? this.openedEarly(window, event.id) : window;
  }

  /** A window of the form after the training, from when it was opened in the room. */
  async openedEarly(window: AnsweringWindow | null, eventId: string): Promise<AnsweringWindow | null> {
    if (!window) return null;
    const room = await this.database.repo(AnsweringRoomEntity).findOneBy({ eventId });
    return openedFrom(window, room?.openedAt);
  }

  private async versionFor(courseId: string, read: string | null | undefined): Promise<string | null> {
    if (read === null) return null;
    const known = read === undefined ? null : await this.forms.published(courseId, read);
    return (known ?? (await this.forms.current(courseId)))?.id ?? null;
  }

  private async answersTo(responses: ResponseEntity[]): Promise<AnswerEntity[]> {
    if (responses.length === 0) return [];
    return this.database.repo(AnswerEntity).findBy({ responseId: In(responses.map((response) => response.id)) });
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
