import { Box } from '@mui/material';

const DOTS = [0, 1, 2, 3, 4, 5, 6, 7].map((place) => {
  const angle = (place * Math.PI) / 4;
  return { place, x: 16 + 11 * Math.sin(angle), y: 16 - 11 * Math.cos(angle) };
});

/** People round a table, one place taken. */
export function Mark() {
  return (
    <Box
      component="span"
      sx={{ display: 'inline-flex', alignItems: 'center', gap: 1.25, fontWeight: 700, fontSize: 20 }}
    >
      <svg width="28" height="28" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
        {DOTS.map(({ place, x, y }) => (
          <circle
            key={place}
            cx={x}
            cy={y}
            r={3}
            fill={place === 0 ? 'currentColor' : 'none'}
            stroke="currentColor"
            strokeWidth={2}
          />
        ))}
      </svg>
      Roundtable
    </Box>
  );
}
