import { BookingEntity, BookingFactsQueries, bookingWords, factsInWords } from '@roundtable/bookings';
import { Inject, Injectable } from '@nestjs/common';
import { type WordingPreviewView, paths } from '@roundtable/contracts';
import {
  CONFIG,
  type Config,
  Database,
  Wordings,
  type Wording,
  found,
  invalid,
  letterHtml,
  letterOf,
  letterText,
  wordingProblems,
} from '@roundtable/platform';

const MADE_UP = 'Alex Example';

/** A wording as a mail, before it is kept. */
@Injectable()
export class WordingPreview {
  constructor(
    private readonly database: Database,
    private readonly wordings: Wordings,
    private readonly factsOf: BookingFactsQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * The mail for the delegate of a booking, or for somebody made up: what the booking does not know reads the example
   * of its merge field. Its link leads to the reader's own training. Refuses what `change` would refuse.
   */
  async of(templateId: string, wording: Wording, bookingId: string | null): Promise<WordingPreviewView> {
    const template = found(this.wordings.byId(templateId));
    const problems = wordingProblems(template, wording);
    if (Object.keys(problems).length > 0) throw invalid(problems);
    const facts = bookingId === null ? null : await this.factsFor(bookingId);
    const examples = Object.fromEntries(Object.entries(template.fields).map(([name, { example }]) => [name, example]));
    const own = facts ? Object.entries(bookingWords(facts)).filter(([name]) => name in examples) : [];
    const letter = letterOf(wording, {
      words: { ...examples, ...Object.fromEntries(own) },
      ...(facts && { facts: factsInWords(facts) }),
      ...(template.original.action !== null && { url: `${this.config.publicUrl}${paths.myTraining}` }),
    });
    const toName = facts?.toName ?? MADE_UP;
    return { toName, subject: letter.subject, text: letterText(letter, toName), html: letterHtml(letter, toName) };
  }

  private async factsFor(bookingId: string) {
    const booking = await this.database.repo(BookingEntity).findOneBy({ id: bookingId });
    if (!booking) throw invalid({ bookingId: 'There is no booking with this id' });
    return this.factsOf.of(booking);
  }
}
