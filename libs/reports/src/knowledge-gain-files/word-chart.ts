import { type ChartStatement, MODE_FILLS, MODE_LABELS, type FormStage, chartInWords } from '@roundtable/contracts';
import { ChartRun, type ChartSeries } from 'docx/charts';

const WIDTH = 640;
const OF_BAR = 24;
const OF_STATEMENT = 26;
const OF_SCALE = 64;
const INK = '0B2B2C';
/** Bars have no outline in Word, so those that live by theirs elsewhere are darker here. */
const WITHOUT_OUTLINE: Partial<Record<FormStage, string>> = {
  'retrospective-before': '8C8C8C',
  'follow-up': 'C98200',
};
/** On a shorter bar its words would run over the end. */
const HOLDS_WORDS = 12;

/** The chart as Word's own, with its data in a workbook inside, so that it can be edited there. */
export function wordChart(statements: readonly ChartStatement[], title: string): ChartRun {
  const modes = [...new Set(statements.flatMap(({ bars }) => bars.map(({ mode }) => mode)))];
  return new ChartRun({
    type: 'bar',
    categories: statements.map(({ statement }) => statement),
    series: modes.map((mode) => seriesOf(mode, statements)),
    // A name beside each value would break over lines in a narrow bar, and programs break it in different places.
    legend: { position: 'top', font: { size: 9, color: INK } },
    gapWidth: 60,
    overlap: 0,
    font: { name: 'Arial', color: INK },
    chartArea: { fill: 'FFFFFF', border: 'none' },
    categoryAxis: { reverseOrder: true, font: { size: 9, color: INK } },
    valueAxis: {
      minimum: 0,
      maximum: 100,
      interval: 25,
      numberFormat: '0"%"',
      crossesAt: 'maximum',
      font: { size: 9, color: INK },
    },
    transformation: {
      width: WIDTH,
      height: OF_SCALE + statements.length * (OF_STATEMENT + modes.length * OF_BAR),
    },
    altText: { name: title, title, description: chartInWords(statements) },
  });
}

function seriesOf(mode: FormStage, statements: readonly ChartStatement[]): ChartSeries {
  const bars = statements.map((statement) => statement.bars.find((bar) => bar.mode === mode) ?? null);
  const isDark = mode === 'after';
  return {
    name: MODE_LABELS[mode],
    color: WITHOUT_OUTLINE[mode] ?? MODE_FILLS[mode].fill.slice(1).toUpperCase(),
    values: bars.map((bar) => bar?.percent ?? null),
    dataLabels: {
      value: true,
      position: 'insideBase',
      numberFormat: '0.0"%"',
      font: { size: 9, bold: true, color: isDark ? 'FFFFFF' : INK },
    },
    pointLabels: bars.map((bar) =>
      bar !== null && isDark && bar.percent < HOLDS_WORDS
        ? { value: true, position: 'outsideEnd', font: { size: 9, bold: true, color: INK } }
        : undefined,
    ),
    errorBars: {
      type: 'custom',
      plus: bars.map((bar) => (bar === null ? null : bar.ci95[1] - bar.percent)),
      minus: bars.map((bar) => (bar === null ? null : bar.percent - bar.ci95[0])),
      line: { color: '000000', width: 1.5 },
    },
  };
}
