import { type OwnEventView, paths } from '@roundtable/contracts';
import type { PageModel } from '../frame/site-pages';
import { when, where } from '../frame/words';

export interface GivenCard {
  title: string;
  href: string | null;
  when: string;
  where: string;
  words: string;
  /** Where to say whether one can give it: yes while that is asked, no until it is over. */
  answerHref: string | null;
  canConfirm: boolean;
}

export interface TrainingIRunPage extends PageModel {
  done: string | null;
  coming: GivenCard[];
  past: GivenCard[];
}

const ANSWERED = {
  confirmed: 'Thank you. The training team knows that you give this training.',
  declined: 'Thank you. The training team knows that you cannot give this training.',
};
export const ANSWERS = ['confirmed', 'declined'] as const;

/** The events that a trainer gives or is asked to give. They come latest first. */
export function trainingIRunPage(
  events: readonly OwnEventView[],
  answered: keyof typeof ANSWERED | null,
  now: Date,
): TrainingIRunPage {
  const isOver = ({ endsAt }: OwnEventView): boolean => endsAt !== null && new Date(endsAt) <= now;
  return {
    title: 'Training I run',
    section: 'mine',
    done: answered && ANSWERED[answered],
    coming: events
      .filter((event) => !isOver(event))
      .reverse()
      .map((event) => card(event, true)),
    past: events.filter((event) => isOver(event) && event.answer === 'confirmed').map((event) => card(event, false)),
  };
}

function card(event: OwnEventView, isComing: boolean): GivenCard {
  return {
    title: event.courseTitle,
    href: event.answer === 'confirmed' ? paths.eventIRun({ id: event.eventId }) : null,
    when: when(event),
    where: where(event),
    words: wordsOf(event, isComing),
    answerHref: isComing && !event.isCancelled ? paths.eventIRunAnswer({ id: event.eventId }) : null,
    canConfirm: event.answer === 'asked',
  };
}

function wordsOf({ isCancelled, answer, part }: OwnEventView, isComing: boolean): string {
  if (isCancelled) return 'This event was cancelled';
  if (answer === 'asked') return isComing ? 'You are asked to give this training' : 'You did not answer';
  return part === 'lead' ? 'Lead trainer' : 'Co-trainer';
}
