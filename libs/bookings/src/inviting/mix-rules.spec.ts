import { describe, expect, it } from '@jest/globals';
import { type MixFacts, mixLines } from './mix-rules';

const facts = (changes: Partial<MixFacts>): MixFacts => ({
  held: new Map(),
  expected: [],
  kept: [],
  invited: new Map(),
  above: new Map([
    ['acute', 'health'],
    ['ambulance', 'health'],
  ]),
  ...changes,
});

describe('the mix of an event', () => {
  it('counts the sectors below with one that is expected or kept', () => {
    const held = new Map([
      ['acute', 2],
      ['health', 3],
      ['police', 1],
    ]);
    const lines = mixLines(
      facts({ held, expected: [{ sector: 'health', people: 4 }], kept: [{ sector: 'housing', places: 1 }] }),
    );
    expect(lines).toEqual([
      { sector: 'health', people: 3, expected: 4, kept: null, invited: 0 },
      { sector: 'housing', people: 0, expected: null, kept: 1, invited: 0 },
      { sector: 'police', people: 1, expected: null, kept: null, invited: 0 },
    ]);
  });

  it('counts nobody twice where no sector is named: each stands for itself', () => {
    const held = new Map([
      ['acute', 2],
      ['ambulance', 1],
      ['health', 4],
    ]);
    expect(mixLines(facts({ held })).map(({ sector, people }) => [sector, people])).toEqual([
      ['acute', 2],
      ['ambulance', 1],
      ['health', 1],
    ]);
  });

  it('says how many leads of a sector were invited', () => {
    const invited = new Map([['health', 3]]);
    expect(mixLines(facts({ expected: [{ sector: 'health', people: 1 }], invited }))[0]?.invited).toBe(3);
  });
});
