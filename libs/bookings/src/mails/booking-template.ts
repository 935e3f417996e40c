import {
  type FilledTemplate,
  type MailTemplate,
  type MergeField,
  dateInWords,
  filled,
  mailTemplate,
} from '@roundtable/platform';
import type { BookingFacts } from '../booking-facts';
import { factsInWords, momentInWords, trainingInWords, whenOf } from '../booking-words';

/** What every mail about a booking may say. */
export const BOOKING_FIELDS = {
  name: { means: 'the delegate’s name', example: 'Alex Example' },
  training: { means: 'the course with its date', example: 'Neglect, Wednesday 22 May 2024' },
  course: { means: 'the title of the course', example: 'Neglect' },
  date: { means: 'the first day', example: 'Wednesday 22 May 2024' },
  when: { means: 'the date with its times', example: 'Wednesday 22 May 2024, 9:30am to 12:30pm' },
  place: { means: 'the venue, or Online', example: 'Council House, Market Square' },
  reference: { means: 'the booking reference', example: 'RT-7K2M9Q' },
  cancelBy: { means: 'until when cancelling is free of charge', example: 'Wednesday 15 May 2024, 5pm' },
} as const satisfies Record<string, MergeField>;

export type BookingField = keyof typeof BOOKING_FIELDS;
type Draft<Extra extends string> = Omit<
  Parameters<typeof mailTemplate<BookingField | NoInfer<Extra>>>[0],
  'group' | 'fields'
> & { fields?: Record<Extra, MergeField> };

/** A mail about a booking, to its delegate or to whoever answers for it. */
export function bookingTemplate<Extra extends string = never>({
  fields,
  ...rest
}: Draft<Extra>): MailTemplate<BookingField | Extra> {
  return mailTemplate<BookingField | Extra>({
    group: 'Bookings',
    ...rest,
    fields: { ...BOOKING_FIELDS, ...fields } as Record<BookingField | Extra, MergeField>,
  });
}

/** What the merge fields of every mail about a booking read. */
export function bookingWords(facts: BookingFacts): Record<BookingField, string> {
  return {
    name: facts.toName,
    training: trainingInWords(facts),
    course: facts.courseTitle,
    date: facts.startsAt ? dateInWords(facts.startsAt) : '',
    when: whenOf(facts),
    place: facts.place,
    reference: facts.reference,
    cancelBy: facts.freeCancellationUntil ? momentInWords(facts.freeCancellationUntil) : '',
  };
}

type More<Field extends string> = Exclude<Field, BookingField>;

/** Fills a mail about a booking, with what it says `more` than every other; `url` is where its link leads. */
export function bookingLetter<Field extends string>(
  template: MailTemplate<Field>,
  facts: BookingFacts,
  url: string | undefined,
  ...[more]: [More<Field>] extends [never] ? [] : [Record<More<Field>, string>]
): FilledTemplate {
  const words = { ...bookingWords(facts), ...more } as Record<Field, string>;
  return filled(template, words, { facts: factsInWords(facts), ...(url !== undefined && { url }) });
}
