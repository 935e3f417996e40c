import { describe, expect, it } from '@jest/globals';
import { gapsInWords, monthsOf, plannerRow } from './planner-rules';

describe('the year planner', () => {
  it('runs from April to March', () => {
    expect([monthsOf('2026-27')[0], monthsOf('2026-27')[8], monthsOf('2026-27')[9], monthsOf('2026-27')[11]]).toEqual([
      '2026-04',
      '2026-12',
      '2027-01',
      '2027-03',
    ]);
  });

  it.each([
    [[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 'None all year'],
    [[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], ''],
    [[0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 0], 'None from April to July and in March'],
    [[1, 0, 1, 0, 1, 0, 0, 1, 1, 1, 1, 1], 'None in May, in July and from September to October'],
  ])('says in words where there is nothing: %p', (counts, words) => {
    expect(gapsInWords(counts)).toBe(words);
  });

  it('tells drafts from what is published, and a draft fills a gap', () => {
    const facts = { name: 'Neglect', courseId: 'n', topic: null, level: null };
    const row = plannerRow(facts, [
      { courseId: 'n', month: 0, isDraft: false },
      { courseId: 'n', month: 1, isDraft: true },
    ]);
    expect(row.months.slice(0, 3)).toEqual([
      { published: 1, drafts: 0 },
      { published: 0, drafts: 1 },
      { published: 0, drafts: 0 },
    ]);
    expect([row.total, row.gaps]).toEqual([2, 'None from June to March']);
  });
});
