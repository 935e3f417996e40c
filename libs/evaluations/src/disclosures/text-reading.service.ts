import { Injectable } from '@nestjs/common';
import { AgencyEntity } from '@roundtable/agencies';
import type { EvaluationTextView, OpenedTextView, TextDecisionGiven, TextWriterView } from '@roundtable/contracts';
import { PersonEntity } from '@roundtable/people';
import { type Actor, Audit, Clock, Database, Problem, found, invalid, newId } from '@roundtable/platform';
import { TextAnswerEntity } from '../answering/text-answer.entity';
import { LineManagerEntity } from '../manager/line-manager.entity';
import { STATE_AFTER, decisionErrors } from './text-decision-rules';
import { ResponseEntity } from '../response.entity';
import { TextDecisionEntity } from './text-decision.entity';
import { TextListQueries } from './text-list.queries';
import { TextsAbout } from './texts-about.queries';

/** What evaluation readers do with single texts. Each reading and each decision is written down, never what was written. */
@Injectable()
export class TextReadingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly about: TextsAbout,
    private readonly lists: TextListQueries,
  ) {}

  /** What was written. */
  async open(actor: Actor, id: string): Promise<OpenedTextView> {
    return this.database.transaction(async () => {
      const { text, releasedText } = await this.text(id);
      await this.record(actor, 'evaluation-text.read', id);
      return { id, text, releasedText };
    });
  }

  /** Who wrote it: for whoever passes a concern on. */
  async writer(actor: Actor, id: string): Promise<TextWriterView> {
    return this.database.transaction(async () => {
      const [about] = await this.about.of([await this.text(id)]);
      const { response } = found(about);
      const { personId, agencyId } = response;
      const person = await this.database.repo(PersonEntity).findOneByOrFail({ id: personId });
      const agency = agencyId ? await this.database.repo(AgencyEntity).findOneBy({ id: agencyId }) : null;
      await this.record(actor, 'evaluation-text.read-writer', id);
      const who = response.mode === 'line-manager' ? await this.managerOf(response, person.name) : person;
      return { id, name: who.name, email: who.email, agencyName: agency?.name ?? null };
    });
  }

  /** Who wrote about a delegate; the address is known until the question has closed. */
  private async managerOf(
    { eventId, personId }: ResponseEntity,
    delegate: string,
  ): Promise<{ name: string; email: string | null }> {
    const manager = await this.database
      .repo(LineManagerEntity)
      .findOneBy({ uniqueKey: LineManagerEntity.keyOf(eventId, personId) });
    const role = `line manager of ${delegate}`;
    return { name: manager?.name ? `${manager.name}, ${role}` : `The ${role}`, email: manager?.email ?? null };
  }

  /**
   * Records a decision. Refuses one that lacks what it needs, and one about a state that somebody else changed
   * meanwhile. What was approved as a quote is to be approved anew where other words are let through, or none.
   */
  async decide(actor: Actor, id: string, given: TextDecisionGiven): Promise<EvaluationTextView> {
    return this.database.transaction(async () => {
      const row = await this.text(id);
      const now = this.clock.now();
      const errors = decisionErrors(given, row.text, now);
      if (Object.keys(errors).length > 0) throw invalid(errors);
      const { decision, seenState } = given;
      const done = await this.database.repo(TextAnswerEntity).update(
        { id, state: seenState },
        {
          state: STATE_AFTER[decision],
          releasedText: decision === 'detail-removed' ? (given.releasedText?.trim() ?? null) : null,
          decidedAt: now,
          quoteState: null,
          quoteDecidedAt: null,
        },
      );
      if (done.affected !== 1) throw new Problem('evaluation-texts.changed');
      const isPassedOn = decision === 'passed-on';
      const logged = {
        decision,
        passedOnTo: isPassedOn ? (given.passedOnTo?.trim() ?? null) : null,
        passedOnAt: isPassedOn && given.passedOnAt ? new Date(given.passedOnAt) : null,
      };
      const [about] = await this.about.of([row]);
      await this.database.repo(TextDecisionEntity).insert({
        id: newId(),
        textId: id,
        courseId: found(about).course.id,
        signs: row.signs,
        writtenAt: row.createdAt,
        dueAt: row.dueAt,
        decidedAt: now,
        decidedById: actor.personId,
        ...logged,
      });
      await this.record(actor, 'evaluation-text.decide', id, {
        before: { state: seenState },
        after: { state: STATE_AFTER[decision], decision },
      });
      return this.lists.one(id);
    });
  }

  private async text(id: string): Promise<TextAnswerEntity> {
    return found(await this.database.repo(TextAnswerEntity).findOneBy({ id }));
  }

  private record(
    actor: Actor,
    action: string,
    subjectId: string,
    facts: { before?: Record<string, unknown>; after?: Record<string, unknown> } = {},
  ): Promise<void> {
    return this.audit.record(actor, { action, subjectKind: 'evaluation-text', subjectId, ...facts });
  }
}
