import { describe, expect, it } from '@jest/globals';
import { answeringWindow } from './evaluation-windows';

/** When the follow-up of an event that ends then opens and closes. */
const followUp = (endsAt: string, holidays: readonly string[] = []) => {
  const end = new Date(endsAt);
  const dates = { bookedAt: end, startsAt: end, endsAt: end, holidays };
  return answeringWindow('follow-up', dates);
};
const daysFrom = (first: string, days: number): string[] =>
  Array.from({ length: days }, (_, index) =>
    new Date(Date.parse(`${first}T12:00:00Z`) + index * 24 * 3_600_000).toISOString().slice(0, 10),
  );

describe('the follow-up of an event', () => {
  it('opens three calendar months after the end, for six weeks, at the same London time', () => {
    expect(followUp('2026-05-13T11:30:00Z')).toEqual({
      opensAt: new Date('2026-08-13T11:30:00Z'),
      closesAt: new Date('2026-09-24T11:30:00Z'),
    });
  });

  it.each([
    ['31 August to 30 November, in winter time by then', '2026-08-31T15:00:00Z', '2026-11-30T16:00:00.000Z'],
    ['30 November to 28 February', '2026-11-30T16:00:00Z', '2027-02-28T16:00:00.000Z'],
    ['29 November to 29 February in a leap year', '2027-11-29T16:00:00Z', '2028-02-29T16:00:00.000Z'],
    ['over the clocks going forward', '2026-01-15T12:30:00Z', '2026-04-15T11:30:00.000Z'],
  ])('is clamped to the end of the month: %s', (_, endsAt, opensAt) => {
    expect(followUp(endsAt)?.opensAt.toISOString()).toBe(opensAt);
  });

  it('closes six weeks later by the London clock, over the clocks going back', () => {
    expect(followUp('2026-07-01T11:30:00Z')?.closesAt.toISOString()).toBe('2026-11-12T12:30:00.000Z');
  });

  const CHRISTMAS = daysFrom('2026-12-19', 16); // Saturday 19 December to Sunday 3 January
  const SUMMER = daysFrom('2026-07-22', 43); // Wednesday 22 July to Wednesday 2 September

  it.each([
    ['in the Christmas holidays', '2026-09-23T11:30:00Z', CHRISTMAS, '2027-01-11T12:30:00.000Z'],
    ['on their first day, a Saturday', '2026-09-19T11:30:00Z', CHRISTMAS, '2027-01-11T12:30:00.000Z'],
    ['in summer, when term begins on a Thursday', '2026-05-05T11:30:00Z', SUMMER, '2026-09-07T11:30:00.000Z'],
  ])('opens for schools in the second week of term where it is due %s', (_, endsAt, holidays, opensAt) => {
    const window = followUp(endsAt, holidays);
    expect(window?.opensAt.toISOString()).toBe(opensAt);
    expect(window && (window.closesAt.getTime() - window.opensAt.getTime()) / (7 * 24 * 3_600_000)).toBeCloseTo(6, 1);
  });

  it('counts the weekend before holidays to them, and no other', () => {
    const halfTerm = daysFrom('2026-10-26', 5); // Monday to Friday
    expect(followUp('2026-07-25T09:00:00Z', halfTerm)?.opensAt.toISOString()).toBe('2026-11-09T10:00:00.000Z');
    expect(followUp('2026-07-18T09:00:00Z', halfTerm)?.opensAt.toISOString()).toBe('2026-10-18T09:00:00.000Z');
  });

  it('opens during term as for everybody', () => {
    expect(followUp('2026-05-13T11:30:00Z', CHRISTMAS)).toEqual(followUp('2026-05-13T11:30:00Z'));
  });
});
