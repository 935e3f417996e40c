import { Box } from '@mui/material';
import type { EventView } from '@roundtable/contracts';
import type { ReactNode } from 'react';
import { colours } from '../look/colours';
import { plural } from '../words/figures';
import type { Seats } from './seats';

/** Stripes set offered places apart from confirmed ones without relying on colour. */
const STRIPES = `repeating-linear-gradient(135deg, ${colours.teal} 0 4px, #ffffff 4px 8px)`;
const DOTS = `radial-gradient(${colours.ink} 25%, ${colours.amberLight} 28%) 0 0 / 7px 7px`;
const GRID = `repeating-linear-gradient(0deg, ${colours.ink} 0 1px, ${colours.tealLight} 1px 5px)`;

/** How full an event is: each place is a part of the bar, and the words beside it say the same. */
export function SeatBar({ event, seats }: { event: EventView; seats: Seats }) {
  const { capacity, placesHeld, placesFree, waiting } = event;
  const width = (places: number) => `${(100 * places) / Math.max(capacity, placesHeld, 1)}%`;
  const isClosed = event.status === 'ended' || event.status === 'cancelled';
  const kept = isClosed ? 0 : Math.max(0, seats.unheld - placesFree);
  return (
    <>
      <p>
        <strong>{placesHeld}</strong> of {plural(capacity, 'place', 'places')} held
      </p>
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
          bgcolor: '#ffffff',
        }}
      >
        <Box sx={{ background: colours.teal, width: width(seats.confirmed) }} />
        <Box sx={{ background: STRIPES, width: width(seats.offered) }} />
        <Box sx={{ background: DOTS, width: width(seats.awaitingApproval) }} />
        <Box sx={{ background: GRID, width: width(seats.team) }} />
      </Box>
      <Box
        component="ul"
        sx={{ listStyle: 'none', p: 0, m: 0, display: 'flex', flexWrap: 'wrap', columnGap: 4, rowGap: 0.5 }}
      >
        <Part fill={colours.teal} places={seats.confirmed} words="confirmed" />
        {seats.offered > 0 ? <Part fill={STRIPES} places={seats.offered} words="offered" /> : null}
        {seats.awaitingApproval > 0 ? (
          <Part fill={DOTS} places={seats.awaitingApproval} words="awaiting approval" />
        ) : null}
        {seats.team > 0 ? <Part fill={GRID} places={seats.team} words="held by agencies without names" /> : null}
        {isClosed ? null : <Part fill="#ffffff" places={seats.unheld - kept} words="free" />}
        {kept > 0 ? <Part places={kept} words="kept for some sectors, or not open now" /> : null}
        {isClosed ? null : <Part places={waiting} words="waiting" />}
      </Box>
    </>
  );
}

function Part({ fill, places, words }: { fill?: string; places: number; words: ReactNode }) {
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
      {fill ? (
        <Box
          component="span"
          aria-hidden="true"
          sx={{ width: 14, height: 14, background: fill, border: `1px solid ${colours.ink}` }}
        />
      ) : null}
      <span>
        <strong>{places}</strong> {words}
      </span>
    </Box>
  );
}
