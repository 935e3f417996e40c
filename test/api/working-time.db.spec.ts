import { beforeAll, describe, expect, it } from '@jest/globals';
import type { BookingView, EventTrainerView, TrainerCodeView, TrainerView } from '@roundtable/contracts';
import { Jobs, LinkEntity, Settings } from '@roundtable/platform';
import { Mailbox } from '../support/mailbox';
import { type Caller, publishedEvent } from '../support/product';
import { onTheProductWithMail } from '../support/received-mail';
import { Website } from '../support/website';

/** What each rule that counts in working days does in the product, as the clock passes holidays and changes. */
onTheProductWithMail((product) => {
  let coordinator: Caller;
  beforeAll(async () => {
    product.clock.set('2026-03-02T09:00:00Z');
    coordinator = await product.person('coordinator');
    const holidays = { name: 'Easter holidays', from: '2026-03-30', to: '2026-04-10' };
    await ask('POST', 'school-holidays', holidays);
    // As if a bank holiday had been proclaimed after the list of them was made.
    await ask('POST', 'closure-days', { name: 'Day of mourning', from: '2026-05-14', to: '2026-05-14' });
  });
  const ask = async <Body = { id: string }>(
    method: 'GET' | 'POST' | 'PATCH',
    path: string,
    body?: unknown,
    as = coordinator,
  ): Promise<Body> => {
    const answer = await product.ask<Body>(method, `/api/${path}`, { as, ...(body === undefined ? {} : { body }) });
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.text}`);
    return answer.body;
  };
  const session = (startsAt: string) => ({
    startsAt,
    endsAt: new Date(Date.parse(startsAt) + 3 * 3600_000).toISOString(),
  });
  const event = async (startsAt: string, capacity: number, more: Record<string, unknown> = {}, course = {}) =>
    (await publishedEvent(product, coordinator, { capacity, more: { sessions: [session(startsAt)], ...more }, course }))
      .eventId;
  const book = (eventId: string, person: Caller) =>
    ask<BookingView>('POST', `events/${eventId}/bookings`, { practitionerId: person.personId });
  const read = (id: string) => ask<BookingView>('GET', `bookings/${id}`);
  const mailsTo = async (address: string, kind: string) =>
    (await new Mailbox(product, address).all()).filter((mail) => mail.kind === kind);
  /** What is so a minute before and at a moment, after the jobs have run each time. */
  const around = async <Fact>(moment: string, fact: () => Promise<Fact>): Promise<[Fact, Fact]> => {
    const facts: Fact[] = [];
    for (const minutes of [1, 0]) {
      product.clock.set(new Date(Date.parse(moment) - minutes * 60_000));
      await product.app.get(Jobs).runAll();
      facts.push(await fact());
    }
    return facts as [Fact, Fact];
  };

  describe('over Easter', () => {
    it('booking closes before the holiday where the working days before the event lie there', async () => {
      const eventId = await event('2026-04-08T08:30:00Z', 5, { bookingClosesWorkingDays: 2 });
      const tryAt = async (moment: string, person: Caller) => {
        product.clock.set(moment);
        const answer = await product.ask('POST', `/api/events/${eventId}/bookings`, { as: person, body: {} });
        return answer.status;
      };
      expect(await tryAt('2026-04-02T15:59:00Z', await product.person())).toBe(201);
      expect(await tryAt('2026-04-02T16:00:00Z', await product.person())).toBe(409);
    });

    it('an approval is recalled after 3 working days and goes to staff after 5, and a school’s clock stops', async () => {
      product.clock.set('2026-04-01T09:00:00Z');
      const eventId = await event('2026-07-01T08:30:00Z', 10);
      const asked = async (sector: string) => {
        const agency = `Approving ${sector}`;
        const person = await product.person('practitioner', { agency, sector });
        const leadsAt = `lead@${sector}.example`;
        const lead = await product.person('practitioner', { email: leadsAt });
        const { agencyId } = await read((await book(await event('2026-06-01T08:30:00Z', 1), person)).id);
        await ask('PATCH', `agencies/${agencyId}`, { approval: 'lead' });
        await ask('POST', 'role-grants', { personId: lead.personId, role: 'agency-lead', agencyId });
        const { id } = await book(eventId, person);
        return { id, told: async () => (await mailsTo(leadsAt, 'booking-approval-asked')).length };
      };
      const [police, school] = [await asked('police'), await asked('education')];
      const told = async () => [await police.told(), await school.told()];
      const kinds = async () => [(await read(police.id)).approverKind, (await read(school.id)).approverKind];
      expect(await around('2026-04-08T09:00:00Z', told)).toEqual([
        [1, 1],
        [2, 1],
      ]);
      expect(await around('2026-04-10T09:00:00Z', kinds)).toEqual([
        ['lead', 'lead'],
        ['staff', 'lead'],
      ]);
      expect(await around('2026-04-16T08:00:00Z', told)).toEqual([
        [2, 1],
        [2, 2],
      ]);
      expect(await around('2026-04-20T08:00:00Z', kinds)).toEqual([
        ['staff', 'lead'],
        ['staff', 'staff'],
      ]);
      // One link for each mail, however often the job looked.
      const links = product.database.repo(LinkEntity);
      expect([await links.countBy({ subjectId: police.id }), await links.countBy({ subjectId: school.id })]).toEqual([
        2, 2,
      ]);
    });
  });

  describe('an offer to a school, whose clock stops in the holidays', () => {
    const people = async () => [
      await product.person('practitioner', { agency: 'Holiday School', sector: 'education' }),
      await product.person('practitioner', { agency: 'Working Police', sector: 'police' }),
    ];
    const SCHOOL = '2026-04-14T09:00:00.000Z';
    const POLICE = '2026-03-31T09:00:00.000Z';

    it('is made so where the next event is offered in the place of a cancelled one', async () => {
      product.clock.set('2026-03-27T10:00:00Z');
      const from = await publishedEvent(product, coordinator, { capacity: 5, weeks: 10 });
      const to = await publishedEvent(product, coordinator, { capacity: 5, weeks: 14, courseId: from.courseId });
      const booked: BookingView[] = [];
      for (const person of await people()) booked.push(await book(from.eventId, person));
      await ask('POST', `events/${from.eventId}/cancellation`, { reason: 'Flooded', nextEventId: to.eventId });
      const offers = await ask<BookingView[]>('GET', `bookings?eventId=${to.eventId}`);
      expect(booked.map(({ id }) => offers.find(({ replaces }) => replaces === id)?.offeredUntil)).toEqual([
        SCHOOL,
        POLICE,
      ]);
    });

    it('is not shortened by moving the event, until its end would come after the last working day before', async () => {
      product.clock.set('2026-03-27T10:00:00Z');
      const eventId = await event('2026-06-03T08:30:00Z', 2, { waitlistPolicy: 'offer' });
      const held = [await book(eventId, await product.person()), await book(eventId, await product.person())];
      const waiting: BookingView[] = [];
      for (const person of await people()) waiting.push(await book(eventId, person));
      for (const { id } of held) await ask('POST', `bookings/${id}/cancellation`, { reason: 'Ill' });
      const ends = () => Promise.all(waiting.map(async ({ id }) => (await read(id)).offeredUntil));
      expect(await ends()).toEqual([SCHOOL, POLICE]);
      await ask('PATCH', `events/${eventId}`, { sessions: [session('2026-06-10T08:30:00Z')] });
      expect(await ends()).toEqual([SCHOOL, POLICE]);
      await ask('PATCH', `events/${eventId}`, { sessions: [session('2026-04-09T08:30:00Z')] });
      expect(await ends()).toEqual(['2026-04-08T11:00:00.000Z', POLICE]);
    });
  });

  describe('over a day that was proclaimed late and kept as a closure day', () => {
    it('an offer runs a day longer', async () => {
      product.clock.set('2026-05-01T09:00:00Z');
      const eventId = await event('2026-07-02T08:30:00Z', 1, { waitlistPolicy: 'offer' });
      const holder = await book(eventId, await product.person());
      const waiting = await book(eventId, await product.person());
      product.clock.set('2026-05-12T09:00:00Z');
      await ask('POST', `bookings/${holder.id}/cancellation`, { reason: 'Ill' });
      expect((await read(waiting.id)).offeredUntil).toBe('2026-05-15T09:00:00.000Z');
      const until = async () => (await read(waiting.id)).offeredUntil;
      // Missed once, and offered again as nobody else waits.
      expect(await around('2026-05-15T09:00:00Z', until)).toEqual([
        '2026-05-15T09:00:00.000Z',
        '2026-05-19T09:00:00.000Z',
      ]);
    });

    it('the link of a trainer opens a day earlier, and its mail says so', async () => {
      product.clock.set('2026-05-11T09:00:00Z');
      const eventId = await event('2026-05-15T08:30:00Z', 5);
      const email = 'window@trainer.example';
      const { id: trainerId } = await ask<TrainerView>('POST', 'trainers', {
        kind: 'commissioned',
        name: 'Will',
        email,
      });
      const own = await ask<EventTrainerView>('POST', 'event-trainers', { eventId, trainerId, answer: 'confirmed' });
      const sent = await ask<TrainerCodeView>('POST', `event-trainers/${own.id}/link`, {});
      expect([sent.validFrom, sent.validUntil]).toEqual(['2026-05-12T16:00:00.000Z', '2026-05-19T16:00:00.000Z']);
      const mailbox = new Mailbox(product, email);
      expect((await mailbox.newest('proof.trainer-link')).textBody).toContain('Tuesday 12 May 2026, 5pm');
      const path = await mailbox.path('proof.trainer-link');
      const opens = async () => (await new Website(product).get(path)).status;
      expect(await around('2026-05-12T16:00:00Z', opens)).toEqual([404, 200]);
      expect(await around('2026-05-19T16:00:00Z', opens)).toEqual([200, 404]);
    });
  });

  describe('as the clocks go back', () => {
    it('an offer keeps its London time', async () => {
      product.clock.set('2026-10-01T09:00:00Z');
      const eventId = await event('2026-12-02T09:30:00Z', 1, { waitlistPolicy: 'offer' });
      const holder = await book(eventId, await product.person());
      const waiting = await book(eventId, await product.person());
      product.clock.set('2026-10-23T15:00:00Z');
      await ask('POST', `bookings/${holder.id}/cancellation`, { reason: 'Ill' });
      expect((await read(waiting.id)).offeredUntil).toBe('2026-10-27T16:00:00.000Z');
    });
  });

  describe('over Christmas and the New Year', () => {
    const provisionalPlace = async (startsAt: string) => {
      const first = await publishedEvent(product, coordinator, { capacity: 1, weeks: 1 });
      const terms = { prerequisiteCourseIds: [first.courseId], prerequisitePolicy: 'provisional' };
      const eventId = await event(startsAt, 5, {}, terms);
      const email = `p${eventId.slice(-8)}@provisional.example`;
      const booking = await book(eventId, await product.person('practitioner', { email }));
      return { booking, eventId, told: async (kind: string) => (await mailsTo(email, kind)).length };
    };
    const isDue = async (id: string) =>
      (await ask<BookingView[]>('GET', 'bookings?provisional=due&_end=100')).some((one) => one.id === id);

    it('free cancellation ends on Christmas Eve, with the substitute day left out', async () => {
      product.clock.set('2026-12-01T09:00:00Z');
      const eventId = await event('2027-01-05T09:30:00Z', 5);
      expect(await ask('GET', `events/${eventId}/terms`)).toMatchObject({
        dates: { freeCancellationUntil: '2026-12-24T17:00:00.000Z' },
      });
    });

    it('what must come first is recalled at 14 and 7 days, is on the staff’s list at 3 working days, and is released after 2 more', async () => {
      product.clock.set('2026-12-01T09:00:00Z');
      const { booking, told } = await provisionalPlace('2027-01-05T09:30:00Z');
      expect((await read(booking.id)).provisionalUntil).toBe('2026-12-30T17:00:00.000Z');
      const recalled = () => told('booking-outstanding');
      expect(await around('2026-12-22T09:30:00Z', recalled)).toEqual([0, 1]);
      expect(await around('2026-12-29T09:30:00Z', recalled)).toEqual([1, 2]);
      await product.app.get(Settings).write('bookings.releaseByItself', true);
      expect(
        await around('2026-12-30T17:00:00Z', async () => [
          await isDue(booking.id),
          await told('booking-release-notice'),
        ]),
      ).toEqual([
        [false, 0],
        [true, 1],
      ]);
      expect(await around('2027-01-04T17:00:00Z', async () => (await read(booking.id)).status)).toEqual([
        'confirmed',
        'cancelled',
      ]);
      await product.app.get(Settings).write('bookings.releaseByItself', false);
    });

    it('nobody is released without the 2 working days of notice, however late that is switched on', async () => {
      product.clock.set('2026-12-01T09:00:00Z');
      const { booking, told } = await provisionalPlace('2027-01-05T09:30:00Z');
      await product.app.get(Settings).write('bookings.releaseByItself', true);
      const state = async () => [(await read(booking.id)).status, await told('booking-release-notice')];
      product.clock.set('2027-01-04T18:00:00Z');
      await product.app.get(Jobs).runAll();
      expect(await state()).toEqual(['confirmed', 0]);
      expect(await isDue(booking.id)).toBe(true);
      await product.app.get(Settings).write('bookings.releaseByItself', false);
    });
  });
});
