import { describe, expect, it } from '@jest/globals';
import { amountsFor } from './amount-rules';

const row = (feeType: string, pence: number, chargePence: number | null = null) => ({ feeType, pence, chargePence });

describe('what a place and an absence cost', () => {
  it('is nothing where nothing is set', () => {
    expect(amountsFor([], [], 'staff')).toEqual({ feePence: 0, chargePence: 0 });
  });

  it('is what the course sets for the fee type, else for every type; a visitor has none', () => {
    const course = [row('*', 3000, 5000), row('charity', 0, 2500)];
    expect(amountsFor([], course, 'charity')).toEqual({ feePence: 0, chargePence: 2500 });
    expect(amountsFor([], course, 'private')).toEqual({ feePence: 3000, chargePence: 5000 });
    expect(amountsFor([], course, null)).toEqual({ feePence: 3000, chargePence: 5000 });
  });

  it('is what the event sets before what the course sets, each amount on its own', () => {
    const course = [row('charity', 1000, 2500)];
    expect(amountsFor([row('*', 4000)], course, 'charity')).toEqual({ feePence: 4000, chargePence: 2500 });
    expect(amountsFor([row('*', 4000, 0)], course, 'charity')).toEqual({ feePence: 4000, chargePence: 0 });
    expect(amountsFor([row('*', 4000, 700), row('charity', 500)], course, 'charity')).toEqual({
      feePence: 500,
      chargePence: 700,
    });
  });
});
