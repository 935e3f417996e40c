import { type EvaluationAnswers, type EvaluationFormView, paths } from '@roundtable/contracts';
import type { DraftField } from '@roundtable/evaluations';
import { dateInWords } from '@roundtable/platform';
import { type PageErrors, pageErrors } from '../frame/errors';
import { Fields } from '../frame/fields';
import type { PageModel } from '../frame/site-pages';
import { type LineManagerPart, REFUSAL, lineManagerPart, saysNo } from './line-manager-part';
import { type QuestionField, questionFields, readAnswers } from './question-fields';

export interface EvaluationPage extends PageModel {
  caption: string;
  state: EvaluationFormView['state'];
  intro: string[];
  fields: QuestionField[];
  /** Whether something can be written that may be quoted. */
  asksToQuote: boolean;
  mayQuote: boolean;
  /** The version that is read; null for the course's statements. */
  formId: string | null;
  isPreview: boolean;
  /** Where single answers are kept until they are sent; null where they are not. */
  draftAction: string | null;
  action: string;
  /** Where somebody who is signed in goes from here. */
  back: string | null;
  frontDoor: string | null;
  /** What becomes of the question to the line manager; null where there is none. */
  lineManager: LineManagerPart | null;
  refusal: typeof REFUSAL;
  /** What was done before, where the answers are still to be sent. */
  notice: string | null;
}

const AFTER_WORDS = {
  when: 'After the training',
  asked: 'Rate yourself as you are now, after the training. Your certificate follows once you have answered.',
  sent: 'Your certificate is on your booking page. While the register is open, it waits for the trainer to close it.',
};
/** What the page says at each stage; `sent` once somebody has answered. */
const WORDS: Record<EvaluationFormView['stage'], Record<'when' | 'asked' | 'sent', string>> = {
  before: {
    when: 'Before the training',
    asked: 'Rate yourself as you are today. We ask the same questions again after the training, to see what changed.',
    sent: 'We ask the same questions again after the training, to see what changed.',
  },
  after: AFTER_WORDS,
  'retrospective-before': AFTER_WORDS,
  'follow-up': {
    when: 'Three months after the training',
    asked: 'Rate yourself as you are today. These are the same questions as before and right after the training.',
    sent: 'This was the last time that we ask about this training.',
  },
};

/** Where the page stands. */
export interface EvaluationPlace {
  action: string;
  bookingId: string | null;
  frontDoor: string | null;
  isPreview?: boolean;
  draftAction?: string;
}

/** The questions of one stage, by link or signed in. `given` is what somebody sent that has to be mended. */
export function evaluationPage(
  form: EvaluationFormView,
  at: EvaluationPlace,
  given: Fields | null = null,
  errors: PageErrors | null = null,
): EvaluationPage {
  return {
    title: titleOf(form),
    section: 'mine',
    errors,
    caption: form.startsAt ? `${form.courseTitle}, ${dateInWords(new Date(form.startsAt))}` : form.courseTitle,
    state: form.state,
    intro: introOf(form),
    fields: form.state === 'open' ? questionFields(form.questions, given) : [],
    asksToQuote: form.questions.some(({ kind }) => kind === 'text'),
    mayQuote: given?.text('quoteConsent') === 'yes',
    formId: form.formId,
    isPreview: at.isPreview ?? false,
    draftAction: at.draftAction ?? null,
    action: at.action,
    back: at.bookingId && paths.booking({ id: at.bookingId }),
    frontDoor: at.frontDoor,
    lineManager: lineManagerPart(form, given),
    refusal: REFUSAL,
    notice: given && saysNo(given) ? 'We do not ask your line manager. Your own answers are not sent yet.' : null,
  };
}

/** The answers of a form that was sent, or what has to be mended. */
export function readEvaluation(
  form: EvaluationFormView,
  given: Fields,
): { given: EvaluationAnswers; errors: PageErrors | null } {
  const { answers, errors } = readAnswers(form.questions, given);
  const quoteConsent = given.text('quoteConsent') === 'yes';
  const managerEmail = form.lineManager?.state === 'unknown' ? given.text('managerEmail') : '';
  return {
    given: { answers, quoteConsent, formId: form.formId, ...(managerEmail && { managerEmail }) },
    errors: pageErrors(errors),
  };
}

/** What somebody typed on an earlier visit, where they did. */
export function typedBefore(drafts: readonly DraftField[]): Fields | null {
  return drafts.length > 0 ? Fields.ofForm(Object.fromEntries(drafts.map(({ field, value }) => [field, value]))) : null;
}

/** The version that somebody has before them: null for the course's statements, undefined where the page did not say. */
export function versionRead(given: Fields): string | null | undefined {
  const form = given.text('form');
  return form === 'none' ? null : form || undefined;
}

function titleOf(form: EvaluationFormView): string {
  if (form.state === 'sent') return 'Thank you, we have your answers';
  if (form.state === 'closed') return 'These questions are closed';
  if (form.state === 'not-yet-open') return 'These questions are not open yet';
  return `${WORDS[form.stage].when}: how would you rate yourself?`;
}

function introOf(form: EvaluationFormView): string[] {
  if (form.state === 'not-yet-open')
    return form.opensAt
      ? [`They open on ${dateInWords(new Date(form.opensAt))}. Come back then with the same link.`]
      : ['Come back later with the same link.'];
  if (form.state === 'closed') return ['They can no longer be answered. You do not need to do anything.'];
  return [form.state === 'sent' ? WORDS[form.stage].sent : WORDS[form.stage].asked];
}
