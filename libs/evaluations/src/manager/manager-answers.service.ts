import { Injectable } from '@nestjs/common';
import { BookingEntity } from '@roundtable/bookings';
import type { EvaluationAnswers, ManagerQuestionView } from '@roundtable/contracts';
import { CourseEntity } from '@roundtable/courses';
import { EventEntity } from '@roundtable/events';
import { PersonEntity } from '@roundtable/people';
import { Clock, Database, Problem, found, invalid } from '@roundtable/platform';
import { IsNull } from 'typeorm';
import { checkedAnswers } from '../answering/answer-rules';
import { KeptAnswers } from '../answering/kept-answers.service';
import { questionView } from '../evaluation.view';
import { FormLinks } from '../form-links.service';
import type { AskedQuestion } from '../forms/form-rules';
import { FormsQueries } from '../forms/forms.queries';
import { ResponseEntity } from '../response.entity';
import { LineManagerEntity } from './line-manager.entity';

interface QuestionFacts {
  state: ManagerQuestionView['state'];
  response: ResponseEntity;
  delegate: PersonEntity;
  event: EventEntity;
  course: CourseEntity;
  closesAt: Date | null;
  formId: string | null;
  questions: AskedQuestion[];
}

/** What a line manager is asked about one delegate, behind the link in their mail. Nothing that the delegate said is read here. */
@Injectable()
export class ManagerAnswers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly links: FormLinks,
    private readonly forms: FormsQueries,
    private readonly kept: KeptAnswers,
  ) {}

  /** The question behind a link, in the version that was `read` where that is known. Unknown links are not found. Changes nothing. */
  async byToken(token: string, read?: string | null): Promise<ManagerQuestionView> {
    return viewOf(await this.behind(token, read));
  }

  /** Takes the answers, once. Refuses what was sent, what has closed, and answers that are missing, wrong or none at all. */
  async answerByToken(token: string, given: EvaluationAnswers): Promise<ManagerQuestionView> {
    return this.database.transaction(async () => {
      const facts = await this.behind(token, given.formId);
      const { state, response, formId, questions } = facts;
      if (state === 'sent') throw new Problem('evaluations.already-sent');
      if (state === 'closed') throw new Problem('evaluations.not-open');
      const checked = checkedAnswers(questions, given.answers);
      // Scanners of mail send forms without an answer, and that must not use the question up.
      if (checked.scores.length + checked.texts.length === 0) throw invalid({ answers: 'Answer the question' });
      const sent = await this.database
        .repo(ResponseEntity)
        .update({ id: response.id, sentAt: IsNull() }, { sentAt: this.clock.now(), formId });
      if (!sent.affected) throw new Problem('evaluations.already-sent');
      await this.kept.keep(response.id, null, checked);
      return viewOf({ ...facts, state: 'sent' });
    });
  }

  private async behind(token: string, read?: string | null): Promise<QuestionFacts> {
    const id = found(await this.links.managerResponseOf(token));
    const response = found(await this.database.repo(ResponseEntity).findOneBy({ id, mode: 'line-manager' }));
    const { eventId, personId } = response;
    const event = await this.database.repo(EventEntity).findOneByOrFail({ id: eventId });
    const course = await this.database.repo(CourseEntity).findOneByOrFail({ id: event.courseId });
    const delegate = await this.database.repo(PersonEntity).findOneByOrFail({ id: personId });
    const manager = await this.database
      .repo(LineManagerEntity)
      .findOneBy({ uniqueKey: LineManagerEntity.keyOf(eventId, personId) });
    const attended = { eventId, personId, status: 'confirmed', attendance: 'attended' } as const;
    const hasAttended = await this.database.repo(BookingEntity).existsBy(attended);
    const known = read ? await this.forms.published(course.id, read) : null;
    const formId = (known ?? (await this.forms.current(course.id)))?.id ?? null;
    const questions = await this.forms.asked(course.id, formId, 'line-manager');
    const isOpen = manager?.email && manager.closesAt > this.clock.now() && event.status === 'published' && hasAttended;
    const state = response.sentAt ? 'sent' : isOpen && questions.length > 0 ? 'open' : 'closed';
    return { state, response, delegate, event, course, closesAt: manager?.closesAt ?? null, formId, questions };
  }
}

/** Only an open question names anybody. */
function viewOf({ state, delegate, event, course, closesAt, formId, questions }: QuestionFacts): ManagerQuestionView {
  if (state !== 'open')
    return {
      state,
      delegateName: null,
      courseTitle: null,
      startsAt: null,
      closesAt: null,
      questions: [],
      formId: null,
    };
  return {
    state,
    delegateName: delegate.name,
    courseTitle: course.title,
    startsAt: event.startsAt?.toISOString() ?? null,
    closesAt: closesAt?.toISOString() ?? null,
    questions: questions.map((question) => questionView(question, 'line-manager')),
    formId,
  };
}
