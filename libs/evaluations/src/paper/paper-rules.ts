import type { AnsweringWindow } from '../evaluation-windows';

/** Whether answers on paper are taken now, and whether they come too late for the figures. */
export interface PaperTime {
  isOpen: boolean;
  isLate: boolean;
}

/**
 * Paper is filled in on the day and typed in afterwards: what was asked before is taken until the form after closes,
 * as if it had come in time. Later it enters no figure.
 */
export function paperTime(own: AnsweringWindow | null, after: AnsweringWindow | null, now: Date): PaperTime {
  if (!own || !after) return { isOpen: false, isLate: false };
  return { isOpen: now >= own.opensAt, isLate: now >= after.closesAt };
}
