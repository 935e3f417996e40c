import { Box } from '@mui/material';
import { useDemonstration } from '../api/demonstration';
import { colours } from '../look/colours';
import { momentInWords } from '../words/london-time';
import { MoveTheClock } from './move-the-clock';

/** Stands on the sign-in page too, where nobody may ask for roles: that would sign out again and again. */
export function DemonstrationBanner({ mayMoveTheClock = false }: { mayMoveTheClock?: boolean }) {
  const { data } = useDemonstration();
  if (!data?.present || !data.now) return null;
  return (
    <Box
      component="section"
      aria-label="Demonstration"
      sx={{
        bgcolor: colours.amber,
        color: colours.ink,
        px: { xs: 2, lg: 3 },
        py: 0.75,
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 1,
      }}
    >
      <span>
        <strong>Demonstration data.</strong> The clock stands at {momentInWords(data.now)}.
      </span>
      {mayMoveTheClock ? <MoveTheClock now={data.now} offsetMs={data.offsetMs ?? 0} /> : null}
    </Box>
  );
}
