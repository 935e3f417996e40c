import { Box } from '@mui/material';
import { colours } from '../look/colours';
import { capitalised } from '../words/labels';
import type { SectorShare } from './seats';

/** Which sectors hold the places: one line each, from zero, all on the same scale. */
export function MixMeter({ mix }: { mix: readonly SectorShare[] }) {
  const most = Math.max(1, ...mix.map(({ people }) => people));
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
      {mix.map(({ sector, people }) => (
        <Box key={sector} sx={{ display: 'contents' }}>
          <dt>{capitalised(sector)}</dt>
          <Box component="dd" sx={{ m: 0, display: 'flex', alignItems: 'center', gap: 1 }}>
            <Box
              component="span"
              aria-hidden="true"
              sx={{ height: 12, width: `${(80 * people) / most}%`, bgcolor: colours.teal, borderRadius: 0.25 }}
            />
            <strong>{people}</strong>
          </Box>
        </Box>
      ))}
    </Box>
  );
}
