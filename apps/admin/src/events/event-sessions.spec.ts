import { describe, expect, it } from '@jest/globals';
import { instantsOf, refuseBadSessions, typedFrom } from './event-sessions';

const morning = { date: '2024-05-22', start: '09:30', end: '12:30' };

describe('typed sessions', () => {
  it('lets right ones through', () => {
    expect(refuseBadSessions({ sessions: [morning] })).toEqual({});
  });

  it('names what is missing, at the session where it is missing', () => {
    const form = { sessions: [morning, { date: '', start: null, end: '12:30' }] };
    expect(refuseBadSessions(form)).toEqual({
      sessions: [{}, { date: 'Enter the date', start: 'Enter when it starts' }],
    });
  });

  it('refuses an end that is not after the start', () => {
    expect(refuseBadSessions({ sessions: [{ ...morning, end: '09:30' }] })).toEqual({
      sessions: [{ end: 'It must end after it starts' }],
    });
  });

  it('refuses a time that the clocks skip', () => {
    const { sessions } = refuseBadSessions({ sessions: [{ date: '2027-03-28', start: '01:30', end: '03:00' }] });
    expect(sessions?.[0]?.start).toBe('There is no such time that day: the clocks go forward');
  });

  it('turns into instants and back', () => {
    const [session] = instantsOf([morning]);
    expect(session).toEqual({ startsAt: '2024-05-22T08:30:00.000Z', endsAt: '2024-05-22T11:30:00.000Z' });
    expect(session && typedFrom({ ...session, id: 's' })).toEqual({ ...morning, id: 's' });
  });

  it('keeps the id of a session that is stored', () => {
    expect(instantsOf([{ ...morning, id: 's' }])).toMatchObject([{ id: 's' }]);
  });

  it('refuses a session that starts before the one before it has ended', () => {
    const second = { ...morning, start: '12:00', end: '13:00' };
    expect(refuseBadSessions({ sessions: [morning, second] })).toEqual({
      sessions: [{}, { start: 'It must start after the session before it has ended' }],
    });
  });
});
