import { MOST_STATEMENTS_IN_A_DOCUMENT } from '@roundtable/contracts';
import { dateInWords, partnershipYearRange, timeInWords } from '@roundtable/platform';
import { gainCourses, printed } from '../knowledge-gain-files/gain-report';
import { type GainTable, resultsTable } from '../knowledge-gain-files/gain-tables';
import { methodOf } from '../published/publication-words';
import type { AgencyPack } from './agency-pack.service';
import { attendanceByCourse, attendanceOf, comingByEvent, completionsByTitle, runningOutByTitle } from './pack-figures';

/** A part of the pack as it is read, on the page and on paper. */
export interface PackSection {
  heading: string;
  words: string[];
  tables: GainTable[];
}

/** Stands over every figure of what was learnt. */
export const WHOLE_PARTNERSHIP = 'The whole partnership, not only your agency';

/** What the pack is about, as label and words. */
export function aboutPack({ of, isOneAgency, year, madeAt }: AgencyPack): [label: string, words: string][] {
  const { from, to } = partnershipYearRange(year);
  return [
    [isOneAgency ? 'Agency' : 'Agencies', printed(of)],
    ['Year', `${dateInWords(from)} to ${dateInWords(to)}`],
    ['Made', `${dateInWords(madeAt)}, ${timeInWords(madeAt)}`],
    [
      'Attendance',
      'Bookings that were made for your agency, by the year of the first session. An attendance is one attended booking, however many sessions it has. Bookings elsewhere are not here.',
    ],
    [
      'Completions',
      'Of people who work for you now and have said so. What they attended is counted as attendance and not again.',
    ],
    [
      'Small numbers',
      'A number of one to four can point to a person. This pack is for your agency and not for publication.',
    ],
    ['What was learnt', `${WHOLE_PARTNERSHIP}. There are no such figures by agency.`],
  ];
}

/** Everything but the names. */
export function packSections(pack: AgencyPack): PackSection[] {
  return [attendance(pack), completed(pack), today(pack), learnt(pack)];
}

function attendance({ taken, year }: AgencyPack): PackSection {
  const courses = attendanceByCourse(taken);
  const all = { courseTitle: 'All courses', ...attendanceOf(taken) };
  const rows = [...courses, ...(courses.length > 1 ? [all] : [])].map(
    ({ courseTitle, people, attended, partly, absent }) => [
      printed(courseTitle),
      ...[people, attended, partly, absent].map(whole),
    ],
  );
  return {
    heading: `Attendance in ${year}`,
    words: courses.length ? [] : ['No register of this year names your people yet.'],
    tables: tableOf({
      caption: 'Attendance of your people, by course',
      headings: ['Course', 'People', 'Attended', 'In part', 'Absent'],
      rows,
      notes: [
        'People: how many different people attended. In part: not all sessions; not counted as attended.',
        'Absent: without notice, so had a place, did not give it back and did not come.',
      ],
    }),
  };
}

function completed(pack: AgencyPack): PackSection {
  const rows = completionsByTitle(pack.completed).map(({ title, count }) => [printed(title), whole(count)]);
  return {
    heading: `Completed in ${pack.year}`,
    words: rows.length ? [] : ['Your people completed no e-learning in this year.'],
    tables: tableOf({
      caption: 'E-learning and training elsewhere that your people completed',
      headings: ['Title', 'Completed'],
      rows,
      notes: [],
    }),
  };
}

function today({ runningOut, coming, held, madeAt }: AgencyPack): PackSection {
  const runs = runningOutByTitle(runningOut, madeAt).map(({ title, ranOut, runsOut }) => [
    printed(title),
    whole(ranOut),
    whole(runsOut),
  ]);
  const events = comingByEvent(coming, held).map(({ courseTitle, startsAt, ...counts }) => [
    [printed(courseTitle), startsAt && dateInWords(startsAt)].filter(Boolean).join(', '),
    ...[counts.confirmed, counts.waiting, counts.held].map(whole),
  ]);
  return {
    heading: `As it stands on ${dateInWords(madeAt)}`,
    words: [
      ...(runs.length ? [] : ['Nothing ran out in the last 12 months, and nothing runs out in the next 90 days.']),
      ...(events.length ? [] : ['Nobody has a coming booking, and no places are held.']),
    ],
    tables: [
      ...tableOf({
        caption: 'What runs out and was not done again',
        headings: ['Title', 'Ran out in the last 12 months', 'Runs out in the next 90 days'],
        rows: runs,
        notes: [],
      }),
      ...tableOf({
        caption: 'Coming bookings and places',
        headings: ['Course and date', 'Confirmed', 'Waiting', 'Held without a name'],
        rows: events,
        notes: ['Waiting: for a place, for an answer to an offer, or for approval.'],
      }),
    ],
  };
}

function learnt({ gain }: AgencyPack): PackSection {
  const heading = `What was learnt: ${WHOLE_PARTNERSHIP.toLowerCase()}`;
  if (gain === null) return { heading, words: [NOT_CLOSED], tables: [] };
  const { from, to, rows, events } = gain;
  const period = `Events that ended from ${dateInWords(from)} to ${dateInWords(to)}: ${whole(events)} whole ${events === 1 ? 'event' : 'events'} of all agencies.`;
  if (rows.length === 0) return { heading, words: [period, NOTHING_RELEASED], tables: [] };
  if (rows.length > MOST_STATEMENTS_IN_A_DOCUMENT) return { heading, words: [period, IN_THE_WORKBOOK], tables: [] };
  return { heading, words: [period, SMALL_GROUPS], tables: gainCourses(rows).map(resultsTable) };
}

/** How the figures of what was learnt are made, a paragraph each; none where there are none. */
export function packMethod({ gain }: AgencyPack): string[] {
  return gain === null ? [] : methodOf({ from: gain.from, to: gain.to, by: null });
}

const NOT_CLOSED =
  'There are no figures for this year yet. A month is told six weeks after its last day, when nobody can answer any more.';
const NOTHING_RELEASED = 'Too few people answered in this period for a figure to be shown.';
const IN_THE_WORKBOOK = 'There are more figures than can be read here. The Excel file has them all.';
const SMALL_GROUPS =
  'No figure stands for fewer than five people. Small groups of a course are put together for the whole year, and enter once the training team has published a report of that year.';

function tableOf(table: GainTable): GainTable[] {
  return table.rows.length ? [table] : [];
}

function whole(count: number): string {
  return count.toLocaleString('en-GB');
}
