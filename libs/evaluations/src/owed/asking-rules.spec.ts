import { describe, expect, it } from '@jest/globals';
import { type Stage, answeringWindow } from '../evaluation-windows';
import { type AskingFacts, chasedAt, chasersAfterMail, dueNow, invitedAt } from './asking-rules';

const at = (time: string): Date => new Date(time);
const iso = (dates: readonly Date[]): string[] => dates.map((date) => date.toISOString());

/** An event on Wednesday 18 February 2026, 9:30am to 12:30pm, booked on 5 January. */
function aForm(stage: Stage, facts: Partial<AskingFacts> & { endsAt?: Date } = {}): AskingFacts {
  const bookedAt = facts.bookedAt ?? at('2026-01-05T10:00:00Z');
  const startsAt = facts.startsAt ?? at('2026-02-18T09:30:00Z');
  const endsAt = facts.endsAt ?? at('2026-02-18T12:30:00Z');
  const window = answeringWindow(stage, { bookedAt, startsAt, endsAt });
  if (!window) throw new Error('This event has a date.');
  return { stage, window, bookedAt, startsAt, askedAt: null, chasers: 0, closureDays: [], ownDaysOff: [], ...facts };
}

describe('the form before an event', () => {
  it('is asked for on the morning of the 10th working day before', () => {
    expect(invitedAt(aForm('before'))).toEqual(at('2026-02-04T09:00:00Z'));
    expect(dueNow(aForm('before'), at('2026-02-04T08:59:59Z'))).toBeNull();
    expect(dueNow(aForm('before'), at('2026-02-04T09:00:00Z'))).toBe('invitation');
  });

  it('is asked for a working day after a later booking, on the last working morning at the latest', () => {
    expect(invitedAt(aForm('before', { bookedAt: at('2026-02-12T15:00:00Z') }))).toEqual(at('2026-02-13T15:00:00Z'));
    expect(invitedAt(aForm('before', { bookedAt: at('2026-02-16T15:00:00Z') }))).toEqual(at('2026-02-17T09:00:00Z'));
    expect(invitedAt(aForm('before', { bookedAt: at('2026-02-17T15:00:00Z') }))).toEqual(at('2026-02-17T15:00:00Z'));
  });

  it('is chased on the mornings of the 5th and the last working day, and never once the event has started', () => {
    const asked = aForm('before', { askedAt: at('2026-02-04T09:00:00Z') });
    expect(iso(chasedAt(asked))).toEqual(['2026-02-11T09:00:00.000Z', '2026-02-17T09:00:00.000Z']);
    expect(dueNow(asked, at('2026-02-11T09:00:00Z'))).toBe('chaser');
    expect(dueNow({ ...asked, chasers: 1 }, at('2026-02-11T09:15:00Z'))).toBeNull();
    expect(dueNow({ ...asked, chasers: 1 }, at('2026-02-17T09:00:00Z'))).toBe('chaser');
    expect(dueNow({ ...asked, chasers: 0 }, at('2026-02-18T09:30:00Z'))).toBeNull();
  });

  it('is not chased within a day of being asked for', () => {
    const asked = aForm('before', { askedAt: at('2026-02-10T15:00:00Z') });
    expect(dueNow(asked, at('2026-02-11T09:00:00Z'))).toBeNull();
    expect(dueNow(asked, at('2026-02-17T09:00:00Z'))).toBe('chaser');
  });

  it('counts around Christmas and bank holidays', () => {
    const january = { startsAt: at('2026-01-06T09:30:00Z'), bookedAt: at('2025-11-03T10:00:00Z') };
    // 25 and 26 December and 1 January are no working days.
    expect(invitedAt(aForm('before', january))).toEqual(at('2025-12-18T09:00:00Z'));
    expect(iso(chasedAt(aForm('before', january)))).toEqual(['2025-12-29T09:00:00.000Z', '2026-01-05T09:00:00.000Z']);
  });

  it('is chased before the holidays of a school, not in them', () => {
    const halfTerm = ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'];
    expect(iso(chasedAt(aForm('before', { ownDaysOff: halfTerm })))).toEqual([
      '2026-02-09T09:00:00.000Z',
      '2026-02-13T09:00:00.000Z',
    ]);
  });
});

describe('the form after an event', () => {
  it('is asked for as it opens, whatever the hour', () => {
    const saturday = aForm('after', { startsAt: at('2026-02-21T17:00:00Z'), endsAt: at('2026-02-21T20:00:00Z') });
    expect(dueNow(saturday, at('2026-02-21T19:29:59Z'))).toBeNull();
    expect(dueNow(saturday, at('2026-02-21T19:30:00Z'))).toBe('invitation');
  });

  it('is chased after 3 and 8 working days, in working hours', () => {
    const asked = aForm('after', { askedAt: at('2026-02-18T12:00:00Z') });
    expect(iso(chasedAt(asked))).toEqual(['2026-02-23T12:00:00.000Z', '2026-03-02T12:00:00.000Z']);
    expect(dueNow(asked, at('2026-02-23T11:59:59Z'))).toBeNull();
    expect(dueNow(asked, at('2026-02-23T12:00:00Z'))).toBe('chaser');
    expect(dueNow(asked, at('2026-02-23T17:30:00Z'))).toBeNull();
    expect(dueNow({ ...asked, chasers: 2 }, at('2026-03-03T12:00:00Z'))).toBeNull();
  });

  it('waits over the holidays of a school, and keeps its London hour when the clocks change', () => {
    const march = { startsAt: at('2026-03-25T09:30:00Z'), endsAt: at('2026-03-25T12:30:00Z') };
    expect(iso(chasedAt(aForm('after', march)))).toEqual(['2026-03-30T11:00:00.000Z', '2026-04-08T11:00:00.000Z']);
    const easter = [
      '2026-03-30',
      '2026-03-31',
      '2026-04-01',
      '2026-04-02',
      '2026-04-07',
      '2026-04-08',
      '2026-04-09',
      '2026-04-10',
    ];
    expect(iso(chasedAt(aForm('after', { ...march, ownDaysOff: easter })))).toEqual([
      '2026-04-13T11:00:00.000Z',
      '2026-04-20T11:00:00.000Z',
    ]);
  });

  it('is no longer asked for when its window has closed', () => {
    expect(dueNow(aForm('after'), at('2026-04-01T11:29:59Z'))).toBe('invitation');
    expect(dueNow(aForm('after'), at('2026-04-01T11:30:00Z'))).toBeNull();
  });
});

describe('the follow-up', () => {
  it('is asked for when it opens, in working hours, and chased after 5 and 15 working days', () => {
    const form = aForm('follow-up');
    expect(dueNow(form, at('2026-05-18T11:29:59Z'))).toBeNull();
    expect(dueNow(form, at('2026-05-18T11:30:00Z'))).toBe('invitation');
    expect(dueNow(form, at('2026-05-18T16:00:01Z'))).toBeNull();
    expect(iso(chasedAt(form))).toEqual(['2026-05-26T11:30:00.000Z', '2026-06-09T11:30:00.000Z']);
  });
});

describe('a form that is named in a mail', () => {
  it('was asked for by the first, and asked for again by each further one, twice at most', () => {
    const now = at('2026-02-19T10:00:00Z');
    const askedAt = at('2026-02-18T12:00:00Z');
    expect(chasersAfterMail(aForm('after'), now)).toBeNull();
    expect(chasersAfterMail(aForm('after', { askedAt }), now)).toBe(1);
    expect(chasersAfterMail(aForm('after', { askedAt, chasers: 2 }), now)).toBe(2);
  });

  it('is not chased once more for a time that went by', () => {
    const late = { askedAt: at('2026-02-18T12:00:00Z'), chasers: 0 };
    expect(chasersAfterMail(aForm('after', late), at('2026-03-10T10:00:00Z'))).toBe(2);
  });
});
