import type { PublishedReportDetail } from '@roundtable/contracts';
import { writeCsv } from '@roundtable/platform';
import { COLUMNS } from '../knowledge-gain-csv';
import { figureLines } from '../knowledge-gain-files/publication-sheets';
import { countOrHidden } from '../knowledge-gain-files/publication-tables';
import { publishedGainReport } from './published-gain-report';

type Cell = string | number | null;
/** What a line tells, by the names of its columns; the others stay empty. */
type Line = Record<string, Cell>;

const FIRST = ['report', 'edition', 'published', 'period_from', 'period_to', 'line'];
const LAST = ['year', 'sector', 'agency', 'job_role', 'people', 'words'];

/**
 * A published report as CSV, every line with what it is from: figures of statements with their group ('figure'), counts
 * of people ('people', an asterisk where hidden), and quotes ('quote'). Numbers are unrounded.
 */
export function publishedCsv(report: PublishedReportDetail): string {
  const { content, edition, publishedAt } = report;
  const names = [...FIRST, 'group', ...COLUMNS.map(([name]) => name), ...LAST];
  const from: Line = {
    report: content.title,
    edition,
    published: publishedAt,
    period_from: content.from,
    period_to: content.to,
  };
  const lines = [...figures(report), ...people(report), ...quotes(report)];
  return writeCsv(
    names,
    lines.map((line) => names.map((name) => ({ ...from, ...line })[name] ?? null)),
  );
}

function figures(report: PublishedReportDetail): Line[] {
  return publishedGainReport(report)
    .courses.flatMap(figureLines)
    .map((row) => ({
      line: 'figure',
      group: row.cut ?? 'All',
      ...Object.fromEntries(COLUMNS.map(([name, cell]) => [name, cell(row)])),
      suppressed: row.suppressed ? 'not shown: too few people' : '',
    }));
}

function people({ content }: PublishedReportDetail): Line[] {
  return content.people.flatMap(({ year, people: everybody, sectors, roles, demonstration }) => {
    const about = { line: 'people', year, demonstration: demonstration ? 'demonstration' : '' };
    return [
      { ...about, people: everybody },
      ...sectors.flatMap((sector) => [
        { ...about, sector: sector.name, people: countOrHidden(sector) },
        ...sector.agencies.map((agency) => ({
          ...about,
          sector: sector.name,
          agency: agency.name,
          people: countOrHidden(agency),
        })),
      ]),
      ...roles.map((role) => ({ ...about, job_role: role.name, people: countOrHidden(role) })),
    ];
  });
}

function quotes({ quotes: given }: PublishedReportDetail): Line[] {
  return given.flatMap(({ courseId, courseTitle, words }) =>
    words.map((said) => ({ line: 'quote', course_id: courseId, course: courseTitle, words: said })),
  );
}
