import { Box } from '@mui/material';
import { colours } from '../look/colours';
import { capitalised } from '../words/labels';
import type { MixLine } from './seats';

/** Which sectors hold the places, beside what was expected and is kept: one line each, from zero, on one scale. */
export function MixMeter({ mix }: { mix: readonly MixLine[] }) {
  const most = Math.max(1, ...mix.flatMap(({ people, expected, kept }) => [people, expected ?? 0, kept ?? 0]));
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        maxWidth: '44rem',
        display: 'grid',
        gridTemplateColumns: 'minmax(8rem, 14rem) 1fr',
        columnGap: 2,
        rowGap: 0.25,
      }}
    >
      {mix.map(({ sector, people, expected, kept }) => (
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
            </Box>
          </Box>
        </Box>
      ))}
    </Box>
  );
}
