import { describe, expect, it } from '@jest/globals';
import { periodOf } from './figure-periods';
import { type SaidCell, standingRows } from './standing-rows';

const AWARE = { id: 'aware', wording: 'Are you aware of it?', followsId: null };
const USED = { id: 'used', wording: 'Have you used it?', followsId: 'aware' };
const ALONE = { id: 'alone', wording: 'Do you have a supervisor?', followsId: null };

const EVENTS: Record<string, { month: string | null; year: string | null }> = {
  spring: { month: '2024-05', year: '2024-25' },
  summer: { month: '2024-06', year: '2024-25' },
  winter: { month: '2025-03', year: '2024-25' },
  later: { month: '2025-04', year: '2025-26' },
  history: { month: null, year: '2024-25' },
};
const inYears = (eventId: string) => periodOf(EVENTS[eventId]!, 'year', {});
const inQuarters = (eventId: string) => periodOf(EVENTS[eventId]!, 'quarter', {});

const said = (questionId: string, eventId: string, yes: number, no: number, more: Partial<SaidCell> = {}): SaidCell[] =>
  [true, false].map((isYes) => ({
    questionId,
    eventId,
    stage: 'after',
    isYes,
    people: isYes ? yes : no,
    isDemonstration: false,
    ...more,
  }));

describe('awareness and use over time', () => {
  it('adds events of a partnership year, and keeps stages apart', () => {
    const rows = standingRows(
      [AWARE, USED],
      [
        ...said('aware', 'spring', 6, 4),
        ...said('aware', 'winter', 3, 2),
        ...said('aware', 'later', 8, 0),
        ...said('aware', 'spring', 1, 9, { stage: 'before' }),
        ...said('used', 'spring', 3, 7),
      ],
      said('used', 'spring', 3, 3),
      inYears,
    );
    expect(
      rows.map(({ stage, period, aware, used, usedOfAware }) => [
        stage,
        period,
        `${aware.count} of ${aware.n}`,
        `${used?.count} of ${used?.n}`,
        `${usedOfAware?.count} of ${usedOfAware?.n}`,
      ]),
    ).toEqual([
      ['before', '2024-25', '1 of 10', '0 of 0', '0 of 0'],
      ['after', '2024-25', '9 of 15', '3 of 10', '3 of 6'],
      ['after', '2025-26', '8 of 8', '0 of 0', '0 of 0'],
    ]);
    expect(rows[1]?.usedOfAware).toMatchObject({ percent: 50, suppressed: false });
  });

  it('keeps back what one to four said, each share by itself', () => {
    const [row] = standingRows(
      [AWARE, USED],
      [...said('aware', 'spring', 4, 3), ...said('used', 'spring', 2, 3)],
      said('used', 'spring', 2, 2),
      inYears,
    );
    expect([row?.aware.n, row?.used?.n, row?.usedOfAware?.n, row?.usedOfAware?.suppressed]).toEqual([7, 5, null, true]);
  });

  it('has a question alone where nothing follows it and it follows nothing', () => {
    const rows = standingRows(
      [AWARE, USED, ALONE],
      [...said('alone', 'spring', 5, 0), ...said('used', 'spring', 5, 0)],
      [],
      inYears,
    );
    expect(rows.map(({ questionId, useId, used }) => [questionId, useId, used?.n])).toEqual([
      ['aware', 'used', 5],
      ['alone', null, undefined],
    ]);
  });

  it('goes on where questions follow one another in a circle', () => {
    const circle = [{ ...AWARE, followsId: 'used' }, USED];
    expect(standingRows(circle, said('aware', 'spring', 5, 0), [], inYears)).toHaveLength(2);
  });

  it('leaves history without a date out of quarters', () => {
    const cells = [...said('alone', 'summer', 5, 0), ...said('alone', 'history', 5, 0)];
    expect(standingRows([ALONE], cells, [], inQuarters).map(({ period, aware }) => [period, aware.n])).toEqual([
      ['April to June 2024', 5],
    ]);
    expect(standingRows([ALONE], cells, [], inYears)[0]?.aware.n).toBe(10);
  });
});

describe('a period of a report', () => {
  it('is a partnership year, or a quarter of it, from its first day to its last', () => {
    expect(periodOf(EVENTS['winter']!, 'year', {})).toEqual({
      period: '2024-25',
      from: '2024-04-01',
      to: '2025-03-31',
      isPart: false,
    });
    expect(periodOf({ month: '2024-02', year: '2023-24' }, 'quarter', {})).toEqual({
      period: 'January to March 2024',
      from: '2024-01-01',
      to: '2024-03-31',
      isPart: false,
    });
    expect(periodOf({ month: '2024-12', year: '2024-25' }, 'quarter', {})?.period).toBe('October to December 2024');
  });

  it('is cut to the dates of the report, and says so', () => {
    expect(periodOf(EVENTS['spring']!, 'quarter', { from: '2024-05-02', to: '2024-12-31' })).toMatchObject({
      from: '2024-05-02',
      to: '2024-06-30',
      isPart: true,
    });
    expect(periodOf(EVENTS['spring']!, 'year', { from: '2024-04-01', to: '2025-03-31' })?.isPart).toBe(false);
  });
});
