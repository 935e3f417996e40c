import type { EventMixView } from '@roundtable/contracts';
import { useAnswer } from '../api/use-answer';
import { eventPath } from './event-path';

/** Which sectors hold the places of an event, beside what was expected and is kept. */
export function useEventMix(eventId: string) {
  return useAnswer<EventMixView>(eventPath(eventId, 'mix'));
}
