import { Box } from '@mui/material';
import { colours } from '../look/colours';
import { interval, percent } from '../words/figures';

const WIDTH = 320;
const LEFT = 62;
const SCALE = (WIDTH - LEFT - 58) / 100;
const BAR = 28;

interface BeforeAfterChartProps {
  /** Per cent of the paired people. */
  before: number;
  after: number;
  /** Of the difference, in points. */
  ci95: readonly [number | null, number | null];
}

const within = (value: number) => Math.min(100, Math.max(0, value));

/** Two bars from zero; the whisker on the second is the interval of the difference, seen from the first. */
export function BeforeAfterChart({ before, after, ci95 }: BeforeAfterChartProps) {
  const [low, high] = ci95;
  const hasInterval = low !== null && high !== null;
  const from = LEFT + SCALE * within(before + (low ?? 0));
  const to = LEFT + SCALE * within(before + (high ?? 0));
  const afterY = 50;
  const middle = afterY + BAR / 2;
  const afterEnd = Math.max(LEFT + SCALE * after, hasInterval ? to : 0);
  const words = `Before ${percent(before)}, after ${percent(after)}${hasInterval ? `; difference in points, 95% interval ${interval(ci95)}` : ''}`;
  return (
    <Box
      component="svg"
      role="img"
      aria-label={words}
      viewBox={`0 0 ${WIDTH} 112`}
      sx={{ width: WIDTH, maxWidth: '100%', height: 'auto', display: 'block', fontSize: 16, fill: colours.ink }}
    >
      <text x={0} y={10 + BAR / 2} dominantBaseline="central">
        Before
      </text>
      <rect x={LEFT} y={10} width={SCALE * before} height={BAR} fill={colours.slate} />
      <text x={LEFT + SCALE * before + 8} y={10 + BAR / 2} dominantBaseline="central" fontWeight={700}>
        {percent(before)}
      </text>
      <text x={0} y={middle} dominantBaseline="central">
        After
      </text>
      <rect x={LEFT} y={afterY} width={SCALE * after} height={BAR} fill={colours.teal} />
      {hasInterval ? (
        <>
          <Whisker from={from} to={to} y={middle} stroke="#ffffff" width={4} />
          <Whisker from={from} to={to} y={middle} stroke={colours.ink} width={1.5} />
        </>
      ) : null}
      <text x={afterEnd + 8} y={middle} dominantBaseline="central" fontWeight={700}>
        {percent(after)}
      </text>
      <line x1={LEFT} x2={LEFT} y1={4} y2={86} stroke={colours.ink} />
      {[0, 50, 100].map((tick) => (
        <text key={tick} x={LEFT + SCALE * tick} y={104} textAnchor="middle" fontSize={14} fill={colours.muted}>
          {tick}%
        </text>
      ))}
    </Box>
  );
}

function Whisker({
  from,
  to,
  y,
  stroke,
  width,
}: {
  from: number;
  to: number;
  y: number;
  stroke: string;
  width: number;
}) {
  return (
    <path
      d={`M${from} ${y - 6}V${y + 6}M${from} ${y}H${to}M${to} ${y - 6}V${y + 6}`}
      stroke={stroke}
      strokeWidth={width}
      fill="none"
    />
  );
}
