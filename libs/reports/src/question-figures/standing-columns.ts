import { type GroupShare, MODE_LABELS, type StandingQuestionRow } from '@roundtable/contracts';
import { type FigureColumn, ONE_DECIMAL, WHOLE } from './figure-sheet';

type Column = FigureColumn<StandingQuestionRow>;

export const STANDING_COLUMNS: Column[] = [
  { name: 'question_id', cell: ({ questionId }) => questionId },
  { name: 'question', heading: 'Question', width: 40, cell: ({ wording }) => wording },
  { name: 'use_id', cell: ({ useId }) => useId },
  { name: 'use_question', heading: 'Followed by', width: 40, cell: ({ useWording }) => useWording },
  { name: 'stage', heading: 'Asked', cell: ({ stage }) => stage, words: ({ stage }) => MODE_LABELS[stage] },
  { name: 'period', heading: 'Period', width: 24, cell: ({ period }) => period },
  { name: 'from', heading: 'From', width: 12, cell: ({ from }) => from },
  { name: 'to', heading: 'To', width: 12, cell: ({ to }) => to },
  { name: 'part', heading: 'Part of the period', cell: ({ isPart }) => (isPart ? 'part' : '') },
  ...shareColumns('aware', 'Aware', ({ aware }) => aware),
  ...shareColumns('used', 'Used it', ({ used }) => used),
  ...shareColumns('used_of_aware', 'Used it, of those aware', ({ usedOfAware }) => usedOfAware),
  {
    name: 'demonstration',
    heading: 'Demonstration',
    width: 16,
    cell: ({ demonstration }) => (demonstration ? 'demonstration' : ''),
  },
];

function shareColumns(name: string, heading: string, of: (row: StandingQuestionRow) => GroupShare | null): Column[] {
  return [
    { name: `${name}_n`, heading: `${heading}: answered`, format: WHOLE, cell: (row) => of(row)?.n ?? null },
    { name: `${name}_count`, heading: `${heading}: yes`, format: WHOLE, cell: (row) => of(row)?.count ?? null },
    {
      name: `${name}_percent`,
      heading: `${heading}: yes (%)`,
      format: ONE_DECIMAL,
      cell: (row) => of(row)?.percent ?? null,
    },
    {
      name: `${name}_ci95_low`,
      heading: `${heading}: 95% interval, low (%)`,
      format: ONE_DECIMAL,
      cell: (row) => of(row)?.ci95[0] ?? null,
    },
    {
      name: `${name}_ci95_high`,
      heading: `${heading}: 95% interval, high (%)`,
      format: ONE_DECIMAL,
      cell: (row) => of(row)?.ci95[1] ?? null,
    },
    {
      name: `${name}_suppressed`,
      heading: `${heading}: note`,
      width: 22,
      cell: (row) => (of(row)?.suppressed ? 'fewer than 5 answered' : ''),
    },
  ];
}
