import { describe, expect, it } from '@jest/globals';
import { suppressCounts } from './suppression';

describe('suppressCounts', () => {
  it('hides the next smallest too where one cell is hidden under a total', () => {
    expect(suppressCounts([3, 12, 40, 20, 14])).toEqual({ cells: [null, null, 40, 20, 14], total: 89 });
  });

  it('hides further ones until the hidden cells add up to five', () => {
    expect(suppressCounts([1, 2, 40, 20])).toEqual({ cells: [null, null, 40, null], total: 63 });
    expect(suppressCounts([1, 3, 6])).toEqual({ cells: [null, null, null], total: 10 });
    expect(suppressCounts([2, 3, 40])).toEqual({ cells: [null, null, 40], total: 45 });
  });

  it('hides a further one where the sum would tell that each is one, or each is four', () => {
    expect(suppressCounts([1, 1, 1, 1, 1, 9])).toEqual({ cells: [null, null, null, null, null, null], total: 14 });
    expect(suppressCounts([4, 4, 30, 9])).toEqual({ cells: [null, null, 30, null], total: 47 });
    expect(suppressCounts([4, 4])).toEqual({ cells: [null, null], total: null });
  });

  it('hides what would tell of few people to who knows a part, such as a lead of own people', () => {
    const lead = [0, 12, 0, 0, 0];
    expect(suppressCounts([3, 12, 40, 20, 14], { known: [lead] }).cells).toEqual([null, null, 40, 20, null]);
    expect(suppressCounts([8, 30, 20], { known: [[5, 0, 0]] })).toEqual({ cells: [null, 30, null], total: 58 });
    expect(suppressCounts([8, 30], { known: [[8, 28]] })).toEqual({ cells: [8, null], total: null });
  });

  it('hides what is hidden for another reason, and what that asks for', () => {
    expect(suppressCounts([8, 30, 20], { hidden: [0] })).toEqual({ cells: [null, 30, null], total: 58 });
  });

  it('hides only the small cell where no total shows', () => {
    expect(suppressCounts([3, 12, 40], { showsTotal: false })).toEqual({ cells: [null, 12, 40], total: null });
  });

  it('hides no more where two cells are hidden already', () => {
    expect(suppressCounts([3, 12, 4, 20])).toEqual({ cells: [null, 12, null, 20], total: 39 });
  });

  it('hides 1 to 4, and shows 0 and 5', () => {
    expect(suppressCounts([0, 1, 2, 3, 4, 5])).toEqual({ cells: [0, null, null, null, null, 5], total: 15 });
  });

  it('never takes an empty cell as the next smallest', () => {
    expect(suppressCounts([2, 0, 9, 30])).toEqual({ cells: [null, 0, null, 30], total: 41 });
  });

  it('takes the first of equally small cells', () => {
    expect(suppressCounts([20, 9, 9, 2])).toEqual({ cells: [20, null, 9, null], total: 40 });
  });

  it('hides a total that is small itself', () => {
    expect(suppressCounts([3, 0, 0])).toEqual({ cells: [null, 0, 0], total: null });
    expect(suppressCounts([3])).toEqual({ cells: [null], total: null });
  });

  it('shows everything where nothing is small', () => {
    expect(suppressCounts([5, 0, 12])).toEqual({ cells: [5, 0, 12], total: 17 });
    expect(suppressCounts([])).toEqual({ cells: [], total: 0 });
  });

  it('follows a higher threshold', () => {
    const counts = [3, 12, 40, 9];
    expect(suppressCounts(counts, { threshold: 10 })).toEqual({ cells: [null, 12, 40, null], total: 64 });
  });

  it.each([4, 0, 5.5, NaN])('refuses a threshold of %p', (threshold) => {
    expect(() => suppressCounts([3, 12], { threshold })).toThrow(RangeError);
  });

  it('refuses a count that is not a whole number from 0', () => {
    expect(() => suppressCounts([3, -1])).toThrow(RangeError);
    expect(() => suppressCounts([2.5])).toThrow(RangeError);
  });
});
