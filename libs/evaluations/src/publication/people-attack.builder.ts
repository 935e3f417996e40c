import type { PeopleCount } from '@roundtable/contracts';
import {
  type CountedPerson,
  type Crowd,
  NO_ROLE,
  type PeopleRules,
  type PeopleTables,
  peopleTables,
} from './people-rules';
import type { Figure } from './publication-attack.builder';
import { FEWEST, isSafe } from './publication-rules';

/** Who attended each event of an invented year. */
export interface InventedYear {
  people: readonly CountedPerson[];
  events: readonly (readonly string[])[];
}

/** What was told of a year: by event, and by the counts of people. */
export interface ToldYear {
  events: Figure[];
  tables: Figure[];
}

export function toldOf({ people, events }: InventedYear, rules: PeopleRules): ToldYear {
  const crowds = crowdsOf(events);
  const came = new Set(events.flat());
  const counted = people.filter(({ id }) => came.has(id));
  const tables = peopleTables(counted, crowds, rules);
  return {
    events: crowds.map((crowd, index) => figure(`event ${index}`, crowd)),
    tables: tables ? tableFigures(tables, counted) : [],
  };
}

/**
 * Figures, and pairs of which the one holds everybody of the other, that leave 1 to 4 people: to anybody, or to the lead
 * of an agency or group who knows own people. Not what events alone tell.
 */
export function isolatedPeople({ people }: InventedYear, { events, tables }: ToldYear): string[] {
  const readers = [{ name: 'anybody', own: new Set<string>() }, ...leads(people)];
  const found = (larger: Figure, smaller: Figure | null): string[] => {
    const left = [...larger.people].filter((id) => !smaller?.people.has(id));
    return readers.flatMap(({ name, own }) => {
      const strangers = left.filter((id) => !own.has(id)).length;
      const words = `${larger.name}${smaller ? ` less ${smaller.name}` : ''}: ${strangers} to ${name}`;
      return isSafe(strangers) ? [] : [words];
    });
  };
  const all = [...tables, ...events];
  return all.flatMap((larger) => [
    ...(events.includes(larger) ? [] : found(larger, null)),
    ...all
      .filter((smaller) => smaller.n < larger.n && isInside(smaller, larger))
      .filter((smaller) => !events.includes(larger) || !events.includes(smaller))
      .flatMap((smaller) => found(larger, smaller)),
  ]);
}

/** Events that five attended, each by itself and all together where nobody came twice. */
export function crowdsOf(events: InventedYear['events']): Crowd[] {
  const together = events.flat();
  const all = new Set(together);
  return [...events.map((event) => new Set(event)), ...(all.size === together.length ? [all] : [])].filter(
    ({ size }) => size >= FEWEST,
  );
}

function tableFigures(tables: PeopleTables, people: readonly CountedPerson[]): Figure[] {
  const everybody = figure('everybody', new Set(people.map(({ id }) => id)), tables.people);
  const sectors = shownOf('sector', tables.sectors, people, ({ sector }) => sector);
  const agencies = tables.sectors.flatMap((sector) => {
    const inSector = people.filter((one) => one.sector === sector.name);
    const whole = sectors.find(({ name }) => name === `sector ${sector.name}`);
    const shown = shownOf('agency', sector.agencies, inSector, ({ agency }) => agency);
    return whole && shown.length > 0 ? [...shown, ...pairsOf(shown), restOf(whole, shown)] : shown;
  });
  const roles = shownOf('role', tables.roles, people, ({ role }) => role ?? NO_ROLE);
  return [
    everybody,
    ...[sectors, roles].flatMap((shown) => [...shown, ...pairsOf(shown), restOf(everybody, shown)]),
    ...agencies,
    ...sectors.map((sector) =>
      sumOf(
        `roles inside ${sector.name}`,
        roles.filter((role) => isInside(role, sector)),
      ),
    ),
  ].filter(({ n }) => n > 0);
}

function shownOf(
  kind: string,
  counts: readonly PeopleCount[],
  people: readonly CountedPerson[],
  nameOf: (one: CountedPerson) => string,
): Figure[] {
  return counts.flatMap(({ name, people: n }) => {
    const own = new Set(people.filter((one) => nameOf(one) === name).map(({ id }) => id));
    return n === null ? [] : [figure(`${kind} ${name}`, own, n)];
  });
}

/** What leads know by themselves: the people of an agency, or of a group of agencies. */
function leads(people: readonly CountedPerson[]): { name: string; own: Crowd }[] {
  const names = new Set(people.flatMap(({ agencyId, groupId }) => [agencyId, ...(groupId === null ? [] : [groupId])]));
  return [...names].map((name) => ({
    name,
    own: new Set(people.filter(({ agencyId, groupId }) => agencyId === name || groupId === name).map(({ id }) => id)),
  }));
}

function pairsOf(figures: readonly Figure[]): Figure[] {
  return figures.flatMap((one, index) =>
    figures.slice(index + 1).map((other) => sumOf(`${one.name} + ${other.name}`, [one, other])),
  );
}

function restOf(whole: Figure, shown: readonly Figure[]): Figure {
  const sum = sumOf('', shown);
  const left = new Set([...whole.people].filter((id) => !sum.people.has(id)));
  return { ...whole, name: `${whole.name} less what is shown of it`, n: whole.n - sum.n, people: left };
}

function sumOf(name: string, figures: readonly Figure[]): Figure {
  const people = new Set(figures.flatMap((one) => [...one.people]));
  return figure(
    name,
    people,
    figures.reduce((sum, { n }) => sum + n, 0),
  );
}

function isInside(one: Figure, other: Figure): boolean {
  return [...one.people].every((id) => other.people.has(id));
}

function figure(name: string, people: ReadonlySet<string>, n = people.size): Figure {
  return { name, measure: 'attended', n, people };
}
