import { FORM_STAGES, type FormStage, type QuestionWords, type WantedForm } from '@roundtable/contracts';

/** So many questions a form may have; a phone shows one below the other. */
export const MOST_QUESTIONS = 60;
const MOST_OPTIONS = 20;
const MOST_STEPS = 10;

/** What a question says, by which the same words of a course are found again. */
export function wordsKey(words: Omit<QuestionWords, 'options'> & { options?: readonly string[] }): string {
  const { kind, wording, options, minimum, maximum, lowLabel, highLabel } = trimmed(words);
  return JSON.stringify([kind, wording, options, minimum, maximum, lowLabel, highLabel]);
}

/** The words without space around them, and without what their kind does not have. */
export function trimmed({
  kind,
  wording,
  options,
  minimum,
  maximum,
  lowLabel,
  highLabel,
}: Omit<QuestionWords, 'options'> & { options?: readonly string[] | null }): {
  kind: QuestionWords['kind'];
  wording: string;
  options: string[] | null;
  minimum: number | null;
  maximum: number | null;
  lowLabel: string | null;
  highLabel: string | null;
} {
  const isList = kind === 'single' || kind === 'several';
  const isBounded = kind === 'number' || kind === 'scale';
  const label = (text: string | undefined) => (kind === 'scale' && text?.trim() ? text.trim() : null);
  return {
    kind,
    wording: wording.trim(),
    options: isList ? (options ?? []).map((option) => option.trim()) : null,
    minimum: isBounded ? (minimum ?? null) : null,
    maximum: isBounded ? (maximum ?? null) : null,
    lowLabel: label(lowLabel),
    highLabel: label(highLabel),
  };
}

/** What is wrong with a question's words, by field under `at`. */
export function wordsErrors(words: QuestionWords, at = ''): Record<string, string> {
  const errors: Record<string, string> = {};
  const { kind, wording, options, minimum, maximum } = trimmed(words);
  if (wording === '') errors[`${at}wording`] = 'Enter the question';
  if (options) {
    if (options.length < 2 || options.some((option) => option === ''))
      errors[`${at}options`] = 'Give at least two answers to choose from';
    else if (options.length > MOST_OPTIONS) errors[`${at}options`] = `Give ${MOST_OPTIONS} answers or fewer`;
    else if (new Set(options).size < options.length) errors[`${at}options`] = 'Two of the answers are the same';
  }
  if (kind === 'scale' && (minimum === null || maximum === null))
    errors[`${at}minimum`] = 'Say where the scale starts and ends';
  else if (minimum !== null && maximum !== null && minimum >= maximum)
    errors[`${at}maximum`] = 'The largest number must be above the smallest';
  else if (kind === 'scale' && (maximum ?? 0) - (minimum ?? 0) > MOST_STEPS)
    errors[`${at}maximum`] = `A scale has ${MOST_STEPS + 1} steps or fewer`;
  return errors;
}

/** What is wrong with a form as it is being built, by field. What is on it is looked up elsewhere. */
export function formErrors({ questions }: WantedForm): Record<string, string> {
  const errors: Record<string, string> = {};
  const seen = new Set<string>();
  questions.forEach((question, index) => {
    const at = `questions.${index}.`;
    const { statementId, standingId, own, stages } = question;
    const sources = [statementId, standingId, own].filter((source) => source !== undefined);
    if (sources.length !== 1)
      errors[`${at}statementId`] = 'Give an outcome statement, a standing question, or a question of this course';
    if (own) Object.assign(errors, wordsErrors(own, `${at}own.`));
    if (stages.length === 0) errors[`${at}stages`] = 'Say when it is asked';
    else if (stages.includes('retrospective-before') && statementId === undefined)
      errors[`${at}stages`] = 'Only a rating can be asked about before, after the training';
    else if (stages.includes('line-manager') && statementId !== undefined)
      errors[`${at}stages`] = 'Delegates rate themselves: ask a line manager a question of another kind';
    const key = statementId ?? standingId ?? (own && wordsKey(own)) ?? '';
    if (seen.has(key)) errors[`${at}statementId`] ??= 'This question is on the form twice';
    seen.add(key);
  });
  return errors;
}

/** Why a form cannot be published; null where it can. What was learnt is the difference between before and after. */
export function publishingError(questions: readonly { stages: readonly FormStage[] }[]): string | null {
  const asks = (stage: FormStage) => questions.some(({ stages }) => stages.includes(stage));
  if (!asks('after')) return 'Ask at least one question after the training: the certificate waits for it';
  return asks('before') ? null : 'Ask at least one question before the training, so that there is something to compare';
}

/** Stages in the order of time, each once. */
export function inOrder(stages: readonly FormStage[]): FormStage[] {
  return FORM_STAGES.filter((stage) => stages.includes(stage));
}
