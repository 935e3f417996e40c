import { beforeAll, describe, expect, it } from '@jest/globals';
import type {
  BookingView,
  ChangePreview,
  CourseTermsView,
  DayView,
  DaysOffView,
  EventHistoryEntry,
  EventTermsView,
  EventView,
  ProblemView,
  RepetitionView,
  SampleMail,
} from '@roundtable/contracts';
import { AgencyEntity } from '@roundtable/agencies';
import { MessageEntity } from '@roundtable/platform';
import { type Caller, onTheProduct, publishedEvent } from '../support/product';

const session = (startsAt: string, endsAt: string) => ({ startsAt, endsAt });
const MAY_22 = [session('2024-05-22T08:30:00Z', '2024-05-22T11:30:00Z')];

onTheProduct((product) => {
  let coordinator: Caller;
  let person: Caller;
  const on = async (more: Record<string, unknown> = {}, capacity = 10) =>
    publishedEvent(product, coordinator, { capacity, more: { sessions: MAY_22, ...more } });
  const eventFor = async (id: string, as: Caller = person) =>
    (await product.ask<EventView>('GET', `/api/events/${id}`, { as })).body;
  const termsOf = async (id: string) =>
    (await product.ask<EventTermsView>('GET', `/api/events/${id}/terms`, { as: coordinator })).body;
  const patch = (id: string, body: Record<string, unknown>) =>
    product.ask<EventView & Omit<ProblemView, 'status'>>('PATCH', `/api/events/${id}`, { as: coordinator, body });
  const book = (id: string, as: Caller = person) =>
    product.ask<BookingView & Omit<ProblemView, 'status'>>('POST', `/api/events/${id}/bookings`, { as, body: {} });
  const messages = () => product.database.repo(MessageEntity).count();

  beforeAll(async () => {
    coordinator = await product.person('coordinator');
    person = await product.person();
    product.clock.set('2024-04-02T09:00:00Z');
  });

  describe('closure days and school holidays', () => {
    it('move every date that counts in working days at once, and are kept by staff alone', async () => {
      const { eventId } = await on();
      expect((await eventFor(eventId)).freeCancellationUntil).toBe('2024-05-15T16:00:00.000Z');
      const body = { name: 'Office move', from: '2024-05-17' };
      expect((await product.ask('POST', '/api/closure-days', { as: person, body })).status).toBe(403);
      const kept = await product.ask<DaysOffView>('POST', '/api/closure-days', { as: coordinator, body });
      expect(kept).toMatchObject({ status: 201, body: { name: 'Office move', from: '2024-05-17', to: '2024-05-17' } });
      expect((await eventFor(eventId)).freeCancellationUntil).toBe('2024-05-14T16:00:00.000Z');
      const move = { from: '2024-05-16', to: '2024-05-17' };
      const path = `/api/closure-days/${kept.body.id}`;
      expect((await product.ask('PATCH', path, { as: coordinator, body: move })).status).toBe(200);
      expect((await eventFor(eventId)).freeCancellationUntil).toBe('2024-05-13T16:00:00.000Z');
      expect((await product.ask('DELETE', path, { as: coordinator })).status).toBe(204);
      expect((await eventFor(eventId)).freeCancellationUntil).toBe('2024-05-15T16:00:00.000Z');
    });

    it('refuse a last day before the first, and days that are kept already', async () => {
      const add = (from: string, to?: string) =>
        product.ask<ProblemView>('POST', '/api/school-holidays', {
          as: coordinator,
          body: { name: 'Summer', from, ...(to && { to }) },
        });
      expect((await add('2024-07-29', '2024-08-30')).status).toBe(201);
      expect((await add('2024-07-29', '2024-07-28')).body.errors).toHaveProperty('to');
      expect((await add('2024-08-30')).body.errors).toEqual({ from: 'Some of these days are kept already: Summer' });
      expect((await add('2024-02-30')).status).toBe(422);
    });

    it('are told of a date before something is planned on it', async () => {
      const path = '/api/days?date=2024-08-26&date=2024-08-27&date=2024-09-07';
      const days = (await product.ask<DayView[]>('GET', path, { as: coordinator })).body;
      expect(
        days.map(({ words, isWorkingDay, notes }) => [words, isWorkingDay, notes.map(({ name }) => name)]),
      ).toEqual([
        ['Monday 26 August 2024', false, ['Summer bank holiday', 'Summer']],
        ['Tuesday 27 August 2024', true, ['Summer']],
        ['Saturday 7 September 2024', false, ['Weekend']],
      ]);
    });

    it('stop the clock of an offer to a school in its holidays, and of nobody else', async () => {
      const kept = await product.ask<DaysOffView>('POST', '/api/school-holidays', {
        as: coordinator,
        body: { name: 'Two days', from: '2024-04-03', to: '2024-04-04' },
      });
      const { eventId } = await on({ waitlistPolicy: 'offer' }, 1);
      const school = await product.person('practitioner', { agency: 'A school', sector: 'education' });
      const police = await product.person('practitioner', { agency: 'A force', sector: 'police' });
      await book(eventId);
      const waiting = [(await book(eventId, school)).body, (await book(eventId, police)).body];
      expect(waiting.map(({ status }) => status)).toEqual(['waitlisted', 'waitlisted']);
      await patch(eventId, { capacity: 3 });
      const until = async (as: Caller) =>
        (await product.ask<BookingView[]>('GET', `/api/bookings?eventId=${eventId}`, { as })).body[0]?.offeredUntil;
      expect([await until(school), await until(police)]).toEqual([
        '2024-04-08T09:00:00.000Z',
        '2024-04-04T09:00:00.000Z',
      ]);
      await product.ask('DELETE', `/api/school-holidays/${kept.body.id}`, { as: coordinator });
    });
  });

  describe('fees and charges', () => {
    it("are the course's by fee type, unless the event says otherwise, as the asker would pay", async () => {
      const { eventId, courseId } = await on();
      const charity = await product.person('practitioner', { agency: 'A charity', sector: 'voluntary and community' });
      await product.database.repo(AgencyEntity).update({ name: 'A charity' }, { feeType: 'charity' });
      const fees = [
        { feeType: '*', pence: 3000, chargePence: 5000 },
        { feeType: 'charity', pence: 0, chargePence: 2500 },
      ];
      const set = await product.ask<CourseTermsView>('PATCH', `/api/courses/${courseId}/terms`, {
        as: coordinator,
        body: { fees, freeCancellationWorkingDays: 2 },
      });
      expect(set).toMatchObject({ status: 200, body: { freeCancellationWorkingDays: 2 } });
      const paid = async (as?: Caller) => {
        const { feePence, chargePence } = (await product.ask<EventView>('GET', `/api/events/${eventId}`, { as })).body;
        return [feePence, chargePence];
      };
      expect([await paid(charity), await paid(person), await paid()]).toEqual([
        [0, 2500],
        [3000, 5000],
        [3000, 5000],
      ]);
      expect((await eventFor(eventId)).freeCancellationUntil).toBe('2024-05-20T16:00:00.000Z');
      await patch(eventId, { fees: [{ feeType: '*', pence: 4500 }], freeCancellationWorkingDays: 1 });
      expect([await paid(charity), await paid()]).toEqual([
        [4500, 2500],
        [4500, 5000],
      ]);
      expect((await eventFor(eventId)).freeCancellationUntil).toBe('2024-05-21T16:00:00.000Z');
      expect((await patch(eventId, { fees: [] })).body.feePence).toBe(3000);
    });
  });

  describe('the booking window', () => {
    it('refuses before it opens and after it closes, with kind words, and takes bookings between', async () => {
      const { eventId } = await on({ bookingOpensAt: '2024-04-08T08:00:00Z', bookingClosesWorkingDays: 3 });
      expect(await eventFor(eventId)).toMatchObject({
        bookingOpensAt: '2024-04-08T08:00:00.000Z',
        bookingClosesAt: '2024-05-17T16:00:00.000Z',
      });
      const early = await book(eventId);
      expect(early).toMatchObject({ status: 409, body: { code: 'bookings.closed' } });
      expect(early.body.detail).toMatchObject({
        reason: 'not-open-yet',
        because: 'Booking opens on Monday 8 April 2024, 9am.',
      });
      product.clock.set('2024-05-17T16:00:00Z');
      expect((await book(eventId)).body.detail).toMatchObject({
        because: 'Booking closed on Friday 17 May 2024, 5pm.',
      });
      product.clock.set('2024-05-17T15:59:59Z');
      expect((await book(eventId)).status).toBe(201);
      product.clock.set('2024-04-02T09:00:00Z');
    });
  });

  describe('an event whose date is to be confirmed', () => {
    it('is published without sessions, takes no bookings, and is bookable once it has a date', async () => {
      const { eventId } = await publishedEvent(product, coordinator, {
        capacity: 5,
        more: { sessions: undefined, dateToBeConfirmed: true },
      });
      expect(await eventFor(eventId)).toMatchObject({ status: 'published', dateToBeConfirmed: true, startsAt: null });
      const refused = await book(eventId);
      expect(refused).toMatchObject({ status: 409, body: { code: 'bookings.closed' } });
      expect(refused.body.detail).toMatchObject({ reason: 'date-to-be-confirmed' });
      expect((await patch(eventId, { sessions: MAY_22 })).body).toMatchObject({ dateToBeConfirmed: false });
      expect((await book(eventId)).body).toMatchObject({ status: 'confirmed' });
      expect((await patch(eventId, { dateToBeConfirmed: true })).body.errors).toHaveProperty('dateToBeConfirmed');
    });

    it('is saved and published without venue and trainer, as any other', async () => {
      const { eventId } = await on({ delivery: 'in-person' });
      expect(await eventFor(eventId)).toMatchObject({ status: 'published', venue: null });
    });

    it('needs a date, or to say that there is none', async () => {
      const { courseId } = await on();
      const create = (more: Record<string, unknown>) =>
        product.ask<ProblemView>('POST', '/api/events', {
          as: coordinator,
          body: { courseId, capacity: 5, delivery: 'online', ...more },
        });
      expect((await create({})).body.errors).toHaveProperty('sessions');
      expect((await create({ sessions: MAY_22, dateToBeConfirmed: true })).body.errors).toHaveProperty('sessions');
      expect((await create({ dateToBeConfirmed: true })).status).toBe(201);
    });
  });

  describe('terms', () => {
    it('are all changed by PATCH, answered to staff with the dates that follow, and audited', async () => {
      const { eventId } = await on();
      const change = {
        keptPlaces: [{ sector: 'health', places: 3, releaseDays: 14 }],
        expectedMix: [{ sector: 'police', people: 4 }],
        agencyCap: 2,
        groupCap: 4,
        minimumPlaces: 6,
        decideBy: '2024-05-08',
        note: 'Bring a laptop.',
      };
      expect((await patch(eventId, change)).body).toMatchObject({ decideBy: '2024-05-08', note: 'Bring a laptop.' });
      expect(await termsOf(eventId)).toMatchObject({
        ...change,
        keptPlaces: [{ ...change.keptPlaces[0], releasedAt: '2024-05-07T23:00:00.000Z' }],
      });
      const history = await product.ask<EventHistoryEntry[]>('GET', `/api/events/${eventId}/history`, {
        as: coordinator,
      });
      expect(history.body[0]).toMatchObject({
        action: 'event.change',
        byName: 'Percy Person',
        before: { groupCap: null, keptPlaces: [] },
        after: { groupCap: 4, keptPlaces: change.keptPlaces },
      });
      const emptied = { keptPlaces: [], expectedMix: [], agencyCap: null, groupCap: null, minimumPlaces: null };
      expect((await patch(eventId, { ...emptied, decideBy: null, note: null })).status).toBe(200);
      expect(await termsOf(eventId)).toMatchObject({ ...emptied, decideBy: null, note: null });
    });

    it.each([
      ['bookingClosesWorkingDays', { bookingClosesAt: null, bookingClosesWorkingDays: 0 }],
      ['bookingClosesAt', { bookingClosesAt: '2024-05-20T10:00:00Z', bookingClosesWorkingDays: 2 }],
      ['bookingClosesAt', { bookingOpensAt: '2024-05-20T10:00:00Z', bookingClosesAt: '2024-05-19T10:00:00Z' }],
      ['bookingOpensAt', { bookingOpensAt: '2024-05-22T08:30:00Z' }],
      ['bookingClosesAt', { bookingClosesAt: '2024-05-23T10:00:00Z' }],
      ['decideBy', { minimumPlaces: 5 }],
      ['minimumPlaces', { decideBy: '2024-05-10' }],
      ['minimumPlaces', { minimumPlaces: 11, decideBy: '2024-05-10' }],
      ['decideBy', { minimumPlaces: 5, decideBy: '2024-05-23' }],
      ['keptPlaces', { keptPlaces: [{ sector: 'health', places: 11, releaseDays: 1 }] }],
      ['expectedMix.0.sector', { expectedMix: [{ sector: 'wizards', people: 1 }] }],
      ['freeCancellationWorkingDays', { freeCancellationWorkingDays: -1 }],
    ])('that do not fit are refused at %s', async (field, change) => {
      const { eventId } = await on();
      const refused = await patch(eventId, change);
      expect([refused.status, Object.keys(refused.body.errors ?? {})]).toEqual([422, [field]]);
    });

    it('cap the agencies of one group together', async () => {
      const { eventId } = await on({ groupCap: 1 });
      const group = await product.ask<{ id: string }>('POST', '/api/agency-groups', {
        as: coordinator,
        body: { name: 'A trust' },
      });
      const [one, other] = [
        await product.person('practitioner', { agency: 'Academy one', sector: 'education' }),
        await product.person('practitioner', { agency: 'Academy two', sector: 'education' }),
      ];
      for (const name of ['Academy one', 'Academy two'])
        await product.database.repo(AgencyEntity).update({ name }, { groupId: group.body.id });
      expect((await book(eventId, one)).body.status).toBe('confirmed');
      expect((await eventFor(eventId, other)).placesFree).toBe(0);
      expect((await book(eventId, other)).body.status).toBe('waitlisted');
      expect((await book(eventId)).body.status).toBe('confirmed');
      await patch(eventId, { groupCap: 2 });
      const [booking] = (await product.ask<BookingView[]>('GET', `/api/bookings?eventId=${eventId}`, { as: other }))
        .body;
      expect(booking?.status).toBe('confirmed');
    });
  });

  describe('a small correction', () => {
    it('of terms and note mails nobody; a change of time, of place and cancelling do', async () => {
      const { eventId } = await on();
      await book(eventId);
      const before = await messages();
      const correction = {
        note: 'Bring a laptop.',
        fees: [{ feeType: '*', pence: 500 }],
        minimumPlaces: 1,
        decideBy: '2024-05-01',
        expectedMix: [{ sector: 'police', people: 2 }],
        freeCancellationWorkingDays: 3,
        waitlistPolicy: 'offer',
        capacity: 12,
      };
      expect((await patch(eventId, correction)).status).toBe(200);
      expect(await messages()).toBe(before);
      await patch(eventId, { delivery: 'in-person' });
      expect(await messages()).toBe(before + 1);
      await patch(eventId, { sessions: [session('2024-05-23T08:30:00Z', '2024-05-23T11:30:00Z')] });
      expect(await messages()).toBe(before + 2);
      await product.ask('POST', `/api/events/${eventId}/cancellation`, { as: coordinator, body: { reason: 'Snow' } });
      expect(await messages()).toBe(before + 3);
    });

    it('can be told from a reschedule beforehand, by a preview that keeps nothing', async () => {
      const { eventId } = await on();
      await book(eventId);
      const before = await messages();
      const preview = async (body: Record<string, unknown>, key: Record<string, string> = {}) =>
        (
          await product.ask<ChangePreview>('POST', `/api/events/${eventId}/change-preview`, {
            as: coordinator,
            body,
            headers: key,
          })
        ).body;
      expect(await preview({ note: 'Parking is free.' })).toEqual({
        isTimeChanged: false,
        isPlaceChanged: false,
        told: [],
      });
      const moved = { sessions: [session('2024-05-23T08:30:00Z', '2024-05-23T11:30:00Z')] };
      expect(await preview(moved, { 'idempotency-key': 'a preview' })).toMatchObject({
        isTimeChanged: true,
        told: [{ name: 'Percy Person', kind: 'booking-rescheduled' }],
      });
      expect([await messages(), (await eventFor(eventId)).startsAt]).toEqual([before, '2024-05-22T08:30:00.000Z']);
    });
  });

  describe('holding it again', () => {
    it('moves to a new start at London time, terms with it, and copies neither bookings nor messages', async () => {
      const { eventId } = await on({
        sessions: [...MAY_22, session('2024-05-29T12:00:00Z', '2024-05-29T15:00:00Z')],
        bookingClosesAt: '2024-05-20T11:00:00Z',
        minimumPlaces: 4,
        decideBy: '2024-05-15',
        fees: [{ feeType: '*', pence: 3000 }],
        expectedMix: [{ sector: 'police', people: 2 }],
      });
      await book(eventId);
      const before = await messages();
      const copy = await product.ask<EventView>('POST', `/api/events/${eventId}/duplication`, {
        as: coordinator,
        body: { startsAt: '2024-11-06T09:30:00Z' },
      });
      expect(copy).toMatchObject({ status: 201, body: { status: 'draft', placesHeld: 0, feePence: 3000 } });
      expect(copy.body.sessions.map(({ startsAt }) => startsAt)).toEqual([
        '2024-11-06T09:30:00.000Z',
        '2024-11-13T13:00:00.000Z',
      ]);
      expect(await termsOf(copy.body.id)).toMatchObject({
        bookingClosesAt: '2024-11-04T12:00:00.000Z',
        decideBy: '2024-10-30',
        expectedMix: [{ sector: 'police', people: 2 }],
      });
      expect(await messages()).toBe(before);
      const bad = { startsAt: '2024-11-06T09:30:00Z', sessions: MAY_22 };
      const refused = await product.ask<ProblemView>('POST', `/api/events/${eventId}/duplication`, {
        as: coordinator,
        body: bad,
      });
      expect(refused.body.errors).toHaveProperty('startsAt');
    });

    it('repeats every week, says what it skips and why, and makes drafts only when it is told to', async () => {
      const { eventId } = await on({ sessions: [session('2024-07-15T08:30:00Z', '2024-07-15T11:30:00Z')] });
      const repeat = async (query: string, body: Record<string, unknown>) =>
        product.ask<RepetitionView & Omit<ProblemView, 'status'>>('POST', `/api/events/${eventId}/repetition${query}`, {
          as: coordinator,
          body,
        });
      const wanted = { every: 'week', times: 3, skipSchoolHolidays: true };
      const preview = await repeat('?dryRun=true', wanted);
      expect(preview.status).toBe(200);
      expect(preview.body.events.map(({ id, sessions }) => [id, sessions[0]?.startsAt])).toEqual([
        [null, '2024-07-22T08:30:00.000Z'],
        [null, '2024-09-02T08:30:00.000Z'],
        [null, '2024-09-09T08:30:00.000Z'],
      ]);
      expect(preview.body.skipped.map(({ words, because }) => `${words}: ${because}`)).toEqual([
        'Monday 29 July 2024: School holidays: Summer',
        'Monday 5 August 2024: School holidays: Summer',
        'Monday 12 August 2024: School holidays: Summer',
        'Monday 19 August 2024: School holidays: Summer',
        'Monday 26 August 2024: Bank holiday: Summer bank holiday',
      ]);
      const made = await repeat('', { every: 'month', until: '2024-11-30' });
      expect(made.body.events.map(({ sessions }) => sessions[0]?.startsAt)).toEqual([
        '2024-08-19T08:30:00.000Z',
        '2024-09-16T08:30:00.000Z',
        '2024-10-21T08:30:00.000Z',
        '2024-11-18T09:30:00.000Z',
      ]);
      expect(made.body.events[0]?.notes).toEqual(['School holidays: Summer']);
      expect(await eventFor(made.body.events[0]?.id ?? '', coordinator)).toMatchObject({
        status: 'draft',
        placesHeld: 0,
      });
      expect((await repeat('', { every: 'week' })).body.errors).toHaveProperty('times');
    });
  });

  describe('seeing it as a delegate', () => {
    it('shows a draft as its page will be, marked and with nothing to press, to staff alone', async () => {
      const { courseId } = await on();
      const draft = await product.ask<EventView>('POST', '/api/events', {
        as: coordinator,
        body: {
          courseId,
          capacity: 5,
          delivery: 'online',
          sessions: MAY_22,
          fees: [{ feeType: '*', pence: 3000, chargePence: 5000 }],
          note: 'Bring a laptop.',
        },
      });
      const path = `/events/${draft.body.id}/preview`;
      const page = await product.ask('GET', path, { as: coordinator });
      expect(page.status).toBe(200);
      for (const words of [
        'Preview: ',
        'This is a preview.',
        'You can cancel free of charge until 5pm on Wednesday 15 May 2024.',
        'may be charged £50.',
        'Bring a laptop.',
        'Delegates find the button ‘Book this course’ here.',
      ])
        expect(page.text).toContain(words);
      expect(page.text).not.toContain(`/events/${draft.body.id}/book`);
      expect((await product.ask('GET', path, { as: person })).status).toBe(403);
    });

    it('tells everybody the dates of its terms on the page and in the form, and why it takes no bookings', async () => {
      const { eventId } = await on({ bookingOpensAt: '2024-04-08T08:00:00Z', bookingClosesWorkingDays: 3 });
      const closed = (await product.ask('GET', `/events/${eventId}`, { as: person })).text;
      expect(closed).toContain('Booking opens on Monday 8 April 2024, 9am.');
      expect(closed).not.toContain(`/events/${eventId}/book`);
      expect((await product.ask('GET', `/events/${eventId}/book`, { as: person })).headers['location']).toBe(
        `/events/${eventId}`,
      );
      await patch(eventId, { bookingOpensAt: null });
      const form = (await product.ask('GET', `/events/${eventId}/book`, { as: person })).text;
      expect(form).toContain('Friday 17 May 2024, 5pm');
      expect(form).toContain('until 5pm on Wednesday 15 May 2024');
      expect(form).not.toContain('working day');
    });

    it('shows the mails of a draft for somebody made up, and leaves nobody behind', async () => {
      const { courseId } = await on();
      const draft = await product.ask<EventView>('POST', '/api/events', {
        as: coordinator,
        body: { courseId, capacity: 5, delivery: 'online', sessions: MAY_22 },
      });
      const before = await messages();
      const mails = await product.ask<SampleMail[]>('GET', `/api/events/${draft.body.id}/sample-mails`, {
        as: coordinator,
      });
      expect(mails.body.map(({ kind }) => kind)).toEqual([
        'booking-confirmed',
        'booking-waitlisted',
        'booking-offered',
        'booking-rescheduled',
        'booking-cancelled',
        'event-cancelled',
      ]);
      expect(mails.body[0]?.text).toContain('Dear Alex Example');
      expect(mails.body[0]?.text).toContain('free of charge until Wednesday 15 May 2024, 5pm.');
      expect(await messages()).toBe(before);
      const left = await product.ask<unknown[]>('GET', '/api/practitioners?q=Alex', { as: coordinator });
      expect(left.body).toEqual([]);
      const path = `/api/events/${draft.body.id}/sample-mails`;
      expect((await product.ask('GET', path, { as: person })).status).toBe(403);
    });
  });
});
