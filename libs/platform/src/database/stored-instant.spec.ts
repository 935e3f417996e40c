import { describe, expect, it } from '@jest/globals';
import { storedInstant } from './stored-instant';

describe('an instant of a raw row', () => {
  const instant = new Date('2024-05-22T08:30:00.250Z');

  it.each([['2024-05-22 08:30:00.250'], ['2024-05-22T08:30:00.250Z'], [instant]])('%p is in UTC', (stored) => {
    expect(storedInstant(stored)).toEqual(instant);
  });
});
