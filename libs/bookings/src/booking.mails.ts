import { Inject, Injectable } from '@nestjs/common';
import { type MissingPrerequisite, paths } from '@roundtable/contracts';
import { CONFIG, type Config, type Letter, Outbox, dateInWords, timeInWords, whenInWords } from '@roundtable/platform';
import { cancellationCutOff, completeBy } from './booking-rules';
import { type BookingFacts, BookingFactsQueries } from './booking-facts';
import type { BookingEntity } from './booking.entity';
import { type DiaryPart, DiaryService } from './diary.service';

const whenOf = (facts: BookingFacts): string =>
  facts.startsAt && facts.endsAt ? whenInWords(facts.startsAt, facts.endsAt) : 'Date to be confirmed';
const subjectOf = (start: string, facts: BookingFacts): string =>
  `${start}: ${facts.courseTitle}${facts.startsAt ? `, ${dateInWords(facts.startsAt)}` : ''}`;

/** What people are told about their bookings, written in the transaction of what it tells. */
@Injectable()
export class BookingMails {
  constructor(
    private readonly outbox: Outbox,
    private readonly factsOf: BookingFactsQueries,
    private readonly diary: DiaryService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A place is confirmed; with the calendar invitation. */
  async confirmed(
    booking: BookingEntity,
    how: 'asked' | 'by-another' | 'promoted',
    missing: MissingPrerequisite[] = [],
  ): Promise<void> {
    const facts = await this.factsOf.of(booking);
    const opening = {
      asked: ['You have a place on this training. The calendar invitation is part of this mail.'],
      'by-another': [
        'A place on this training was booked for you. The calendar invitation is part of this mail.',
        'We hold your name, agency and training record to run the training. You can see them when you sign in.',
      ],
      promoted: [
        'A place has become free and it is yours. The calendar invitation is part of this mail.',
        'If you can no longer come, cancel within 2 working days: that is free of charge.',
      ],
    }[how];
    await this.send('booking-confirmed', booking, facts, await this.diary.invite(facts), {
      subject: subjectOf('Place booked', facts),
      opening: [...opening, ...this.stillToComplete(missing, facts.startsAt)],
      facts: this.factList(facts),
      action: { label: 'See, change or cancel your booking', url: facts.bookingUrl },
      closing: facts.startsAt ? [this.cutOff(facts.startsAt)] : [],
    });
  }

  async waitlisted(booking: BookingEntity, missing: MissingPrerequisite[]): Promise<void> {
    const facts = await this.factsOf.of(booking);
    const first = missing[0];
    await this.send('booking-waitlisted', booking, facts, [], {
      subject: subjectOf('You are on the waiting list', facts),
      opening: [
        'You do not have a place yet. You are on the waiting list, and we will write to you when a place becomes free.',
        ...(first
          ? [`You can get a place once you have completed: ${missing.map((one) => one.title).join('; ')}.`]
          : []),
      ],
      facts: this.factList(facts),
      action: first
        ? { label: first.title, url: `${this.config.publicUrl}${first.url}` }
        : { label: 'See your place in the line, or leave it', url: facts.bookingUrl },
    });
  }

  async offered(booking: BookingEntity): Promise<void> {
    const facts = await this.factsOf.of(booking);
    const until = booking.offeredUntil;
    await this.send(
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
        facts: this.factList(facts),
        action: { label: 'Take the place or say no', url: facts.bookingUrl },
      },
      String(booking.offersMissed + 1),
    );
  }

  async cancelled(booking: BookingEntity): Promise<void> {
    const facts = await this.factsOf.of(booking);
    await this.send('booking-cancelled', booking, facts, await this.diary.withdraw(facts), {
      subject: subjectOf('Booking cancelled', facts),
      opening: ['Your booking is cancelled. If the training was in your calendar, this mail takes it out.'],
      facts: this.factList(facts),
      action: {
        label: 'Look for another date',
        url: `${this.config.publicUrl}${paths.course({ slug: facts.courseSlug })}`,
      },
    });
  }

  /** Time or place changed: the diary is changed, and the place stays. */
  async rescheduled(booking: BookingEntity): Promise<void> {
    const facts = await this.factsOf.of(booking);
    await this.send('booking-rescheduled', booking, facts, await this.diary.invite(facts), {
      subject: subjectOf('Changed', facts),
      opening: [
        'The time or the place of this training has changed. Your place stays, and this mail changes your calendar.',
        'Can you still come? If not, cancel your booking: somebody else may be waiting.',
      ],
      facts: this.factList(facts),
      action: { label: 'See or cancel your booking', url: facts.bookingUrl },
    });
  }

  /** Some sessions will not take place. Called while they are still there. */
  async sessionsDropped(booking: BookingEntity, sessionIds: readonly string[]): Promise<void> {
    const facts = await this.factsOf.of(booking);
    const diary = await this.diary.withdraw(facts, sessionIds);
    if (diary.length === 0) return;
    const letter = {
      subject: subjectOf('A session is cancelled', facts),
      opening: ['One of the sessions of this training will not take place. This mail takes it out of your calendar.'],
      facts: this.factList(facts),
      action: { label: 'See your booking', url: facts.bookingUrl },
    };
    await this.send('booking-session-dropped', booking, facts, diary, letter, sessionIds[0]);
  }

  /** The event itself is cancelled. */
  async eventCancelled(booking: BookingEntity, reason: string): Promise<void> {
    const facts = await this.factsOf.of(booking);
    await this.send('event-cancelled', booking, facts, await this.diary.withdraw(facts), {
      subject: subjectOf('This training is cancelled', facts),
      opening: [
        'We are sorry: this training will not take place. If it was in your calendar, this mail takes it out.',
        `Reason: ${reason}`,
      ],
      facts: this.factList(facts),
      action: {
        label: 'Look for another date',
        url: `${this.config.publicUrl}${paths.course({ slug: facts.courseSlug })}`,
      },
    });
  }

  async waitEnded(booking: BookingEntity): Promise<void> {
    const facts = await this.factsOf.of(booking);
    await this.send('booking-wait-ended', booking, facts, [], {
      subject: subjectOf('You are no longer on this waiting list', facts),
      opening: ['You have a place on another date of this course, so we took you off the waiting list for this one.'],
      facts: this.factList(facts),
    });
  }

  /** The event began, or a second offer ran out, without a place. */
  async lapsed(booking: BookingEntity): Promise<void> {
    const facts = await this.factsOf.of(booking);
    await this.send('booking-lapsed', booking, facts, [], {
      subject: subjectOf('No place this time', facts),
      opening: [
        'We could not give you a place this time. We have counted your request, so that more dates can be planned.',
      ],
      facts: this.factList(facts),
      action: {
        label: 'See the next dates',
        url: `${this.config.publicUrl}${paths.course({ slug: facts.courseSlug })}`,
      },
    });
  }

  private factList(facts: BookingFacts): { label: string; value: string }[] {
    return [
      { label: 'Course', value: facts.courseTitle },
      { label: 'When', value: whenOf(facts) },
      { label: 'Where', value: facts.place },
      { label: 'Booking reference', value: facts.reference },
    ];
  }

  /** What must be completed before the training, with its address, and by when. */
  private stillToComplete(missing: MissingPrerequisite[], startsAt: Date | null): string[] {
    if (missing.length === 0 || !startsAt) return [];
    const names = missing.map((one) => `${one.title} (${this.config.publicUrl}${one.url})`).join('; ');
    const until = completeBy(startsAt);
    return [
      `Complete this before the training: ${names}. Please do so by ${dateInWords(until)}, ${timeInWords(until)}.`,
    ];
  }

  private cutOff(startsAt: Date): string {
    const cutOff = cancellationCutOff(startsAt);
    return `You can cancel free of charge until ${dateInWords(cutOff)}, ${timeInWords(cutOff)}.`;
  }

  /** One mail; where an event has several sessions, each further one comes with an invitation of its own. */
  private async send(
    kind: string,
    booking: BookingEntity,
    facts: BookingFacts,
    diary: DiaryPart[],
    letter: Letter,
    occurrence?: string,
  ): Promise<void> {
    if (facts.toAddress === null) return;
    const to = { personId: facts.personId, name: facts.toName, address: facts.toAddress };
    const times = occurrence ?? String(diary[0]?.sequence ?? booking.offersMissed);
    await this.outbox.write({
      kind,
      regarding: booking.id,
      occurrence: times,
      to,
      letter,
      calendar: diary[0]?.calendar,
    });
    for (const [index, part] of diary.slice(1).entries()) {
      await this.outbox.write({
        kind: `${kind}-session`,
        regarding: booking.id,
        occurrence: `${part.sequence}-${index + 2}`,
        to,
        letter: {
          ...letter,
          subject: `${letter.subject} (session ${index + 2})`,
          opening: ['This mail is about a further session of the same training.', ...letter.opening],
        },
        calendar: part.calendar,
      });
    }
  }
}
