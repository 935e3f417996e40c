import type { PeopleCount, PublishedPeople, PublishedQuotes } from '@roundtable/contracts';
import { type GainReport, printed } from './gain-report';
import type { GainTable } from './gain-tables';

/** The heading over counts of people. */
export const PEOPLE = 'People who attended';
export const SAID = 'What people said';
/** Stands where a count is hidden. */
export const HIDDEN_COUNT = '*';
export const HIDDEN_NOTE =
  '*: 1 to 4 people, or a count that would give these away by a subtraction. Hidden agencies and job roles stand together as others.';

export function saidOf({ title }: { title: string }): string {
  return `${SAID}: ${title}`;
}

/** The same report with what may be quoted about its courses. */
export function withQuotes(report: GainReport, quotes: readonly PublishedQuotes[]): GainReport {
  const wordsOf = (courseId: string): string[] =>
    quotes.filter((of) => of.courseId === courseId).flatMap(({ words }) => words.map(printed));
  return { ...report, courses: report.courses.map((course) => ({ ...course, quotes: wordsOf(course.courseId) })) };
}

export function countOrHidden({ people }: Pick<PeopleCount, 'people'>): string {
  return people === null ? HIDDEN_COUNT : people.toLocaleString('en-GB');
}

/** How many people attended in each year: by sector with its agencies, and by job role. */
export function peopleTables(years: readonly PublishedPeople[]): GainTable[] {
  return years.flatMap(({ year, people, sectors, roles }) => [
    tableOf(`People who attended in ${year}, by sector`, 'Sector', [...sectors, { name: 'Everybody', people }]),
    ...sectors
      .filter(({ agencies }) => agencies.length > 0)
      .map((sector) =>
        tableOf(`People who attended in ${year}, by agency: ${sector.name}`, 'Agency', [
          ...sector.agencies,
          { name: 'The whole sector', people: sector.people },
        ]),
      ),
    tableOf(`People who attended in ${year}, by job role`, 'Job role', [...roles, { name: 'Everybody', people }]),
  ]);
}

function tableOf(caption: string, heading: string, counts: readonly PeopleCount[]): GainTable {
  return {
    caption: printed(caption),
    headings: [heading, 'People'],
    rows: counts.map((count) => [printed(count.name), countOrHidden(count)]),
    notes: counts.some(({ people }) => people === null) ? [HIDDEN_NOTE] : [],
  };
}
