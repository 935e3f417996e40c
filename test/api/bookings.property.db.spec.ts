import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  ApprovalsService,
  BookingEntity,
  BookingsService,
  CancellingService,
  EventPlacesService,
  FillingPlacesService,
  SubstitutionsService,
  SweepJob,
  TeamPlaceEntity,
  TeamPlacesService,
  TransfersService,
} from '@roundtable/bookings';
import { CourseEntity } from '@roundtable/courses';
import { EventEntity, EventSessionEntity, KeptPlacesEntity } from '@roundtable/events';
import { PersonEntity } from '@roundtable/people';
import { type Actor, Checks, Problem, VISITOR } from '@roundtable/platform';
import fc from 'fast-check';
import { In } from 'typeorm';
import { type ModelAgency, type ModelBooking, type ModelEvent, PlacesModel, isLive } from '../model/places-model';
import { type Caller, onTheProduct, publishedEvent } from '../support/product';

/** A run takes several times as long over a connection; PROPERTY_RUNS sets both. */
const RUNS = { sqlite: 1000, mysql: 150 };

/** The same runs each time, so that a change is judged by itself; PROPERTY_SEED goes looking elsewhere. */
const SEED = Number(process.env['PROPERTY_SEED'] ?? 20260302);
const DAY = 24 * 3_600_000;
const START = new Date('2026-03-02T10:00:00Z');
const PEOPLE_EACH = 4;

/** One step: what is done, and three numbers that choose on what. */
interface Step {
  what: (typeof STEPS)[number];
  event: number;
  one: number;
  other: number;
}
const STEPS = [
  'book',
  'book',
  'book',
  'cancel',
  'accept',
  'refuse',
  'approve',
  'decline',
  'transfer',
  'substitute',
  'hold',
  'name',
  'release',
  'capacity',
  'add',
  'promote',
  'advance',
  'begin',
] as const;

/** In which state a verb finds what it changes. */
const FITTING: Partial<Record<Step['what'], string>> = {
  accept: 'offered',
  refuse: 'offered',
  approve: 'awaiting_approval',
  decline: 'awaiting_approval',
  promote: 'waitlisted',
  substitute: 'confirmed',
};

interface Terms {
  capacity: number;
  agencyCap: number | null;
  keepsOne: boolean;
  policy: 'confirm' | 'offer';
}

const terms = fc.record({
  capacity: fc.integer({ min: 1, max: 4 }),
  agencyCap: fc.constantFrom(null, null, 2),
  keepsOne: fc.boolean(),
  policy: fc.constantFrom('confirm' as const, 'offer' as const),
});
const step = fc.record({
  what: fc.constantFrom(...STEPS),
  event: fc.constantFrom(0, 0, 1),
  one: fc.nat(99),
  other: fc.nat(99),
});

/** Events fill before anything else is done: where nobody waits, no rule about the line can be broken. */
const asking = fc.record({
  what: fc.constantFrom('book' as const, 'book' as const, 'book' as const, 'hold' as const),
  // Most ask for the same event, so that it fills.
  event: fc.constantFrom(0, 0, 0, 1),
  one: fc.nat(99),
  other: fc.nat(99),
});

onTheProduct((product) => {
  let coordinator: Caller;
  let actor: Actor;
  let people: { id: string; agency: string }[];
  const agencies = new Map<string, ModelAgency>();
  let keptSectorId: string;
  let blueprint: { course: CourseEntity; event: EventEntity; session: EventSessionEntity };
  let worlds = 0;

  beforeAll(async () => {
    product.clock.set(START);
    coordinator = await product.person('coordinator');
    actor = { ...VISITOR, personId: coordinator.personId, name: 'Cora', roles: ['coordinator'], via: 'token' };
    people = [];
    for (const [name, sector, approval] of [
      ['Model Trust', 'health', 'off'],
      ['Model School', 'education', 'lead'],
    ] as const) {
      const agency = await product.ask<{ id: string }>('POST', '/api/agencies', {
        as: coordinator,
        body: { name, sector },
      });
      const { id } = agency.body;
      await product.ask('PATCH', `/api/agencies/${id}`, { as: coordinator, body: { approval } });
      agencies.set(id, { sector, wantsApproval: approval !== 'off' });
      for (let n = 0; n < PEOPLE_EACH; n += 1) {
        const person = await product.ask<{ id: string }>('POST', '/api/practitioners', {
          as: coordinator,
          body: { name: `Model ${n}`, email: `m${people.length}@model.example`, agencyId: id },
        });
        people.push({ id: person.body.id, agency: id });
      }
    }
    const { eventId, courseId } = await publishedEvent(product, coordinator, {
      capacity: 1,
      more: { keptPlaces: [{ sector: 'health', places: 1, releaseDays: 1 }] },
    });
    const { database } = product;
    keptSectorId = (await database.repo(KeptPlacesEntity).findOneByOrFail({ eventId })).sectorId;
    blueprint = {
      course: await database.repo(CourseEntity).findOneByOrFail({ id: courseId }),
      event: await database.repo(EventEntity).findOneByOrFail({ id: eventId }),
      session: await database.repo(EventSessionEntity).findOneByOrFail({ eventId }),
    };
    // People without an address get no mails, which makes room for more runs; what mails say is tested elsewhere.
    await database.repo(PersonEntity).update({ id: In(people.map(({ id }) => id)) }, { email: null });
  });

  /** Two coming events of a new course, eight and ten weeks ahead. */
  const newWorld = async (wanted: readonly Terms[]): Promise<ModelEvent[]> => {
    worlds += 1;
    product.clock.set(START);
    const { database } = product;
    const courseId = `course ${worlds}`;
    await database
      .repo(CourseEntity)
      .insert({ ...blueprint.course, id: courseId, code: courseId, slug: `model-${worlds}` });
    const events: ModelEvent[] = [];
    for (const [index, { capacity, agencyCap, keepsOne, policy }] of wanted.entries()) {
      const id = `event ${worlds} ${index}`;
      const startsAt = new Date(START.getTime() + (8 + 2 * index) * 7 * DAY);
      const endsAt = new Date(startsAt.getTime() + 3 * 3_600_000);
      await database.repo(EventEntity).insert({
        ...blueprint.event,
        ...{ id, courseId, capacity, agencyCap, startsAt, endsAt, gate: 0, waitlistPolicy: policy },
        reference: `M${worlds}-${index}`,
      });
      await database
        .repo(EventSessionEntity)
        .insert({ ...blueprint.session, id: `session ${worlds} ${index}`, eventId: id, startsAt, endsAt });
      if (keepsOne)
        await database
          .repo(KeptPlacesEntity)
          .insert({ id: `kept ${worlds} ${index}`, eventId: id, sectorId: keptSectorId, places: 1, releaseDays: 1 });
      const kept = keepsOne ? { sector: 'health', places: 1 } : null;
      events.push({ id, capacity, agencyCap, kept, policy, hasStarted: false, bookings: [], holds: [] });
    }
    return events;
  };

  const clear = async (events: readonly ModelEvent[]): Promise<void> => {
    const ids = In(events.map(({ id }) => id));
    await product.database.repo(EventEntity).update({ id: ids }, { status: 'cancelled' });
    await product.database
      .repo(BookingEntity)
      .update({ eventId: ids }, { status: 'cancelled', liveEventKey: null, liveCourseKey: null });
    await product.database.repo(TeamPlaceEntity).update({ eventId: ids }, { releasedAt: START });
  };

  const chosen = <Row>(rows: readonly Row[], number: number): Row | undefined => rows[number % rows.length];

  /** Does a step in the product and in the model. What the product refuses must leave the model's state as it is. */
  const take = async (model: PlacesModel, { what, event: which, one, other }: Step): Promise<void> => {
    const get = product.app.get.bind(product.app);
    const event = model.events[which]!;
    const elsewhere = model.events[1 - which]!;
    const person = chosen(people, one)!;
    const live = event.bookings.filter((row) => what === 'cancel' || isLive(row));
    // Mostly one on which the verb does something; now and then any, to be refused.
    const fitting = other % 4 === 0 ? [] : live.filter(({ status }) => status === FITTING[what]);
    const booking = chosen(fitting.length ? fitting : live, one);
    const attempt = async <Answer>(work: () => Promise<Answer>): Promise<Answer | null> => {
      try {
        return await work();
      } catch (error) {
        if (error instanceof Problem) return null;
        throw error;
      }
    };
    const onBooking = async (
      real: (id: string) => Promise<unknown>,
      modelled: (row: ModelBooking) => unknown,
    ): Promise<void> => {
      if (!booking) return;
      await attempt(() => real(booking.id));
      modelled(booking);
    };
    const made = (answer: { id: string } | null) => answer?.id ?? 'refused';
    switch (what) {
      case 'book': {
        const answer = await attempt(() => get(BookingsService).book(actor, event.id, { practitionerId: person.id }));
        model.book(event, person.id, person.agency, made(answer));
        return;
      }
      case 'cancel':
        return onBooking(
          (id) => get(CancellingService).cancel(actor, id, 'ill'),
          (row) => model.cancel(event, row),
        );
      case 'accept':
        return onBooking(
          (id) => get(CancellingService).accept(actor, id),
          (row) => model.accept(event, row, true),
        );
      case 'refuse':
        return onBooking(
          (id) => get(CancellingService).refuse(actor, id),
          (row) => model.refuse(event, row),
        );
      case 'approve':
        return onBooking(
          (id) => get(ApprovalsService).approve(actor, id),
          (row) => model.approve(event, row),
        );
      case 'decline':
        return onBooking(
          (id) => get(ApprovalsService).decline(actor, id, 'No'),
          (row) => model.decline(event, row),
        );
      case 'promote':
        return onBooking(
          (id) => get(FillingPlacesService).promote(actor, id, 'Urgent'),
          (row) => model.promote(event, row),
        );
      case 'transfer': {
        if (!booking) return;
        const answer = await attempt(() => get(TransfersService).transfer(actor, booking.id, elsewhere.id));
        model.transfer(event, booking, elsewhere, made(answer));
        return;
      }
      case 'substitute': {
        const colleague = chosen(
          people.filter(({ agency }) => agency === booking?.agency),
          other,
        );
        if (!booking || !colleague) return;
        const wanted = { practitionerId: colleague.id };
        const answer = await attempt(() => get(SubstitutionsService).substitute(actor, booking.id, wanted));
        model.substitute(event, booking, colleague.id, made(answer));
        return;
      }
      case 'hold': {
        const heldUntil = new Date(product.clock.now().getTime() + (1 + (other % 10)) * DAY).toISOString().slice(0, 10);
        const places = 1 + (other % 2);
        const answer = await attempt(() =>
          get(TeamPlacesService).hold(actor, event.id, { agencyId: person.agency, places, heldUntil }),
        );
        model.hold(event, person.agency, places, made(answer));
        return;
      }
      case 'name': {
        const hold = chosen(event.holds, one);
        const named = chosen(
          people.filter(({ agency }) => agency === hold?.agency),
          other,
        );
        if (!hold || !named) return;
        const answer = await attempt(() => get(TeamPlacesService).name(actor, hold.id, { practitionerId: named.id }));
        model.name(event, hold, named.id, made(answer));
        return;
      }
      case 'release': {
        const hold = chosen(event.holds, one);
        if (!hold) return;
        await attempt(() => get(TeamPlacesService).release(actor, hold.id));
        model.release(event, hold);
        return;
      }
      case 'capacity': {
        const capacity = 1 + (other % 5);
        await attempt(() => get(EventPlacesService).change(actor, event.id, { capacity }));
        model.changeCapacity(event, capacity);
        return;
      }
      case 'add': {
        const answer = await attempt(() =>
          get(FillingPlacesService).addPerson(actor, event.id, person.id, 'Must come'),
        );
        model.addPerson(event, person.id, person.agency, made(answer));
        return;
      }
      case 'advance':
        return pass(model, new Date(product.clock.now().getTime() + (1 + (other % 3)) * DAY));
      case 'begin': {
        // Once a world at most, and the first event only, so that the second can still be moved to.
        if (model.events[0]!.hasStarted || one % 4 !== 0) return;
        model.start(model.events[0]!);
        return pass(model, new Date(START.getTime() + 8 * 7 * DAY + 4 * 3_600_000));
      }
    }
  };

  /** Time passes, and the sweep does what it brings. */
  const pass = async (model: PlacesModel, until: Date): Promise<void> => {
    product.clock.set(until);
    const ids = In(model.events.map(({ id }) => id));
    const offers = await product.database
      .repo(BookingEntity)
      .find({ where: { eventId: ids, status: 'offered' }, order: { offeredUntil: 'ASC', id: 'ASC' } });
    const holds = await product.database
      .repo(TeamPlaceEntity)
      .find({ where: { eventId: ids }, order: { heldUntil: 'ASC', id: 'ASC' } });
    await product.app.get(SweepJob).run();
    const at = (eventId: string) => model.events.find(({ id }) => id === eventId)!;
    for (const { id, eventId, offeredUntil } of offers)
      if (offeredUntil && offeredUntil <= until)
        model.runOut(
          at(eventId),
          at(eventId).bookings.find((row) => row.id === id)!,
        );
    for (const { id, eventId, heldUntil } of holds)
      if (heldUntil <= until)
        model.release(
          at(eventId),
          at(eventId).holds.find((row) => row.id === id)!,
        );
    for (const event of model.events) model.serve(event);
  };

  /** The product and the model tell the same, and the invariants hold. */
  const compare = async (model: PlacesModel): Promise<void> => {
    const ids = In(model.events.map(({ id }) => id));
    const all = await product.database
      .repo(BookingEntity)
      .find({ where: { eventId: ids }, order: { queueNumber: 'ASC', id: 'ASC' } });
    const events = await product.database.repo(EventEntity).findBy({ id: ids });
    for (const event of model.events) {
      const rows = all.filter(({ eventId }) => eventId === event.id);
      expect(Object.fromEntries(rows.map(({ id, status }) => [id, status]))).toEqual(
        Object.fromEntries(event.bookings.map(({ id, status }) => [id, status])),
      );
      expect(rows.filter(({ status }) => status === 'waitlisted').map(({ id }) => id)).toEqual(
        model.waiting(event).map(({ id }) => id),
      );
      const capacity = events.find(({ id }) => id === event.id)?.capacity;
      expect(capacity).toBe(event.capacity);
      expect(model.total(event)).toBeLessThanOrEqual(event.capacity);
      const live = rows.filter(({ isLive: lives }) => lives).map(({ personId }) => personId);
      expect(new Set(live).size).toBe(live.length);
    }
  };

  describe('whatever is done, in whatever order', () => {
    it('the product comes to the states of the model', async () => {
      const numRuns = Number(process.env['PROPERTY_RUNS'] ?? RUNS[product.engine]);
      let runs = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.tuple(terms, terms),
          fc.array(asking, { minLength: 3, maxLength: 9, size: 'max' }),
          fc.array(step, { minLength: 4, maxLength: 16, size: 'max' }),
          async (wanted, first, then) => {
            const model = new PlacesModel(await newWorld(wanted), agencies);
            try {
              for (const one of [...first, ...then]) {
                await take(model, one);
                await compare(model);
              }
              runs += 1;
              if (runs % 50 === 0)
                expect((await product.app.get(Checks).run()).flatMap(({ breaches }) => breaches)).toEqual([]);
            } finally {
              await clear(model.events);
            }
          },
        ),
        { numRuns, seed: SEED },
      );
    }, 900_000);
  });
});
