import { type FilledTemplate, dateInWords, filled, whenInWords } from '@roundtable/platform';
import { TRAINER_DIARY } from './trainer.templates';

/** What a mail says that carries one session of a training for its trainer's diary. */
export interface TrainerDiaryFacts {
  title: string;
  startsAt: Date;
  endsAt: Date;
  place: string;
  /** The trainer's own page; empty for a trainer without an account. */
  url: string | null;
}

/** The mail around an invitation: the diary is told by the file, and this by whoever reads it. */
export function trainerDiaryLetter(
  method: 'REQUEST' | 'CANCEL',
  isNew: boolean,
  { title, startsAt, endsAt, place, url }: TrainerDiaryFacts,
): FilledTemplate {
  const template = TRAINER_DIARY[method === 'CANCEL' ? 'taken-out' : isNew ? 'put-in' : 'changed'];
  return filled(
    template,
    { course: title, date: dateInWords(startsAt) },
    {
      facts: [
        { label: 'Training', value: title },
        { label: 'When', value: whenInWords(startsAt, endsAt) },
        { label: 'Where', value: place },
      ],
      ...(url !== null && { url }),
    },
  );
}
