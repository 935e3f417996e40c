import { folded } from '@roundtable/platform';

const CODE_LENGTH = 30;
const SLUG_LENGTH = 120;
const SHORT_WORDS = new Set(['a', 'an', 'and', 'for', 'in', 'of', 'on', 'or', 'the', 'to', 'with']);

/** The code a course gets where none is given: the initials of its title, or the first letters of its only word. */
export function codeFrom(title: string): string {
  const words = wordsOf(title);
  const telling = words.filter((word) => !SHORT_WORDS.has(word));
  const used = telling.length ? telling : words;
  const letters = used.length === 1 ? (used[0] ?? '').slice(0, 3) : used.map((word) => word.charAt(0)).join('');
  return letters.slice(0, 8).toUpperCase() || 'C';
}

/** The last part of a course's address: its title in small letters with hyphens. */
export function slugFrom(title: string): string {
  return (
    wordsOf(title)
      .join('-')
      .slice(0, SLUG_LENGTH - 6)
      .replace(/-+$/, '') || 'course'
  );
}

/** The code with the lowest number after it that makes it new; codes are compared without case. */
export function freeCode(wanted: string, taken: ReadonlySet<string>): string {
  return free(wanted, '', taken, CODE_LENGTH);
}

/** The slug with the lowest number after it that makes it new. */
export function freeSlug(wanted: string, taken: ReadonlySet<string>): string {
  return free(wanted, '-', taken, SLUG_LENGTH);
}

function free(wanted: string, between: string, taken: ReadonlySet<string>, length: number): string {
  if (!taken.has(wanted.toLowerCase())) return wanted;
  for (let number = 2; ; number += 1) {
    const ending = `${between}${number}`;
    const name = wanted.slice(0, length - ending.length) + ending;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

function wordsOf(title: string): string[] {
  return folded(title)
    .replace(/'/g, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}

/** What a course is searched by: code, title, topics and audience, folded. */
export function searchKeyOf(
  course: { code: string; title: string; audience: string | null },
  topics: readonly string[],
): string {
  return folded([course.code, course.title, ...topics, course.audience ?? ''].join(' ')).slice(0, 600);
}
