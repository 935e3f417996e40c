import type { RowAnswer } from '@roundtable/contracts';
import { CourseEntity, type CourseQueries } from '@roundtable/courses';
import { type Database, folded } from '@roundtable/platform';

const MOST_ANSWERS = 3;

/** The courses that a programme may name: by code or title, and those that a slip of the pen may have meant. */
export interface NamedCourses {
  named(codeOrTitle: string): CourseEntity | undefined;
  like(text: string): RowAnswer[];
}

/** Reads the catalogue once, for all rows of a programme. */
export async function namedCourses(database: Database, courses: CourseQueries): Promise<NamedCourses> {
  const named = await courses.finder();
  const all = await database.repo(CourseEntity).find({ select: { id: true, code: true, title: true, status: true } });
  const open = all.filter(({ status }) => status !== 'archived').map(({ title }) => title);
  return {
    named,
    like: (text) => titlesLike(text, open).map((title) => ({ label: title, cells: { course: title } })),
  };
}

/** The titles that share most words with a text, at most three, the likeliest first. */
export function titlesLike(text: string, titles: readonly string[]): string[] {
  const wanted = wordsOf(text);
  return titles
    .map((title) => ({ title, likeness: likeness(wanted, wordsOf(title)) }))
    .filter(({ likeness }) => likeness >= 0.4)
    .sort((one, other) => other.likeness - one.likeness || one.title.localeCompare(other.title))
    .slice(0, MOST_ANSWERS)
    .map(({ title }) => title);
}

const SMALL_WORDS = new Set(['a', 'and', 'for', 'in', 'of', 'on', 'the', 'to', 'training', 'course', 'workshop']);

function wordsOf(text: string): string[] {
  const words = folded(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !SMALL_WORDS.has(word));
  return [...new Set(words)];
}

/** How many words of either are in the other too, from 0 to 1; a word counts that is one letter away. */
function likeness(one: readonly string[], other: readonly string[]): number {
  if (!one.length || !other.length) return 0;
  const shared = one.filter((word) => other.some((candidate) => isNearly(word, candidate))).length;
  return shared / Math.max(Math.min(one.length, other.length), 1) - 0.05 * Math.abs(one.length - other.length);
}

/** Whether two words are the same, or differ by one letter that is missing, added, wrong or changed places. */
function isNearly(one: string, other: string): boolean {
  if (one === other) return true;
  if (Math.min(one.length, other.length) < 4 || Math.abs(one.length - other.length) > 1) return false;
  let front = 0;
  while (front < one.length && one[front] === other[front]) front += 1;
  let back = 0;
  while (back < Math.min(one.length, other.length) - front && one.at(-1 - back) === other.at(-1 - back)) back += 1;
  const left = [one.slice(front, one.length - back), other.slice(front, other.length - back)];
  const isSwapped = left[0]?.length === 2 && left[0] === [...(left[1] ?? '')].reverse().join('');
  return isSwapped || left.every((rest) => rest.length <= 1);
}
