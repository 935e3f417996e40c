import { describe, expect, it } from '@jest/globals';
import { dueDate } from './data-request-rules';

describe('a request is due', () => {
  it.each([
    ['one calendar month later, at the same London time', '2026-03-02T09:00:00Z', '2026-04-02T08:00:00Z'],
    ['on the last day of a shorter month', '2026-01-31T12:00:00Z', '2026-02-28T12:00:00Z'],
    ['on the last day of February in a leap year', '2028-01-30T12:00:00Z', '2028-02-29T12:00:00Z'],
    ['in the next year', '2026-12-15T12:00:00Z', '2027-01-15T12:00:00Z'],
  ])('%s', (_, received, due) => {
    expect(dueDate(new Date(received))).toEqual(new Date(due));
  });
});
