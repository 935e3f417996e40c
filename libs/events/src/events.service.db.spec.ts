import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AuditEntryEntity, SYSTEM } from '@roundtable/platform';
import { onEachEngine } from '@roundtable/schema/testing';
import { ENTITIES, EventsWorld } from './events.builder';

const session = (day: string) => ({ startsAt: `${day}T08:30:00Z`, endsAt: `${day}T11:30:00Z` });

onEachEngine(ENTITIES, (world) => {
  let given: EventsWorld;
  let courseId: string;
  const sessionsOf = async (id: string) => (await given.events.sessionsOf([id])).get(id) ?? [];

  beforeAll(async () => {
    world.clock.set('2026-03-02T10:00:00Z');
    given = new EventsWorld(world);
    await given.begin();
    courseId = await given.course('Neglect');
  });
  beforeEach(() => world.clock.set('2026-03-02T10:00:00Z'));

  describe('a new event', () => {
    it('is a draft from its first to its last session, with London times beside the instants', async () => {
      const event = await given.event({ courseId, sessions: [session('2026-10-23'), session('2026-10-30')] });
      expect(event).toMatchObject({
        status: 'draft',
        waitlistPolicy: 'by-time',
        venueId: null,
        agencyCap: null,
        gate: 0,
      });
      expect(event.reference).toMatch(/^EV-/);
      expect([event.startsAt, event.endsAt]).toEqual([
        new Date('2026-10-23T08:30:00Z'),
        new Date('2026-10-30T11:30:00Z'),
      ]);
      expect(await sessionsOf(event.id)).toMatchObject([
        { position: 0, localDate: '2026-10-23', localStart: '09:30', localEnd: '12:30' },
        { position: 1, localDate: '2026-10-30', localStart: '08:30', localEnd: '11:30' },
      ]);
    });

    it('is refused with everything that is wrong at once', async () => {
      const wrong = { courseId: 'nobody', venueId: 'nowhere', capacity: 0, sessions: [] };
      await expect(given.event(wrong)).rejects.toMatchObject({
        code: 'request.invalid',
        more: {
          errors: {
            courseId: 'There is no such course',
            venueId: 'There is no such venue',
            capacity: 'The capacity must be a whole number from 1 to 5000',
            sessions: 'Add at least one session',
          },
        },
      });
    });

    it('keeps places for sectors that exist, no more than it has', async () => {
      const kept = (sector: string, places: number) => ({ sector, places, releaseDays: 7 });
      const event = await given.event({ courseId, keptPlaces: [kept('police', 5), kept('health', 15)] });
      const all = (await given.events.keptPlacesOf([event.id])).get(event.id) ?? [];
      expect(all.map(({ sector, places }) => [sector, places]).sort()).toEqual([
        ['health', 15],
        ['police', 5],
      ]);
      await expect(
        given.event({ courseId, keptPlaces: [kept('police', 5), kept('pirates', 16)] }),
      ).rejects.toMatchObject({
        more: {
          errors: {
            'keptPlaces.1.sector': 'There is no sector of this name',
            keptPlaces: 'More places are kept than the event has',
          },
        },
      });
    });

    it('costs what was set for the fee type, else what was set for all, else nothing', async () => {
      const fees = [
        { feeType: '*', pence: 3000 },
        { feeType: 'charity', pence: 0 },
      ];
      const [priced, free] = [await given.event({ courseId, fees }), await given.event({ courseId })];
      const feeFor = async (feeType: string | null) =>
        [...(await given.events.amountsFor([priced, free], feeType)).values()].map(({ feePence }) => feePence);
      expect(await feeFor('charity')).toEqual([0, 0]);
      expect(await feeFor('staff')).toEqual([3000, 0]);
      expect(await feeFor(null)).toEqual([3000, 0]);
    });
  });

  describe('publishing', () => {
    it('needs a published course and a session to come, says what is missing, and happens once', async () => {
      const { id: draftCourse } = await given.courses.create(SYSTEM, { title: 'Unready', summary: 'S' });
      const past = await given.event({ courseId: draftCourse, sessions: [session('2026-03-01')] });
      await expect(given.events.publish(SYSTEM, past.id)).rejects.toMatchObject({
        code: 'events.not-ready',
        more: { detail: { reasons: ['Publish the course first.', 'Add a session that is still to come.'] } },
      });
      const { id } = await given.event({ courseId });
      await given.events.publish(SYSTEM, id);
      expect(await given.events.publish(SYSTEM, id)).toMatchObject({ status: 'published' });
      expect(await world.database.repo(AuditEntryEntity).countBy({ subjectId: id, action: 'event.publish' })).toBe(1);
    });

    it('is refused for an event that is not there', async () => {
      await expect(given.events.publish(SYSTEM, 'nobody')).rejects.toMatchObject({ code: 'request.not-found' });
    });
  });

  describe('a change of facts', () => {
    it('keeps the ids of sessions that stay, and asks before one goes', async () => {
      const { id } = await given.event({ courseId, sessions: [session('2026-05-20'), session('2026-05-27')] });
      const [first, second] = await sessionsOf(id);
      const asked: string[][] = [];
      const change = { sessions: [session('2026-05-27')] };
      const changed = await given.events.changeFacts(SYSTEM, id, change, (ids) =>
        Promise.resolve(void asked.push(ids)),
      );
      expect(asked).toEqual([[first?.id]]);
      expect(changed).toMatchObject({
        sessions: { moved: [], added: [], removed: [first?.id] },
        isTimeChanged: true,
        isPlaceChanged: false,
        event: { startsAt: new Date('2026-05-27T08:30:00Z') },
      });
      expect(await sessionsOf(id)).toMatchObject([{ id: second?.id, position: 0, localDate: '2026-05-27' }]);
    });

    it('moves a session, and tells that the time and the place changed', async () => {
      const venue = await given.venues.create(SYSTEM, { name: 'Loxley House' });
      const { id } = await given.event({ courseId });
      const [only] = await sessionsOf(id);
      const change = { delivery: 'in-person' as const, venueId: venue.id, sessions: [session('2026-06-03')] };
      expect(await given.events.changeFacts(SYSTEM, id, change)).toMatchObject({
        sessions: { moved: [only?.id], added: [], removed: [] },
        isTimeChanged: true,
        isPlaceChanged: true,
      });
      expect(await given.queries.byId(SYSTEM, id)).toMatchObject({ delivery: 'in-person', venueId: venue.id });
      const nothing = await given.events.changeFacts(SYSTEM, id, { waitlistPolicy: 'offer' });
      expect(nothing).toMatchObject({ isTimeChanged: false, isPlaceChanged: false });
    });

    it('is refused once the event has ended or was cancelled', async () => {
      const ended = await given.event({ courseId });
      await given.events.publish(SYSTEM, ended.id);
      const cancelled = await given.event({ courseId });
      await given.events.markCancelled(SYSTEM, cancelled.id, 'The trainer is ill');
      world.clock.set('2026-06-01T10:00:00Z');
      const change = { delivery: 'blended' as const };
      await expect(given.events.changeFacts(SYSTEM, ended.id, change)).rejects.toMatchObject({ code: 'events.ended' });
      await expect(given.events.changeFacts(SYSTEM, cancelled.id, change)).rejects.toMatchObject({
        code: 'events.cancelled',
      });
      await expect(given.events.markCancelled(SYSTEM, ended.id, 'Too late')).rejects.toMatchObject({
        code: 'events.ended',
      });
      expect(await given.events.markCancelled(SYSTEM, cancelled.id, 'Again')).toMatchObject({
        cancelReason: 'The trainer is ill',
      });
    });

    it('passes the gate of the event', async () => {
      const { id } = await given.event({ courseId });
      await given.events.setCapacity(SYSTEM, id, 25);
      expect(await given.queries.byId(SYSTEM, id)).toMatchObject({ gate: 1, capacity: 25 });
    });
  });

  it('duplicates facts, sessions, fees and kept places into a draft, and nothing of what happened', async () => {
    const source = await given.event({
      courseId,
      fees: [{ feeType: '*', pence: 3000 }],
      keptPlaces: [{ sector: 'police', places: 2, releaseDays: 7 }],
    });
    await given.events.publish(SYSTEM, source.id);
    world.clock.set('2026-10-20T10:00:00Z');
    const copy = await given.copies.duplicate(SYSTEM, source.id);
    expect(copy).toMatchObject({ status: 'draft', capacity: 20, importKey: null, duplicatedFromId: source.id });
    expect(copy.reference).not.toBe(source.reference);
    expect(await sessionsOf(copy.id)).toMatchObject([
      { localDate: '2026-11-04', localStart: '09:30', localEnd: '12:30' },
    ]);
    expect((await given.events.amountsFor([copy], null)).get(copy.id)).toMatchObject({ feePence: 3000 });
    expect((await given.events.keptPlacesOf([copy.id])).get(copy.id)).toMatchObject([{ sector: 'police', places: 2 }]);
  });

  it('makes history without a date once for each key', async () => {
    const wanted = { courseId, importKey: 'NEG-01', period: '2020-21', capacity: 20, isDemonstration: true };
    const [one, two] = await Promise.all([
      given.events.findOrCreateHistory(wanted),
      given.events.findOrCreateHistory(wanted),
    ]);
    expect(two.id).toBe(one.id);
    expect(one).toMatchObject({ status: 'published', startsAt: null, endsAt: null, period: '2020-21' });
    expect(one.statusAt(world.clock.now())).toBe('ended');
  });
});
