import { Injectable } from '@nestjs/common';
import type { QuoteView } from '@roundtable/contracts';
import { type Actor, Audit, Clock, Database, Problem, found } from '@roundtable/platform';
import { TextAnswerEntity } from '../answering/text-answer.entity';
import { ResponseEntity } from '../response.entity';
import { QuotesQueries } from './quotes.queries';

/** Which words are quoted: the coordinator approves, and whoever wrote them may take consent back. */
@Injectable()
export class QuotesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly quotes: QuotesQueries,
  ) {}

  /** Approves a quote or not. Refuses words that are held back, and words whose consent was taken back. */
  async decide(actor: Actor, id: string, isApproved: boolean): Promise<QuoteView> {
    return this.database.transaction(async () => {
      const texts = this.database.repo(TextAnswerEntity);
      const text = found(await texts.findOneBy({ id }));
      const response = await this.database.repo(ResponseEntity).findOneByOrFail({ id: text.responseId });
      const quoteState = isApproved ? 'approved' : 'declined';
      const done = response.quoteConsentAt
        ? await texts.update({ id, state: 'released' }, { quoteState, quoteDecidedAt: this.clock.now() })
        : null;
      if (done?.affected !== 1) throw new Problem('quotes.not-possible');
      await this.audit.record(actor, {
        action: 'quote.decide',
        subjectKind: 'evaluation-text',
        subjectId: id,
        before: { quote: text.quoteState ?? 'waiting' },
        after: { quote: quoteState },
      });
      return this.quotes.one(id);
    });
  }

  /** Takes back the actor's own consent: what was quoted by it is in no later list, page or copy. */
  async withdraw(actor: Actor, responseId: string): Promise<void> {
    await this.database.transaction(async () => {
      const own = { id: responseId, personId: found(actor.personId) };
      found(await this.database.repo(ResponseEntity).findOneBy(own));
      await this.database.repo(ResponseEntity).update(own, { quoteConsentAt: null });
      await this.database.repo(TextAnswerEntity).update({ responseId }, { quoteState: null, quoteDecidedAt: null });
    });
  }
}
