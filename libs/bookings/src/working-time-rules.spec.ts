import { describe, expect, it } from '@jest/globals';
import { workingDaysAfter } from '@roundtable/platform';
import { daysOffFor } from './working-time-rules';

const CLOSED = ['2026-10-30'];
const HALF_TERM = ['2026-10-26', '2026-10-27', '2026-10-28', '2026-10-29', '2026-10-30', '2026-10-31', '2026-11-01'];
const friday = new Date('2026-10-23T09:00:00Z');

describe('the clock of an agency', () => {
  it.each([
    ['stops in the school holidays for education', ['education'], '2026-11-03T10:00:00.000Z'],
    ['stops for the sectors below education too', ['academy', 'education'], '2026-11-03T10:00:00.000Z'],
    ['goes on for everybody else', ['acute', 'health'], '2026-10-27T10:00:00.000Z'],
  ])('%s, at the same London time across the clock change', (_, sectors, after) => {
    expect(workingDaysAfter(friday, 2, daysOffFor(sectors, CLOSED, HALF_TERM)).toISOString()).toBe(after);
  });

  it('stops for everybody on the closure days of the partnership', () => {
    expect(workingDaysAfter(friday, 5, daysOffFor(['police'], CLOSED, HALF_TERM))).toEqual(
      new Date('2026-11-02T10:00:00Z'),
    );
  });
});
