import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type Delegate,
  REAL_RULES,
  type Rules,
  YEAR,
  everyFigure,
  factsOf,
  isolated,
} from './publication-attack.builder';
import { isWithin, releasedEvent, releasedPool } from './publication-rules';
import { isWholeMonths, lastClosedYear, wholeYear } from './publication-window';
import { shownSectors } from './sector-rules';

const RUNS = { seed: 20240522, numRuns: 150 };
const SECTORS = ['police', 'health', 'education', 'housing'];
const MONTHS = ['2024-04', '2024-05', '2024-06', '2024-11', '2025-03'];

const rating = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null, freq: 5 });
const delegate = fc
  .record({ sector: fc.constantFrom(...SECTORS), before: rating, after: rating })
  .filter(({ before, after }) => before !== null || after !== null);
const mixed = fc.array(delegate, { minLength: 1, maxLength: 16 });
/** An event for one sector, with few guests of another: the case in which a sector's figures meet an event's. */
const nearlyPure = fc
  .tuple(
    fc.constantFrom(...SECTORS),
    fc.array(delegate, { minLength: 5, maxLength: 12 }),
    fc.array(delegate, { maxLength: 3 }),
  )
  .map(([sector, own, guests]) => [...own.map((one) => ({ ...one, sector })), ...guests]);
const event = fc.record({ month: fc.constantFrom(...MONTHS), people: fc.oneof(mixed, nearlyPure) });
const programme = fc.array(event, { minLength: 1, maxLength: 6 });

type Event = { month: string; people: Pick<Delegate, 'sector' | 'before' | 'after'>[] };

function delegatesOf(events: readonly Event[], name: string): Delegate[] {
  return events.flatMap(({ month, people }, index) =>
    people.map((one, place) => ({ ...one, id: `${name}${index}.${place}`, eventId: `${name}${index}`, month })),
  );
}

function isolatedBy(rules: Rules): string[] {
  return fc
    .sample(fc.tuple(programme, fc.array(event, { maxLength: 1 })), RUNS)
    .flatMap(([events, late]) => isolated(everyFigure(delegatesOf(events, 'event'), delegatesOf(late, 'late'), rules)));
}

describe('what leaves', () => {
  it('never lets two figures tell 1 to 4 people apart', () => {
    expect(isolatedBy(REAL_RULES)).toEqual([]);
  });

  it('counts exactly the people it says: the attacker is not fooled by its own book-keeping', () => {
    const wrong = fc.sample(programme, RUNS).flatMap((events) =>
      everyFigure(delegatesOf(events, 'event'), [], REAL_RULES)
        .filter(({ n, people }) => n !== people.size)
        .map(({ name, measure, n, people }) => `${name}, ${measure}: ${n}, not ${people.size}`),
    );
    expect(wrong).toEqual([]);
  });

  it('would be told apart without pooling: the attacker works', () => {
    expect(isolatedBy({ ...REAL_RULES, fewest: 1 }).length).toBeGreaterThan(0);
  });

  it('would be told apart with small sectors alone hidden, and no further ones: the attacker works', () => {
    const smallHidden: Rules['shownSectors'] = (groups) => {
      const people = (sector: string) =>
        groups.flatMap(({ cells }) => cells).filter((cell) => cell.sector === sector).length;
      return SECTORS.filter((sector) => people(sector) >= 5);
    };
    expect(isolatedBy({ ...REAL_RULES, shownSectors: smallHidden }).length).toBeGreaterThan(0);
  });

  it('still shows sectors where that tells nobody apart', () => {
    const shown = fc.sample(programme, RUNS).filter((events) => {
      const facts = factsOf(delegatesOf(events, 'event'));
      const own = facts.map((one) => releasedEvent(one));
      const pool = releasedPool({ courseId: 'course', year: YEAR }, facts, own);
      return shownSectors([...own, pool], 'statement').length > 0;
    });
    expect(shown.length).toBeGreaterThan(10);
  });
});

describe('a released group', () => {
  const small = (eventId: string, people: number): Delegate[] =>
    Array.from({ length: people }, (_, index) => ({
      id: `${eventId}.${index}`,
      eventId,
      month: '2024-05',
      sector: 'police',
      before: 2,
      after: 4,
    }));

  it('is an event of five; fewer wait for the other small events of the course and year', () => {
    const facts = factsOf([...small('one', 3), ...small('two', 4), ...small('three', 5)]);
    const own = facts.map((one) => releasedEvent(one));
    const people = (cells: readonly { people: number }[]) => cells.reduce((sum, cell) => sum + cell.people, 0);
    expect(own.map(({ cells }) => people(cells))).toEqual([0, 0, 5]);
    const pool = releasedPool({ courseId: 'course', year: YEAR }, facts, own);
    expect(people(pool.cells)).toBe(7);
    expect(isWithin(pool, ['2024-04', '2025-02'])).toBe(false);
    expect(isWithin(pool, ['2024-04', '2025-03'])).toBe(true);
  });

  it('leaves out what is too few even for a year', () => {
    const facts = factsOf(small('one', 4));
    expect(
      releasedPool(
        { courseId: 'course', year: YEAR },
        facts,
        facts.map((one) => releasedEvent(one)),
      ).cells,
    ).toEqual([]);
  });
});

describe('the period of a publication', () => {
  it.each([
    ['2024-04-01', '2024-04-30', true],
    ['2024-04-01', '2025-03-31', true],
    ['2024-02-01', '2024-02-29', true],
    ['2024-04-02', '2024-04-30', false],
    ['2024-04-01', '2024-05-30', false],
    ['2024-05-01', '2024-04-30', false],
  ])('%s to %s is whole months: %s', (from, to, is) => {
    expect(isWholeMonths(from, to)).toBe(is);
  });

  it('knows one partnership year from any other twelve months', () => {
    expect(wholeYear('2024-04-01', '2025-03-31')).toBe('2024-25');
    expect(wholeYear('2024-05-01', '2025-04-30')).toBeNull();
  });

  it('closes a year six weeks after its last day', () => {
    expect(lastClosedYear(new Date('2025-05-12T22:59:00Z'))).toBe('2023-24');
    expect(lastClosedYear(new Date('2025-05-13T00:00:00Z'))).toBe('2024-25');
  });
});
