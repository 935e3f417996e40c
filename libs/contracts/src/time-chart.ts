import { CHART_LETTERS, type ChartRoom } from './gain-chart';
import type { GroupShare, StandingQuestionRow } from './question-reports';

/** One share at one time, in per cent, unrounded, and as the words that stand for it. */
export interface TimePoint {
  percent: number;
  ci95: [low: number, high: number];
  label: string;
}

/** What a line of a chart over time is called; the look tells lines apart without colour. */
export interface TimeLine {
  name: string;
  look: keyof typeof LINE_LOOKS;
  /** One for each period; null where nothing is shown. */
  points: (TimePoint | null)[];
}

export interface TimeLines {
  periods: string[];
  lines: TimeLine[];
}

/** Awareness is a whole line with dots, use a broken one with diamonds. */
export const LINE_LOOKS = {
  dots: { stroke: '#0b5d5e', fill: '#0b5d5e', outline: '#0b5d5e', dash: null },
  diamonds: { stroke: '#0b2b2c', fill: '#f2a33a', outline: '#0b2b2c', dash: [6, 5] },
} as const;

/**
 * What a chart of a standing question shows: a line for awareness, and one for use where a question follows. In: rows of
 * one question and one stage, in order, and how a share of counts reads. A share that is kept back has no point.
 */
export function timeLines(
  rows: readonly StandingQuestionRow[],
  inWords: (count: number, of: number) => string,
): TimeLines {
  const point = (share: GroupShare | null): TimePoint | null => {
    if (share === null || share.count === null || !share.n) return null;
    const [low, high] = share.ci95;
    if (share.percent === null || low === null || high === null) return null;
    return { percent: share.percent, ci95: [low, high], label: inWords(share.count, share.n) };
  };
  const hasUse = rows.some(({ used }) => used !== null);
  const lines: TimeLine[] = [
    { name: hasUse ? 'Aware' : 'Yes', look: 'dots', points: rows.map(({ aware }) => point(aware)) },
    ...(hasUse ? [{ name: 'Used it', look: 'diamonds' as const, points: rows.map(({ used }) => point(used)) }] : []),
  ];
  return {
    periods: rows.map(({ period }) => period),
    lines: lines.filter(({ points }) => points.some((one) => one !== null)),
  };
}

/** The chart in words, for people who do not see it. */
export function timeInWords({ periods, lines }: TimeLines): string {
  return lines
    .map(({ name, points }) => {
      const shares = points.flatMap((point, index) => (point ? [`${periods[index] ?? ''} ${point.label}`] : []));
      return `${name}: ${shares.join(', ')}.`;
    })
    .join(' ');
}

const COLOURS = { ink: '#0b2b2c', muted: '#56666b', line: '#cfdad8', ground: '#ffffff' };
const PLOT = 220;
const TOP = 14;
const SPACE = 10;
const NARROW = 420;
const LINE_HEIGHT = 19;
const CAP = 4;
/** Points of two lines stand so far apart that their whiskers are told apart. */
const APART = 9;
const SIZE = 5;

interface Coordinates {
  coord(point: [number, number]): number[];
}

type Shape = Record<string, unknown>;

/**
 * A chart over time as options for ECharts: shares from zero to 100%, a point for each period with a whisker for its
 * 95% interval, joined to a line that is named at its end with its last share. Nothing joins over a period that is not
 * shown. Out: the options and the height that they need.
 */
export function timeChart(
  { periods, lines }: TimeLines,
  { width, fontFamily, widthOf }: ChartRoom,
): { height: number; option: Record<string, unknown> } {
  const words = periods.map(broken);
  const left = SPACE + widthOf('100%');
  const names = lines.map((line) => endWords(line, width < NARROW));
  const right = 2 * SPACE + Math.max(0, ...names.flat().map(widthOf));
  const slot = Math.max(1, (width - left - right) / Math.max(1, periods.length));
  const every = Math.max(1, Math.ceil((Math.max(0, ...words.flat().map(widthOf)) + SPACE) / slot));
  const bottom = LINE_HEIGHT * Math.max(1, ...words.map((of) => of.length)) + SPACE;
  const option = {
    animation: false,
    textStyle: { fontFamily },
    grid: { left, right, top: TOP, height: PLOT, outerBoundsMode: 'none' },
    xAxis: {
      type: 'category',
      data: words.map((of) => of.join('\n')),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: COLOURS.ink } },
      axisLabel: {
        // The newest is always named.
        interval: (index: number) => (periods.length - 1 - index) % every === 0,
        color: COLOURS.ink,
        fontSize: 14,
        lineHeight: LINE_HEIGHT,
      },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: 100,
      interval: 25,
      axisLabel: { formatter: '{value}%', color: COLOURS.muted, fontSize: 14 },
      splitLine: { lineStyle: { color: COLOURS.line } },
    },
    series: [
      {
        type: 'custom',
        silent: true,
        clip: false,
        data: [[0, 0]],
        renderItem: (_item: unknown, api: Coordinates) => ({
          type: 'group',
          children: [
            ...lines.flatMap((line, index) => drawn(line, offsetOf(index, lines.length), api)),
            ...endNames(lines, names, api, { x: width - right + SPACE, fontFamily }),
          ],
        }),
      },
    ],
  };
  return { height: TOP + PLOT + bottom, option };
}

/** 'April to June 2024' on two lines, shortened; a year as it is. */
function broken(period: string): string[] {
  const [, first, last, year] = /^(\p{L}{3})\p{L}* to (\p{L}{3})\p{L}* (\d{4})$/u.exec(period) ?? [];
  return first === undefined ? [period] : [`${first}–${last}`, year ?? ''];
}

function endWords({ name, points }: TimeLine, isNarrow: boolean): string[] {
  const last = points.findLast((point) => point !== null);
  if (!last) return [name];
  return isNarrow ? [name, last.label] : [`${name} ${last.label}`];
}

function offsetOf(index: number, lines: number): number {
  return (index - (lines - 1) / 2) * APART;
}

/** A line through neighbouring points, then whiskers and points on top of it. */
function drawn({ look, points }: TimeLine, offset: number, api: Coordinates): Shape[] {
  const { stroke, fill, outline, dash } = LINE_LOOKS[look];
  const at = (index: number, percent: number): [number, number] => {
    const [x = 0, y = 0] = api.coord([index, percent]);
    return [x + offset, y];
  };
  const joins = points.slice(1).flatMap((point, index) => {
    const before = points[index];
    if (!point || !before) return [];
    const shape = { points: [at(index, before.percent), at(index + 1, point.percent)] };
    return [
      { type: 'polyline', shape, style: { stroke, fill: 'none', lineWidth: 2, ...(dash && { lineDash: dash }) } },
    ];
  });
  const marks = points.flatMap((point, index) => {
    if (!point) return [];
    const [x, y] = at(index, point.percent);
    const [low, high] = [at(index, point.ci95[0])[1], at(index, point.ci95[1])[1]];
    const whisker = [
      { x1: x, y1: low, x2: x, y2: high },
      { x1: x - CAP, y1: low, x2: x + CAP, y2: low },
      { x1: x - CAP, y1: high, x2: x + CAP, y2: high },
    ].map((shape) => ({ type: 'line', shape, style: { stroke: COLOURS.ink, lineWidth: 1.25 } }));
    const style = { fill, stroke: outline, lineWidth: 1.5 };
    const mark =
      look === 'dots'
        ? { type: 'circle', shape: { cx: x, cy: y, r: SIZE }, style }
        : { type: 'polygon', shape: { points: diamond(x, y, SIZE + 1.5) }, style };
    return [...whisker, mark];
  });
  return [...joins, ...marks];
}

function diamond(x: number, y: number, size: number): [number, number][] {
  return [
    [x, y - size],
    [x + size, y],
    [x, y + size],
    [x - size, y],
  ];
}

/** The name of each line at the height of its last point, moved apart where two would stand on each other. */
function endNames(
  lines: readonly TimeLine[],
  names: readonly string[][],
  api: Coordinates,
  { x, fontFamily }: { x: number; fontFamily: string },
): Shape[] {
  const heights = lines.map(
    ({ points }) => api.coord([0, points.findLast((one) => one !== null)?.percent ?? 0])[1] ?? 0,
  );
  const places = apart(heights, LINE_HEIGHT * Math.max(1, ...names.map((words) => words.length)) + 3);
  return names.map((words, index) => ({
    type: 'text',
    style: {
      text: words.join('\n'),
      x,
      y: places[index] ?? 0,
      fontFamily,
      fontSize: CHART_LETTERS,
      fontWeight: 'bold',
      lineHeight: LINE_HEIGHT,
      verticalAlign: 'middle',
      fill: COLOURS.ink,
    },
  }));
}

/** Heights that keep their order and are at least so far from each other; those that are too near move by the same way. */
export function apart(heights: readonly number[], room: number): number[] {
  const order = heights.map((height, index) => ({ height, index })).sort((one, other) => one.height - other.height);
  const placed = order.map(({ height }) => height);
  for (let next = 1; next < placed.length; next += 1) {
    const missing = room - ((placed[next] ?? 0) - (placed[next - 1] ?? 0));
    if (missing <= 0) continue;
    placed[next - 1] = (placed[next - 1] ?? 0) - missing / 2;
    placed[next] = (placed[next] ?? 0) + missing / 2;
  }
  return heights.map((_height, index) => placed[order.findIndex((one) => one.index === index)] ?? 0);
}
