import { Inject, Injectable } from '@nestjs/common';
import { type MissingPrerequisite, paths } from '@roundtable/contracts';
import { CONFIG, type Config } from '@roundtable/platform';
import { type BookingFacts, BookingFactsQueries, type KnownFacts } from './booking-facts';
import { BookingPost } from './booking-post.service';
import { NOBODY_NAMED, missingInWords, momentInWords } from './booking-words';
import type { BookingEntity } from './booking.entity';
import { DiaryService } from './diary.service';
import { bookingLetter } from './mails/booking-template';
import {
  CANCELLED,
  ENDED_AS_DOUBLE,
  LAPSED,
  MOVED_AWAY,
  OFFERED,
  OFFER_MISSED,
  OFFER_REFUSED,
  PLACED,
  RELEASED,
  SUBSTITUTED,
  WAITLISTED,
  WAIT_ENDED,
} from './mails/place.templates';

/** What people are told when they get a place, wait for one or lose it, written in the transaction of what it tells. */
@Injectable()
export class BookingMails {
  constructor(
    private readonly post: BookingPost,
    private readonly factsOf: BookingFactsQueries,
    private readonly diary: DiaryService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * A place is confirmed; with the calendar invitation. `by` is the name of whoever booked it for somebody else; `justMade` is
   * what was read to make the booking, where that was in this transaction.
   */
  async confirmed(
    booking: BookingEntity,
    how: keyof typeof PLACED,
    missing: MissingPrerequisite[] = [],
    by = '',
    justMade?: KnownFacts,
  ): Promise<void> {
    const facts = await this.factsOf.of(booking, justMade);
    const diary = await this.diary.invite(facts, { isNew: Boolean(justMade) });
    const letter = bookingLetter(PLACED[how], facts, facts.bookingUrl, {
      by: by || NOBODY_NAMED,
      missing: facts.completeBy ? missingInWords(missing, this.config.publicUrl) : '',
      completeBy: facts.completeBy ? momentInWords(facts.completeBy) : '',
    });
    await this.post.send({ kind: 'booking-confirmed', booking, facts, diary, letter });
  }

  /** `by` is the name of whoever asked for somebody else; null for oneself. */
  async waitlisted(
    booking: BookingEntity,
    missing: MissingPrerequisite[],
    by: string | null = null,
    justMade?: KnownFacts,
  ): Promise<void> {
    const facts = await this.factsOf.of(booking, justMade);
    const letter = bookingLetter(WAITLISTED, facts, facts.bookingUrl, {
      by: by === null ? '' : by || NOBODY_NAMED,
      missing: missingInWords(missing, this.config.publicUrl),
    });
    await this.post.send({ kind: 'booking-waitlisted', booking, facts, letter });
  }

  async offered(booking: BookingEntity): Promise<void> {
    const facts = await this.factsOf.of(booking);
    const until = booking.offeredUntil ? momentInWords(booking.offeredUntil) : '';
    const letter = bookingLetter(OFFERED, facts, facts.bookingUrl, { until });
    const occurrence = String(booking.offersMissed + 1);
    await this.post.send({ kind: 'booking-offered', booking, facts, letter, occurrence });
  }

  async cancelled(booking: BookingEntity): Promise<void> {
    const facts = await this.factsOf.of(booking);
    const diary = await this.diary.withdraw(facts);
    const letter = bookingLetter(CANCELLED, facts, this.datesOf(facts));
    await this.post.send({ kind: 'booking-cancelled', booking, facts, diary, letter });
  }

  /** The booking was moved to another date: this one leaves the diary. */
  async movedAway(booking: BookingEntity): Promise<void> {
    const facts = await this.factsOf.of(booking);
    const diary = await this.diary.withdraw(facts);
    const letter = bookingLetter(MOVED_AWAY, facts, this.ownTraining);
    await this.post.send({ kind: 'booking-moved', booking, facts, diary, letter });
  }

  /** A colleague comes instead. */
  async substituted(booking: BookingEntity, by: string): Promise<void> {
    const facts = await this.factsOf.of(booking);
    const diary = await this.diary.withdraw(facts);
    const letter = bookingLetter(SUBSTITUTED, facts, this.datesOf(facts), { by: by || NOBODY_NAMED });
    await this.post.send({ kind: 'booking-substituted', booking, facts, diary, letter });
  }

  /** Something that must come first was not completed in time. */
  async released(booking: BookingEntity, missing: MissingPrerequisite[]): Promise<void> {
    const facts = await this.factsOf.of(booking);
    const diary = await this.diary.withdraw(facts);
    const letter = bookingLetter(RELEASED, facts, this.datesOf(facts), { missing: missingInWords(missing) });
    await this.post.send({ kind: 'booking-released', booking, facts, diary, letter });
  }

  /** A place on another date of the course ended this wait. */
  async waitEnded(booking: BookingEntity): Promise<void> {
    const facts = await this.factsOf.of(booking);
    const letter = bookingLetter(WAIT_ENDED, facts, undefined);
    await this.post.send({ kind: 'booking-wait-ended', booking, facts, letter });
  }

  /** Two entries of one person were merged, and both had a booking: one stays, this one ends. */
  async endedAsDouble(booking: BookingEntity): Promise<void> {
    const facts = await this.factsOf.of(booking);
    const diary = await this.diary.withdraw(facts);
    const letter = bookingLetter(ENDED_AS_DOUBLE, facts, this.ownTraining);
    await this.post.send({ kind: 'booking-double', booking, facts, diary, letter });
  }

  /** An offer ran out for the first time: the wait goes on, from the end of the line. */
  async offerMissed(booking: BookingEntity): Promise<void> {
    const facts = await this.factsOf.of(booking);
    const letter = bookingLetter(OFFER_MISSED, facts, facts.bookingUrl);
    await this.post.send({ kind: 'booking-offer-missed', booking, facts, letter });
  }

  /** An offered place was not taken. */
  async offerRefused(booking: BookingEntity): Promise<void> {
    const facts = await this.factsOf.of(booking);
    const letter = bookingLetter(OFFER_REFUSED, facts, this.datesOf(facts));
    await this.post.send({ kind: 'booking-offer-refused', booking, facts, letter });
  }

  /** The event began, or a second offer ran out, without a place. */
  async lapsed(booking: BookingEntity): Promise<void> {
    const facts = await this.factsOf.of(booking);
    const letter = bookingLetter(LAPSED, facts, this.datesOf(facts));
    await this.post.send({ kind: 'booking-lapsed', booking, facts, letter });
  }

  private datesOf({ courseSlug }: BookingFacts): string {
    return `${this.config.publicUrl}${paths.course({ slug: courseSlug })}`;
  }

  private get ownTraining(): string {
    return `${this.config.publicUrl}${paths.myTraining}`;
  }
}
