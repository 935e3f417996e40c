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

/** How many people attended in each year: by sector, by agency inside the shown ones, and by job role. */
export function peopleTables(years: readonly PublishedPeople[]): GainTable[] {
  return years.flatMap(({ year, people, sectors, roles }) => {
    const everybody = { name: 'Everybody', people };
    const agencies = agencyLines(sectors);
    return [
      tableOf(`People who attended in ${year}, by sector`, 'Sector', [...sectors, everybody]),
      ...(agencies.length > 0 ? [tableOf(`People who attended in ${year}, by agency`, 'Agency', agencies)] : []),
      tableOf(`People who attended in ${year}, by job role`, 'Job role', [...roles, everybody]),
    ];
  });
}

/** Agencies, each after the name of its sector. */
export function agencyLines(sectors: PublishedPeople['sectors']): PeopleCount[] {
  return sectors.flatMap(({ name: sector, agencies }) =>
    agencies.map(({ name, people }) => ({ name: `${sector}: ${name}`, people })),
  );
}

function tableOf(caption: string, heading: string, counts: readonly PeopleCount[]): GainTable {
  return {
    caption: printed(caption),
    headings: [heading, 'People'],
    rows: counts.map((count) => [printed(count.name), countOrHidden(count)]),
    notes: counts.some(({ people }) => people === null) ? [HIDDEN_NOTE] : [],
  };
}
