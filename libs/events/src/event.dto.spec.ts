import { describe, expect, it } from '@jest/globals';
import { ShapePipe } from '@roundtable/platform';
import { EventChangeDto, NewEventDto } from './event.dto';

const shape = new ShapePipe();
const errorsOf = async (metatype: new () => object, body: unknown): Promise<unknown> =>
  Promise.resolve(shape.transform(body, { type: 'body', metatype })).then(
    () => ({}),
    (error: { more: { errors?: unknown; detail?: unknown } }) => error.more.errors ?? error.more.detail,
  );
const event = {
  courseId: 'course',
  capacity: 20,
  delivery: 'online',
  sessions: [{ startsAt: '2026-05-20T08:30:00Z', endsAt: '2026-05-20T11:30:00.000Z' }],
};

describe('the shape of an event', () => {
  it('takes what the contract names', async () => {
    const terms = {
      venueId: 'venue',
      fees: [{ feeType: '*', pence: 3000 }],
      waitlistPolicy: 'offer',
      keptPlaces: [{ sector: 'police', places: 4, releaseDays: 14 }],
      agencyCap: 5,
    };
    expect(await errorsOf(NewEventDto, { ...event, ...terms })).toEqual({});
  });

  it('names what is missing', async () => {
    expect(await errorsOf(NewEventDto, {})).toEqual({
      courseId: 'Choose a course',
      capacity: 'Enter the capacity as a whole number',
      sessions: 'Add at least one session',
      delivery: 'The delivery must be one of in-person, online, blended',
    });
  });

  it.each([
    ['0', 'Enter the capacity as a whole number'],
    [0, 'The capacity must be 1 or more'],
    [5001, 'The capacity must be 5000 or fewer'],
    [2.5, 'Enter the capacity as a whole number'],
  ])('refuses a capacity of %p', async (capacity, message) => {
    expect(await errorsOf(NewEventDto, { ...event, capacity })).toEqual({ capacity: message });
  });

  it.each(['2026-05-20', '2026-05-20T08:30:00', '2026-02-30T08:30:00Z', '20/05/2026 08:30', 1, '0001-01-01T00:00:00Z'])(
    'refuses a start that is no instant: %p',
    async (startsAt) => {
      const sessions = [{ startsAt, endsAt: '2026-05-20T11:30:00Z' }];
      expect(await errorsOf(NewEventDto, { ...event, sessions })).toEqual({
        'sessions.0.startsAt': 'Enter the start as a date and time in UTC, such as 2026-05-22T08:30:00Z',
      });
    },
  );

  it('may leave out everything in a change, and empties the venue alone', async () => {
    expect(await errorsOf(EventChangeDto, {})).toEqual({});
    expect(await errorsOf(EventChangeDto, { venueId: null })).toEqual({});
    expect(await errorsOf(EventChangeDto, { capacity: null, sessions: [] })).toEqual({
      capacity: 'Enter the capacity as a whole number',
      sessions: 'Keep at least one session',
    });
    expect(await errorsOf(EventChangeDto, { courseId: 'other' })).toEqual({ names: ['courseId'] });
  });
});
