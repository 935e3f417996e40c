import {
  type BookingView,
  type CompletionView,
  type EvaluationFormView,
  type InterestView,
  paths,
} from '@roundtable/contracts';
import { dateInWords } from '@roundtable/platform';
import { isLive } from '../booking/book.presenter';
import type { PageModel } from '../frame/site-pages';
import { sentence, when } from '../frame/words';
import { suitsInWords } from '../interests/interest.presenter';
import { isOver, positionWords, statusWords, untilWords } from './booking-words';

/** A booking with what its delegate may still answer. */
export interface OwnBooking {
  booking: BookingView;
  before: EvaluationFormView['state'] | null;
  after: EvaluationFormView['state'] | null;
  followUp: EvaluationFormView['state'] | null;
}

export interface BookingCard {
  title: string;
  href: string;
  when: string;
  status: string;
  note: string | null;
  actions: { text: string; href: string; about: string }[];
}

export interface MyTrainingPage extends PageModel {
  name: string;
  coming: BookingCard[];
  waiting: BookingCard[];
  past: BookingCard[];
  learning: { title: string; words: string }[];
  interests: { title: string; href: string; words: string; removeAction: string }[];
}

/** A person's own record. Bookings come in any order; completions the latest first. */
export function myTrainingPage(
  name: string,
  own: readonly OwnBooking[],
  completions: readonly CompletionView[],
  now: Date,
  interests: readonly InterestView[] = [],
): MyTrainingPage {
  const isComing = ({ booking }: OwnBooking): boolean => isLive(booking.status) && !isOver(booking, now);
  const earliestFirst = (one: OwnBooking, other: OwnBooking): number => dateOf(one) - dateOf(other);
  const coming = own.filter(isComing).sort(earliestFirst);
  const past = own.filter((one) => !isComing(one)).sort((one, other) => earliestFirst(other, one));
  return {
    title: 'My training',
    section: 'mine',
    name,
    coming: coming.filter(({ booking }) => booking.status !== 'waitlisted').map((one) => card(one, now)),
    waiting: coming.filter(({ booking }) => booking.status === 'waitlisted').map((one) => card(one, now)),
    past: past.map((one) => card(one, now)),
    interests: interests.map((interest) => ({
      title: interest.courseTitle,
      href: interest.courseUrl,
      words: sentence(suitsInWords(interest)),
      removeAction: paths.removeInterest({ id: interest.id }),
    })),
    learning: completions.filter(({ moduleId }) => moduleId !== null).map((completion) => learnt(completion, now)),
  };
}

/** Whether there is a certificate to download. */
export function hasCertificate({ booking, after }: OwnBooking): boolean {
  return booking.status === 'confirmed' && booking.attendance === 'attended' && after === 'sent';
}

function card(own: OwnBooking, now: Date): BookingCard {
  const { booking, before, after, followUp } = own;
  const actions: BookingCard['actions'] = [];
  const act = (text: string, href: string): void => void actions.push({ text, href, about: booking.courseTitle });
  const bookingId = booking.id;
  if (booking.status === 'confirmed' && before === 'open')
    act('Answer the questions before the training', paths.myEvaluation({ bookingId, stage: 'before' }));
  if (booking.status === 'confirmed' && after === 'open' && booking.attendance !== 'absent')
    act('Answer the questions after the training', paths.myEvaluation({ bookingId, stage: 'after' }));
  if (followUp === 'open')
    act('Answer the questions three months after the training', paths.myEvaluation({ bookingId, stage: 'follow-up' }));
  if (hasCertificate(own)) act('Download certificate', paths.certificate({ bookingId }));
  return {
    title: booking.courseTitle,
    href: paths.booking({ id: bookingId }),
    when: when(booking),
    status: statusWords(booking, now),
    note: noteOf(booking),
    actions,
  };
}

function noteOf(booking: BookingView): string | null {
  if (booking.status === 'waitlisted') return positionWords(booking.waitlistPosition);
  if (booking.status === 'offered' && booking.offeredUntil)
    return `You can take this place ${untilWords(booking.offeredUntil)}.`;
  return null;
}

function learnt(completion: CompletionView, now: Date): { title: string; words: string } {
  const done = `Completed on ${dateInWords(new Date(completion.completedAt))}`;
  if (!completion.expiresAt) return { title: completion.title, words: done };
  const expiry = new Date(completion.expiresAt);
  return {
    title: completion.title,
    words: `${done}, ${expiry > now ? 'valid until' : 'no longer valid since'} ${dateInWords(expiry)}`,
  };
}

function dateOf({ booking }: OwnBooking): number {
  return booking.startsAt ? Date.parse(booking.startsAt) : 0;
}
