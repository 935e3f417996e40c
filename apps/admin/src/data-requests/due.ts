import { plural } from '../words/figures';
import { toLondon } from '../words/london-time';

const DAY_MS = 86_400_000;

export interface Due {
  /** Such as 'in 12 days', 'today' or 'overdue by 2 days'. */
  words: string;
  isOverdue: boolean;
}

/** How far off a due date is, counted in London days; a request is overdue from the moment it was due. */
export function dueInWords(dueAt: string, now: Date): Due {
  const days = Math.round((londonDay(new Date(dueAt)) - londonDay(now)) / DAY_MS);
  const isOverdue = new Date(dueAt) < now;
  if (isOverdue)
    return { words: days === 0 ? 'overdue since today' : `overdue by ${plural(-days, 'day', 'days')}`, isOverdue };
  return { words: days === 0 ? 'today' : `in ${plural(days, 'day', 'days')}`, isOverdue };
}

function londonDay(instant: Date): number {
  return Date.parse(`${toLondon(instant).date}T00:00:00Z`);
}
