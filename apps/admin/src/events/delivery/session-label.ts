import type { EventView } from '@roundtable/contracts';
import { dayInWords } from '../../words/london-time';

/** Such as 'Session 2: Wed 22 May 2024', or that an item is of all sessions. */
export function sessionLabel({ sessions }: Pick<EventView, 'sessions'>, sessionId: string | null): string {
  const index = sessions.findIndex(({ id }) => id === sessionId);
  const session = sessions[index];
  return session ? `Session ${index + 1}: ${dayInWords(session.startsAt)}` : 'Every session';
}
