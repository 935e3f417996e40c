import { describe, expect, it } from '@jest/globals';
import { type EventFacts, MORNING_DEFAULTS, eventNeeds, isRegisterLate, lackingSectors } from './morning-rules';

const now = new Date('2026-05-01T08:00:00Z');

function anEvent(changes: Partial<EventFacts>): EventFacts {
  return {
    id: 'e',
    courseTitle: 'Neglect',
    startsAt: '2026-05-20T08:30:00.000Z',
    capacity: 10,
    placesHeld: 10,
    placesFree: 0,
    waiting: 0,
    lacking: [],
    status: 'published',
    hasStarted: false,
    hasEnded: false,
    isRegisterLate: false,
    ...changes,
  };
}

const needs = (event: EventFacts, settings = MORNING_DEFAULTS): string[] =>
  Object.entries<EventFacts[]>({ ...eventNeeds([event], settings, now) })
    .filter(([, events]) => events.length > 0)
    .map(([need]) => need);

describe('the morning list', () => {
  it.each([
    [5, ['farFromFull']],
    [6, []],
  ])('names an event under 60%% full three weeks out: %p of 10', (placesHeld, named) => {
    expect(needs(anEvent({ placesHeld }))).toEqual(named);
  });

  it('goes by the settings of the partnership', () => {
    expect(needs(anEvent({ placesHeld: 6 }), { fullPercent: 80, weeksAhead: 3 })).toEqual(['farFromFull']);
    expect(needs(anEvent({ placesHeld: 1 }), { fullPercent: 60, weeksAhead: 2 })).toEqual([]);
  });

  it('names an event once where places are free while people wait', () => {
    expect(needs(anEvent({ placesHeld: 2, placesFree: 8, waiting: 1 }))).toEqual(['freeWhileWaiting']);
  });

  it('names an event that lacks a sector', () => {
    const lacking = [{ sector: 'health', kept: 4, expected: null, held: 1 }];
    expect(needs(anEvent({ lacking }))).toEqual(['lackingSector']);
    expect(needs(anEvent({ lacking, startsAt: '2026-08-20T08:30:00.000Z' }))).toEqual([]);
  });

  it('finds the sectors that hold fewer places than are kept or expected, whichever is more', () => {
    const kept = [
      { sector: 'health', places: 2 },
      { sector: 'police', places: 1 },
    ];
    const expected = [
      { sector: 'health', people: 4 },
      { sector: 'housing', people: 1 },
    ];
    const held = new Map([
      ['health', 3],
      ['police', 1],
    ]);
    expect(lackingSectors({ kept, expected }, held)).toEqual([
      { sector: 'health', kept: 2, expected: 4, held: 3 },
      { sector: 'housing', kept: null, expected: 1, held: 0 },
    ]);
  });

  it.each([
    ['2026-04-02T15:00:00Z', '2026-04-07T22:59:59Z', false],
    ['2026-04-02T15:00:00Z', '2026-04-07T23:00:00Z', true],
    ['2026-10-23T15:00:00Z', '2026-10-26T23:59:59Z', false],
    ['2026-10-23T15:00:00Z', '2026-10-27T00:00:00Z', true],
  ])(
    'takes an open register over on the second working day, Easter and the change of clocks between: %p at %p',
    (endsAt, at, isLate) => {
      expect(isRegisterLate(new Date(endsAt), new Date(at), [])).toBe(isLate);
    },
  );

  it('counts no closure day among the two', () => {
    const endsAt = new Date('2026-04-20T15:00:00Z');
    expect(isRegisterLate(endsAt, new Date('2026-04-22T08:00:00Z'), ['2026-04-21'])).toBe(false);
    expect(isRegisterLate(endsAt, new Date('2026-04-22T08:00:00Z'), [])).toBe(true);
  });

  it('names a register that is open two working days after the event, unless nobody was booked', () => {
    const ended = { hasStarted: true, hasEnded: true, isRegisterLate: true, startsAt: '2026-04-20T08:30:00.000Z' };
    expect(needs(anEvent({ ...ended, isRegisterLate: false }))).toEqual([]);
    expect(needs(anEvent(ended))).toEqual(['openRegisters']);
    expect(needs(anEvent({ ...ended, placesHeld: 0 }))).toEqual([]);
  });

  it('names a draft whose day is near, and asks nothing else of it', () => {
    expect(needs(anEvent({ status: 'draft', placesHeld: 0, placesFree: 10 }))).toEqual(['drafts']);
  });
});
