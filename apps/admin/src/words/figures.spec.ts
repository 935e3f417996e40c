import { describe, expect, it } from '@jest/globals';
import { interval, money, percent, plural, points, probability, round } from './figures';

describe('figures in words', () => {
  it('rounds half away from zero', () => {
    expect(round(12.5)).toBe(13);
    expect(round(-12.5)).toBe(-13);
    expect(round(1.005, 2)).toBe(1.01);
    expect(Object.is(round(-0.2), 0)).toBe(true);
  });

  it('writes percentages whole, or with one decimal in detail', () => {
    expect(percent(19.289)).toBe('19%');
    expect(percent(89.5)).toBe('90%');
    expect(percent(89.5, 1)).toBe('89.5%');
    expect(percent(null)).toBe('not known');
  });

  it('writes points with their sign', () => {
    expect(points(41.24)).toBe('+41.2');
    expect(points(-3)).toBe('−3.0');
    expect(points(0.01)).toBe('0.0');
    expect(interval([-1.26, 4])).toBe('−1.3 to +4.0');
    expect(interval([null, 4])).toBe('not known');
  });

  it('never writes a probability as zero', () => {
    expect(probability(1e-9)).toBe('p < 0.001');
    expect(probability(0.0009999)).toBe('p < 0.001');
    expect(probability(0.0234)).toBe('p = 0.023');
  });

  it('writes money and numbers of things', () => {
    expect([money(0), money(4500), money(1250)]).toEqual(['Free', '£45', '£12.50']);
    expect([plural(1, 'place', 'places'), plural(1200, 'place', 'places')]).toEqual(['1 place', '1,200 places']);
  });
});
