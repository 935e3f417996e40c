import { describe, expect, it } from '@jest/globals';
import type { EventSessionEntity } from './event-session.entity';
import { localFactsOf, movedByWeeks, planSessions, sessionErrors } from './session-rules';

const session = (startsAt: string, endsAt: string) => ({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) });
const MORNING = session('2026-05-20T08:30:00Z', '2026-05-20T11:30:00Z');
const AFTERNOON = session('2026-05-20T12:30:00Z', '2026-05-20T15:00:00Z');

describe('the sessions of an event', () => {
  it('may follow each other at once', () => {
    const next = session('2026-05-20T11:30:00Z', '2026-05-20T12:00:00Z');
    expect(sessionErrors([MORNING, next, AFTERNOON])).toEqual({});
  });

  it('are refused where there is none, one ends before it starts or lasts days, or two overlap', () => {
    expect(sessionErrors([])).toEqual({ sessions: 'Add at least one session' });
    expect(sessionErrors([AFTERNOON, MORNING])).toEqual({
      'sessions.1.startsAt': 'This session must start after the one before it has ended',
    });
    expect(sessionErrors([session('2026-05-20T08:30:00Z', '2026-05-20T08:30:00Z')])).toEqual({
      'sessions.0.endsAt': 'The end must be after the start',
    });
    expect(sessionErrors([session('2026-05-20T08:30:00Z', '2026-05-22T08:30:00Z')])).toEqual({
      'sessions.0.endsAt': 'A session must end within 24 hours; add a session for each day',
    });
  });

  it('keep beside the instants what was meant in London, in summer and in winter', () => {
    expect(localFactsOf(MORNING)).toEqual({ localDate: '2026-05-20', localStart: '09:30', localEnd: '12:30' });
    expect(localFactsOf(session('2026-10-26T09:30:00Z', '2026-10-26T12:30:00Z'))).toMatchObject({
      localStart: '09:30',
    });
  });
});

describe('a change of sessions', () => {
  const there = (id: string, facts: typeof MORNING): EventSessionEntity => ({
    id,
    eventId: 'event',
    position: 0,
    ...facts,
    ...localFactsOf(facts),
  });
  const [first, second] = [there('first', MORNING), there('second', AFTERNOON)];
  const idsOf = (wanted: Parameters<typeof planSessions>[1]) => {
    const plan = planSessions([first, second], wanted);
    return {
      kept: plan.kept.map(({ session: kept, position }) => [position, kept.id]),
      added: plan.added.map(({ position }) => position),
      removed: plan.removed.map(({ id }) => id),
    };
  };

  it('keeps a session by its id, whatever its time', () => {
    const wanted = [{ id: 'second', ...MORNING }, { ...AFTERNOON }];
    expect(idsOf(wanted)).toEqual({
      kept: [
        [0, 'second'],
        [1, 'first'],
      ],
      added: [],
      removed: [],
    });
  });

  it('keeps a session by its start, so that taking the first away takes away the first', () => {
    expect(idsOf([AFTERNOON])).toEqual({ kept: [[0, 'second']], added: [], removed: ['first'] });
  });

  it('moves the sessions in order where every time is another, and adds what is more', () => {
    const later = ['2026-06-01', '2026-06-02', '2026-06-03'].map((day) =>
      session(`${day}T08:30:00Z`, `${day}T11:30:00Z`),
    );
    expect(idsOf(later)).toEqual({
      kept: [
        [0, 'first'],
        [1, 'second'],
      ],
      added: [2],
      removed: [],
    });
  });
});

describe('the sessions of a duplicate', () => {
  it('move by whole weeks to the first date at least two weeks from now, at the same London time', () => {
    const now = new Date('2026-10-20T10:00:00Z');
    expect(movedByWeeks([MORNING, AFTERNOON], now)).toEqual([
      session('2026-11-04T09:30:00Z', '2026-11-04T12:30:00Z'),
      session('2026-11-04T13:30:00Z', '2026-11-04T16:00:00Z'),
    ]);
  });

  it('may land on the very day two weeks from now', () => {
    expect(movedByWeeks([MORNING], new Date('2026-10-21T22:00:00Z'))).toEqual([
      session('2026-11-04T09:30:00Z', '2026-11-04T12:30:00Z'),
    ]);
  });

  it('move by one week at least, where the event is still far off', () => {
    expect(movedByWeeks([MORNING], new Date('2026-01-10T10:00:00Z'))).toEqual([
      session('2026-05-27T08:30:00Z', '2026-05-27T11:30:00Z'),
    ]);
  });
});
