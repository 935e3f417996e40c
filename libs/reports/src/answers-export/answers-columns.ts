import type { AnswersExportView } from '@roundtable/contracts';
import { type ExportedAnswer, NOT_SHOWN } from '@roundtable/evaluations';
import { type SheetCell, dateInWords } from '@roundtable/platform';

type Column = { heading: string; width: number; cell: (answer: ExportedAnswer) => SheetCell };

export const ANSWER_COLUMNS: Column[] = [
  { heading: 'respondent', width: 14, cell: ({ respondent }) => respondent },
  { heading: 'event', width: 16, cell: ({ event }) => event },
  { heading: 'course_code', width: 14, cell: ({ courseCode }) => courseCode },
  { heading: 'course', width: 40, cell: ({ course }) => course },
  { heading: 'date', width: 12, cell: ({ date }) => date },
  { heading: 'sector', width: 24, cell: ({ sector }) => sector },
  { heading: 'area', width: 12, cell: ({ area }) => area },
  { heading: 'mode', width: 12, cell: ({ mode }) => mode },
  { heading: 'statement', width: 60, cell: ({ statement }) => statement },
  { heading: 'value', width: 8, cell: ({ value }) => value },
  { heading: 'demonstration', width: 16, cell: ({ demonstration }) => demonstration },
];

export function cellsOf(answer: ExportedAnswer): SheetCell[] {
  return ANSWER_COLUMNS.map(({ cell }) => cell(answer));
}

/** What the file is, for whoever opens it later. */
export function aboutAnswers(
  view: AnswersExportView,
  { from, to, course }: { from?: string; to?: string; course: string | null },
  madeAt: Date,
): SheetCell[][] {
  const period = [from && `from ${dateInWords(from)}`, to && `until ${dateInWords(to)}`].filter(Boolean).join(' ');
  return [
    ['All answers, without names'],
    ...(view.demonstration ? [['Demonstration: this file holds invented data.']] : []),
    [`Taken out on ${dateInWords(madeAt)}. ${view.answers} answers.`],
    [`Events that ended ${period || 'at any time'}. Course: ${course ?? 'all'}.`],
    ['Value: 1 is very poor, 5 is very good. Mode: when the question was asked.'],
    ['Respondent: a number for one person at one event, made for this file alone.'],
    [
      'An event is here once its six weeks for answers are over. Late answers, and those of people who were absent, are not.',
    ],
    [
      'Events that fewer than five people answered have no event and no date: they stand under their course and year, once that year is over.',
    ],
    [
      'Ratings of one time (before, after, follow-up) that fewer than five people of such a group gave are not here. Follow-up is here once nobody can answer it any more.',
    ],
    ...(view.leftOut > 0
      ? [[`Left out: ${view.leftOut} of these courses and years, because fewer than five people answered in them.`]]
      : []),
    [
      `Sector and area say ‘${NOT_SHOWN}’ where fewer than five people of the event share them, or could be worked out from them.`,
    ],
    ['The people who answered were told: confidential, not anonymous. Keep this file as safe as the answers.'],
  ];
}
