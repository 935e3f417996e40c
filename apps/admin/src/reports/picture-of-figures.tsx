import { Box } from '@mui/material';
import { Suspense, lazy } from 'react';
import type { Drawing } from './drawn-chart';

const DrawnChart = lazy(() => import('./drawn-chart'));

/** A picture for whoever sees it, words for whoever does not; the drawing comes after the page. */
export function PictureOfFigures({ words, drawing }: { words: string; drawing: Drawing }) {
  return (
    <Box role="img" aria-label={words} sx={{ minWidth: 0, maxWidth: '44rem' }}>
      <Suspense fallback={null}>
        <DrawnChart drawing={drawing} />
      </Suspense>
    </Box>
  );
}
