import { Injectable } from '@nestjs/common';
import { type Actor, Clock, Database } from '@roundtable/platform';
import type { TextDecisionGiven } from '@roundtable/contracts';
import { KeptAnswers } from './answering/kept-answers.service';
import { TextAnswerEntity } from './answering/text-answer.entity';
import { QuotesService } from './disclosures/quotes.service';
import { TextReadingService } from './disclosures/text-reading.service';
import { ResponseEntity } from './response.entity';

/** What one invented delegate wrote after an event, and what became of it. */
export interface DemonstrationText {
  bookingId: string;
  questionId: string;
  text: string;
  /** They allow that it is quoted. */
  mayBeQuoted?: boolean;
  /** Left out where it is still held back. */
  decision?: Omit<TextDecisionGiven, 'seenState'>;
  /** The coordinator approved it as a quote. */
  isQuoted?: boolean;
}

/** Words of invented people: kept, told of, decided and quoted as those of anybody, for the demonstration alone. */
@Injectable()
export class DemonstrationTexts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly kept: KeptAnswers,
    private readonly reading: TextReadingService,
    private readonly quotes: QuotesService,
  ) {}

  /** Adds words to the answers after the event that were put in place before; `reader` decides what is decided. */
  async write(reader: Actor, coordinator: Actor, texts: readonly DemonstrationText[]): Promise<void> {
    await this.database.transaction(async () => {
      for (const one of texts) await this.writeOne(reader, coordinator, one);
    });
  }

  private async writeOne(reader: Actor, coordinator: Actor, one: DemonstrationText): Promise<void> {
    const { bookingId, questionId, text, decision } = one;
    const response = await this.database.repo(ResponseEntity).findOneByOrFail({ bookingId, mode: 'after' });
    if (one.mayBeQuoted)
      await this.database.repo(ResponseEntity).update({ id: response.id }, { quoteConsentAt: this.clock.now() });
    await this.kept.keep(response.id, null, { ratings: [], scores: [], texts: [{ questionId, text }] });
    if (!decision) return;
    const { id } = await this.database.repo(TextAnswerEntity).findOneByOrFail({ responseId: response.id, questionId });
    await this.reading.open(reader, id);
    await this.reading.decide(reader, id, { ...decision, seenState: 'held' });
    if (one.isQuoted) await this.quotes.decide(coordinator, id, true);
  }
}
