import { describe, expect, it } from '@jest/globals';
import { ratingGroups } from './rating-groups';

describe('ratings by who gave one and who gave two', () => {
  it('counts whoever rated at both stages once, as a pair', () => {
    const before = [
      { before: 2, after: 4, people: 5, hasAttended: true },
      { before: 2, after: null, people: 2, hasAttended: true },
    ];
    expect(ratingGroups(before, [{ after: 4, people: 6, hasAttended: true }])).toEqual([
      ...before,
      { before: null, after: 4, people: 1, hasAttended: true },
    ]);
  });

  it('keeps people who attended and others apart', () => {
    const before = [{ before: 1, after: 4, people: 3, hasAttended: true }];
    const after = [
      { after: 4, people: 3, hasAttended: true },
      { after: 4, people: 2, hasAttended: false },
    ];
    expect(ratingGroups(before, after)).toEqual([...before, { before: null, after: 4, people: 2, hasAttended: false }]);
  });

  it('never counts fewer than nobody where an answer came in between the two readings', () => {
    const before = [{ before: 3, after: 5, people: 5, hasAttended: true }];
    expect(ratingGroups(before, [{ after: 5, people: 4, hasAttended: true }])).toEqual(before);
  });
});
