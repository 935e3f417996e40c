import { dateInWords } from '@roundtable/platform';
import { momentInWords, trainingInWords } from '../booking-words';

/** Somebody's training, as the leads of the agency that it was booked under may see it. */
export interface DigestTraining {
  personName: string;
  courseTitle: string;
  startsAt: Date;
}

/** Places held without a name. */
export interface DigestPlace {
  places: number;
  heldUntil: Date;
  courseTitle: string;
  startsAt: Date;
}

export interface AgencyWeek {
  requests: readonly DigestTraining[];
  held: readonly DigestPlace[];
  coming: readonly DigestTraining[];
  runningOut: readonly { personName: string; title: string; expiresAt: Date }[];
}

/** What a mail about a lead's week says. */
export interface LeadWeek {
  /** 'n requests to approve, …'; empty where there is nothing to say. */
  summary: string;
  facts: { label: string; value: string }[];
  isMore: boolean;
}

/** So many lines of each kind are listed; the pages of the agency have the rest. */
const MOST_LINES = 15;

/** One week for all agencies that somebody leads; each line names its agency where there are several. */
export function leadWeek(agencies: readonly { name: string; week: AgencyWeek }[]): LeadWeek {
  const isOneOfSeveral = agencies.length > 1;
  const lines = <Row>(rowsOf: (week: AgencyWeek) => readonly Row[], words: (row: Row) => string): string[] =>
    agencies.flatMap(({ name, week }) =>
      rowsOf(week).map((row) => (isOneOfSeveral ? `${words(row)} (${name})` : words(row))),
    );
  const ofPerson = (row: DigestTraining): string => `${row.personName}: ${trainingInWords(row)}`;
  const kinds = [
    {
      label: 'To approve',
      one: 'request to approve',
      many: 'requests to approve',
      lines: lines(({ requests }) => requests, ofPerson),
    },
    {
      label: 'Held without a name',
      one: 'team place to name',
      many: 'team places to name',
      lines: lines(({ held }) => held, heldInWords),
      count: agencies.flatMap(({ week }) => week.held).reduce((sum, { places }) => sum + places, 0),
    },
    {
      label: 'Coming up',
      one: 'booking in the next 4 weeks',
      many: 'bookings in the next 4 weeks',
      lines: lines(({ coming }) => coming, ofPerson),
    },
    {
      label: 'Runs out',
      one: 'completion running out',
      many: 'completions running out',
      lines: lines(
        ({ runningOut }) => runningOut,
        ({ personName, title, expiresAt }) => `${personName}: ${title}, on ${dateInWords(expiresAt)}`,
      ),
    },
  ].filter((kind) => kind.lines.length > 0);
  return {
    summary: kinds
      .map(({ one, many, lines: { length }, count = length }) => `${count} ${count === 1 ? one : many}`)
      .join(', '),
    facts: kinds.flatMap(({ label, lines: all }) => all.slice(0, MOST_LINES).map((value) => ({ label, value }))),
    isMore: kinds.some(({ lines: { length } }) => length > MOST_LINES),
  };
}

function heldInWords(held: DigestPlace): string {
  const places = `${held.places} ${held.places === 1 ? 'place' : 'places'}`;
  return `${places} on ${trainingInWords(held)}; name who comes by ${momentInWords(held.heldUntil)}`;
}
