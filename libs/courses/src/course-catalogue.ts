import { folded } from '@roundtable/platform';
import type { CourseRow, CourseRowProblem } from './course-row';
import type { CourseEntity } from './course.entity';
import { type CourseOrder, wouldRequireItself } from './prerequisite-rules';

const MODULE = 'module ';
const COURSE = 'course ';

/** What a sheet of courses is compared with, read once and kept up while it goes in. */
export interface Catalogue {
  byCode: Map<string, CourseEntity>;
  byTitle: Map<string, CourseEntity>;
  moduleIdByTitle: Map<string, string>;
  slugs: Set<string>;
  /** By course: `module <id>` and `course <id>`, in order. */
  prerequisites: Map<string, string[]>;
  topics: Map<string, string[]>;
  /** By course: the ids of its learning sources, in order. */
  sources: Map<string, string[]>;
  sourceIdByDescription: Map<string, string>;
}

/** The prerequisites that a row names, as keys, or what it names and nobody knows. */
export function requiredBy(
  row: CourseRow,
  own: CourseEntity | undefined,
  catalogue: Catalogue,
): { ok: true; keys: string[] } | { ok: false; problems: CourseRowProblem[] } {
  const problems: CourseRowProblem[] = [];
  const keys = row.prerequisites.map(({ kind, name, cell }) => {
    const moduleId = catalogue.moduleIdByTitle.get(folded(name));
    const course = catalogue.byCode.get(folded(name)) ?? catalogue.byTitle.get(folded(name));
    if (kind === 'module' && moduleId) return `${MODULE}${moduleId}`;
    if (kind === 'course' && course && course !== own) return `${COURSE}${course.id}`;
    const reason =
      kind === 'module'
        ? 'There is no e-learning module of this title.'
        : 'There is no other course of this code or title. Write a module as e-learning: and its title.';
    problems.push({ column: 'prerequisite', value: cell, reason });
    return '';
  });
  const courseIds = keys.filter((key) => key.startsWith(COURSE)).map((key) => key.slice(COURSE.length));
  if (own && wouldRequireItself(own.id, courseIds, ordersOf(own, catalogue)))
    problems.push({
      column: 'prerequisite',
      value: row.prerequisites.map(({ cell }) => cell).join('; '),
      reason: 'This leads back to the course itself, and a course cannot come before itself.',
    });
  return problems.length ? { ok: false, problems } : { ok: true, keys: [...new Set(keys)] };
}

export function listsByCourse(pairs: [courseId: string, item: string][]): Map<string, string[]> {
  const lists = new Map<string, string[]>();
  for (const [courseId, item] of pairs) lists.set(courseId, [...(lists.get(courseId) ?? []), item]);
  return lists;
}

function ordersOf(except: CourseEntity, catalogue: Catalogue): CourseOrder[] {
  return [...catalogue.prerequisites].flatMap(([courseId, keys]) =>
    courseId === except.id
      ? []
      : keys
          .filter((key) => key.startsWith(COURSE))
          .map((key) => ({ courseId, requiredCourseId: key.slice(COURSE.length) })),
  );
}
