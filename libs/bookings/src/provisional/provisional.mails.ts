import { Inject, Injectable } from '@nestjs/common';
import type { MissingPrerequisite } from '@roundtable/contracts';
import { CONFIG, type Config } from '@roundtable/platform';
import { BookingFactsQueries } from '../booking-facts';
import { BookingPost } from '../booking-post.service';
import { missingInWords, momentInWords } from '../booking-words';
import type { BookingEntity } from '../booking.entity';
import { bookingLetter } from '../mails/booking-template';
import { OUTSTANDING, RELEASE_NOTICE } from './provisional.templates';

/** What whoever has a place is told while something that comes first is missing. */
@Injectable()
export class ProvisionalMails {
  constructor(
    private readonly post: BookingPost,
    private readonly factsOf: BookingFactsQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Something that must come first is missing; `occurrence` tells which reminder this is. */
  async outstanding(booking: BookingEntity, missing: MissingPrerequisite[], occurrence: string): Promise<void> {
    const facts = await this.factsOf.of(booking);
    const [first] = missing;
    const letter = bookingLetter(OUTSTANDING, facts, first ? this.config.publicUrl + first.url : facts.bookingUrl, {
      missing: missingInWords(missing, this.config.publicUrl),
      completeBy: facts.completeBy ? momentInWords(facts.completeBy) : '',
    });
    await this.post.send({ kind: 'booking-outstanding', booking, facts, letter, occurrence });
  }

  /** The place will be given back at a moment unless what is missing is completed. */
  async releaseNotice(booking: BookingEntity, missing: MissingPrerequisite[], at: Date): Promise<void> {
    const facts = await this.factsOf.of(booking);
    const letter = bookingLetter(RELEASE_NOTICE, facts, facts.bookingUrl, {
      missing: missingInWords(missing, this.config.publicUrl),
      releasedAt: momentInWords(at),
    });
    await this.post.send({ kind: 'booking-release-notice', booking, facts, letter, occurrence: String(at.getTime()) });
  }
}
