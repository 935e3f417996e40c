import { Injectable } from '@nestjs/common';
import type { BookingEntity } from '@roundtable/bookings';
import type { EvaluationAnswers, EvaluationFormView } from '@roundtable/contracts';
import type { EventEntity } from '@roundtable/events';
import { type Actor, Clock, Database, Problem, found, isDuplicate, newId } from '@roundtable/platform';
import { AnswerEntity } from './answer.entity';
import { EvaluationFormQueries, type FormFacts } from './evaluation-form.queries';
import { type AnsweringWindow, type Stage, isLate } from './evaluation-windows';
import { evaluationFormView, stateOf } from './evaluation.view';
import { FormLinks } from './form-links.service';
import { checkedRatings } from './rating-rules';
import { ResponseEntity } from './response.entity';

/** What delegates say before an event, after it and at follow-up: the form and the answers. */
@Injectable()
export class EvaluationsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly links: FormLinks,
    private readonly forms: EvaluationFormQueries,
  ) {}

  /** The form behind a link. Refuses a link that is unknown or has expired as not found. Changes nothing. */
  async formByToken(token: string): Promise<EvaluationFormView> {
    return evaluationFormView(await this.behind(token), this.clock.now());
  }

  /** Takes the answers sent by a link, once. Refuses as `formByToken`, and as `answerForBooking`. */
  async answerByToken(token: string, given: EvaluationAnswers): Promise<EvaluationFormView> {
    return this.database.transaction(async () => this.send(await this.behind(token), given));
  }

  /** The form of a booking, for the product's own use: who asks is not looked at. Not found where there is no such booking. */
  async formFor(bookingId: string, stage: Stage): Promise<EvaluationFormView> {
    return evaluationFormView(found(await this.forms.ofBooking(bookingId, stage)), this.clock.now());
  }

  /** The form of the actor's own booking; anybody else's is not found. */
  async formForBooking(actor: Actor, bookingId: string, stage: Stage): Promise<EvaluationFormView> {
    return evaluationFormView(await this.own(actor, bookingId, stage), this.clock.now());
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
    return this.database.transaction(async () => this.send(await this.own(actor, bookingId, stage), given));
  }

  /** Takes the answers that come with a booking, in the booking's transaction. Refuses as `answerForBooking`. */
  async sendBefore(
    actor: Actor,
    bookingId: string,
    answers: EvaluationAnswers['answers'],
  ): Promise<EvaluationFormView> {
    return this.answerForBooking(actor, bookingId, 'before', { answers });
  }

  /** The id of the delegate's response row, made where there is none; two at the same time make one. */
  async ensureResponse(booking: BookingEntity, event: EventEntity, stage: Stage): Promise<string> {
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

  private async behind(token: string): Promise<FormFacts> {
    return found(await this.forms.ofResponse(found(await this.links.responseOf(token))));
  }

  private async own(actor: Actor, bookingId: string, stage: Stage): Promise<FormFacts> {
    const facts = found(await this.forms.ofBooking(bookingId, stage));
    return found(facts.booking.personId === actor.personId ? facts : null);
  }

  private async send(facts: FormFacts, given: EvaluationAnswers): Promise<EvaluationFormView> {
    const now = this.clock.now();
    const window = this.requireOpen(facts, now);
    const ratings = checkedRatings(facts.statements, given.answers);
    const responseId = await this.ensureResponse(facts.booking, facts.event, facts.stage);
    const response = { sentAt: now, isLate: isLate(window, now) };
    const sent = await this.database
      .repo(ResponseEntity)
      .createQueryBuilder()
      .update()
      .set(response)
      .where('id = :responseId AND sent_at IS NULL', { responseId })
      .execute();
    if (!sent.affected) throw new Problem('evaluations.already-sent');
    const answers = [...ratings].map(([statementId, value]) =>
      Object.assign(new AnswerEntity(), { id: newId(), responseId, statementId, value }),
    );
    if (answers.length > 0) await this.database.repo(AnswerEntity).insert(answers);
    const kept = Object.assign(ResponseEntity.ofBooking(facts.booking, facts.event, facts.stage, now), response);
    return evaluationFormView({ ...facts, response: kept, answers }, now);
  }

  private requireOpen(facts: FormFacts, now: Date): AnsweringWindow {
    const state = stateOf(facts, now);
    if (state === 'sent') throw new Problem('evaluations.already-sent');
    if (facts.window && state === 'open') return facts.window;
    const { opensAt, closesAt } = evaluationFormView(facts, now);
    throw new Problem('evaluations.not-open', { detail: { opensAt, closesAt } });
  }
}
