import { EventsWithPlaces } from '@roundtable/bookings';
import { Inject, Injectable } from '@nestjs/common';
import type { NewsletterBlockView, NewsletterEvent } from '@roundtable/contracts';
import { CONFIG, Clock, type Config, VISITOR, invalid } from '@roundtable/platform';
import { toDataURL } from 'qrcode';
import { newsletterHtml, newsletterText } from './newsletter-text';
import { toldEvent } from './newsletter-words';
import { newsletterWord } from './newsletter-word';

/** Blocks for newsletters, which tell of events as a visitor sees them. */
@Injectable()
export class NewsletterService {
  constructor(
    private readonly events: EventsWithPlaces,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async block(eventIds: readonly string[]): Promise<NewsletterBlockView> {
    const events = await this.told(eventIds);
    return { events, html: newsletterHtml(events), text: newsletterText(events) };
  }

  async word(eventIds: readonly string[]): Promise<Buffer> {
    return newsletterWord(await this.told(eventIds));
  }

  /** The block for a mail, without pictures; refuses events that nobody can book. */
  async chosen(eventIds: readonly string[]): Promise<{ block: Pick<NewsletterBlockView, 'text' | 'html'> }> {
    return { block: mailed(await this.told(eventIds)) };
  }

  /** The same when the mail goes: events that nobody can book any more are left out. */
  async mailBlock(eventIds: readonly string[]): Promise<Pick<NewsletterBlockView, 'text' | 'html'>> {
    return mailed(await this.stillTold(eventIds));
  }

  /** The events in the order in which they come. Refuses those that nobody can book: drafts, cancelled and past ones. */
  private async told(eventIds: readonly string[]): Promise<NewsletterEvent[]> {
    const events = await this.stillTold(eventIds);
    if (events.length < new Set(eventIds).size)
      throw invalid({ eventId: 'Choose events that are published and still to come' });
    return events;
  }

  private async stillTold(eventIds: readonly string[]): Promise<NewsletterEvent[]> {
    const ids = [...new Set(eventIds)];
    if (ids.length === 0) return [];
    const window = { skip: 0, take: ids.length, sort: 'event.startsAt', order: 'ASC' } as const;
    const { items } = await this.events.search(VISITOR, { id: ids, status: 'published' }, window);
    return Promise.all(
      items.map(async (event) => {
        const told = toldEvent(event, this.config.publicUrl, this.clock.now());
        return { ...told, qrCode: await toDataURL(told.url, { margin: 1, width: 240, errorCorrectionLevel: 'M' }) };
      }),
    );
  }
}

/** Mail programmes hide pictures, so a mail carries the links alone. */
function mailed(events: readonly NewsletterEvent[]): Pick<NewsletterBlockView, 'text' | 'html'> {
  const withoutPictures = events.map((event) => ({ ...event, qrCode: '' }));
  return { text: newsletterText(withoutPictures), html: newsletterHtml(withoutPictures) };
}
