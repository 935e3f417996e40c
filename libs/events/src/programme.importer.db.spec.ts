import { beforeAll, expect, it } from '@jest/globals';
import { SYSTEM } from '@roundtable/platform';
import { onEachEngine } from '@roundtable/schema/testing';
import { EventEntity } from './event.entity';
import { ENTITIES, EventsWorld } from './events.builder';
import { VenueEntity } from './venues/venue.entity';

const HEADING = 'course,date,time,delivery,venue,fee,capacity,trainer';
const SHEET = `${HEADING}
MA,Wednesday 22nd May 2024,9.30-12.30 am,MS Teams,,Free of charge,24,NSCP trainer pool
RPC,Thursday 6th June 2024,9.30 – 12.00,Online,,Free,30,
RPC,Wednesday 4th September 2024,9.30 – 12.00,Online,,Free,30,
RPC,Tuesday 5th November 2024,9.30 – 12.00,Online,,Free,30,
PREV,Monday 25 th November 2024,10.00am- 11.30am,Online,,Free of Charge,60,
DSL,Wednesday 30 th June 2025,9.15am- 12.30pm,In person,Castle Cavendish,£30,24,
SR,Thursday 23 rd January 2025,10am-12pm,In person,Loxley House,£30,24,
DSLN,13th Nov 2024,9:30am – 11am,Online,,,100,
DSLN,Wednesday 26th February 2025,9:30am,Online,,,100,
ST,Friday 21st February 2025,,Online,,,100,
ST,Friday 16th May 2025,,Online,,,100,
`;

onEachEngine(ENTITIES, (world) => {
  let given: EventsWorld;
  const events = () => world.database.repo(EventEntity);

  beforeAll(async () => {
    world.clock.set('2026-03-02T10:00:00Z');
    given = new EventsWorld(world);
    await given.begin();
    for (const code of ['MA', 'RPC', 'PREV', 'DSL', 'SR', 'DSLN', 'ST']) await given.course(`Course ${code}`, { code });
  });

  it('takes the programme in once, and rejects every slip with its reason: a second run changes nothing', async () => {
    const first = await given.takeIn(SHEET);
    const second = await given.takeIn(SHEET);
    expect(first).toMatchObject({ rows: 11, created: 6, updated: 0, unchanged: 0 });
    expect(first.rejected.map(({ row, column }) => [row, column])).toEqual([
      [2, 'time'],
      [7, 'date'],
      [10, 'time'],
      [11, 'time'],
      [12, 'time'],
    ]);
    expect(first.rejected[1]?.reason).toBe('30 June 2025 is a Monday, not a Wednesday. Check the day or the date.');
    expect(second).toMatchObject({ rows: 11, created: 0, updated: 0, unchanged: 6, rejected: first.rejected });
    expect(await events().count()).toBe(6);
  });

  it('publishes each date at its London time, with its venue and its fee', async () => {
    const event = await events().findOneByOrFail({ importKey: 'SR 2025-01-23 10:00' });
    expect(event).toMatchObject({
      status: 'published',
      delivery: 'in-person',
      capacity: 24,
      startsAt: new Date('2025-01-23T10:00:00Z'),
    });
    expect((await given.events.venuesOf([event.venueId])).get(event.venueId ?? '')).toMatchObject({
      name: 'Loxley House',
    });
    expect((await given.events.amountsFor([event], null)).get(event.id)).toMatchObject({ feePence: 3000 });
    const summer = await events().findOneByOrFail({ importKey: 'RPC 2024-06-06 09:30' });
    expect(summer).toMatchObject({ startsAt: new Date('2024-06-06T08:30:00Z'), venueId: null });
  });

  it('finds a course by its title, makes a venue once, and takes a platform for no venue', async () => {
    const rows = [
      'course sr,20/05/2026,10am-12pm,In person,Róom One,£30,24,',
      'SR,21/05/2026,10am-12pm,In person,room one,£30,24,',
      'SR,22/05/2026,10am-12pm,Online,MS Teams,£30,24,',
    ];
    const before = await world.database.repo(VenueEntity).count();
    expect(await given.takeIn([HEADING, ...rows].join('\n'))).toMatchObject({ created: 3, rejected: [] });
    expect(await world.database.repo(VenueEntity).count()).toBe(before + 1);
    expect(await events().findOneByOrFail({ importKey: 'SR 2026-05-22 10:00' })).toMatchObject({ venueId: null });
  });

  it('rejects a course that nobody knows, with everything else that is wrong in the row', async () => {
    const result = await given.takeIn(`${HEADING}\nXYZ,tomorrow,10am-12pm,Online,,,24,`);
    expect(result.rejected).toMatchObject([
      { row: 2, column: 'course', value: 'XYZ', reason: 'There is no course of this code or title.' },
      { row: 2, column: 'date', value: 'tomorrow' },
    ]);
  });

  it('reports, and does not apply, what differs from an event that is there already', async () => {
    const result = await given.takeIn(
      `${HEADING}\nSR,Thursday 23 rd January 2025,10am-12pm,In person,Loxley House,£30,30,`,
    );
    expect(result).toMatchObject({ updated: 0, unchanged: 0, rejected: [{ column: 'capacity', value: '30 places' }] });
    expect(
      await given.queries.search(
        SYSTEM,
        { q: 'course sr' },
        { skip: 0, take: 9, sort: 'event.startsAt', order: 'ASC' },
      ),
    ).toMatchObject({
      items: [{ capacity: 24 }, {}, {}, {}],
    });
  });

  it('takes an event that was planned by hand for the same course and start as the one that is meant', async () => {
    const courseId = (await events().findOneByOrFail({ importKey: 'PREV 2024-11-25 10:00' })).courseId;
    await given.event({
      courseId,
      capacity: 60,
      sessions: [{ startsAt: '2026-06-10T09:00:00Z', endsAt: '2026-06-10T10:30:00Z' }],
    });
    const before = await events().count();
    const row = 'PREV,Wednesday 10 June 2026,10am-11.30am,Online,,,60,';
    expect(await given.takeIn(`${HEADING}\n${row}`)).toMatchObject({ created: 0, unchanged: 1, rejected: [] });
    expect(await events().count()).toBe(before);
  });

  it('asks about a second row of the same course, date and start that says something else', async () => {
    const rows = [
      'SR,Thursday 1 October 2026,10am-12pm,Online,,,24,',
      'SR,Thursday 1 October 2026,10am-12pm,Online,,,30,',
    ];
    const result = await given.takeIn([HEADING, ...rows].join('\n'));
    expect(result).toMatchObject({
      created: 1,
      rejected: [{ row: 3, column: 'capacity', answers: [{ cells: null }] }],
    });
    expect(result.rejected[0]?.reason).toContain('Row 2 has the same course, date and start');
  });

  it('asks which course is meant', async () => {
    const result = await given.takeIn(`${HEADING}\nCourse SRR,Friday 2 October 2026,10am-12pm,Online,,,24,`);
    expect(result.rejected).toMatchObject([{ column: 'course', value: 'Course SRR' }]);
  });
});
