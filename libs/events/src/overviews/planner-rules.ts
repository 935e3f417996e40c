import type { YearPlannerRow } from '@roundtable/contracts';

const MONTHS = 'April May June July August September October November December January February March'.split(' ');

export interface PlannedMonth {
  courseId: string;
  /** From 0 for April to 11 for March. */
  month: number;
  isDraft: boolean;
}

/** The twelve months of a partnership year, as '2026-04' to '2027-03'. */
export function monthsOf(year: string): string[] {
  const first = Number(year.slice(0, 4));
  return MONTHS.map((_, index) =>
    index < 9 ? `${first}-${String(index + 4).padStart(2, '0')}` : `${first + 1}-${String(index - 8).padStart(2, '0')}`,
  );
}

/** One line of the planner: how many events in each month, and where there is none. */
export function plannerRow(
  facts: Pick<YearPlannerRow, 'name' | 'courseId' | 'topic' | 'level'>,
  events: readonly PlannedMonth[],
): YearPlannerRow {
  const months = MONTHS.map((_, month) => {
    const there = events.filter((event) => event.month === month);
    const drafts = there.filter(({ isDraft }) => isDraft).length;
    return { published: there.length - drafts, drafts };
  });
  return {
    ...facts,
    months,
    total: events.length,
    gaps: gapsInWords(months.map(({ published, drafts }) => published + drafts)),
  };
}

/** Where there is nothing: 'None from April to July and in March'; empty where there is something each month. */
export function gapsInWords(counts: readonly number[]): string {
  if (counts.every((count) => count === 0)) return 'None all year';
  const gaps: [first: number, last: number][] = [];
  counts.forEach((count, month) => {
    const open = gaps.at(-1);
    if (count > 0) return;
    if (open && open[1] === month - 1) open[1] = month;
    else gaps.push([month, month]);
  });
  const words = gaps.map(([first, last]) =>
    first === last ? `in ${MONTHS[first]}` : `from ${MONTHS[first]} to ${MONTHS[last]}`,
  );
  if (words.length === 0) return '';
  return `None ${[words.slice(0, -1).join(', '), words.at(-1)].filter(Boolean).join(' and ')}`;
}
