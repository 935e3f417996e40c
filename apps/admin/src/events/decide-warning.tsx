import { Alert } from '@mui/material';
import type { EventView } from '@roundtable/contracts';
import { useNow } from '../api/demonstration';
import { plural } from '../words/figures';
import { dateInWords, londonDateAfter } from '../words/london-time';
import { useEventTerms } from './use-event-terms';

/** Stands at the top of an event that has fewer people than it needs. */
export function DecideWarning({ event }: { event: EventView }) {
  const { data: terms } = useEventTerms(event.id);
  const now = useNow();
  if (!terms || !now || event.status !== 'published') return null;
  const { minimumPlaces, decideBy } = terms;
  if (minimumPlaces === null || decideBy === null || event.placesHeld >= minimumPlaces) return null;
  const isDue = londonDateAfter(now, 0) >= decideBy;
  return (
    <Alert severity="warning" sx={{ mb: 2.5 }}>
      {plural(event.placesHeld, 'place is', 'places are')} held of {minimumPlaces} needed.{' '}
      {isDue
        ? `This was to be decided by ${dateInWords(decideBy)}: promote it, change the number, or cancel it now.`
        : `Decide by ${dateInWords(decideBy)} whether it goes ahead.`}
    </Alert>
  );
}
