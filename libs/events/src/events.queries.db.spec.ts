import { beforeAll, describe, expect, it } from '@jest/globals';
import { SYSTEM, VISITOR, type Window } from '@roundtable/platform';
import { onEachEngine } from '@roundtable/schema/testing';
import { ENTITIES, EventsWorld } from './events.builder';
import type { EventFilters } from './events.queries';

const WINDOW: Window = { skip: 0, take: 25, sort: 'event.startsAt', order: 'ASC' };
const session = (startsAt: string) => [{ startsAt, endsAt: new Date(Date.parse(startsAt) + 3_600_000).toISOString() }];

onEachEngine(ENTITIES, (world) => {
  let given: EventsWorld;
  const ids: Record<string, string> = {};
  const seenBy = async (actor: typeof VISITOR, filters: EventFilters = {}) => {
    const page = await given.queries.search(actor, filters, WINDOW);
    const names = page.items.map(({ id }) => Object.keys(ids).find((name) => ids[name] === id));
    return { names, total: page.total };
  };

  beforeAll(async () => {
    world.clock.set('2026-03-02T10:00:00Z');
    given = new EventsWorld(world);
    await given.begin();
    const neglect = await given.course('Neglect', { topic: 'Neglect' });
    const { id: hidden } = await given.courses.create(SYSTEM, { title: 'Hidden', summary: 'S' });
    const make = async (name: string, startsAt: string, more: object = {}) => {
      ids[name] = (await given.event({ courseId: neglect, sessions: session(startsAt), ...more })).id;
      return ids[name];
    };
    await make('draft', '2026-04-01T08:30:00Z');
    // 30 March 2026, 23:30 in London, which is the 30th there and still the 30th in UTC at 22:30.
    await given.events.publish(SYSTEM, await make('late', '2026-03-30T22:30:00Z', { delivery: 'in-person' }));
    // Half past midnight on 31 March in London, and still the 30th in UTC.
    await given.events.publish(
      SYSTEM,
      await make('early', '2026-03-30T23:30:00Z', { keptPlaces: [{ sector: 'police', places: 1, releaseDays: 0 }] }),
    );
    const cancelled = await make('cancelled', '2026-05-01T08:30:00Z');
    await given.events.publish(SYSTEM, cancelled);
    await given.events.markCancelled(SYSTEM, cancelled, 'The trainer is ill');
    await make('of a draft course', '2026-06-01T08:30:00Z', { courseId: hidden });
    world.clock.set('2026-01-01T10:00:00Z');
    await given.events.publish(SYSTEM, await make('ended', '2026-02-02T09:30:00Z'));
    world.clock.set('2026-03-02T10:00:00Z');
    const history = { courseId: neglect, importKey: 'NEG-01', period: '2020-21', capacity: 20, isDemonstration: false };
    ids['history'] = (await given.events.findOrCreateHistory(history)).id;
  });

  describe('who sees which events', () => {
    it('shows visitors what was published, ended and cancelled, of published courses, with a date', async () => {
      expect(await seenBy(VISITOR)).toEqual({ names: ['ended', 'late', 'early', 'cancelled'], total: 4 });
      await expect(given.queries.byId(VISITOR, ids['draft'] ?? '')).rejects.toMatchObject({
        code: 'request.not-found',
      });
    });

    it('shows the office all, by start, and what has no date last', async () => {
      const names = ['ended', 'late', 'early', 'draft', 'cancelled', 'of a draft course', 'history'];
      expect(await seenBy(SYSTEM)).toEqual({ names, total: 7 });
    });
  });

  describe('filters', () => {
    it.each([
      ['published', ['late', 'early']],
      ['ended', ['ended', 'history']],
      ['cancelled', ['cancelled']],
      ['draft', ['draft', 'of a draft course']],
    ] as const)('tell the status by time: %s', async (status, names) => {
      expect((await seenBy(SYSTEM, { status })).names).toEqual(names);
    });

    it('take dates as London dates, both inclusive', async () => {
      expect((await seenBy(VISITOR, { from: '2026-03-30', to: '2026-03-30' })).names).toEqual(['late']);
      expect((await seenBy(VISITOR, { from: '2026-03-31', to: '2026-03-31' })).names).toEqual(['early']);
      expect((await seenBy(VISITOR, { from: '2026-04-02' })).names).toEqual(['cancelled']);
    });

    it('find by words, topic, delivery, sector and ids', async () => {
      expect((await seenBy(SYSTEM, { q: 'HÍDDEN' })).names).toEqual(['of a draft course']);
      expect((await seenBy(VISITOR, { topic: 'Neglect' })).total).toBe(4);
      expect((await seenBy(VISITOR, { delivery: 'in-person' })).names).toEqual(['late']);
      expect((await seenBy(VISITOR, { sector: 'police' })).names).toEqual(['early']);
      expect((await seenBy(VISITOR, { id: [ids['draft'] ?? '', ids['late'] ?? ''] })).names).toEqual(['late']);
    });
  });
});
