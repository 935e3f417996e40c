import { Inject, Injectable } from '@nestjs/common';
import { type MissingPrerequisite, paths } from '@roundtable/contracts';
import { CONFIG, Clock, type Config, dateInWords, timeInWords } from '@roundtable/platform';
import { BookingFactsQueries, type KnownFacts } from './booking-facts';
import { BookingPost } from './booking-post.service';
import { cutOffInWords, factsInWords, stillToComplete, subjectOf } from './booking-words';
import type { BookingEntity } from './booking.entity';
import { DiaryService } from './diary.service';

export const NOBODY_NAMED = 'The training team';
export const WHAT_IS_HELD =
  'We hold your name, agency and training record to run the training. You can see them when you sign in.';

/** What people are told about their bookings, written in the transaction of what it tells. */
@Injectable()
export class BookingMails {
  constructor(
    private readonly post: BookingPost,
    private readonly factsOf: BookingFactsQueries,
    private readonly diary: DiaryService,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * A place is confirmed; with the calendar invitation. `by` is the name of whoever booked it for somebody else; `justMade` is
   * what was read to make the booking, where that was in this transaction.
   */
  async confirmed(
    booking: BookingEntity,
    how: 'asked' | 'by-another' | 'promoted' | 'approved' | 'moved' | 'in-place-of',
    missing: MissingPrerequisite[] = [],
    by = '',
    justMade?: KnownFacts,
  ): Promise<void> {
    const facts = await this.factsOf.of(booking, justMade);
    const opening = {
      asked: ['You have a place on this training. The calendar invitation is part of this mail.'],
      'by-another': [
        `${by || NOBODY_NAMED} booked a place on this training for you. The calendar invitation is part of this mail.`,
        WHAT_IS_HELD,
      ],
      promoted: [
        'A place has become free and it is yours. The calendar invitation is part of this mail.',
        'If you can no longer come, cancel within 2 working days: that is free of charge.',
      ],
      approved: ['Your request is approved and you have a place. The calendar invitation is part of this mail.'],
      moved: ['Your place is on this date now. The calendar invitation is part of this mail.'],
      'in-place-of': [
        `${by || NOBODY_NAMED} gave you the place of a colleague on this training. The calendar invitation is part of this mail.`,
        WHAT_IS_HELD,
      ],
    }[how];
    await this.post.send(
      'booking-confirmed',
      booking,
      facts,
      await this.diary.invite(facts, { isNew: Boolean(justMade) }),
      {
        subject: subjectOf('Place booked', facts),
        opening: [...opening, ...stillToComplete(missing, facts, this.config.publicUrl)],
        facts: factsInWords(facts),
        action: { label: 'See, change or cancel your booking', url: facts.bookingUrl },
        closing: cutOffInWords(facts),
      },
    );
  }

  /** `by` is the name of whoever asked for somebody else; empty for oneself. */
  async waitlisted(
    booking: BookingEntity,
    missing: MissingPrerequisite[],
    by: string | null = null,
    justMade?: KnownFacts,
  ): Promise<void> {
    const facts = await this.factsOf.of(booking, justMade);
    const first = missing[0];
    await this.post.send('booking-waitlisted', booking, facts, [], {
      subject: subjectOf('You are on the waiting list', facts),
      opening: [
        ...(by === null ? [] : [`${by || NOBODY_NAMED} asked for a place on this training for you. ${WHAT_IS_HELD}`]),
        'You do not have a place yet. You are on the waiting list, and we will write to you when a place becomes free.',
        ...(first
          ? [`You can get a place once you have completed: ${missing.map((one) => one.title).join('; ')}.`]
          : []),
      ],
      facts: factsInWords(facts),
      action: first
        ? { label: first.title, url: `${this.config.publicUrl}${first.url}` }
        : { label: 'See your place in the line, or leave it', url: facts.bookingUrl },
    });
  }

  async offered(booking: BookingEntity): Promise<void> {
    const facts = await this.factsOf.of(booking);
    const until = booking.offeredUntil;
    await this.post.send(
      'booking-offered',
      booking,
      facts,
      [],
      {
        subject: subjectOf('A place is offered to you', facts),
        opening: [
          'A place has become free and it is offered to you.',
          ...(until
            ? [
                `Please say yes or no by ${dateInWords(until)}, ${timeInWords(until)}. After that it is offered to the next person.`,
              ]
            : []),
        ],
        facts: factsInWords(facts),
        action: { label: 'Take the place or say no', url: facts.bookingUrl },
      },
      String(booking.offersMissed + 1),
    );
  }

  async cancelled(booking: BookingEntity): Promise<void> {
    const facts = await this.factsOf.of(booking);
    await this.post.send('booking-cancelled', booking, facts, await this.diary.withdraw(facts), {
      subject: subjectOf('Booking cancelled', facts),
      opening: ['Your booking is cancelled. If the training was in your calendar, this mail takes it out.'],
      facts: factsInWords(facts),
      action: {
        label: 'Look for another date',
        url: `${this.config.publicUrl}${paths.course({ slug: facts.courseSlug })}`,
      },
    });
  }

  /** The booking was moved to another date: this one leaves the diary. */
  async movedAway(booking: BookingEntity): Promise<void> {
    const facts = await this.factsOf.of(booking);
    await this.post.send('booking-moved', booking, facts, await this.diary.withdraw(facts), {
      subject: subjectOf('Moved to another date', facts),
      opening: ['Your booking was moved to another date. This mail takes the old date out of your calendar.'],
      facts: factsInWords(facts),
      action: { label: 'See your training', url: `${this.config.publicUrl}${paths.myTraining}` },
    });
  }

  /** A colleague comes instead. */
  async substituted(booking: BookingEntity, by: string): Promise<void> {
    const facts = await this.factsOf.of(booking);
    await this.post.send('booking-substituted', booking, facts, await this.diary.withdraw(facts), {
      subject: subjectOf('A colleague has your place', facts),
      opening: [
        `${by || NOBODY_NAMED} gave your place on this training to a colleague. If it was in your calendar, this mail takes it out.`,
        'Nothing that you told us went to your colleague.',
      ],
      facts: factsInWords(facts),
      action: {
        label: 'Look for another date',
        url: `${this.config.publicUrl}${paths.course({ slug: facts.courseSlug })}`,
      },
    });
  }

  /** Something that must come first was not completed in time. */
  async released(booking: BookingEntity, missing: MissingPrerequisite[]): Promise<void> {
    const facts = await this.factsOf.of(booking);
    await this.post.send('booking-released', booking, facts, await this.diary.withdraw(facts), {
      subject: subjectOf('Your place was given back', facts),
      opening: [
        'Something that comes before this training was not completed in time, so your place went to somebody else.',
        ...(missing.length ? [`What was missing: ${missing.map((one) => one.title).join('; ')}.`] : []),
      ],
      facts: factsInWords(facts),
      action: {
        label: 'Look for another date',
        url: `${this.config.publicUrl}${paths.course({ slug: facts.courseSlug })}`,
      },
    });
  }

  /** Time or place changed: the diary is changed, and the place stays. */
  async rescheduled(booking: BookingEntity): Promise<void> {
    const facts = await this.factsOf.of(booking);
    await this.post.send('booking-rescheduled', booking, facts, await this.diary.invite(facts), {
      subject: subjectOf('Changed', facts),
      opening: [
        'The time or the place of this training has changed. Your place stays, and this mail changes your calendar.',
        'Can you still come? If not, cancel your booking: somebody else may be waiting.',
      ],
      facts: factsInWords(facts),
      action: { label: 'See or cancel your booking', url: facts.bookingUrl },
      closing: cutOffInWords(facts),
    });
  }

  /** Time or place changed, told to whoever has no place yet. */
  async rescheduledWhileWaiting(booking: BookingEntity): Promise<void> {
    const facts = await this.factsOf.of(booking);
    const letter = {
      subject: subjectOf('Changed', facts),
      opening: [
        'The time or the place of this training has changed. Your request stays as it is.',
        'If this does not suit you any more, withdraw it: somebody else may be waiting.',
      ],
      facts: factsInWords(facts),
      action: { label: 'See or withdraw your request', url: facts.bookingUrl },
    };
    await this.post.send('booking-rescheduled-waiting', booking, facts, [], letter, this.stamp());
  }

  /** Something that must come first is missing; `occurrence` tells which reminder this is. */
  async outstanding(booking: BookingEntity, missing: MissingPrerequisite[], occurrence: string): Promise<void> {
    const facts = await this.factsOf.of(booking);
    const letter = {
      subject: subjectOf('Still to complete', facts),
      opening: [
        'You have a place on this training. Something must be completed before it.',
        ...stillToComplete(missing, facts, this.config.publicUrl),
      ],
      facts: factsInWords(facts),
      action: {
        label: missing[0]?.title ?? 'See your booking',
        url: `${this.config.publicUrl}${missing[0]?.url ?? ''}`,
      },
      closing: ['After that date your place may go to somebody who is waiting.'],
    };
    await this.post.send('booking-outstanding', booking, facts, [], letter, occurrence);
  }

  /** The place will be given back at a moment unless what is missing is completed. */
  async releaseNotice(booking: BookingEntity, missing: MissingPrerequisite[], at: Date): Promise<void> {
    const facts = await this.factsOf.of(booking);
    const letter = {
      subject: subjectOf('Your place will be given back', facts),
      opening: [
        `What comes before this training is still missing: ${missing.map((one) => one.title).join('; ')}.`,
        `Complete it by ${dateInWords(at)}, ${timeInWords(at)}. After that your place goes to somebody who is waiting.`,
      ],
      facts: factsInWords(facts),
      action: { label: 'See your booking', url: facts.bookingUrl },
    };
    await this.post.send('booking-release-notice', booking, facts, [], letter, String(at.getTime()));
  }

  /** Some sessions will not take place. Called while they are still there. */
  async sessionsDropped(booking: BookingEntity, sessionIds: readonly string[]): Promise<void> {
    const facts = await this.factsOf.of(booking);
    const diary = await this.diary.withdraw(facts, sessionIds);
    if (diary.length === 0) return;
    const letter = {
      subject: subjectOf('A session is cancelled', facts),
      opening: ['One of the sessions of this training will not take place. This mail takes it out of your calendar.'],
      facts: factsInWords(facts),
      action: { label: 'See your booking', url: facts.bookingUrl },
    };
    await this.post.send('booking-session-dropped', booking, facts, diary, letter, sessionIds[0]);
  }

  /** The event itself is cancelled. */
  async eventCancelled(booking: BookingEntity, reason: string): Promise<void> {
    const facts = await this.factsOf.of(booking);
    await this.post.send('event-cancelled', booking, facts, await this.diary.withdraw(facts), {
      subject: subjectOf('This training is cancelled', facts),
      opening: [
        'We are sorry: this training will not take place. If it was in your calendar, this mail takes it out.',
        `Reason: ${reason}`,
      ],
      facts: factsInWords(facts),
      action: {
        label: 'Look for another date',
        url: `${this.config.publicUrl}${paths.course({ slug: facts.courseSlug })}`,
      },
    });
  }

  private stamp(): string {
    return String(this.clock.now().getTime());
  }

  async waitEnded(booking: BookingEntity): Promise<void> {
    const facts = await this.factsOf.of(booking);
    await this.post.send('booking-wait-ended', booking, facts, [], {
      subject: subjectOf('You are no longer on this waiting list', facts),
      opening: ['You have a place on another date of this course, so we took you off the waiting list for this one.'],
      facts: factsInWords(facts),
    });
  }

  /** Two entries of one person were merged, and both had a booking: one stays, this one ends. */
  async endedAsDouble(booking: BookingEntity): Promise<void> {
    const facts = await this.factsOf.of(booking);
    await this.post.send('booking-double', booking, facts, await this.diary.withdraw(facts), {
      subject: subjectOf('One of two bookings ended', facts),
      opening: [
        'We held two entries for you and made them one. Both had a booking for this course: one stays, and this one has ended.',
        'If it was in your calendar, this mail takes it out. What you have booked is on your training page.',
      ],
      facts: factsInWords(facts),
      action: { label: 'See your training', url: `${this.config.publicUrl}${paths.myTraining}` },
    });
  }

  /** An offer ran out for the first time: the wait goes on, from the end of the line. */
  async offerMissed(booking: BookingEntity): Promise<void> {
    const facts = await this.factsOf.of(booking);
    await this.post.send('booking-offer-missed', booking, facts, [], {
      subject: subjectOf('The offer of a place has run out', facts),
      opening: [
        'We offered you a place on this training and had no answer in time, so it went to the next person.',
        'You are still on the waiting list, at the end of the line. If another place becomes free for you, we write once more.',
      ],
      facts: factsInWords(facts),
      action: { label: 'See your place in the line, or leave it', url: facts.bookingUrl },
    });
  }

  /** An offered place was not taken. */
  async offerRefused(booking: BookingEntity): Promise<void> {
    const facts = await this.factsOf.of(booking);
    await this.post.send('booking-offer-refused', booking, facts, [], {
      subject: subjectOf('You did not take the place', facts),
      opening: ['Thank you for telling us. The place goes to somebody else, and you are off the waiting list.'],
      facts: factsInWords(facts),
      action: {
        label: 'Look for another date',
        url: `${this.config.publicUrl}${paths.course({ slug: facts.courseSlug })}`,
      },
    });
  }

  /** The event began, or a second offer ran out, without a place. */
  async lapsed(booking: BookingEntity): Promise<void> {
    const facts = await this.factsOf.of(booking);
    await this.post.send('booking-lapsed', booking, facts, [], {
      subject: subjectOf('No place this time', facts),
      opening: [
        'We could not give you a place this time. We have counted your request, so that more dates can be planned.',
      ],
      facts: factsInWords(facts),
      action: {
        label: 'See the next dates',
        url: `${this.config.publicUrl}${paths.course({ slug: facts.courseSlug })}`,
      },
    });
  }
}
