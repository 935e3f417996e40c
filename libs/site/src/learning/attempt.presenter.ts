import { type AttemptView, type CourseView, paths } from '@roundtable/contracts';
import type { PageModel } from '../frame/site-pages';
import { count } from '../frame/words';
import { type ReadableModule, coursesAfter } from './module.presenter';

export interface AttemptPage extends PageModel {
  caption: string;
  hasPassed: boolean;
  score: string | null;
  wrong: { number: number; wording: string; given: string; explanation: string | null }[];
  again: string;
  opens: { title: string; href: string }[];
}

/**
 * What came of a try at a knowledge check. `explanations` are kept by question; an answer that was wrong is explained,
 * and the right one is not given away.
 */
export function attemptPage(
  module: ReadableModule,
  attempt: AttemptView,
  answers: Record<string, string>,
  explanations: ReadonlyMap<string, string>,
  courses: readonly CourseView[],
): AttemptPage {
  const right = module.questions.length - attempt.wrongQuestionIds.length;
  return {
    title: attempt.passed ? 'You have completed this module' : 'Not there yet',
    section: 'learning',
    caption: module.title,
    hasPassed: attempt.passed,
    score: module.questions.length
      ? `${right} of ${count(module.questions.length, 'answer')} ${right === 1 ? 'was' : 'were'} right.`
      : null,
    wrong: module.questions.flatMap(({ id, wording, options }, index) =>
      attempt.wrongQuestionIds.includes(id)
        ? [
            {
              number: index + 1,
              wording,
              given: options.find((option) => option.id === answers[id])?.wording ?? '',
              explanation: explanations.get(id) ?? null,
            },
          ]
        : [],
    ),
    // With a parameter, as the result stands at the address of the form: a bare fragment would not leave it.
    again: `${paths.module({ slug: module.slug })}?again=yes#knowledge-check`,
    opens: attempt.passed ? coursesAfter(module, courses) : [],
  };
}
