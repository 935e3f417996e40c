import { type OwnEventView, paths } from '@roundtable/contracts';
import type { PageModel } from '../frame/site-pages';
import { when, where } from '../frame/words';

export interface TrainerAnswerPage extends PageModel {
  action: string;
  words: string;
  facts: { key: string; value: string }[];
  canConfirm: boolean;
  canDecline: boolean;
}

const WORDS = {
  asked: 'You are asked to give this training.',
  confirmed: 'You said that you can give this training. If that changes, say so here.',
  declined: 'You said that you cannot give this training. If that changes, say so here.',
};

/** What a trainer is asked, and what they said. */
export function trainerAnswerPage(asked: OwnEventView, token: string, now: Date): TrainerAnswerPage {
  const isOver = asked.isCancelled || (asked.endsAt !== null && new Date(asked.endsAt) <= now);
  return {
    title: isOver || asked.answer !== 'asked' ? asked.courseTitle : 'Can you give this training?',
    isPersonal: true,
    action: paths.trainerAnswer({ token }),
    words: asked.isCancelled
      ? 'This event is cancelled. You do not need to come.'
      : isOver
        ? 'This event is over.'
        : WORDS[asked.answer],
    facts: [
      { key: 'Training', value: asked.courseTitle },
      { key: 'When', value: when(asked) },
      { key: 'Where', value: where(asked) },
      { key: 'Your part', value: asked.part === 'lead' ? 'Lead trainer' : 'Co-trainer' },
    ],
    canConfirm: !isOver && asked.answer !== 'confirmed',
    canDecline: !isOver && asked.answer !== 'declined',
  };
}
