import { afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { BookingEntity, SweepJob } from '@roundtable/bookings';
import type { BookingView, TeamPlacesView } from '@roundtable/contracts';
import { EventEntity } from '@roundtable/events';
import { Checks, newId } from '@roundtable/platform';
import { In } from 'typeorm';
import { type Caller, onTheProduct, publishedEvent } from '../support/product';

const HOUR = 3_600_000;

onTheProduct((product) => {
  let coordinator: Caller;
  let lead: Caller;
  let agencyId: string;
  let people: string[];

  const act = <Body = BookingView>(path: string, body?: unknown, as = coordinator) =>
    product.ask<Body>('POST', `/api/${path}`, { as, body });
  const book = (eventId: string, practitionerId: string, as = coordinator) =>
    act(`events/${eventId}/bookings`, { practitionerId }, as);
  const bookingsOf = (eventId: string) => product.database.repo(BookingEntity).findBy({ eventId });
  const statuses = async (eventId: string) =>
    (await bookingsOf(eventId)).reduce<Record<string, number>>(
      (counts, { status }) => ({ ...counts, [status]: (counts[status] ?? 0) + 1 }),
      {},
    );
  const broken = async () => (await product.app.get(Checks).run()).flatMap(({ breaches }) => breaches);

  /** Gives every other request its turn after each statement, where a decision could go stale. */
  const letOthersIn = () => {
    const query = product.database.query.bind(product.database);
    jest.spyOn(product.database, 'query').mockImplementation(async (sql, parameters) => {
      const rows = await query(sql, parameters);
      await new Promise((resolve) => setImmediate(resolve));
      return rows;
    });
  };
  /** Without it a decision rests on what may have changed since it was read. */
  const takeTheGateOut = () => {
    jest
      .spyOn(product.database, 'gate')
      .mockImplementation(async (entity, id) => (await product.database.repo(entity).findOneBy({ id }))?.gate ?? null);
    if (product.engine === 'sqlite') jest.spyOn(product.database, 'transaction').mockImplementation((work) => work());
  };

  beforeAll(async () => {
    coordinator = await product.person('coordinator');
    const agency = await product.ask<{ id: string }>('POST', '/api/agencies', {
      as: coordinator,
      body: { name: 'Racing Trust', sector: 'health' },
    });
    agencyId = agency.body.id;
    lead = await product.person('practitioner');
    await product.ask('POST', '/api/role-grants', {
      as: coordinator,
      body: { personId: lead.personId, role: 'agency-lead', agencyId },
    });
    people = [];
    for (let n = 0; n < 40; n += 1) {
      const person = await act<{ id: string }>('practitioners', {
        name: `Racer ${n}`,
        email: `${newId().slice(-12)}@racing.example`,
        agencyId,
      });
      people.push(person.body.id);
    }
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  describe('newcomers, a lead, staff and promotion together', () => {
    const together = async (capacity: number) => {
      const { eventId } = await publishedEvent(product, coordinator, { capacity });
      letOthersIn();
      const first = await Promise.all(people.slice(0, 14).map((id) => book(eventId, id)));
      const placed = first.filter(({ body }) => body.status === 'confirmed').slice(0, 2);
      await Promise.all([
        ...people.slice(14, 20).map((id) => book(eventId, id)),
        act(
          `events/${eventId}/group-bookings`,
          { mode: 'possible', waitForRest: true, people: people.slice(20, 25).map((id) => ({ practitionerId: id })) },
          lead,
        ),
        act(`events/${eventId}/team-places`, { agencyId, places: 2, heldUntil: heldUntil() }, lead),
        act(`events/${eventId}/additions`, { practitionerId: people[26], reason: 'Must come' }),
        ...placed.map(({ body }) => act(`bookings/${body.id}/cancellation`, { reason: 'ill' })),
      ]);
      const event = await product.database.repo(EventEntity).findOneByOrFail({ id: eventId });
      const held = await product.ask<{ placesHeld: number }>('GET', `/api/events/${eventId}`, { as: coordinator });
      return { eventId, capacity: event.capacity, held: held.body.placesHeld };
    };
    const heldUntil = () => new Date(product.clock.now().getTime() + 14 * 24 * HOUR).toISOString().slice(0, 10);

    it('oversell without the gate, so that this test proves something', async () => {
      takeTheGateOut();
      const { eventId, held, capacity } = await together(5);
      expect(held).toBeGreaterThan(capacity);
      jest.restoreAllMocks();
      expect(await broken()).not.toEqual([]);
      await product.database.repo(EventEntity).update({ id: eventId }, { status: 'cancelled' });
      await product.database
        .repo(BookingEntity)
        .update({ eventId }, { status: 'cancelled', liveEventKey: null, liveCourseKey: null });
      await product.database.query(
        'DELETE FROM calendar_entries WHERE booking_id IN (SELECT id FROM bookings WHERE event_id = ?)',
        [eventId],
      );
    });

    it('fill exactly the places there are', async () => {
      const { held, capacity } = await together(5);
      expect(held).toBe(capacity);
      expect(await broken()).toEqual([]);
    });
  });

  it('a capacity that is cut while people book is refused, or no place is sold beyond it', async () => {
    const { eventId } = await publishedEvent(product, coordinator, { capacity: 10 });
    letOthersIn();
    await Promise.all([
      ...people.slice(0, 12).map((id) => book(eventId, id)),
      ...[3, 5, 8].map((capacity) =>
        product.ask('PATCH', `/api/events/${eventId}`, { as: coordinator, body: { capacity } }),
      ),
    ]);
    const { capacity } = await product.database.repo(EventEntity).findOneByOrFail({ id: eventId });
    expect((await statuses(eventId))['confirmed']).toBeLessThanOrEqual(capacity);
    expect(await broken()).toEqual([]);
  });

  it('an offer that runs out while it is taken is one or the other', async () => {
    const { eventId } = await publishedEvent(product, coordinator, {
      capacity: 1,
      more: { waitlistPolicy: 'offer' },
    });
    const held = await book(eventId, people[0]!);
    const offered = await book(eventId, people[1]!);
    const next = await book(eventId, people[2]!);
    await act(`bookings/${held.body.id}/cancellation`, { reason: 'ill' });
    await product.database
      .repo(BookingEntity)
      .update({ id: offered.body.id }, { offeredUntil: new Date(product.clock.now().getTime() + 30) });
    letOthersIn();
    const sweep = product.app.get(SweepJob);
    const [taken] = await Promise.all([
      act(`bookings/${offered.body.id}/acceptance`),
      new Promise((resolve) => setTimeout(resolve, 25)).then(() => sweep.run()),
      new Promise((resolve) => setTimeout(resolve, 35)).then(() => sweep.run()),
    ]);
    const rows = new Map((await bookingsOf(eventId)).map(({ id, status }) => [id, status]));
    const expected =
      taken.status === 200
        ? { [offered.body.id]: 'confirmed', [next.body.id]: 'waitlisted' }
        : { [offered.body.id]: 'waitlisted', [next.body.id]: 'offered' };
    expect({ [offered.body.id]: rows.get(offered.body.id), [next.body.id]: rows.get(next.body.id) }).toEqual(expected);
    expect(await broken()).toEqual([]);
  });

  it('a booking that is cancelled and accepted at once ends as one of the two', async () => {
    const { eventId } = await publishedEvent(product, coordinator, { capacity: 1, more: { waitlistPolicy: 'offer' } });
    const held = await book(eventId, people[0]!);
    const offered = await book(eventId, people[1]!);
    await act(`bookings/${held.body.id}/cancellation`, { reason: 'ill' });
    letOthersIn();
    const answers = await Promise.all([
      act(`bookings/${offered.body.id}/acceptance`),
      act(`bookings/${offered.body.id}/cancellation`, { reason: 'other' }),
      act(`bookings/${offered.body.id}/refusal`),
    ]);
    // Whoever came first wins; a confirmed place may be cancelled afterwards, and nothing comes back from an end.
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(1);
    const booking = await product.database.repo(BookingEntity).findOneByOrFail({ id: offered.body.id });
    expect(['confirmed', 'cancelled']).toContain(booking.status);
    expect(await broken()).toEqual([]);
  });

  it('transfers in opposite directions neither hang nor lose or double anybody', async () => {
    const one = await publishedEvent(product, coordinator, { capacity: 12 });
    const other = await publishedEvent(product, coordinator, { capacity: 12, courseId: one.courseId, weeks: 10 });
    const there: { id: string; to: string }[] = [];
    for (const [index, id] of people.slice(0, 12).entries()) {
      const [from, to] = index % 2 ? [one.eventId, other.eventId] : [other.eventId, one.eventId];
      there.push({ id: (await book(from, id)).body.id, to });
    }
    letOthersIn();
    const answers = await Promise.all(there.map(({ id, to }) => act(`bookings/${id}/transfer`, { eventId: to })));
    expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(201));
    const live = await product.database
      .repo(BookingEntity)
      .findBy({ eventId: In([one.eventId, other.eventId]), status: 'confirmed' });
    expect(live.map(({ personId }) => personId).sort()).toEqual(people.slice(0, 12).sort());
    expect(await broken()).toEqual([]);
  });

  it('a team place gets one name, whoever gives it at once', async () => {
    const { eventId } = await publishedEvent(product, coordinator, { capacity: 3 });
    const until = new Date(product.clock.now().getTime() + 14 * 24 * HOUR).toISOString().slice(0, 10);
    const held = await act<TeamPlacesView>(
      `events/${eventId}/team-places`,
      { agencyId, places: 1, heldUntil: until },
      lead,
    );
    letOthersIn();
    const answers = await Promise.all(
      people.slice(0, 4).map((practitionerId) => act(`team-places/${held.body.id}/bookings`, { practitionerId }, lead)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    expect(await statuses(eventId)).toEqual({ confirmed: 1 });
    expect(await broken()).toEqual([]);
  });
});
