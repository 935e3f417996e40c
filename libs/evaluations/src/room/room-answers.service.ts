import { Injectable } from '@nestjs/common';
import { BookingEntity } from '@roundtable/bookings';
import type { EvaluationAnswers, EvaluationFormView } from '@roundtable/contracts';
import { EventEntity } from '@roundtable/events';
import { PeopleService, normalisedEmail } from '@roundtable/people';
import { Clock, Database, Links, Problem, Throttle, found } from '@roundtable/platform';
import { EvaluationFormQueries, type FormFacts } from '../evaluation-form.queries';
import { isLate } from '../evaluation-windows';
import { evaluationFormView, stateOf } from '../evaluation.view';
import { EvaluationsService } from '../evaluations.service';
import { AnsweringRoomEntity } from './answering-room.entity';
import { isRoomOpen } from './room-rules';

/** What links of a room are made for. They are no personal links: what was answered is not shown behind them. */
const LINK = 'evaluation-room';
const LINK_HOURS = 3;
/** A whole room shares one address on the network, and some mistype. */
const WRONG_BY_ADDRESS = 20;
const WRONG_BY_ROOM = 60;
/** Everybody's wrong digits together, so that many addresses cannot try all ten thousand. */
const WRONG_BY_ALL = 300;

/** Answering in the room, by its digits and one's e-mail address. */
@Injectable()
export class RoomAnswersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly links: Links,
    private readonly throttle: Throttle,
    private readonly people: PeopleService,
    private readonly forms: EvaluationFormQueries,
    private readonly evaluations: EvaluationsService,
  ) {}

  /**
   * The secret of a form in this room, open for three hours. Null, and never why, for digits that lead nowhere, an
   * address that has no place, and answers that were sent. Refuses with `request.too-often` who tries too often.
   */
  async enter(digits: string, email: string, from: { address: string }): Promise<string | null> {
    const limits = [
      { what: `room tries from ${from.address}`, limit: WRONG_BY_ADDRESS },
      { what: `room tries at ${digits}`, limit: WRONG_BY_ROOM },
      { what: 'room tries', limit: WRONG_BY_ALL },
    ];
    if (await this.throttle.isSpent(limits)) throw new Problem('request.too-often');
    const facts = await this.factsOf(digits, email);
    if (!facts) {
      for (const { what, limit } of limits) await this.throttle.count(what, limit);
      return null;
    }
    return this.database.transaction(async () => {
      const responseId = await this.evaluations.ensureResponse(facts.booking, facts.event, facts.stage);
      const until = new Date(this.clock.now().getTime() + LINK_HOURS * 3_600_000);
      return this.links.make(LINK, responseId, until);
    });
  }

  /** The form behind a secret of the room, without anything that was answered. */
  async form(token: string, read?: string | null): Promise<EvaluationFormView> {
    return this.withoutAnswers(await this.behind(token, read));
  }

  /** Takes the answers once. Refuses as a personal link does. */
  async answer(token: string, given: EvaluationAnswers): Promise<EvaluationFormView> {
    return this.database.transaction(async () => {
      const facts = await this.behind(token, given.formId);
      const now = this.clock.now();
      const window = this.evaluations.requireOpen(facts, now);
      await this.evaluations.keep(facts, given, { sentAt: now, isLate: isLate(window, now), source: 'room' });
      return this.withoutAnswers(await this.behind(token));
    });
  }

  private withoutAnswers(facts: FormFacts): EvaluationFormView {
    return { ...evaluationFormView(facts, this.clock.now()), answers: [] };
  }

  private async behind(token: string, read?: string | null): Promise<FormFacts> {
    return found(await this.forms.ofResponse(found(await this.links.subjectOf(LINK, token)), read));
  }

  /** The form that is open to this person in this room now: after the training, or before it as long as that is open. */
  private async factsOf(digits: string, email: string): Promise<FormFacts | null> {
    const room = /^\d{4}$/.test(digits) ? await this.database.repo(AnsweringRoomEntity).findOneBy({ digits }) : null;
    const event = room && (await this.database.repo(EventEntity).findOneBy({ id: room.eventId }));
    const person = await this.people.byEmail(normalisedEmail(email) ?? '');
    if (!event || !person || !isRoomOpen(event, this.clock.now())) return null;
    const booking = await this.database
      .repo(BookingEntity)
      .findOneBy({ eventId: event.id, personId: person.id, status: 'confirmed' });
    if (!booking) return null;
    for (const stage of ['after', 'before'] as const) {
      const facts = await this.forms.ofBooking(booking.id, stage);
      if (facts && stateOf(facts, this.clock.now()) === 'open') return facts;
    }
    return null;
  }
}
