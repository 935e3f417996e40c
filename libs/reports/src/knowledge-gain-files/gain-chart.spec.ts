import { describe, expect, it } from '@jest/globals';
import {
  type ChartStatement,
  type KnowledgeGainRow,
  MODE_FILLS,
  chartInWords,
  chartStatements,
  gainChart,
} from '@roundtable/contracts';

const share = (count: number, of: number): string => `${count}/${of}`;
const room = { width: 300, fontFamily: 'sans-serif', widthOf: (words: string) => 10 * words.length };

function row(statement: string, paired: Partial<KnowledgeGainRow['paired']>): KnowledgeGainRow {
  return { statement, paired } as KnowledgeGainRow;
}

const learnt = row('Early signs', {
  n: 8,
  beforeGoodOrBetter: 1,
  afterGoodOrBetter: 8,
  beforeCi95: [2, 47],
  afterCi95: [67, 100],
});
const keptBack = row('Thresholds', {
  n: null,
  beforeGoodOrBetter: null,
  afterGoodOrBetter: null,
  beforeCi95: [null, null],
  afterCi95: [null, null],
});
const withoutPairs = row('Referrals', { ...keptBack.paired, n: 0 });

describe('the chart of a course', () => {
  it('has the shares of the same people, and no bar for what is kept back or has no pairs', () => {
    const statements = chartStatements([learnt, keptBack, withoutPairs], share);
    expect(statements).toEqual([
      {
        statement: 'Early signs',
        bars: [
          { mode: 'before', percent: 12.5, ci95: [2, 47], label: '1/8' },
          { mode: 'after', percent: 100, ci95: [67, 100], label: '8/8' },
        ],
      },
    ]);
    expect(chartInWords(statements)).toBe('Early signs: before 1/8, after 8/8.');
  });

  it('starts at zero, ends at 100%, and names each bar at its side', () => {
    const { option } = gainChart(chartStatements([learnt], share), room);
    expect(option).toMatchObject({ xAxis: { min: 0, max: 100 }, yAxis: { data: ['', 'Before', 'After'] } });
    expect(option).not.toHaveProperty('legend');
  });

  it('breaks a long statement into lines that fit, and grows by them', () => {
    const long: ChartStatement[] = [{ ...chartStatements([learnt], share)[0]!, statement: 'word '.repeat(20).trim() }];
    const { height, option } = gainChart(long, room);
    expect((option['yAxis'] as { data: string[] }).data).toEqual(['', '', '', '', 'Before', 'After']);
    expect(height).toBeGreaterThan(gainChart(chartStatements([learnt], share), room).height);
  });

  it('puts the names of modes above their bars where they would leave these no room', () => {
    const bar = { mode: 'retrospective-before', percent: 25, ci95: [9, 53], label: '3/12' } as const;
    const narrow: ChartStatement[] = [{ statement: 'Early signs', bars: [{ ...bar, ci95: [9, 53] }] }];
    const { height, option } = gainChart(narrow, room);
    expect((option['yAxis'] as { data: string[] }).data).toEqual(['', '', '']);
    const wide = gainChart(narrow, { ...room, width: 900 });
    expect((wide.option['yAxis'] as { data: string[] }).data).toEqual(['', 'Before, as remembered after']);
    expect(height).toBeGreaterThan(wide.height);
  });

  it('tells the modes apart without colour: no two have the same fill and outline', () => {
    const looks = Object.values(MODE_FILLS).map(({ fill, outline }) => `${fill} ${outline}`);
    expect(new Set(looks).size).toBe(looks.length);
  });
});
