import { describe, expect, it } from '@jest/globals';
import { paperTime } from './paper-rules';

const before = { opensAt: new Date('2026-05-01T08:00:00Z'), closesAt: new Date('2026-05-20T10:00:00Z') };
const after = { opensAt: new Date('2026-05-20T12:00:00Z'), closesAt: new Date('2026-07-01T12:30:00Z') };
const at = (instant: string) => paperTime(before, after, new Date(instant));

describe('paper', () => {
  it('about before is typed in when the day is over, and counts', () => {
    expect(at('2026-05-21T09:00:00Z')).toEqual({ isOpen: true, isLate: false });
    expect(at('2026-07-01T12:30:00Z')).toEqual({ isOpen: true, isLate: true });
  });

  it('is not typed in before there is anything to fill in', () => {
    expect(paperTime(after, after, new Date('2026-05-20T11:59:00Z')).isOpen).toBe(false);
    expect(paperTime(null, null, new Date('2026-05-20T11:59:00Z')).isOpen).toBe(false);
  });
});
