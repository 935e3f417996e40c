import { afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { BookingEntity } from '@roundtable/bookings';
import type { BookingView } from '@roundtable/contracts';
import { EventEntity } from '@roundtable/events';
import { In } from 'typeorm';
import { type Caller, onTheProduct, publishedEvent } from '../support/product';

const PLACES = 5;
const ASKING = 60;

onTheProduct((product) => {
  let coordinator: Caller;
  let people: string[];

  beforeAll(async () => {
    coordinator = await product.person('coordinator');
    const agencies = await product.ask<{ id: string }>('POST', '/api/agencies', {
      as: coordinator,
      body: { name: 'Race Agency', sector: 'health' },
    });
    people = [];
    for (let n = 0; n < ASKING; n += 1) {
      const person = await product.ask<{ id: string }>('POST', '/api/practitioners', {
        as: coordinator,
        body: { name: `Racer ${n}`, email: `racer${n}@race.example`, agencyId: agencies.body.id },
      });
      people.push(person.body.id);
    }
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  const confirmed = (eventId: string) => product.database.repo(BookingEntity).countBy({ eventId, status: 'confirmed' });
  const everybodyAsks = (eventId: string) =>
    Promise.all(
      people.map((practitionerId) =>
        product.ask<BookingView>('POST', `/api/events/${eventId}/bookings`, {
          as: coordinator,
          body: { practitionerId },
        }),
      ),
    );

  /** Gives every other request its turn between counting and writing, where a decision could go stale. */
  const letOthersIn = () => {
    const query = product.database.query.bind(product.database);
    jest.spyOn(product.database, 'query').mockImplementation(async (sql, parameters) => {
      const rows = await query(sql, parameters);
      await new Promise((resolve) => setImmediate(resolve));
      return rows;
    });
  };

  describe('a place is never sold twice', () => {
    it('oversells without the gate, so that this test proves something', async () => {
      const { eventId } = await publishedEvent(product, coordinator, { capacity: PLACES });
      jest
        .spyOn(product.database, 'gate')
        .mockImplementation(async (entity, id) => (await product.database.repo(entity).findOneByOrFail({ id })).gate);
      letOthersIn();
      if (product.engine === 'sqlite') jest.spyOn(product.database, 'transaction').mockImplementation((work) => work());
      await everybodyAsks(eventId);
      expect(await confirmed(eventId)).toBeGreaterThan(PLACES);
    });

    it('confirms exactly 5 of 60 at once and lets 55 wait in the order of the gate', async () => {
      const { eventId } = await publishedEvent(product, coordinator, { capacity: PLACES });
      letOthersIn();
      const answers = await everybodyAsks(eventId);
      expect(answers.map((answer) => answer.status)).toEqual(Array(ASKING).fill(201));
      const bookings = await product.database
        .repo(BookingEntity)
        .find({ where: { eventId }, order: { queueNumber: 'ASC' } });
      expect(bookings.map((booking) => booking.status)).toEqual([
        ...Array<string>(PLACES).fill('confirmed'),
        ...Array<string>(ASKING - PLACES).fill('waitlisted'),
      ]);
      expect(new Set(bookings.map((booking) => booking.queueNumber)).size).toBe(ASKING);
      const positions = answers
        .filter((answer) => answer.body.status === 'waitlisted')
        .map((answer) => answer.body.waitlistPosition);
      expect(positions.every((position) => position !== null && position >= 1 && position <= ASKING - PLACES)).toBe(
        true,
      );
      const event = await product.ask<{ placesHeld: number; placesFree: number; waiting: number }>(
        'GET',
        `/api/events/${eventId}`,
      );
      expect(event.body).toMatchObject({ placesHeld: PLACES, placesFree: 0, waiting: ASKING - PLACES });
    });

    it('gives freed places to the first in line when cancellations come together with newcomers', async () => {
      const { eventId } = await publishedEvent(product, coordinator, { capacity: PLACES });
      const first = people.slice(0, 20);
      for (const practitionerId of first)
        await product.ask('POST', `/api/events/${eventId}/bookings`, { as: coordinator, body: { practitionerId } });
      const held = await product.database.repo(BookingEntity).findBy({ eventId, status: 'confirmed' });
      await Promise.all([
        ...held
          .slice(0, 3)
          .map(({ id }) =>
            product.ask('POST', `/api/bookings/${id}/cancellation`, { as: coordinator, body: { reason: 'Ill' } }),
          ),
        ...people
          .slice(20, 40)
          .map((practitionerId) =>
            product.ask('POST', `/api/events/${eventId}/bookings`, { as: coordinator, body: { practitionerId } }),
          ),
      ]);
      const now = await product.database
        .repo(BookingEntity)
        .find({ where: { eventId, status: 'confirmed' }, order: { queueNumber: 'ASC' } });
      expect(now).toHaveLength(PLACES);
      expect(now.map((booking) => booking.personId).sort()).toEqual(
        people
          .slice(0, 8)
          .filter((id) => !held.slice(0, 3).some((one) => one.personId === id))
          .sort(),
      );
    });
  });

  it('gives one place to one person who presses twice from two devices', async () => {
    const { eventId } = await publishedEvent(product, coordinator, { capacity: PLACES });
    const practitionerId = people[0]!;
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        product.ask<BookingView>('POST', `/api/events/${eventId}/bookings`, {
          as: coordinator,
          body: { practitionerId },
        }),
      ),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 201]);
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    expect(await product.database.repo(BookingEntity).countBy({ eventId })).toBe(1);
  });

  it('gives one place to one person who asks for two dates of a course at once', async () => {
    const first = await publishedEvent(product, coordinator, { capacity: 20 });
    const second = await publishedEvent(product, coordinator, { capacity: 20, courseId: first.courseId, weeks: 9 });
    for (const practitionerId of people.slice(0, 10)) {
      const answers = await Promise.all(
        [first.eventId, second.eventId].map((id) =>
          product.ask<{ code?: string }>('POST', `/api/events/${id}/bookings`, {
            as: coordinator,
            body: { practitionerId },
          }),
        ),
      );
      expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
      expect(answers.find((answer) => answer.status === 409)?.body.code).toBe('bookings.already-on-course');
    }
    const held = await product.database
      .repo(BookingEntity)
      .findBy({ eventId: In([first.eventId, second.eventId]), status: 'confirmed' });
    expect(new Set(held.map((booking) => booking.personId)).size).toBe(held.length);
  });

  it('carries a request with an Idempotency-Key out once, however often it comes at the same time', async () => {
    const { eventId } = await publishedEvent(product, coordinator, { capacity: PLACES });
    const ask = (body: object) =>
      product.ask<BookingView & { code?: string }>('POST', `/api/events/${eventId}/bookings`, {
        as: coordinator,
        body,
        headers: { 'idempotency-key': `key-${eventId}` },
      });
    const answers = await Promise.all(Array.from({ length: 6 }, () => ask({ practitionerId: people[3] })));
    expect(answers.map((answer) => answer.status)).toEqual(Array(6).fill(201));
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    const other = await ask({ practitionerId: people[4] });
    expect([other.status, other.body.code]).toEqual([409, 'request.idempotency-conflict']);
  });

  it('passes the gate before the first read of each decision', async () => {
    const { eventId } = await publishedEvent(product, coordinator, { capacity: 1 });
    const before = (await product.database.repo(EventEntity).findOneByOrFail({ id: eventId })).gate;
    await product.ask('POST', `/api/events/${eventId}/bookings`, {
      as: coordinator,
      body: { practitionerId: people[9] },
    });
    expect((await product.database.repo(EventEntity).findOneByOrFail({ id: eventId })).gate).toBe(before + 1);
  });
});
