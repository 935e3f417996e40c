import type { EventView } from '@roundtable/contracts';
import { dayInWords } from '../words/london-time';

/** Whether people had places on it, it is over, and nobody has closed its register. */
export function hasOpenRegister({ status, placesHeld, registerClosedAt }: EventView): boolean {
  return status === 'ended' && placesHeld > 0 && registerClosedAt === null;
}

/** Such as 'Neglect, Wed 22 May 2024'. */
export function eventInWords({ courseTitle, startsAt }: Pick<EventView, 'courseTitle' | 'startsAt'>): string {
  return startsAt ? `${courseTitle}, ${dayInWords(startsAt)}` : courseTitle;
}
