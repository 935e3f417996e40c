import type { EventView } from '@roundtable/contracts';
import { describe, expect, it } from '@jest/globals';
import { needsOf } from './needs';

const now = new Date('2024-05-01T08:00:00Z');
const nothing = {
  now,
  coming: [],
  ended: [],
  failedMessages: [],
  awaitingApproval: [],
  proposedAgencies: [],
  dataRequests: [],
};

function anEvent(changes: Partial<EventView>): EventView {
  return {
    id: 'e',
    reference: 'EV-1',
    courseId: 'c',
    courseTitle: 'Neglect',
    status: 'published',
    startsAt: '2024-05-10T08:30:00Z',
    endsAt: '2024-05-10T11:30:00Z',
    sessions: [],
    delivery: 'online',
    venue: null,
    venueId: null,
    area: null,
    runBy: null,
    feePence: 0,
    capacity: 10,
    placesHeld: 10,
    placesFree: 0,
    waiting: 0,
    waitlistPolicy: 'by-time',
    registerClosedAt: null,
    demonstration: false,
    ...changes,
  };
}

describe('needsOf', () => {
  it('names a register that is open after the event', () => {
    const ended = anEvent({ status: 'ended' });
    expect(needsOf({ ...nothing, ended: [ended] }).openRegisters).toEqual([ended]);
  });

  it('leaves out registers that are closed, and events that nobody came to', () => {
    const closed = anEvent({ status: 'ended', registerClosedAt: '2024-04-30T12:00:00Z' });
    const empty = anEvent({ status: 'ended', placesHeld: 0 });
    expect(needsOf({ ...nothing, ended: [closed, empty] }).openRegisters).toEqual([]);
  });

  it('names an event that is far from full within three weeks, and not one after them', () => {
    const near = anEvent({ placesHeld: 5 });
    const far = anEvent({ placesHeld: 5, startsAt: '2024-05-23T08:30:00Z' });
    expect(needsOf({ ...nothing, coming: [near, far] }).farFromFull).toEqual([near]);
  });

  it('names an event once, where places are free while people wait', () => {
    const event = anEvent({ placesHeld: 2, placesFree: 8, waiting: 1 });
    const needs = needsOf({ ...nothing, coming: [event] });
    expect(needs.freeWhileWaiting).toEqual([event]);
    expect(needs.farFromFull).toEqual([]);
  });

  it('names a draft whose day is near, and asks nothing of a cancelled event', () => {
    const draft = anEvent({ status: 'draft', placesHeld: 0 });
    const cancelled = anEvent({ status: 'cancelled', placesHeld: 0 });
    const needs = needsOf({ ...nothing, coming: [draft, cancelled] });
    expect(needs.drafts).toEqual([draft]);
    expect(needs.farFromFull).toEqual([]);
  });
});
