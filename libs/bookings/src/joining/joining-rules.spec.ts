import { describe, expect, it } from '@jest/globals';
import { joiningAt } from './joining-rules';

const session = (day: string) => ({
  startsAt: new Date(`${day}T09:30:00Z`),
  endsAt: new Date(`${day}T12:30:00Z`),
});
const stateAt = (now: string) => joiningAt([session('2026-11-02'), session('2026-11-09')], 30, new Date(now));

describe('the meeting link', () => {
  it('shows from the minutes before a session until its end, and not a moment longer', () => {
    expect(stateAt('2026-11-02T08:59:59Z')).toEqual({ state: 'early', opensAt: new Date('2026-11-02T09:00:00Z') });
    expect(stateAt('2026-11-02T09:00:00Z')).toEqual({ state: 'open', opensAt: null });
    expect(stateAt('2026-11-02T12:29:59Z').state).toBe('open');
    expect(stateAt('2026-11-02T12:30:00Z')).toEqual({ state: 'early', opensAt: new Date('2026-11-09T09:00:00Z') });
    expect(stateAt('2026-11-09T12:30:00Z')).toEqual({ state: 'over', opensAt: null });
  });

  it('shows for no session where there is none', () => {
    expect(joiningAt([], 30, new Date('2026-11-02T09:00:00Z'))).toEqual({ state: 'over', opensAt: null });
  });
});
