import { Injectable } from '@nestjs/common';
import { type Letter, Outbox, dateInWords, whenInWords } from '@roundtable/platform';
import type { BookingFacts } from './booking-facts';
import type { BookingEntity } from './booking.entity';
import type { DiaryPart } from './diary.service';

/** Writes mails about a booking to its delegate, with what they put into the diary. */
@Injectable()
export class BookingPost {
  constructor(private readonly outbox: Outbox) {}

  /** One mail; where an event has several sessions, each further one comes with an invitation of its own. */
  async send(
    kind: string,
    booking: BookingEntity,
    facts: BookingFacts,
    diary: DiaryPart[],
    letter: Letter,
    occurrence?: string,
  ): Promise<void> {
    if (facts.toAddress === null) return;
    const to = { personId: facts.personId, name: facts.toName, address: facts.toAddress };
    const times = occurrence ?? (diary[0] ? timeTold(diary[0]) : String(booking.offersMissed));
    await this.outbox.write({
      kind,
      regarding: booking.id,
      occurrence: times,
      to,
      letter,
      calendar: diary[0]?.calendar,
    });
    for (const part of diary.slice(1)) {
      await this.outbox.write({
        kind: `${kind}-session`,
        regarding: booking.id,
        occurrence: timeTold(part),
        to,
        letter: {
          ...letter,
          subject: `${letter.subject} (session on ${dateInWords(part.session.startsAt)})`,
          opening: [
            `This mail is about a further session of the same training: ${whenInWords(part.session.startsAt, part.session.endsAt)}.`,
            ...letter.opening,
          ],
        },
        calendar: part.calendar,
      });
    }
  }
}

/** Which time a session is told of: sequences of two sessions may be the same. */
function timeTold({ session, sequence }: DiaryPart): string {
  return `${session.id}-${sequence}`;
}
