import { folded } from '@roundtable/platform';
import MiniSearch from 'minisearch';
import type { ListedEvent, Programme } from './programme';

/** Words that say nothing about what somebody looks for. */
const EMPTY_WORDS = new Set(
  'a about an and at by course courses event events for from how in is of on or that the to training what with'.split(
    ' ',
  ),
);

/** Abbreviations that people type, and what courses call it. */
const SYNONYMS: Readonly<Record<string, string>> = {
  asb: 'antisocial behaviour',
  cce: 'criminal exploitation',
  cin: 'child in need',
  cp: 'child protection',
  cse: 'sexual exploitation',
  da: 'domestic abuse',
  dsl: 'designated safeguarding lead',
  dv: 'domestic abuse',
  fgm: 'female genital mutilation',
  hsb: 'harmful sexual behaviour',
  lado: 'allegations',
  send: 'disabilities',
};

const MOST_WORDS = 10;
const BEST = 10;

/** What a search came to. */
export interface Found {
  /** How well a course fits, higher is better; null where it does not. */
  scoreOf(courseId: string): number | null;
  /** Whether an event fits where its course alone does not: by its venue or reference. */
  hasEvent(event: ListedEvent): boolean;
}

interface CourseText {
  id: string;
  title: string;
  code: string;
  topics: string;
  summary: string;
  audience: string;
  sectors: string;
}

/** The words of a text that say something, without case and accents. */
export const tokens = (text: string): string[] =>
  folded(text)
    .replace(/'s\b/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !EMPTY_WORDS.has(word));

type Forgiving = (word: string) => number | false;

/** One letter may be wrong in a word of four, two in a word of eight. */
export const forgiving: Forgiving = (word) => (word.length < 4 || /\d/.test(word) ? false : word.length < 8 ? 1 : 2);
/** For a word that nothing was found by: two letters may be swapped. */
const moreForgiving: Forgiving = (word) => (word.length < 5 || /\d/.test(word) ? false : 2);

/** Searching what is published, forgiving typing mistakes and words that are only begun. */
export class ProgrammeSearch {
  private readonly texts: MiniSearch<CourseText>;
  private readonly places: MiniSearch<{ id: string; place: string }>;

  constructor(programme: Programme) {
    const shared = { tokenize: tokens, processTerm: (word: string) => word };
    this.texts = new MiniSearch<CourseText>({
      ...shared,
      fields: ['title', 'code', 'topics', 'summary', 'audience', 'sectors'],
      searchOptions: { boost: { title: 4, code: 4, topics: 3 } },
    });
    this.texts.addAll(
      [...programme.courses.values()].map(({ id, title, code, topics, summary, audience, audienceSectors }) => ({
        id,
        title,
        code,
        topics: topics.join(' '),
        summary,
        audience: audience ?? '',
        sectors: audienceSectors.join(' '),
      })),
    );
    const venues = new Map(
      programme.events.flatMap(({ venueId, venue }) => (venueId && venue ? [[venueId, venue]] : [])),
    );
    this.places = new MiniSearch({ ...shared, fields: ['place'] });
    this.places.addAll([...venues].map(([id, place]) => ({ id, place })));
  }

  /** What fits every word that was typed; null where nothing was typed that could be looked for. */
  find(typed: string): Found | null {
    const reference = typed.trim().toUpperCase();
    const words = tokens(typed).slice(0, MOST_WORDS);
    if (!words.length && !reference) return null;
    const perWord = words.map((word) => {
      const strict = this.with(word, forgiving);
      return strict.courses.size + strict.venues.size ? strict : this.with(word, moreForgiving);
    });
    return {
      scoreOf: (courseId) => {
        if (!words.length) return null;
        let score = 0;
        for (const { courses } of perWord) {
          const own = courses.get(courseId);
          if (own === undefined) return null;
          score += own;
        }
        return score;
      },
      hasEvent: (event) =>
        event.reference === reference ||
        (words.length > 0 &&
          perWord.every(
            ({ courses, venues }) =>
              courses.has(event.courseId) || (event.venueId !== null && venues.has(event.venueId)),
          )),
    };
  }

  private with(word: string, fuzzy: Forgiving): { courses: Map<string, number>; venues: Set<string> } {
    return { courses: this.coursesWith(word, fuzzy), venues: this.venuesWith(word, fuzzy) };
  }

  private coursesWith(word: string, fuzzy: Forgiving): Map<string, number> {
    const scores = new Map<string, number>();
    const add = (text: string, combineWith: 'AND' | 'OR', factor: number): void => {
      for (const { id, score } of this.texts.search(text, {
        prefix: (w) => w.length > 2,
        fuzzy,
        combineWith,
      }))
        scores.set(id as string, Math.max(scores.get(id as string) ?? 0, score * factor));
    };
    add(word, 'OR', 1);
    const meant = SYNONYMS[word];
    if (meant) add(meant, 'AND', BEST);
    return scores;
  }

  private venuesWith(word: string, fuzzy: Forgiving): Set<string> {
    return new Set(this.places.search(word, { prefix: (w) => w.length > 2, fuzzy }).map(({ id }) => id as string));
  }
}
