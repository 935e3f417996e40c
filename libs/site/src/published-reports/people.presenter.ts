import type { PeopleCount, PublishedPeople } from '@roundtable/contracts';
import { HIDDEN_NOTE, PEOPLE, agencyLines, countOrHidden } from '@roundtable/reports';
import { count } from '../frame/words';

export interface PeopleTable {
  caption: string;
  heading: string;
  lines: { name: string; people: string; isHidden: boolean }[];
}

export interface PeopleYear {
  id: string;
  heading: string;
  isDemonstration: boolean;
  sentence: string;
  tables: PeopleTable[];
  /** What an asterisk means; null where there is none. */
  note: string | null;
}

/** How many people attended in one year: by sector, by agency inside each, by job role. */
export function peopleYear({ year, people, sectors, roles, demonstration }: PublishedPeople): PeopleYear {
  const agencies = agencyLines(sectors);
  return {
    id: `people-${year}`,
    heading: `${PEOPLE} in ${year}`,
    isDemonstration: demonstration,
    sentence: `${count(people, 'person', 'people')} attended at least one event in the year. Each is counted once, as on the last booking that they attended.`,
    tables: [
      tableOf('By sector', 'Sector', sectors),
      ...(agencies.length > 0 ? [tableOf('By agency', 'Agency', agencies)] : []),
      tableOf('By job role', 'Job role', roles),
    ],
    note: [...sectors, ...agencies, ...roles].some((line) => line.people === null) ? HIDDEN_NOTE : null,
  };
}

function tableOf(caption: string, heading: string, counts: readonly PeopleCount[]): PeopleTable {
  const lines = counts.map((line) => ({
    name: line.name,
    people: countOrHidden(line),
    isHidden: line.people === null,
  }));
  return { caption, heading, lines };
}
