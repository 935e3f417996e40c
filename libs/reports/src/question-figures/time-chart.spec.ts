import { describe, expect, it } from '@jest/globals';
import {
  LINE_LOOKS,
  type GroupShare,
  type StandingQuestionRow,
  apart,
  timeChart,
  timeInWords,
  timeLines,
} from '@roundtable/contracts';
import { BarChart, CustomChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, CustomChart, GridComponent, SVGRenderer]);

const room = { width: 600, fontFamily: 'sans-serif', widthOf: (words: string) => 8 * words.length };
const share = (count: number, of: number): string => `${count}/${of}`;
const of = (count: number, n: number): GroupShare => ({
  n,
  count,
  percent: (100 * count) / n,
  ci95: [10, 90],
  suppressed: false,
});
const keptBack: GroupShare = { n: null, count: null, percent: null, ci95: [null, null], suppressed: true };
const nobody: GroupShare = { n: 0, count: 0, percent: null, ci95: [null, null], suppressed: false };
const row = (period: string, aware: GroupShare, used: GroupShare | null): StandingQuestionRow =>
  ({ period, aware, used }) as StandingQuestionRow;

const rows = [row('2023-24', of(2, 8), nobody), row('2024-25', keptBack, of(2, 8)), row('2025-26', of(4, 8), of(3, 8))];

function drawing(width: number): string {
  const { height, option } = timeChart(timeLines(rows, share), { ...room, width });
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  chart.setOption(option);
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

describe('a chart over time', () => {
  it('has a line for awareness and one for use, and no point where nothing is shown', () => {
    const { periods, lines } = timeLines(rows, share);
    expect(periods).toEqual(['2023-24', '2024-25', '2025-26']);
    expect(lines.map(({ name, points }) => [name, points.map((point) => point?.label ?? null)])).toEqual([
      ['Aware', ['2/8', null, '4/8']],
      ['Used it', [null, '2/8', '3/8']],
    ]);
  });

  it('calls the line of a question that nothing follows by its answer', () => {
    expect(timeLines([row('2023-24', of(2, 8), null)], share).lines.map(({ name }) => name)).toEqual(['Yes']);
  });

  it('can be read in words', () => {
    expect(timeInWords(timeLines(rows, share))).toBe(
      'Aware: 2023-24 2/8, 2025-26 4/8. Used it: 2024-25 2/8, 2025-26 3/8.',
    );
  });

  it('goes from zero to 100%, without a legend: each line is named at its end with its last share', () => {
    const { option } = timeChart(timeLines(rows, share), room);
    expect(option).toMatchObject({ yAxis: { min: 0, max: 100 } });
    expect(option).not.toHaveProperty('legend');
    const svg = drawing(600);
    expect([svg.includes('Aware 4/8'), svg.includes('Used it 3/8'), svg.includes('NaN')]).toEqual([true, true, false]);
  });

  it('joins neighbours alone, so that no line stands for what is kept back', () => {
    // One line of use from 2024-25 to 2025-26, broken; none of awareness over the year between.
    expect(drawing(600).match(/<polyline[^>]*>/g)).toEqual([expect.stringContaining('stroke-dasharray')]);
  });

  it('puts name and share on two lines in a narrow room, and names the newest period whatever the room', () => {
    const svg = drawing(250);
    expect([svg.includes('>Aware<'), svg.includes('>4/8<'), svg.includes('2025-26')]).toEqual([true, true, true]);
    const many = Array.from({ length: 12 }, (_, year) => row(`${2010 + year}-x`, of(4, 8), null));
    const { option } = timeChart(timeLines(many, share), { ...room, width: 300 });
    const { interval } = (option['xAxis'] as { axisLabel: { interval: (index: number) => boolean } }).axisLabel;
    const named = many.map((_row, index) => interval(index));
    expect([named.at(-1), named.filter(Boolean).length < 12]).toEqual([true, true]);
  });

  it('shortens a quarter', () => {
    const { option } = timeChart(timeLines([row('April to June 2024', of(4, 8), null)], share), room);
    expect((option['xAxis'] as { data: string[] }).data).toEqual(['Apr–Jun\n2024']);
  });

  it('moves names apart that would stand on each other, and leaves others where they are', () => {
    expect(apart([100, 40], 20)).toEqual([100, 40]);
    expect(apart([50, 46], 20)).toEqual([58, 38]);
  });

  it('tells its lines apart without colour', () => {
    expect(new Set(Object.values(LINE_LOOKS).map(({ dash }) => String(dash))).size).toBe(2);
  });
});
