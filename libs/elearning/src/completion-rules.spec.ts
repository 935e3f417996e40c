import { describe, expect, it } from '@jest/globals';
import { expiryOf } from './completion-rules';

describe('the expiry of a completion', () => {
  it('is the same London time after whole months, across a change of the clocks', () => {
    expect(expiryOf(new Date('2026-01-15T09:30:00Z'), 6)).toEqual(new Date('2026-07-15T08:30:00Z'));
  });

  it('is clamped to the end of a shorter month', () => {
    expect(expiryOf(new Date('2024-02-29T12:00:00Z'), 12)).toEqual(new Date('2025-02-28T12:00:00Z'));
  });

  it('never comes where no validity is set', () => {
    expect(expiryOf(new Date('2026-01-15T09:30:00Z'), null)).toBeNull();
  });
});
