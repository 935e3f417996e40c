import { Box } from '@mui/material';
import type { EventView } from '@roundtable/contracts';
import type { ReactNode } from 'react';
import { colours } from '../look/colours';
import { plural } from '../words/figures';

/** How full an event is: each place is a part of the bar, and the words beside it say the same. */
export function SeatBar({ event: { capacity, placesHeld, placesFree, waiting } }: { event: EventView }) {
  const unheld = Math.max(0, capacity - placesHeld);
  const width = (places: number) => `${(100 * places) / Math.max(capacity, placesHeld, 1)}%`;
  return (
    <>
      <Box
        aria-hidden="true"
        sx={{
          display: 'flex',
          height: 22,
          maxWidth: '44rem',
          border: `1px solid ${colours.ink}`,
          borderRadius: 0.5,
          overflow: 'hidden',
          mb: 1.25,
        }}
      >
        <Box sx={{ bgcolor: colours.teal, width: width(placesHeld) }} />
        <Box sx={{ bgcolor: '#ffffff', width: width(unheld) }} />
      </Box>
      <Box
        component="ul"
        sx={{ listStyle: 'none', p: 0, m: 0, display: 'flex', flexWrap: 'wrap', columnGap: 4, rowGap: 0.5 }}
      >
        <Part fill={colours.teal}>
          <strong>{placesHeld}</strong> of {plural(capacity, 'place', 'places')} held
        </Part>
        <Part fill="#ffffff">
          <strong>{placesFree}</strong> free
        </Part>
        <Part>
          <strong>{waiting}</strong> waiting
        </Part>
      </Box>
    </>
  );
}

function Part({ fill, children }: { fill?: string; children: ReactNode }) {
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
      {fill ? (
        <Box
          component="span"
          aria-hidden="true"
          sx={{ width: 14, height: 14, bgcolor: fill, border: `1px solid ${colours.ink}` }}
        />
      ) : null}
      <span>{children}</span>
    </Box>
  );
}
