import { Box } from '@mui/material';
import type { EventView, MixLine } from '@roundtable/contracts';
import { colours } from '../look/colours';
import { plural } from '../words/figures';
import { capitalised } from '../words/labels';
import { InviteLeads } from './invite-leads';

/** Which sectors hold the places, beside what was expected and is kept: one line each, from zero, on one scale. */
export function MixMeter({ event, mix }: { event: EventView; mix: readonly MixLine[] }) {
  const isOpen = event.status === 'published' && event.startsAt !== null;
  const most = Math.max(1, ...mix.flatMap(({ people, expected, kept }) => [people, expected ?? 0, kept ?? 0]));
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        maxWidth: '44rem',
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'minmax(8rem, 14rem) minmax(0, 1fr)' },
        columnGap: 2,
        rowGap: 0.25,
      }}
    >
      {mix.map(({ sector, people, expected, kept, invited }) => (
        <Box key={sector} sx={{ display: 'contents' }}>
          <dt>{capitalised(sector)}</dt>
          <Box component="dd" sx={{ m: 0, display: 'flex', alignItems: 'center', gap: 1 }}>
            <Box component="span" aria-hidden="true" sx={{ position: 'relative', height: 14, flex: '1 1 40%' }}>
              <Box
                component="span"
                sx={{
                  position: 'absolute',
                  inset: '1px auto 1px 0',
                  width: `${(92 * people) / most}%`,
                  bgcolor: colours.teal,
                  borderRadius: 0.25,
                }}
              />
              {expected === null ? null : (
                <Box
                  component="span"
                  sx={{
                    position: 'absolute',
                    inset: '-2px auto -2px 0',
                    left: `${(92 * expected) / most}%`,
                    borderLeft: `3px solid ${colours.ink}`,
                  }}
                />
              )}
            </Box>
            <Box component="span" sx={{ flex: '1 1 60%' }}>
              <strong>{people}</strong>
              {expected === null ? null : ` of ${expected} expected`}
              {kept === null ? null : `${expected === null ? ' ' : ', '}${kept} kept`}
              {invited > 0 ? `, ${plural(invited, 'lead', 'leads')} invited` : null}{' '}
              {isOpen && people < Math.max(expected ?? 0, kept ?? 0) ? (
                <InviteLeads event={event} sector={sector} />
              ) : null}
            </Box>
          </Box>
        </Box>
      ))}
    </Box>
  );
}
