import { type FormStage, type KnowledgeGainRow, LINE_MANAGER_LABEL } from './evaluations';

/** What a chart or a table calls each measurement mode. */
export const MODE_LABELS: Record<FormStage, string> = {
  before: 'Before',
  after: 'After',
  'retrospective-before': 'Before, as remembered after',
  'follow-up': 'Follow-up',
  'line-manager': LINE_MANAGER_LABEL,
};

/** How a chart fills each mode's bar: no two are alike in greyscale without the label or the outline beside them. */
export const MODE_FILLS: Record<FormStage, { fill: string; outline: string | null }> = {
  before: { fill: '#7d96a0', outline: null },
  after: { fill: '#0b5d5e', outline: null },
  'retrospective-before': { fill: '#ffffff', outline: '#0b2b2c' },
  'follow-up': { fill: '#f2a33a', outline: '#0b2b2c' },
  'line-manager': { fill: '#dfe8e6', outline: '#0b2b2c' },
};

/** One share of a chart, in per cent, unrounded, and as the words that stand at its bar. */
export interface ChartBar {
  mode: FormStage;
  percent: number;
  ci95: [low: number, high: number];
  label: string;
}

export interface ChartStatement {
  statement: string;
  bars: ChartBar[];
}

/**
 * What the chart of a course shows: for each statement with pairs that is not kept back, the share of the same people
 * who rated themselves good or very good before and after. In: rows of one course, and how a share of counts reads.
 */
export function chartStatements(
  rows: readonly KnowledgeGainRow[],
  inWords: (count: number, of: number) => string,
): ChartStatement[] {
  return rows.flatMap(({ statement, paired }) => {
    const bars = [
      barOf('before', paired.n, paired.beforeGoodOrBetter, paired.beforeCi95),
      barOf('after', paired.n, paired.afterGoodOrBetter, paired.afterCi95),
    ].filter((bar) => bar !== null);
    return bars.length === 0 ? [] : [{ statement, bars }];
  });

  function barOf(
    mode: FormStage,
    n: number | null,
    count: number | null,
    [low, high]: [number | null, number | null],
  ): ChartBar | null {
    if (n === null || n === 0 || count === null || low === null || high === null) return null;
    return { mode, percent: (100 * count) / n, ci95: [low, high], label: inWords(count, n) };
  }
}

/** The chart in words, for people who do not see it. */
export function chartInWords(statements: readonly ChartStatement[]): string {
  return statements
    .map(({ statement, bars }) => {
      const shares = bars.map(({ mode, label }) => `${MODE_LABELS[mode].toLowerCase()} ${label}`);
      return `${statement}: ${shares.join(', ')}.`;
    })
    .join(' ');
}

const COLOURS = { ink: '#0b2b2c', muted: '#56666b', line: '#cfdad8', ground: '#ffffff' };
const ROW = 26;
const AXIS = 30;
const SPACE = 10;
const CAP = 5;
/** Names of modes may take so much of the width at the left of the bars; longer ones stand above them. */
const MOST_FOR_NAMES = 0.45;

/** What ECharts gives to whoever draws a shape of their own. */
interface Coordinates {
  coord(point: [number, number]): number[];
  getWidth(): number;
}

interface ChartRow {
  title: string;
  /** Words that name a bar are lighter than a statement. */
  isName?: boolean;
  bar: ChartBar | null;
}

type Shape = Record<string, unknown>;

/** The room that a chart has. */
export interface ChartRoom {
  /** In pixels. */
  width: number;
  fontFamily: string;
  /** How wide words are in bold letters of CHART_LETTERS pixels. */
  widthOf: (words: string) => number;
}

export const CHART_LETTERS = 15;

/**
 * The chart of a course as options for ECharts: a line of bars from zero to 100% under each statement, each named at
 * its left and its share at its right, with whiskers for the 95% interval. Out: the options and the height that they need.
 * The same options draw the screen and the files.
 */
export function gainChart(
  statements: readonly ChartStatement[],
  { width, fontFamily, widthOf }: ChartRoom,
): { height: number; option: Record<string, unknown> } {
  const bars = statements.flatMap((statement) => statement.bars);
  const names = SPACE + Math.max(...bars.map(({ mode }) => widthOf(MODE_LABELS[mode])));
  const areAbove = names > MOST_FOR_NAMES * width;
  const rows = chartRows(statements, areAbove, (words) => widthOf(words) <= width);
  // The first number of the scale has half of its width left of the bars.
  const left = areAbove ? 1.5 * SPACE : names;
  const right = 2 * SPACE + Math.max(...bars.map(({ label }) => widthOf(label)));
  const option = {
    animation: false,
    textStyle: { fontFamily },
    grid: { left, right, top: 0, bottom: AXIS, outerBoundsMode: 'none' },
    xAxis: {
      type: 'value',
      min: 0,
      max: 100,
      interval: width < 500 ? 50 : 25,
      axisLabel: { formatter: '{value}%', color: COLOURS.muted, fontSize: 14 },
      splitLine: { lineStyle: { color: COLOURS.line } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(({ bar }) => (bar && !areAbove ? MODE_LABELS[bar.mode] : '')),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: COLOURS.ink } },
      axisLabel: { interval: 0, color: COLOURS.ink, fontSize: CHART_LETTERS, margin: 10 },
    },
    series: [
      { type: 'bar', barWidth: ROW - 6, silent: true, data: rows.map(({ bar }) => filled(bar)) },
      {
        type: 'custom',
        silent: true,
        z: 3,
        data: rows.map((_row, index) => [0, index]),
        renderItem: ({ dataIndex }: { dataIndex: number }, api: Coordinates) => {
          const row = rows[dataIndex];
          return row ? { type: 'group', children: shapesOf(row, dataIndex, api, fontFamily) } : null;
        },
      },
    ],
  };
  return { height: rows.length * ROW + AXIS, option };
}

/** The lines of each statement's words, then its bars, named above where asked for; an empty line before the next. */
function chartRows(
  statements: readonly ChartStatement[],
  areAbove: boolean,
  fits: (words: string) => boolean,
): ChartRow[] {
  const linesOf = (words: string, isName: boolean): ChartRow[] =>
    wrapped(words, fits).map((title) => ({ title, isName, bar: null }));
  return statements.flatMap(({ statement, bars }, index) => [
    ...(index > 0 ? [{ title: '', bar: null }] : []),
    ...linesOf(statement, false),
    ...bars.flatMap((bar) => [...(areAbove ? linesOf(MODE_LABELS[bar.mode], true) : []), { title: '', bar }]),
  ]);
}

function wrapped(text: string, fits: (words: string) => boolean): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && fits(`${last} ${word}`)) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function filled(bar: ChartBar | null): Shape {
  if (bar === null) return { value: null };
  const { fill, outline } = MODE_FILLS[bar.mode];
  return {
    value: bar.percent,
    itemStyle: { color: fill, ...(outline === null ? {} : { borderColor: outline, borderWidth: 1 }) },
  };
}

function shapesOf({ title, isName, bar }: ChartRow, row: number, api: Coordinates, fontFamily: string): Shape[] {
  const at = (percent: number): { x: number; y: number } => {
    const [x = 0, y = 0] = api.coord([percent, row]);
    return { x, y };
  };
  const fontWeight = isName ? 'normal' : 'bold';
  const face = { fontFamily, fontSize: CHART_LETTERS, fontWeight, verticalAlign: 'middle', fill: COLOURS.ink };
  const text = (words: string, x: number, y: number): Shape => ({
    type: 'text',
    style: { text: words, x, y, ...face },
  });
  if (bar === null) {
    // Words stand on plain ground, not across the lines of the scale.
    const shape = { x: 0, y: at(0).y - ROW / 2, width: api.getWidth(), height: ROW };
    const ground = { type: 'rect', shape, style: { fill: COLOURS.ground } };
    return title === '' ? [ground] : [ground, text(title, 0, at(0).y)];
  }
  const [low, high] = [at(bar.ci95[0]), at(bar.ci95[1])];
  // A pale line under each dark one, so that the whisker is seen on the bar as well.
  const whisker = [
    { stroke: COLOURS.ground, lineWidth: 4 },
    { stroke: COLOURS.ink, lineWidth: 1.5 },
  ].flatMap((style) =>
    [
      { x1: low.x, y1: low.y, x2: high.x, y2: high.y },
      { x1: low.x, y1: low.y - CAP, x2: low.x, y2: low.y + CAP },
      { x1: high.x, y1: high.y - CAP, x2: high.x, y2: high.y + CAP },
    ].map((shape) => ({ type: 'line', shape, style })),
  );
  return [...whisker, text(bar.label, Math.max(high.x, at(bar.percent).x) + 8, high.y)];
}
