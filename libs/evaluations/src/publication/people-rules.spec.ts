import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { suppressCounts } from '../statistics';
import { type InventedYear, isolatedPeople, toldOf } from './people-attack.builder';
import { type CountedPerson, PEOPLE_RULES, type PeopleRules, peopleTables } from './people-rules';

const RUNS = { seed: 20240522, numRuns: 150 };
const SECTORS = ['education', 'health', 'police'];
const ROLES = ['Doctor', 'Nurse', 'Officer', 'Teacher', null];

function person(id: string, agency: number, role: string | null): CountedPerson {
  const sector = SECTORS[Math.floor(agency / 3)] ?? '';
  const groupId = agency % 3 === 0 ? `group of ${sector}` : agency === 4 ? 'group of education' : null;
  return { id, sector, agencyId: `a${agency}`, agency: `Agency ${agency}`, groupId, role };
}

const people = fc
  .array(fc.tuple(fc.nat(8), fc.nat(4), fc.boolean()), { minLength: 40, maxLength: 200, size: 'max' })
  .map((all) =>
    // Half of the people have the role of their sector, so that roles lie inside sectors.
    all.map(([agency, role, isTypical], index) =>
      person(`p${index}`, agency, (isTypical ? ROLES[Math.floor(agency / 3)] : ROLES[role]) ?? null),
    ),
  );
/** Everybody, a run of people, or one sector. */
const choice = fc.oneof(
  fc.constant(() => true),
  fc.tuple(fc.nat(150), fc.integer({ min: 1, max: 120 })).map(
    ([start, length]) =>
      (_: CountedPerson, index: number) =>
        index >= start && index < start + length,
  ),
  fc.constantFrom(...SECTORS).map((sector) => (one: CountedPerson) => one.sector === sector),
);
const year = fc.tuple(people, fc.array(choice, { minLength: 1, maxLength: 4 })).map(([all, choices]): InventedYear => ({
  people: all,
  events: choices.map((isThere) => all.filter(isThere).map(({ id }) => id)),
}));

const found = (rules: PeopleRules): string[] =>
  fc.sample(year, RUNS).flatMap((one) => isolatedPeople(one, toldOf(one, rules)));

describe('counts of people that leave', () => {
  it('never let two figures, or a figure and what a lead knows, tell 1 to 4 people apart', () => {
    expect(found(PEOPLE_RULES).slice(0, 5)).toEqual([]);
  });

  it('still tell of sectors, agencies and roles', () => {
    const told = fc.sample(year, RUNS).flatMap((one) => toldOf(one, PEOPLE_RULES).tables);
    for (const kind of ['sector', 'agency', 'role'])
      expect(told.filter(({ name }) => name.startsWith(kind)).length).toBeGreaterThan(50);
  });

  it('would tell people apart with small counts alone hidden: the attacker works', () => {
    const smallAlone: PeopleRules = {
      toHide: () => null,
      suppress: (counts) => ({
        ...suppressCounts(counts, { showsTotal: false }),
        total: counts.reduce((sum, count) => sum + count, 0),
      }),
    };
    expect(found(smallAlone).length).toBeGreaterThan(0);
  });

  it('would tell people apart to a lead who knows own people, without looking at that: the attacker works', () => {
    const withoutLeads: PeopleRules = {
      ...PEOPLE_RULES,
      suppress: (counts, rules) => suppressCounts(counts, { ...rules, known: [] }),
    };
    expect(found(withoutLeads).some((words) => !words.includes('to anybody'))).toBe(true);
  });

  it('would tell people apart beside events and sectors, without looking at those: the attacker works', () => {
    expect(found({ ...PEOPLE_RULES, toHide: () => null }).length).toBeGreaterThan(0);
  });

  it('would tell people apart when a year were counted again: the attacker works', () => {
    const twice = fc.sample(year, RUNS).flatMap((one) => {
      const late = { ...one, events: [...one.events.slice(0, -1), (one.events.at(-1) ?? []).slice(1)] };
      const [first, second] = [toldOf(late, PEOPLE_RULES), toldOf(one, PEOPLE_RULES)];
      return isolatedPeople(one, { events: second.events, tables: [...first.tables, ...second.tables] });
    });
    expect(twice.length).toBeGreaterThan(0);
  });
});

describe('the tables of a year', () => {
  const many = (count: number, agency: number, role: string | null, from = 0): CountedPerson[] =>
    Array.from({ length: count }, (_, index) => person(`${agency}.${role}.${from + index}`, agency, role));

  it('hide a small sector with the next smallest, and every agency of a hidden one', () => {
    const tables = peopleTables([
      ...many(3, 1, 'Teacher'),
      ...many(6, 4, 'Nurse'),
      ...many(6, 5, 'Nurse', 50),
      ...many(40, 7, 'Officer'),
    ]);
    expect(tables?.sectors.map(({ name, people: count, agencies }) => [name, count, agencies])).toEqual([
      ['education', null, []],
      ['health', null, []],
      ['police', 40, [{ name: 'Agency 7', people: 40 }]],
    ]);
  });

  it('name neither a hidden agency nor a hidden role, as the name can be a person’s', () => {
    const tables = peopleTables([
      ...many(30, 6, 'Officer'),
      ...many(20, 7, 'Officer', 100),
      ...many(20, 8, 'Officer', 200),
      ...many(2, 5, 'Clinic of Jo Bloggs'),
      ...many(20, 3, 'Nurse'),
      ...many(20, 4, 'Nurse', 100),
      ...many(25, 4, 'Nurse', 200).map((one) => ({ ...one, agencyId: 'large', agency: 'Large', groupId: null })),
      ...many(40, 1, 'Teacher'),
    ]);
    expect(JSON.stringify(tables)).not.toContain('Bloggs');
    expect(tables?.roles.at(-1)).toEqual({ name: 'Other roles', people: null });
    expect(tables?.sectors[1]?.agencies).toEqual([
      { name: 'Large', people: 25 },
      { name: 'Other agencies', people: null },
    ]);
  });

  it('take a role typed in two ways as one', () => {
    const tables = peopleTables([...many(6, 6, 'Officer'), ...many(4, 6, ' officer'), ...many(20, 6, 'Officer', 50)]);
    expect(tables?.roles).toEqual([{ name: 'Officer', people: 30 }]);
  });

  it('are not made of a year with few people, or with few beside one agency', () => {
    expect(peopleTables([])).toBeNull();
    expect(peopleTables(many(4, 6, 'Officer'))).toBeNull();
    expect(peopleTables([...many(20, 6, 'Officer'), ...many(2, 7, 'Officer', 50)])).toBeNull();
  });
});
