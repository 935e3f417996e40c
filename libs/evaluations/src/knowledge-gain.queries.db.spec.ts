import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { BookingEntity } from '@roundtable/bookings';
import type { EventEntity } from '@roundtable/events';
import { Imports, SYSTEM, readCsv } from '@roundtable/platform';
import { onEachEngine } from '@roundtable/schema/testing';
import { DemonstrationResponses } from './demonstration-responses.service';
import { ENTITIES, Given, actorOf, openModule } from './evaluation.builder';
import { KnowledgeGainQueries } from './knowledge-gain.queries';
import { roundedPercentage } from './statistics';

const SHEET = fileURLToPath(
  new URL('../../../apps/api/src/demonstration/data/evaluations-2020-21.csv', import.meta.url),
);
const BEFORE = '2,3,2,4,1,3,3,2,4,3,2,5'.split(',').map(Number);
const AFTER = '4,4,4,4,3,5,4,4,3,4,3,5'.split(',').map(Number);

onEachEngine(ENTITIES, (world) => {
  let figures: KnowledgeGainQueries;
  let responses: DemonstrationResponses;
  let imports: Imports;
  let given: Given;

  beforeAll(async () => {
    world.clock.set('2026-02-20T09:00:00Z');
    const module = await openModule(world);
    figures = module.get(KnowledgeGainQueries);
    responses = module.get(DemonstrationResponses);
    imports = module.get(Imports);
    given = new Given(world);
  });

  const sentAt = new Date('2026-02-18T12:15:00Z');
  const rowOf = async (courseId: string, period = {}) => (await figures.rows(SYSTEM, { courseId, ...period }))[0];

  /** Delegates of an event who rated one statement; null is no answer. */
  async function delegates(
    ratings: [before: number | null, after: number | null][],
    facts: { booking?: Partial<BookingEntity>; event?: Partial<EventEntity>; isLate?: boolean } = {},
  ) {
    const course = await given.course();
    const statement = await given.statement(course.id);
    const event = await given.event(course.id, facts.event);
    const agencyId = (await given.agency()).id;
    const bookings: BookingEntity[] = [];
    while (bookings.length < ratings.length)
      bookings.push(await given.booking(event, { agencyId, attendance: 'attended', ...facts.booking }));
    const one = (value: number | null | undefined) =>
      value === null || value === undefined ? undefined : { sentAt, ratings: { [statement.id]: value } };
    await responses.record(
      bookings.map(({ id }, index) => {
        const after = one(ratings[index]?.[1]);
        return { bookingId: id, before: one(ratings[index]?.[0]), after: after && { ...after, isLate: facts.isLate } };
      }),
    );
    return { course, event, bookings, statement };
  }

  const dozen = BEFORE.map((before, index): [number, number | null] => [before, AFTER[index] ?? null]);

  describe('knowledge gain', () => {
    it('has the figures of the twelve cross-checked respondents', async () => {
      const { course } = await delegates(dozen);
      const row = await rowOf(course.id);
      expect(row).toMatchObject({
        courseTitle: course.title,
        statement: 'neglect',
        demonstration: true,
        suppressed: false,
      });
      expect(row?.before).toEqual({ n: 12, goodOrBetter: 3, percent: 25 });
      expect(row?.after).toEqual({ n: 12, goodOrBetter: 9, percent: 75 });
      expect(row?.paired).toMatchObject({
        n: 12,
        beforePercent: 25,
        afterPercent: 75,
        differencePoints: 50,
        mcnemarP: 0.0390625,
      });
      expect(row?.paired.ci95[0]).toBeCloseTo(7.9164, 3);
      expect(row?.paired.ci95[1]).toBeCloseTo(74.0092, 3);
      expect(row?.paired.wilcoxonP).toBeCloseTo(0.011719, 6);
      expect(row?.paired.rankBiserial).toBeCloseTo(0.890909, 6);
      expect(row?.responseRate).toEqual({ before: 100, after: 100 });
    });

    it('leaves absent people out once the register is closed, and not before', async () => {
      const { course, event } = await delegates(dozen, { booking: { attendance: 'absent' } });
      expect((await rowOf(course.id))?.before.n).toBe(12);
      await given.closedRegister(event.id);
      expect(await rowOf(course.id)).toBeUndefined();
    });

    it('leaves out late answers and people whose booking ended', async () => {
      const late = await delegates(dozen, { isLate: true });
      expect((await rowOf(late.course.id))?.after.n).toBe(0);
      const cancelled = await delegates(dozen, { booking: { status: 'cancelled' } });
      expect(await rowOf(cancelled.course.id)).toBeUndefined();
    });

    it('counts the answers of those who did one form alone, unpaired', async () => {
      const { course } = await delegates([...dozen, [2, null], [3, null], [null, 5]]);
      const row = await rowOf(course.id);
      expect([row?.before.n, row?.after.n, row?.paired.n]).toEqual([14, 13, 12]);
      expect(row?.responseRate).toEqual({ before: 100 * (14 / 15), after: 100 * (13 / 15) });
    });

    it('shows nothing of four people, and everything of five', async () => {
      const four = await delegates(dozen.slice(0, 4));
      expect(await rowOf(four.course.id)).toMatchObject({
        suppressed: true,
        before: { n: null },
        paired: { n: null, ci95: [null, null] },
      });
      const five = await delegates(dozen.slice(0, 5));
      expect(await rowOf(five.course.id)).toMatchObject({ suppressed: false, before: { n: 5 }, paired: { n: 5 } });
    });

    it('takes events by the London date on which the last session ends, first and last day inside', async () => {
      // Ends at half past midnight on 1 July in London, which is 30 June in UTC.
      const { course } = await delegates(dozen, {
        event: { startsAt: new Date('2025-06-30T20:00:00Z'), endsAt: new Date('2025-06-30T23:30:00Z') },
      });
      expect(await rowOf(course.id, { from: '2025-07-01', to: '2025-07-01' })).toBeDefined();
      expect(await rowOf(course.id, { to: '2025-06-30' })).toBeUndefined();
      expect(await rowOf(course.id, { from: '2025-07-02' })).toBeUndefined();
    });

    it('is for coordinators', async () => {
      const administrator = actorOf((await given.person()).id, ['administrator']);
      await expect(figures.rows(administrator)).rejects.toMatchObject({ code: 'people.not-allowed' });
    });
  });

  describe('the sheet of 2020-21', () => {
    const file = readFileSync(SHEET);
    const options = { actor: SYSTEM, dryRun: false, period: '2020-21', isDemonstration: true };
    const courseIds = new Map<string, string>();

    beforeAll(async () => {
      for (const code of ['HSB', 'CCE', 'NEG', 'WT'])
        courseIds.set(code, (await given.course({ code, title: code })).id);
      for (const name of new Set(readCsv(file).map(({ cells }) => cells['agency'] ?? ''))) await given.agency(name);
    });

    it('refuses rows of unknown events without the year they belong to', async () => {
      const result = await imports.run('evaluations', file, { ...options, period: null });
      expect(result).toMatchObject({ rows: 1081, created: 0 });
      expect(result.rejected).toHaveLength(1081);
      expect(result.rejected[0]).toMatchObject({ row: 2, column: 'event', value: 'HSB-01' });
    });

    it('goes in whole, and the same sheet again changes nothing', async () => {
      const start = world.database.statements.count;
      const expected = { rows: 1081, created: 0, updated: 0, unchanged: 0, rejected: [] };
      expect(await imports.run('evaluations', file, { ...options, dryRun: true })).toEqual({
        ...expected,
        created: 1081,
      });
      expect(await imports.run('evaluations', file, options)).toEqual({ ...expected, created: 1081 });
      expect(await imports.run('evaluations', file, options)).toEqual({ ...expected, unchanged: 1081 });
      expect(world.database.statements.count - start).toBeLessThan(600);
    });

    it.each([
      ['HSB', 197, 19, 90, 0],
      ['CCE', 425, 32, 87, 0],
      ['NEG', 207, 38, 97, 0],
      ['WT', 252, 33.7, 93.3, 1],
    ])('gives the printed percentages of %s from its %d delegates', async (code, n, before, after, decimals) => {
      const row = await rowOf(courseIds.get(code) ?? '', { from: '2020-04-01', to: '2021-03-31' });
      expect([row?.before.n, row?.after.n, row?.paired.n]).toEqual([n, n, n]);
      expect(roundedPercentage(row?.before.goodOrBetter ?? 0, n, decimals)).toBe(before);
      expect(roundedPercentage(row?.after.goodOrBetter ?? 0, n, decimals)).toBe(after);
      expect(row).toMatchObject({ demonstration: true, responseRate: { before: null, after: null } });
    });

    it('is left out of a period that holds a part of its year alone', async () => {
      expect(await rowOf(courseIds.get('NEG') ?? '', { from: '2020-04-02' })).toBeUndefined();
      expect(await rowOf(courseIds.get('NEG') ?? '', { to: '2021-03-30' })).toBeUndefined();
    });

    it('mends a rating of history, and refuses what it does not know', async () => {
      const agency = 'Fire and Rescue';
      const lines = [
        'course,event,email,agency,statement,before,after',
        `HSB,HSB-05,hsb005@fire.example,${agency},How to identify and respond to concerns of harmful sexual behaviour,1,4`,
        `XYZ,HSB-05,hsb005@fire.example,${agency},Neglect,1,4`,
        'NEG,NEG-01,hsb005@fire.example,Nobody,Neglect,1,4',
        `NEG,NEG-01,hsb005@fire.example,${agency},Neglect,9,`,
      ];
      const result = await imports.run('evaluations', Buffer.from(lines.join('\n')), options);
      expect(result).toMatchObject({ rows: 4, created: 0, updated: 1, unchanged: 0 });
      expect(result.rejected.map(({ row, column, value }) => [row, column, value])).toEqual([
        [3, 'course', 'XYZ'],
        [4, 'agency', 'Nobody'],
        [5, 'before', '9'],
      ]);
    });

    it('does not touch what a delegate answered in the product', async () => {
      const { event, course, bookings } = await delegates([[3, 4]]);
      const { email } =
        (
          await world.database.query<{ email: string }>('SELECT email FROM people WHERE id = ?', [
            bookings[0]?.personId,
          ])
        )[0] ?? {};
      const line = (before: number) =>
        `course,event,email,agency,statement,before,after\n${course.code},${event.reference},${email},Fire and Rescue,Neglect,${before},4`;
      const run = (before: number) => imports.run('evaluations', Buffer.from(line(before)), options);
      expect(await run(3)).toMatchObject({ unchanged: 1, rejected: [] });
      expect((await run(5)).rejected).toMatchObject([{ row: 2, column: 'before', value: '5' }]);
    });
  });
});
