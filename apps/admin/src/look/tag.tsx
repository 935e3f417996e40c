import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { colours } from './colours';

export type Tone = 'plain' | 'good' | 'attention' | 'bad' | 'brand';

const FILLS: Record<Tone, string> = {
  plain: '#e8edec',
  good: colours.greenLight,
  attention: colours.amberLight,
  bad: colours.redLight,
  brand: colours.tealLight,
};

/** A short state in words; the fill only supports what the words say. */
export function Tag({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-block',
        bgcolor: FILLS[tone],
        color: colours.ink,
        px: 1,
        borderRadius: 0.5,
        whiteSpace: { xs: 'normal', lg: 'nowrap' },
      }}
    >
      {children}
    </Box>
  );
}

/** Stands wherever invented data is shown. */
export function DemonstrationTag() {
  return (
    <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.875rem', fontStyle: 'italic' }}>
      demonstration
    </Box>
  );
}
