import { Injectable } from '@nestjs/common';
import { type FilledTemplate, type NewMessage, Outbox, Wordings, dateInWords, whenInWords } from '@roundtable/platform';
import type { BookingFacts } from './booking-facts';
import type { BookingEntity } from './booking.entity';
import type { DiaryPart } from './diary.service';

/** A mail about a booking, to its delegate. */
export interface BookingLetter {
  kind: string;
  booking: BookingEntity;
  facts: BookingFacts;
  letter: FilledTemplate;
  /** What it puts into the diary. */
  diary?: DiaryPart[];
  /** Which time this is told; else the sequence of the diary. */
  occurrence?: string;
}

/** Writes mails about bookings to their delegates, with what they put into the diary. */
@Injectable()
export class BookingPost {
  constructor(
    private readonly outbox: Outbox,
    private readonly wordings: Wordings,
  ) {}

  /** One mail; where an event has several sessions, each further one comes with an invitation of its own. */
  async send(mail: BookingLetter): Promise<void> {
    await this.sendAll([mail]);
  }

  /** Many mails in a few statements. */
  async sendAll(mails: readonly BookingLetter[]): Promise<void> {
    const messages: NewMessage[] = [];
    for (const mail of mails) messages.push(...(await this.messagesOf(mail)));
    await this.outbox.writeAll(messages);
  }

  private async messagesOf({ kind, booking, facts, letter, diary = [], occurrence }: BookingLetter) {
    if (facts.toAddress === null) return [];
    const to = { personId: facts.personId, name: facts.toName, address: facts.toAddress };
    const [first, ...further] = diary;
    const drawn = await this.wordings.letter(letter);
    const messages: NewMessage[] = [
      {
        kind,
        regarding: booking.id,
        occurrence: occurrence ?? (first ? timeTold(first) : String(booking.offersMissed)),
        to,
        letter: drawn,
        ...(first && { calendar: first.calendar }),
      },
    ];
    for (const part of further)
      messages.push({
        kind: `${kind}-session`,
        regarding: booking.id,
        occurrence: timeTold(part),
        to,
        letter: {
          ...drawn,
          subject: `${drawn.subject} (session on ${dateInWords(part.session.startsAt)})`,
          opening: [
            `This mail is about a further session of the same training: ${whenInWords(part.session.startsAt, part.session.endsAt)}.`,
            ...drawn.opening,
          ],
        },
        calendar: part.calendar,
      });
    return messages;
  }
}

/** Which time a session is told of: sequences of two sessions may be the same. */
function timeTold({ session, sequence }: DiaryPart): string {
  return `${session.id}-${sequence}`;
}
