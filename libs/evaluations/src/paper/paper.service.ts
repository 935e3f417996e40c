import { Injectable } from '@nestjs/common';
import type { PaperAnswers, PaperFormView, PaperPersonView } from '@roundtable/contracts';
import { CourseEntity } from '@roundtable/courses';
import { EventQueries } from '@roundtable/events';
import { type Actor, Audit, Clock, Database, Problem, found } from '@roundtable/platform';
import { EvaluationFormQueries } from '../evaluation-form.queries';
import { answeringWindow } from '../evaluation-windows';
import { questionView } from '../evaluation.view';
import { EvaluationsService } from '../evaluations.service';
import { peopleOfEvent } from '../people-of-event';
import { ResponseEntity } from '../response.entity';
import { paperTime } from './paper-rules';

type PaperStage = PaperFormView['stage'];

/** Forms that were filled in on paper, typed in by staff: who has answered is seen, never what. */
@Injectable()
export class PaperService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly events: EventQueries,
    private readonly forms: EvaluationFormQueries,
    private readonly evaluations: EvaluationsService,
  ) {}

  /** What is printed and typed in for an event, and everybody confirmed, by name; once the register is closed, who was there. */
  async of(actor: Actor, eventId: string, stage: PaperStage): Promise<PaperFormView> {
    const event = await this.events.byId(actor, eventId);
    const course = await this.database.repo(CourseEntity).findOneByOrFail({ id: event.courseId });
    const { formId, questions } = await this.forms.ofCourse(event.courseId, stage);
    const times = { bookedAt: event.createdAt, startsAt: event.startsAt, endsAt: event.endsAt };
    const after = await this.forms.openedEarly(answeringWindow('after', times), eventId);
    const own = stage === 'after' ? after : answeringWindow(stage, times);
    const time = paperTime(own, after, this.clock.now());
    return {
      eventId,
      courseTitle: course.title,
      startsAt: event.startsAt?.toISOString() ?? null,
      stage,
      formId,
      questions: questions.map((question) => questionView(question, stage)),
      people: await this.people(eventId, stage),
      isOpen: time.isOpen && event.status === 'published',
    };
  }

  /**
   * Keeps what stands on a delegate's sheet. Refuses a booking that is not confirmed or does not take place, answers
   * that were sent, and what the form does not take. The audit log says that it was typed in, and by whom.
   */
  async type(actor: Actor, bookingId: string, { stage, ...given }: PaperAnswers): Promise<void> {
    await this.database.transaction(async () => {
      const facts = found(await this.forms.ofBooking(bookingId, stage, given.formId));
      const { booking, event } = facts;
      const now = this.clock.now();
      const time = paperTime(facts.window, await this.forms.windowAt(booking, event, 'after'), now);
      if (facts.response?.sentAt) throw new Problem('evaluations.already-sent');
      if (!time.isOpen || booking.status !== 'confirmed' || event.status !== 'published')
        throw new Problem('evaluations.not-open');
      await this.evaluations.keep(facts, given, { sentAt: now, isLate: time.isLate, source: 'paper' });
      await this.audit.record(actor, {
        action: 'evaluation.type-in',
        subjectKind: 'booking',
        subjectId: bookingId,
        after: { stage, source: 'paper' },
      });
    });
  }

  private async people(eventId: string, stage: PaperStage): Promise<PaperPersonView[]> {
    const rows = await peopleOfEvent(this.database, eventId)
      .leftJoin(
        ResponseEntity,
        'response',
        'response.eventId = booking.eventId AND response.personId = booking.personId AND response.mode = :stage AND response.sentAt IS NOT NULL',
        { stage },
      )
      .addSelect(['booking.reference AS reference', 'response.id AS responseId'])
      .getRawMany<Omit<PaperPersonView, 'hasAnswered'> & { responseId: string | null }>();
    return rows.map(({ responseId, ...person }) => ({ ...person, hasAnswered: responseId !== null }));
  }
}
