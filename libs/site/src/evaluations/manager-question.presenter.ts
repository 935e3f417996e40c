import type { EvaluationAnswers, ManagerQuestionView } from '@roundtable/contracts';
import { dateInWords } from '@roundtable/platform';
import { type PageErrors, pageErrors } from '../frame/errors';
import type { Fields } from '../frame/fields';
import type { PageModel } from '../frame/site-pages';
import { type QuestionField, questionFields, readAnswers } from './question-fields';

export interface ManagerQuestionPage extends PageModel {
  caption: string | null;
  isOpen: boolean;
  intro: string[];
  /** What becomes of the answer. */
  after: string[];
  fields: QuestionField[];
  formId: string | null;
  isPreview: boolean;
  action: string;
  frontDoor: string | null;
}

/** Where the page stands. */
interface ManagerQuestionPlace {
  action: string;
  frontDoor: string | null;
  isPreview?: boolean;
}

/** What a line manager is asked. `given` is what they sent that has to be mended. */
export function managerQuestionPage(
  view: ManagerQuestionView,
  at: ManagerQuestionPlace,
  given: Fields | null = null,
  errors: PageErrors | null = null,
): ManagerQuestionPage {
  const delegate = view.delegateName ?? '';
  const isOpen = view.state === 'open';
  return {
    title: titleOf(view),
    isPersonal: true,
    errors,
    caption: isOpen ? captionOf(view) : null,
    isOpen,
    intro: introOf(view),
    after: [
      `We use your answer to judge the training, not ${delegate}. ${delegate} does not see it here, but may ask us for a copy, as it is about them.`,
      'You do not have to answer. If you are not their line manager, please close this page.',
    ],
    fields: isOpen ? questionFields(view.questions, given) : [],
    formId: view.formId,
    isPreview: at.isPreview ?? false,
    action: at.action,
    frontDoor: at.frontDoor,
  };
}

/** The answers, or what has to be mended: something is answered. */
export function readManagerAnswers(
  view: ManagerQuestionView,
  given: Fields,
): { given: EvaluationAnswers; errors: PageErrors | null } {
  const { answers, errors } = readAnswers(view.questions, given);
  const [first] = questionFields(view.questions, null);
  if (first && answers.length === 0 && Object.keys(errors).length === 0) errors[first.name] = 'Answer the question';
  return { given: { answers, formId: view.formId }, errors: pageErrors(errors) };
}

function titleOf({ state, delegateName }: ManagerQuestionView): string {
  if (state === 'sent') return 'Thank you, we have your answer';
  return state === 'closed' ? 'This question is closed' : `${delegateName} at work since the course`;
}

function captionOf({ courseTitle, startsAt }: ManagerQuestionView): string {
  return startsAt ? `${courseTitle}, ${dateInWords(new Date(startsAt))}` : (courseTitle ?? '');
}

function introOf({ state, delegateName, courseTitle, closesAt }: ManagerQuestionView): string[] {
  if (state === 'sent') return ['We do not write to you about this again.'];
  if (state === 'closed') return ['It can no longer be answered. You do not need to do anything.'];
  const until = closesAt ? ` You can answer until ${dateInWords(new Date(closesAt))}.` : '';
  return [
    `${delegateName} was on ${courseTitle}. Please tell us what you have seen at work since. It takes about two minutes.${until}`,
  ];
}
