import { Alert, Box } from '@mui/material';
import type { GroupBookingResult, GroupBookingView } from '@roundtable/contracts';
import { BOOKING_STATUS } from '../../words/labels';

/** What became of each person that was booked for. */
export function GroupOutcome({ outcome: { booked, results } }: { outcome: GroupBookingView }) {
  return (
    <Box role="status">
      <Alert severity={booked ? 'success' : 'warning'} sx={{ my: 1.5 }}>
        {booked ? 'It is done.' : 'Not everybody can be booked, so nothing was done.'}
        <ul>
          {results.map((result, index) => (
            <li key={result.bookingId ?? `${index}${result.name}`}>
              {result.name}: {inWords(result)}
            </li>
          ))}
        </ul>
      </Alert>
    </Box>
  );
}

function inWords({ status, refusal }: GroupBookingResult): string {
  if (!refusal) return status ? BOOKING_STATUS[status].toLowerCase() : 'could be booked';
  const missing = (refusal.missing ?? []).map(({ title }) => title).join(', ');
  return missing ? `${refusal.title} Missing: ${missing}.` : refusal.title;
}
