import { describe, expect, it } from '@jest/globals';
import { type ManagerFacts, askedFrom, dueToManager, hasTimeToAsk } from './line-manager-rules';

/** A Wednesday, at noon. */
const TOLD = new Date('2026-02-18T12:00:00Z');
const CLOSES = new Date('2026-04-01T11:00:00Z');
const HALF_TERM = ['2026-02-19', '2026-02-20'];
const facts = (more: Partial<ManagerFacts> = {}): ManagerFacts => ({
  askFrom: askedFrom(TOLD, []),
  closesAt: CLOSES,
  askedAt: null,
  isReminded: false,
  daysOff: [],
  ...more,
});
const at = (time: string, more: Partial<ManagerFacts> = {}) => dueToManager(facts(more), new Date(time));

describe('a line manager', () => {
  it('is asked five working days after the delegate was told, which school holidays put off', () => {
    expect(askedFrom(TOLD, [])).toEqual(new Date('2026-02-25T12:00:00Z'));
    expect(askedFrom(TOLD, HALF_TERM)).toEqual(new Date('2026-02-27T12:00:00Z'));
    expect([at('2026-02-25T11:59:59Z'), at('2026-02-25T12:00:00Z')]).toEqual([null, 'question']);
  });

  it('is written to in working hours alone, by the clock of the delegate’s agency', () => {
    const askFrom = new Date('2026-02-18T18:00:00Z');
    expect(at('2026-02-18T18:00:00Z', { askFrom })).toBeNull();
    expect(at('2026-02-19T09:00:00Z', { askFrom })).toBe('question');
    expect(at('2026-02-19T09:00:00Z', { askFrom, daysOff: HALF_TERM })).toBeNull();
    expect(at('2026-02-21T12:00:00Z', { askFrom })).toBeNull();
  });

  it('is not asked with less than two working days to answer', () => {
    expect(hasTimeToAsk(new Date('2026-03-30T11:00:00Z'), CLOSES, [])).toBe(true);
    expect(hasTimeToAsk(new Date('2026-03-30T11:00:01Z'), CLOSES, [])).toBe(false);
    expect(at('2026-03-30T11:30:00Z')).toBeNull();
  });

  it('is reminded once, five working days after the question, until that closes', () => {
    const askedAt = new Date('2026-02-25T12:00:00Z');
    expect([at('2026-03-04T11:59:59Z', { askedAt }), at('2026-03-04T12:00:00Z', { askedAt })]).toEqual([
      null,
      'reminder',
    ]);
    expect(at('2026-03-04T12:00:00Z', { askedAt, isReminded: true })).toBeNull();
    expect(at('2026-04-01T11:00:00Z', { askedAt })).toBeNull();
  });
});
