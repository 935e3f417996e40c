import { describe, expect, it } from '@jest/globals';
import { closedPart, momentsOf, packYears } from './pack-period';

describe('the year of a pack', () => {
  it('is the running partnership year or one of the six before it', () => {
    expect(packYears(new Date('2026-03-31T22:30:00Z'))).toEqual([
      '2025-26',
      '2024-25',
      '2023-24',
      '2022-23',
      '2021-22',
      '2020-21',
      '2019-20',
    ]);
    expect(packYears(new Date('2026-03-31T23:30:00Z'))[0]).toBe('2026-27');
  });

  it('begins and ends at midnight in London', () => {
    const { from, until } = momentsOf('2025-26');
    expect([from.toISOString(), until.toISOString()]).toEqual(['2025-03-31T23:00:00.000Z', '2026-03-31T23:00:00.000Z']);
  });
});

describe('the figures of a pack', () => {
  it('are of whole months whose answers are closed', () => {
    expect(closedPart('2025-26', new Date('2025-06-11T22:59:00Z'))).toBeNull();
    expect(closedPart('2025-26', new Date('2025-06-11T23:00:00Z'))).toEqual({ from: '2025-04-01', to: '2025-04-30' });
    expect(closedPart('2025-26', new Date('2025-08-15T09:00:00Z'))).toEqual({ from: '2025-04-01', to: '2025-06-30' });
  });

  it('are of the whole year from six weeks after it', () => {
    const whole = { from: '2023-04-01', to: '2024-03-31' };
    expect(closedPart('2023-24', new Date('2024-05-12T22:00:00Z'))?.to).toBe('2024-02-29');
    expect(closedPart('2023-24', new Date('2024-05-12T23:00:00Z'))).toEqual(whole);
    expect(closedPart('2023-24', new Date('2026-01-01T09:00:00Z'))).toEqual(whole);
  });
});
