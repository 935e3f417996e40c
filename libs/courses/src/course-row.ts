import {
  COURSE_KINDS,
  type CourseKind,
  PREREQUISITE_POLICIES,
  type PrerequisitePolicy,
  type RejectedRow,
} from '@roundtable/contracts';
import { folded } from '@roundtable/platform';

export type CourseRowProblem = Omit<RejectedRow, 'row'>;

/** One row of a sheet of courses. An empty cell says nothing: what is stored stays. */
export interface CourseRow {
  code: string;
  title: string;
  kind: CourseKind | null;
  level: string | null;
  topic: string | null;
  audience: string | null;
  summary: string | null;
  policy: PrerequisitePolicy | null;
  /** As named: a module by `e-learning: <title>`, a course by its code or title. */
  prerequisites: { kind: 'module' | 'course'; name: string; cell: string }[];
  learningSources: string[];
}

/** Reads one row keyed by its columns: either every value, or every problem with its column and what stood there. */
export function readCourseRow(
  cells: Record<string, string>,
): { ok: true; values: CourseRow } | { ok: false; problems: CourseRowProblem[] } {
  const problems: CourseRowProblem[] = [];
  const text = (column: string, longest: number, missing?: string): string => {
    const value = (cells[column] ?? '').trim();
    if (value === '' && missing) problems.push({ column, value, reason: missing });
    if (value.length > longest) problems.push({ column, value, reason: `Use ${longest} characters or fewer.` });
    return value;
  };
  const oneOf = <Value extends string>(column: string, known: readonly Value[]): Value | null => {
    const value = text(column, 100);
    const match = known.find((one) => one === folded(value));
    if (value !== '' && !match) problems.push({ column, value, reason: `Use one of ${known.join(', ')}.` });
    return match ?? null;
  };
  const values: CourseRow = {
    code: text('code', 30, 'The code is missing. Give each course a short code of its own.'),
    title: text('title', 200, 'The title is missing.'),
    kind: oneOf('kind', COURSE_KINDS),
    level: text('level', 20) || null,
    topic: text('topic', 100) || null,
    audience: text('audience', 2000) || null,
    summary: text('summary', 2000) || null,
    policy: oneOf('prerequisite_policy', PREREQUISITE_POLICIES),
    prerequisites: partsOf(cells['prerequisite']).map(prerequisiteNamed),
    learningSources: partsOf(cells['learning_sources']),
  };
  const longSource = values.learningSources.find((source) => source.length > 300);
  if (longSource)
    problems.push({ column: 'learning_sources', value: longSource, reason: 'Use 300 characters or fewer for each.' });
  return problems.length ? { ok: false, problems } : { ok: true, values };
}

/** The kind of a course that its title or topic names; a plain course where neither does. */
export function kindNamedBy(title: string, topic: string | null): CourseKind {
  const words = new Set(folded(`${title} ${topic ?? ''}`).split(/[^a-z]+/));
  return COURSE_KINDS.find((kind) => kind !== 'course' && words.has(kind)) ?? 'course';
}

/** A summary for a course that comes without one, from what is known of it. */
export function summaryFrom(course: {
  title: string;
  kind: CourseKind;
  level: string | null;
  audience: string | null;
}): string {
  const level = course.level ? ` at level ${course.level}` : '';
  const audience = course.audience?.replace(/[.\s]+$/, '').replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
  return `${course.title}: a ${course.kind}${level}${audience ? ` for ${audience}` : ''}.`;
}

function partsOf(cell: string | undefined): string[] {
  return (cell ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean);
}

function prerequisiteNamed(cell: string): CourseRow['prerequisites'][number] {
  const [, prefix, name] = /^(e-?learning|module|course) *: *(.+)$/i.exec(cell) ?? [];
  if (prefix === undefined || name === undefined) return { kind: 'course', name: cell, cell };
  return { kind: prefix.toLowerCase() === 'course' ? 'course' : 'module', name, cell };
}
