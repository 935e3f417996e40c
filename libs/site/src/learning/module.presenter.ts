import { type CompletionView, type CourseView, paths } from '@roundtable/contracts';
import { type PageErrors, pageErrors } from '../frame/errors';
import type { Fields } from '../frame/fields';
import type { PageModel } from '../frame/site-pages';
import { count } from '../frame/words';
import { completionWords, isValid } from './completion-words';

/** A module as the website reads it. */
export interface ReadableModule {
  id: string;
  slug: string;
  title: string;
  summary: string;
  minutes: number;
  passMarkPercent: number | null;
  sections: { heading: string; paragraphs: string[] }[];
  questions: CheckQuestion[];
}

interface CheckQuestion {
  id: string;
  wording: string;
  options: { id: string; wording: string }[];
}

export interface ModulePage extends PageModel {
  summary: string;
  length: string;
  passMark: string | null;
  sections: { id: string; heading: string; paragraphs: string[] }[];
  questions: { name: string; legend: string; items: { value: string; text: string; checked: boolean }[] }[];
  action: string;
  signInHref: string | null;
  done: { words: string; isValid: boolean } | null;
  /** Courses that ask for this module. */
  opens: { title: string; href: string }[];
}

export interface ModuleReader {
  isSignedIn: boolean;
  completion: CompletionView | null;
  courses: readonly CourseView[];
  now: Date;
}

const nameOf = (question: CheckQuestion): string => `question-${question.id}`;

/** The module to read, with its knowledge check for whoever is signed in. */
export function modulePage(
  module: ReadableModule,
  reader: ModuleReader,
  given: Fields | null = null,
  errors: PageErrors | null = null,
): ModulePage {
  const action = paths.module({ slug: module.slug });
  const { completion } = reader;
  return {
    title: module.title,
    section: 'learning',
    errors,
    summary: module.summary,
    length: `About ${count(module.minutes, 'minute')}`,
    passMark: passMarkWords(module),
    sections: module.sections.map(({ heading, paragraphs }, index) => ({
      id: `part-${index + 1}`,
      heading,
      paragraphs,
    })),
    questions: module.questions.map((question) => ({
      name: nameOf(question),
      legend: question.wording,
      items: question.options.map(({ id, wording }) => ({
        value: id,
        text: wording,
        checked: given?.text(nameOf(question)) === id,
      })),
    })),
    action,
    signInHref: reader.isSignedIn ? null : `${paths.signIn}?returnTo=${encodeURIComponent(action)}`,
    done: completion && { words: completionWords(completion, reader.now), isValid: isValid(completion, reader.now) },
    opens: coursesAfter(module, reader.courses),
  };
}

/** The answers to a knowledge check, or what is missing. */
export function readAttempt(
  module: ReadableModule,
  given: Fields,
): { answers: Record<string, string>; errors: PageErrors | null } {
  const answers: Record<string, string> = {};
  const errors: Record<string, string> = {};
  module.questions.forEach((question, index) => {
    const option = question.options.find(({ id }) => id === given.text(nameOf(question)));
    if (option) answers[question.id] = option.id;
    else errors[nameOf(question)] = `Choose an answer to question ${index + 1}`;
  });
  return { answers, errors: pageErrors(errors) };
}

/** Published courses that can be booked once this module is completed. */
export function coursesAfter(
  module: { id: string },
  courses: readonly CourseView[],
): { title: string; href: string }[] {
  return courses
    .filter(({ prerequisites }) => prerequisites.some(({ kind, id }) => kind === 'module' && id === module.id))
    .map(({ title, slug }) => ({ title, href: paths.course({ slug }) }));
}

function passMarkWords(module: ReadableModule): string | null {
  if (!module.questions.length || module.passMarkPercent === null) return null;
  const needed = Math.ceil((module.passMarkPercent * module.questions.length) / 100);
  return `There are ${count(module.questions.length, 'question')}. Answer ${needed} or more correctly to complete the module. You can try as often as you like.`;
}
