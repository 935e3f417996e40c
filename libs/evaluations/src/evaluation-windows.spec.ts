import { describe, expect, it } from '@jest/globals';
import { answeringWindow, formState, isLate, linkExpiry } from './evaluation-windows';

const event = {
  bookedAt: new Date('2026-01-05T10:00:00Z'),
  startsAt: new Date('2026-02-18T09:30:00Z'),
  endsAt: new Date('2026-02-18T12:30:00Z'),
};

describe('answeringWindow', () => {
  it('opens before with the booking and closes it 30 minutes after the first session starts', () => {
    expect(answeringWindow('before', event)).toEqual({
      opensAt: event.bookedAt,
      closesAt: new Date('2026-02-18T10:00:00Z'),
    });
  });

  it('opens after 30 minutes before the scheduled end of the last session', () => {
    expect(answeringWindow('after', event)?.opensAt).toEqual(new Date('2026-02-18T12:00:00Z'));
  });

  it('closes after six weeks later at the same London time, though the clocks change between', () => {
    expect(answeringWindow('after', event)?.closesAt).toEqual(new Date('2026-04-01T11:30:00Z'));
  });

  it('asks nothing about history without a date', () => {
    expect(answeringWindow('after', { ...event, startsAt: null, endsAt: null })).toBeNull();
  });
});

describe('formState', () => {
  const before = { stage: 'before' as const, window: answeringWindow('before', event), isSent: false, isAsked: true };
  const after = { stage: 'after' as const, window: answeringWindow('after', event), isSent: false, isAsked: true };
  const at = (time: string): { now: Date } => ({ now: new Date(time) });

  it('takes answers before until the last moment of the window, and none at its end', () => {
    expect(formState({ ...before, ...at('2026-02-18T09:59:59.999Z') })).toBe('open');
    expect(formState({ ...before, ...at('2026-02-18T10:00:00.000Z') })).toBe('closed');
  });

  it('opens the questions after the event at the first moment of their window', () => {
    expect(formState({ ...after, ...at('2026-02-18T11:59:59.999Z') })).toBe('not-yet-open');
    expect(formState({ ...after, ...at('2026-02-18T12:00:00.000Z') })).toBe('open');
  });

  it('still takes answers after the window, for the certificate', () => {
    expect(formState({ ...after, ...at('2026-09-01T09:00:00Z') })).toBe('open');
  });

  it('takes no answers at follow-up once its six weeks are over', () => {
    const followUp = { stage: 'follow-up' as const, window: answeringWindow('follow-up', event), isSent: false };
    const state = (time: string) => formState({ ...followUp, isAsked: true, ...at(time) });
    expect(state('2026-05-18T11:29:59.999Z')).toBe('not-yet-open');
    expect(state('2026-05-18T11:30:00.000Z')).toBe('open');
    expect(state('2026-06-29T11:30:00.000Z')).toBe('closed');
  });

  it('asks nobody whose booking ended, and never opens what was sent', () => {
    expect(formState({ ...before, ...at('2026-02-01T09:00:00Z'), isAsked: false })).toBe('closed');
    expect(formState({ ...before, ...at('2026-02-01T09:00:00Z'), isAsked: false, isSent: true })).toBe('sent');
  });

  it('asks nothing about history', () => {
    expect(formState({ ...after, window: null, ...at('2026-09-01T09:00:00Z') })).toBe('closed');
  });
});

describe('isLate', () => {
  it('is so from the end of the window', () => {
    const window = { opensAt: new Date('2026-02-18T12:00:00Z'), closesAt: new Date('2026-04-01T11:30:00Z') };
    expect(isLate(window, new Date('2026-04-01T11:29:59.999Z'))).toBe(false);
    expect(isLate(window, new Date('2026-04-01T11:30:00.000Z'))).toBe(true);
  });
});

describe('linkExpiry', () => {
  it('keeps a link for a year after the window', () => {
    const window = { opensAt: new Date('2026-02-18T12:00:00Z'), closesAt: new Date('2026-04-01T11:30:00Z') };
    expect(linkExpiry(window)).toEqual(new Date('2027-04-01T11:30:00Z'));
  });
});
