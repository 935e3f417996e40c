import { type Letter, dateInWords, whenInWords } from '@roundtable/platform';

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
export function trainerDiaryLetter(method: 'REQUEST' | 'CANCEL', isNew: boolean, facts: TrainerDiaryFacts): Letter {
  const day = dateInWords(facts.startsAt);
  const rows = [
    { label: 'Training', value: facts.title },
    { label: 'When', value: whenInWords(facts.startsAt, facts.endsAt) },
    { label: 'Where', value: facts.place },
  ];
  if (method === 'CANCEL')
    return {
      subject: `Out of your calendar: ${facts.title}, ${day}`,
      opening: [
        'You do not give this training, or this part of it, any more. This mail takes it out of your calendar.',
      ],
      facts: rows,
    };
  return {
    subject: `${isNew ? 'For your calendar' : 'Changed in your calendar'}: ${facts.title}, ${day}`,
    opening: [
      isNew
        ? 'You give this training. The calendar invitation is part of this mail.'
        : 'You give this training. This mail changes it in your calendar.',
    ],
    facts: rows,
    ...(facts.url === null ? {} : { action: { label: 'See the training you run', url: facts.url } }),
  };
}
