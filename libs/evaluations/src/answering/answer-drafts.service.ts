import { Injectable } from '@nestjs/common';
import type { EvaluationFormView } from '@roundtable/contracts';
import { type Actor, Clock, Database, found, newId } from '@roundtable/platform';
import { EvaluationFormQueries, type FormFacts } from '../evaluation-form.queries';
import type { Stage } from '../evaluation-windows';
import { evaluationFormView } from '../evaluation.view';
import { EvaluationsService } from '../evaluations.service';
import { FormLinks } from '../form-links.service';
import { AnswerDraftEntity } from './answer-draft.entity';

/** One field of a form, as somebody left it. */
export interface DraftField {
  field: string;
  value: string;
}

/** What people typed into a form and have not sent, kept so that a lost connection loses nothing. */
@Injectable()
export class AnswerDraftsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly links: FormLinks,
    private readonly forms: EvaluationFormQueries,
    private readonly evaluations: EvaluationsService,
  ) {}

  /** What was typed behind a link; nothing once it was sent. */
  async byToken(token: string): Promise<DraftField[]> {
    return this.of(found(await this.forms.ofResponse(await this.behind(token))));
  }

  /** What the actor typed for their own booking. */
  async ofBooking(actor: Actor, bookingId: string, stage: Stage): Promise<DraftField[]> {
    return this.of(await this.own(actor, bookingId, stage));
  }

  /** Keeps one field behind a link; nothing typed is nothing kept. Refuses a field that `mayBe` does not know. */
  async keepByToken(token: string, draft: DraftField, mayBe: (form: EvaluationFormView) => string[]): Promise<void> {
    await this.database.transaction(async () =>
      this.keep(found(await this.forms.ofResponse(await this.behind(token))), draft, mayBe),
    );
  }

  /** Keeps one field of the actor's own booking. */
  async keepForBooking(
    actor: Actor,
    at: { bookingId: string; stage: Stage },
    draft: DraftField,
    mayBe: (form: EvaluationFormView) => string[],
  ): Promise<void> {
    await this.database.transaction(async () => this.keep(await this.own(actor, at.bookingId, at.stage), draft, mayBe));
  }

  private async behind(token: string): Promise<string> {
    return found(await this.links.responseOf(token));
  }

  private async own(actor: Actor, bookingId: string, stage: Stage): Promise<FormFacts> {
    const facts = found(await this.forms.ofBooking(bookingId, stage));
    return found(facts.booking.personId === actor.personId ? facts : null);
  }

  private async of({ response }: FormFacts): Promise<DraftField[]> {
    if (!response || response.sentAt) return [];
    const rows = await this.database.repo(AnswerDraftEntity).findBy({ responseId: response.id });
    return rows.map(({ field, value }) => ({ field, value }));
  }

  private async keep(
    facts: FormFacts,
    { field, value }: DraftField,
    mayBe: (form: EvaluationFormView) => string[],
  ): Promise<void> {
    const form = evaluationFormView(facts, this.clock.now());
    // What comes late, after the form was sent, is no longer of use.
    if (form.state !== 'open') return;
    found(mayBe(form).find((name) => name === field));
    const responseId = await this.evaluations.ensureResponse(facts.booking, facts.event, facts.stage);
    const drafts = this.database.repo(AnswerDraftEntity);
    await drafts.delete({ responseId, field });
    if (value !== '') await drafts.insert({ id: newId(), responseId, field, value, savedAt: this.clock.now() });
  }
}
