import { Box } from '@mui/material';
import type { EventView } from '@roundtable/contracts';
import { AddPerson } from './add-person';
import { BookGroup } from './book-group';
import { BookSomebody } from './book-somebody';

/** The ways in which staff give places. */
export function StaffBookingActions({ event }: { event: EventView }) {
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mt: 2 }}>
      <BookSomebody event={event} />
      <BookGroup event={event} />
      <AddPerson event={event} />
    </Box>
  );
}
