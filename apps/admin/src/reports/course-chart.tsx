import { Box } from '@mui/material';
import { type ChartStatement, chartInWords } from '@roundtable/contracts';
import { Suspense, lazy } from 'react';

const DrawnChart = lazy(() => import('./drawn-chart'));

/** A picture for whoever sees it, words for whoever does not; the drawing comes after the page. */
export function CourseChart({ statements }: { statements: readonly ChartStatement[] }) {
  return (
    <Box role="img" aria-label={chartInWords(statements)} sx={{ minWidth: 0, maxWidth: '44rem' }}>
      <Suspense fallback={null}>
        <DrawnChart statements={statements} />
      </Suspense>
    </Box>
  );
}
