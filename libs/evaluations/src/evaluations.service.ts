import { Injectable } from '@nestjs/common';
import type { BookingEntity } from '@roundtable/bookings';
import type { EvaluationAnswers, EvaluationFormView, FormStage } from '@roundtable/contracts';
import type { EventEntity } from '@roundtable/events';
import { type Actor, Clock, Database, Problem, found, isDuplicate } from '@roundtable/platform';
import { checkedAnswers } from './answering/answer-rules';
import { KeptAnswers } from './answering/kept-answers.service';
import { EvaluationFormQueries, type FormFacts } from './evaluation-form.queries';
import { type AnsweringWindow, type Stage, isLate } from './evaluation-windows';
import { evaluationFormView, questionView, stateOf } from './evaluation.view';
import { FormLinks } from './form-links.service';
import { LineManagers } from './manager/line-managers.service';
import { ResponseEntity, type ResponseSource } from './response.entity';

/** What delegates say before an event, after it and at follow-up: the form and the answers. */
@Injectable()
export class EvaluationsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly links: FormLinks,
    private readonly forms: EvaluationFormQueries,
    private readonly kept: KeptAnswers,
    private readonly managers: LineManagers,
  ) {}

  /**
   * The form behind a link, in the version that was `read` where that is known. Refuses a link that is unknown or has
   * expired as not found. Changes nothing.
   */
  async formByToken(token: string, read?: string | null): Promise<EvaluationFormView> {
    return evaluationFormView(await this.behind(token, read), this.clock.now());
  }

  /** Takes the answers sent by a link, once. Refuses as `formByToken`, and as `answerForBooking`. */
  async answerByToken(token: string, given: EvaluationAnswers): Promise<EvaluationFormView> {
    return this.database.transaction(async () => this.send(await this.behind(token, given.formId), given));
  }

  /** The form of a booking, for the product's own use: who asks is not looked at. Not found where there is no such booking. */
  async formFor(bookingId: string, stage: Stage): Promise<EvaluationFormView> {
    return evaluationFormView(found(await this.forms.ofBooking(bookingId, stage)), this.clock.now());
  }

  /** The form of the actor's own booking; anybody else's is not found. */
  async formForBooking(
    actor: Actor,
    bookingId: string,
    stage: Stage,
    read?: string | null,
  ): Promise<EvaluationFormView> {
    return evaluationFormView(await this.own(actor, bookingId, stage, read), this.clock.now());
  }

  /**
   * Takes the actor's answers for their own booking, once. Refuses another person's booking as not found, answers
   * that were sent, a form that is not open, and ratings that are missing or wrong. Joins an outer transaction.
   */
  async answerForBooking(
    actor: Actor,
    bookingId: string,
    stage: Stage,
    given: EvaluationAnswers,
  ): Promise<EvaluationFormView> {
    return this.database.transaction(async () =>
      this.send(await this.own(actor, bookingId, stage, given.formId), given),
    );
  }

  /** What a course asks at a stage of whoever has not answered yet, in the version that was `read` where that is known. */
  async asked(
    courseId: string,
    stage: Stage,
    read?: string | null,
  ): Promise<Pick<EvaluationFormView, 'formId' | 'questions'>> {
    const { formId, questions } = await this.forms.ofCourse(courseId, stage, read);
    return { formId, questions: questions.map((question) => questionView(question, stage)) };
  }

  /** Takes the answers that come with a booking, in the booking's transaction. Refuses as `answerForBooking`. */
  async sendBefore(actor: Actor, bookingId: string, given: EvaluationAnswers): Promise<EvaluationFormView> {
    return this.answerForBooking(actor, bookingId, 'before', given);
  }

  /** The delegate says by link that their line manager is not to be asked. Not found where nobody would be. */
  async refuseManagerByToken(token: string): Promise<EvaluationFormView> {
    return this.database.transaction(async () => this.refuseManager(await this.behind(token)));
  }

  /** The same for the actor's own booking. */
  async refuseManagerForBooking(actor: Actor, bookingId: string): Promise<EvaluationFormView> {
    return this.database.transaction(async () => this.refuseManager(await this.own(actor, bookingId, 'follow-up')));
  }

  /** The id of the delegate's response row, made where there is none; two at the same time make one. */
  async ensureResponse(booking: BookingEntity, event: EventEntity, stage: FormStage): Promise<string> {
    const responses = this.database.repo(ResponseEntity);
    const wanted = ResponseEntity.ofBooking(booking, event, stage, this.clock.now());
    const { uniqueKey } = wanted;
    const there = await responses.findOneBy({ uniqueKey });
    if (there) return there.id;
    try {
      await responses.insert(wanted);
      return wanted.id;
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      return (await responses.findOneByOrFail({ uniqueKey })).id;
    }
  }

  private async behind(token: string, read?: string | null): Promise<FormFacts> {
    return found(await this.forms.ofResponse(found(await this.links.responseOf(token)), read));
  }

  private async own(actor: Actor, bookingId: string, stage: Stage, read?: string | null): Promise<FormFacts> {
    const facts = found(await this.forms.ofBooking(bookingId, stage, read));
    return found(facts.booking.personId === actor.personId ? facts : null);
  }

  private async refuseManager(facts: FormFacts): Promise<EvaluationFormView> {
    const now = this.clock.now();
    found(evaluationFormView(facts, now).lineManager);
    await this.managers.refuse(facts);
    return this.again(facts, now);
  }

  private async send(facts: FormFacts, given: EvaluationAnswers): Promise<EvaluationFormView> {
    const now = this.clock.now();
    const late = isLate(this.requireOpen(facts, now), now);
    const managerEmail = await this.managers.requireAddress(facts, given.managerEmail);
    await this.keep(facts, given, { sentAt: now, isLate: late, source: null });
    await this.managers.hear(facts, managerEmail);
    return this.again(facts, now);
  }

  /** The form as it is now. */
  private async again({ booking, stage }: FormFacts, now: Date): Promise<EvaluationFormView> {
    return evaluationFormView(found(await this.forms.ofBooking(booking.id, stage)), now);
  }

  /**
   * Keeps answers as sent, once, whether or not the form is open: for uses that decide that themselves. Refuses
   * answers that were sent, and what the form does not take. Joins an outer transaction.
   */
  async keep(
    facts: FormFacts,
    given: EvaluationAnswers,
    how: { sentAt: Date; isLate: boolean; source: ResponseSource | null },
  ): Promise<EvaluationFormView> {
    return this.database.transaction(async () => {
      const checked = checkedAnswers(facts.questions, given.answers);
      const mayQuote = given.quoteConsent === true && facts.questions.some(({ kind }) => kind === 'text');
      const response = { ...how, formId: facts.formId, quoteConsentAt: mayQuote ? how.sentAt : null };
      const responseId = await this.sendOnce(facts, facts.stage, response);
      if (!responseId) throw new Problem('evaluations.already-sent');
      const isAskedAboutBefore = checked.ratings.some(({ mode }) => mode === 'retrospective-before');
      const retrospectiveId = isAskedAboutBefore
        ? await this.sendOnce(facts, 'retrospective-before', { ...response, quoteConsentAt: null })
        : null;
      await this.kept.keep(responseId, retrospectiveId, checked);
      const sent = await this.forms.ofBooking(facts.booking.id, facts.stage);
      return evaluationFormView(sent ?? facts, how.sentAt);
    });
  }

  /** The id of the response that was sent by this; null where it was sent before. */
  private async sendOnce(
    { booking, event }: FormFacts,
    mode: FormStage,
    response: Partial<ResponseEntity>,
  ): Promise<string | null> {
    const responseId = await this.ensureResponse(booking, event, mode);
    const sent = await this.database
      .repo(ResponseEntity)
      .createQueryBuilder()
      .update()
      .set(response)
      .where('id = :responseId AND sent_at IS NULL', { responseId })
      .execute();
    return sent.affected ? responseId : null;
  }

  /** When a form that is open now closes. Refuses one that was sent, and one that is not open. */
  requireOpen(facts: FormFacts, now: Date): AnsweringWindow {
    const state = stateOf(facts, now);
    if (state === 'sent') throw new Problem('evaluations.already-sent');
    if (facts.window && state === 'open') return facts.window;
    const { opensAt, closesAt } = evaluationFormView(facts, now);
    throw new Problem('evaluations.not-open', { detail: { opensAt, closesAt } });
  }
}
