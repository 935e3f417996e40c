import { describe, expect, it } from '@jest/globals';
import { type ValidityTerms, isDesignatedLead, validityFor } from './validity-rules';

const terms = (changes: Partial<ValidityTerms> = {}): ValidityTerms => ({
  months: 36,
  bySector: new Map(),
  designatedLeads: null,
  usual: { months: 24, sectors: ['early years'] },
  ...changes,
});
const officer = { sectors: ['police'], jobRole: 'Officer' };
const nursery = { sectors: ['nursery', 'early years'], jobRole: 'Room leader' };
const lead = { sectors: ['maintained', 'education'], jobRole: 'Designated Safeguarding Lead' };

describe('how long what was learnt stays valid', () => {
  it('is the period of the course, and for ever where it sets none', () => {
    expect(validityFor(terms(), officer)).toBe(36);
    expect([officer, nursery, lead].map((who) => validityFor(terms({ months: null }), who))).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('is two years for early years and designated leads, where the course gives them no period of their own', () => {
    expect([nursery, lead].map((who) => validityFor(terms(), who))).toEqual([24, 24]);
  });

  it('is never lengthened by that', () => {
    expect([nursery, lead].map((who) => validityFor(terms({ months: 12 }), who))).toEqual([12, 12]);
  });

  it('is the sector’s own period where there is one, also without a period of the course; own sector before the one above', () => {
    const bySector = new Map([
      ['early years', 48],
      ['nursery', 30],
      ['police', 6],
    ]);
    expect(validityFor(terms({ bySector }), nursery)).toBe(30);
    expect(validityFor(terms({ bySector }), { sectors: ['childminder', 'early years'], jobRole: null })).toBe(48);
    expect(validityFor(terms({ months: null, bySector }), officer)).toBe(6);
  });

  it('is for a designated lead the shorter of the leads’ and the sector’s', () => {
    expect(validityFor(terms({ designatedLeads: 30 }), lead)).toBe(30);
    expect(validityFor(terms({ designatedLeads: 30, bySector: new Map([['education', 12]]) }), lead)).toBe(12);
    expect(validityFor(terms({ months: null, designatedLeads: 30 }), lead)).toBe(30);
  });

  it.each([
    ['Designated Safeguarding Lead', true],
    ['deputy designated lead', true],
    ['DSL', true],
    ['DDSL and teacher', true],
    ['Team lead', false],
    ['Health visitor', false],
    [null, false],
  ])('knows a designated lead by the job role: %s', (jobRole, is) => {
    expect(isDesignatedLead(jobRole)).toBe(is);
  });
});
