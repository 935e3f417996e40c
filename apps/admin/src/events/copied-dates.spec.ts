import { describe, expect, it } from '@jest/globals';
import { sessionsOn, withDate } from './copied-dates';

const sessions = [
  { id: 'one', startsAt: '2024-03-20T09:30:00Z', endsAt: '2024-03-20T12:30:00Z' },
  { id: 'two', startsAt: '2024-03-27T09:30:00Z', endsAt: '2024-03-27T12:30:00Z' },
];

describe('the dates of a copy', () => {
  it('follow the first one, and move alone otherwise', () => {
    const dates = ['2024-03-20', '2024-03-27'];
    expect(withDate(dates, 0, '2024-05-01')).toEqual(['2024-05-01', '2024-05-08']);
    expect(withDate(dates, 1, '2024-04-03')).toEqual(['2024-03-20', '2024-04-03']);
  });

  it('keep their London times when the clocks have changed', () => {
    expect(sessionsOn(sessions, ['2024-05-01', '2024-11-06'])).toEqual([
      { startsAt: '2024-05-01T08:30:00.000Z', endsAt: '2024-05-01T11:30:00.000Z' },
      { startsAt: '2024-11-06T09:30:00.000Z', endsAt: '2024-11-06T12:30:00.000Z' },
    ]);
    expect(sessionsOn(sessions, ['2024-05-01', ''])).toBeNull();
  });
});
