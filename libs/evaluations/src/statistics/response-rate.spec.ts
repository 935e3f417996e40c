import { describe, expect, it } from '@jest/globals';
import { nonResponseBound, responseRate } from './response-rate';

describe('responseRate', () => {
  it('is given of those who attended and of those invited', () => {
    expect(responseRate({ responses: 90, attended: 120, invited: 150 })).toEqual({ ofAttended: 0.75, ofInvited: 0.6 });
  });

  it('does not exist where nobody attended or was invited', () => {
    expect(responseRate({ responses: 0, attended: 0, invited: 8 })).toEqual({ ofAttended: null, ofInvited: 0 });
    expect(responseRate({ responses: 0, attended: 0, invited: 0 })).toEqual({ ofAttended: null, ofInvited: null });
  });

  it('refuses more responses than people to give them', () => {
    expect(() => responseRate({ responses: 9, attended: 8, invited: 10 })).toThrow(RangeError);
    expect(() => responseRate({ responses: 9, attended: 10, invited: 8 })).toThrow(RangeError);
  });
});

describe('nonResponseBound', () => {
  it('runs from all silent people negative to all of them positive', () => {
    const [low, high] = nonResponseBound({ attended: 120, responses: 89, positive: 83 }) ?? [];
    expect(low).toBeCloseTo(0.691667, 6);
    expect(high).toBe(0.95);
  });

  it('closes where everybody answered, and is open where nobody did', () => {
    expect(nonResponseBound({ attended: 8, responses: 8, positive: 6 })).toEqual([0.75, 0.75]);
    expect(nonResponseBound({ attended: 8, responses: 0, positive: 0 })).toEqual([0, 1]);
  });

  it('does not exist where nobody attended', () => {
    expect(nonResponseBound({ attended: 0, responses: 0, positive: 0 })).toBeNull();
  });

  it('refuses counts that do not nest', () => {
    expect(() => nonResponseBound({ attended: 5, responses: 6, positive: 1 })).toThrow(RangeError);
    expect(() => nonResponseBound({ attended: 5, responses: 3, positive: 4 })).toThrow(RangeError);
  });
});
