import { describe, expect, it } from '@jest/globals';
import type { WaitlistPolicy } from '@roundtable/contracts';
import { FREE_CANCELLATION_WORKING_DAYS, before } from '@roundtable/events';
import {
  type PlacesFacts,
  completeBy,
  freeCancellationUntil,
  isBlockedBy,
  placesOpenTo,
  promotionOf,
  stillKept,
} from './booking-rules';
import { BOOKING_TRANSITIONS, checkTransitions, isEnded, targetOf } from './booking-transitions';
import { attendanceOf } from './register-rules';

const facts = (
  wanted: Partial<PlacesFacts> & {
    total?: number;
    sectors?: Record<string, number>;
    agencies?: Record<string, number>;
  } = {},
): PlacesFacts => ({
  capacity: wanted.capacity ?? 10,
  agencyCap: wanted.agencyCap ?? null,
  groupCap: wanted.groupCap ?? null,
  kept: wanted.kept ?? [],
  held: {
    total: wanted.total ?? 0,
    bySector: new Map(Object.entries(wanted.sectors ?? {})),
    byAgency: new Map(Object.entries(wanted.agencies ?? {})),
  },
});
/** A Thursday, 9:30am in London. */
const START = new Date('2026-10-22T08:30:00Z');
const CUT_OFF = before(START, FREE_CANCELLATION_WORKING_DAYS, []);
/** On the usual terms: the default cut-off, and nobody's days off but everybody's. */
const promoted = (
  policy: WaitlistPolicy,
  now: Date,
  closureDays: string[] = [],
  terms: { cutOff?: Date; ownDaysOff?: string[] } = {},
) => promotionOf(policy, now, START, closureDays, { cutOff: CUT_OFF, ownDaysOff: closureDays, ...terms });

describe('places open to a request', () => {
  const kept = [
    { sector: 'health', places: 3, releaseDays: 7 },
    { sector: 'police', places: 2, releaseDays: 7 },
  ];

  it('are capacity less places held', () => {
    expect(placesOpenTo(facts({ total: 4 }), ['education'], 'a')).toBe(6);
    expect(placesOpenTo(facts({ total: 10 }), ['education'], 'a')).toBe(0);
  });

  it('leave out what is kept for other sectors, less what those hold already', () => {
    expect(placesOpenTo(facts({ kept }), ['education'], 'a')).toBe(5);
    expect(placesOpenTo(facts({ kept, total: 2, sectors: { health: 2 } }), ['education'], 'a')).toBe(5);
    expect(placesOpenTo(facts({ kept, total: 5, sectors: { health: 5 } }), ['education'], 'a')).toBe(3);
  });

  it('are open to a keeping sector and to the sectors below it', () => {
    expect(placesOpenTo(facts({ kept, total: 7, sectors: { education: 7 } }), ['health'], 'a')).toBe(1);
    expect(placesOpenTo(facts({ kept, total: 7, sectors: { education: 7 } }), ['acute', 'health'], 'a')).toBe(1);
    expect(placesOpenTo(facts({ kept, total: 7, sectors: { education: 7 } }), ['education'], 'a')).toBe(0);
  });

  it('are never more than the cap leaves to the agency', () => {
    expect(placesOpenTo(facts({ agencyCap: 3, agencies: { a: 2 }, total: 2 }), ['education'], 'a')).toBe(1);
    expect(placesOpenTo(facts({ agencyCap: 3, agencies: { a: 3 }, total: 3 }), ['education'], 'a')).toBe(0);
    expect(placesOpenTo(facts({ agencyCap: 3, agencies: { a: 3 }, total: 3 }), ['education'], 'b')).toBe(3);
  });

  it("are never more than the cap leaves to the agencies of the agency's group together", () => {
    const held = facts({ groupCap: 3, agencies: { a: 1, b: 1, c: 4 }, total: 6 });
    expect(placesOpenTo(held, ['education'], 'a', ['a', 'b'])).toBe(1);
    expect(placesOpenTo(held, ['education'], 'c', ['c', 'd'])).toBe(0);
    expect(placesOpenTo(held, ['education'], 'e')).toBe(4);
  });

  it('are never below none', () => {
    expect(placesOpenTo(facts({ capacity: 3, total: 5 }), ['education'], 'a')).toBe(0);
  });
});

describe('kept places', () => {
  it('are released at midnight in London, days before the first session', () => {
    const kept = [{ sector: 'health', places: 3, releaseDays: 7 }];
    expect(stillKept(kept, START, new Date('2026-10-14T22:59:59Z'))).toHaveLength(1);
    expect(stillKept(kept, START, new Date('2026-10-14T23:00:00Z'))).toHaveLength(0);
  });
});

describe('a freed place', () => {
  it('is confirmed at once while 3 working days of free cancellation remain', () => {
    expect(CUT_OFF.toISOString()).toBe('2026-10-15T16:00:00.000Z');
    expect(promoted('by-time', new Date('2026-10-13T08:00:00Z'))).toEqual({ as: 'confirmed' });
  });

  it('is offered after that, for 2 working days', () => {
    expect(promoted('by-time', new Date('2026-10-13T08:01:00Z'))).toMatchObject({ as: 'offered' });
    expect(promoted('by-time', new Date('2026-10-19T09:00:00Z'))).toEqual({
      as: 'offered',
      until: new Date('2026-10-21T09:00:00Z'),
    });
  });

  it('is offered until noon of the last working day before the event at the latest', () => {
    expect(promoted('by-time', new Date('2026-10-20T09:00:00Z'))).toEqual({
      as: 'offered',
      until: new Date('2026-10-21T11:00:00Z'),
    });
  });

  it('is filled by hand where an offer could not be answered any more', () => {
    expect(promoted('by-time', new Date('2026-10-21T08:30:00Z'))).toEqual({ as: 'by-hand' });
  });

  it('is confirmed or offered by the cut-off that the event or its course sets', () => {
    const cutOff = before(START, 1, []);
    expect(cutOff.toISOString()).toBe('2026-10-21T16:00:00.000Z');
    expect(promoted('by-time', new Date('2026-10-16T09:00:00Z'), [], { cutOff })).toEqual({
      as: 'confirmed',
    });
  });

  it('is offered to a school for 2 working days that are none of its holidays', () => {
    const ownDaysOff = ['2026-10-14', '2026-10-15', '2026-10-16'];
    const terms = { ownDaysOff };
    expect(promoted('offer', new Date('2026-10-13T09:00:00Z'), [], terms)).toEqual({
      as: 'offered',
      until: new Date('2026-10-20T09:00:00Z'),
    });
    expect(promoted('offer', new Date('2026-10-13T09:00:00Z'), ['2026-10-14'])).toEqual({
      as: 'offered',
      until: new Date('2026-10-16T09:00:00Z'),
    });
  });

  it('is filled by hand where a school would be on holiday until the event', () => {
    const ownDaysOff = ['2026-10-19', '2026-10-20', '2026-10-21'];
    expect(promoted('offer', new Date('2026-10-19T09:00:00Z'), [], { ownDaysOff })).toEqual({
      as: 'by-hand',
    });
  });

  it('is always confirmed, or always offered, where staff chose so', () => {
    expect(promoted('confirm', new Date('2026-10-21T20:00:00Z'))).toEqual({ as: 'confirmed' });
    expect(promoted('offer', new Date('2026-08-03T09:00:00Z'))).toMatchObject({ as: 'offered' });
  });
});

describe('cancelling', () => {
  it('is free until the cut-off, and for 2 working days after coming off the waiting list', () => {
    expect(new Date('2026-10-15T15:59:00Z') < freeCancellationUntil(CUT_OFF, null, [])).toBe(true);
    expect(new Date('2026-10-15T16:00:00Z') < freeCancellationUntil(CUT_OFF, null, [])).toBe(false);
    expect(
      new Date('2026-10-20T16:00:00Z') < freeCancellationUntil(CUT_OFF, new Date('2026-10-16T09:00:00Z'), []),
    ).toBe(true);
    expect(
      new Date('2026-10-21T09:00:00Z') < freeCancellationUntil(CUT_OFF, new Date('2026-10-16T09:00:00Z'), []),
    ).toBe(false);
  });
});

describe('something missing before the course', () => {
  it('always stands in the way under block', () => {
    expect(isBlockedBy('block', new Date('2026-08-01T09:00:00Z'), START, [])).toBe(true);
  });

  it('stands in the way under provisional from 3 working days before', () => {
    expect(completeBy(START, []).toISOString()).toBe('2026-10-19T16:00:00.000Z');
    expect(isBlockedBy('provisional', new Date('2026-10-19T15:59:00Z'), START, [])).toBe(false);
    expect(isBlockedBy('provisional', new Date('2026-10-19T16:00:00Z'), START, [])).toBe(true);
  });
});

describe('the table of states', () => {
  const without = (status: string) => BOOKING_TRANSITIONS.filter(({ from, to }) => !(from === status && isEnded(to)));
  const more = (from: string, by: string, to: string) =>
    [...BOOKING_TRANSITIONS, { from, by, to }] as unknown as typeof BOOKING_TRANSITIONS;

  it('is whole', () => {
    expect(() => checkTransitions()).not.toThrow();
  });

  it.each([
    ['a state that never ends', without('waitlisted'), 'waitlisted never ends.'],
    ['an end that leads on', more('cancelled', 'approve', 'confirmed'), 'stays as it is'],
    ['a verb that leads to two states', more('waitlisted', 'promote', 'offered'), 'leads to two states'],
    ['a state that is not known', more('confirmed', 'cancel', 'forgotten'), 'no such state'],
    ['a verb that is not known', more('confirmed', 'forget', 'cancelled'), 'no such state or verb'],
    ['a verb that moves nothing', BOOKING_TRANSITIONS.filter(({ by }) => by !== 'decline'), 'decline moves nothing'],
  ])('is refused with %s', (_, table, message) => {
    expect(() => checkTransitions(table)).toThrow(message);
  });

  it('refuses what it does not name', () => {
    expect(targetOf('confirmed', 'cancel')).toBe('cancelled');
    expect(() => targetOf('cancelled', 'approve')).toThrow('This booking cannot be changed in this way now.');
  });
});

describe('attendance', () => {
  it('is attended where every session is, absent where none is, else partly', () => {
    expect(attendanceOf(['present', 'present'])).toBe('attended');
    expect(attendanceOf(['absent', 'absent'])).toBe('absent');
    expect(attendanceOf(['present', 'absent'])).toBe('partly_attended');
  });

  it('is not known while a session is not marked', () => {
    expect(attendanceOf(['present', null])).toBeNull();
    expect(attendanceOf([])).toBeNull();
  });
});
