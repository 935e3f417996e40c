import type { FormStage } from '@roundtable/contracts';
import { invalid } from '@roundtable/platform';
import type { AskedQuestion } from '../forms/form-rules';
import { isRating } from '../rating-rules';

/** The longest text that a question takes. */
export const LONGEST_TEXT = 2000;

/** Answers that were found right, in the shape in which they are kept. */
export interface CheckedAnswers {
  ratings: { mode: FormStage; statementId: string; value: number }[];
  scores: { questionId: string; value: number }[];
  texts: { questionId: string; text: string }[];
}

/** What a value comes to, or what to say at its field. */
type Reading = { values: number[] } | { text: string } | { error: string };

/**
 * The answers a person gave to the questions they were asked. Refuses, naming `answers.<questionId>`, a required
 * question without an answer, a question answered twice or not on the form, and a value that its kind does not take.
 */
export function checkedAnswers(
  questions: readonly AskedQuestion[],
  answers: readonly { questionId: string; value: unknown }[],
): CheckedAnswers {
  const asked = new Map(questions.map((question) => [question.key, question]));
  const seen = new Set<string>();
  const errors: Record<string, string> = {};
  const checked: CheckedAnswers = { ratings: [], scores: [], texts: [] };
  for (const { questionId, value } of answers) {
    const field = `answers.${questionId}`;
    const question = asked.get(questionId);
    if (!question) errors[field] = 'This question is not on this form';
    else if (seen.has(questionId)) errors[field] = 'Answer this question once';
    else if (!isEmpty(value)) {
      const reading = readAnswer(question, value);
      if ('error' in reading) errors[field] = reading.error;
      else keep(checked, question, reading);
    } else continue;
    seen.add(questionId);
  }
  for (const question of questions)
    if (question.isRequired && !seen.has(question.key)) errors[`answers.${question.key}`] ??= missingText(question);
  if (Object.keys(errors).length > 0) throw invalid(errors);
  return checked;
}

/** What to say where a required question was left out. */
export function missingText({ kind, wording }: Pick<AskedQuestion, 'kind' | 'wording'>): string {
  if (kind === 'rating') return `Choose a rating for: ${wording}`;
  if (kind === 'text' || kind === 'number') return `Enter an answer to: ${wording}`;
  return `Choose an answer to: ${wording}`;
}

function readAnswer(question: AskedQuestion, value: unknown): Reading {
  switch (question.kind) {
    case 'rating':
      return isRating(value) ? { values: [value] } : { error: 'Choose a rating from 1 (very poor) to 5 (very good)' };
    case 'yes-no':
      return value === 'yes' || value === 'no' ? { values: [value === 'yes' ? 1 : 0] } : { error: 'Choose yes or no' };
    case 'single': {
      const place = question.options.findIndex((option) => option === value);
      return place < 0 ? { error: 'Choose one of the answers' } : { values: [place] };
    }
    case 'several':
      return readOptions(question.options, value);
    case 'number':
    case 'scale':
      return readNumber(question, value);
    case 'text':
      if (typeof value !== 'string') return { error: 'Enter your answer as text' };
      return value.trim().length > LONGEST_TEXT
        ? { error: `The answer must be ${LONGEST_TEXT} characters or fewer` }
        : { text: value.trim() };
  }
}

function readOptions(options: readonly string[], value: unknown): Reading {
  const given: unknown[] = Array.isArray(value) ? value : [value];
  const places = given.map((one) => options.findIndex((option) => option === one));
  if (places.some((place) => place < 0)) return { error: 'Choose from the answers that are there' };
  return { values: [...new Set(places)] };
}

function readNumber({ kind, minimum, maximum }: AskedQuestion, value: unknown): Reading {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || Math.abs(value) > MOST)
    return { error: 'Enter a whole number' };
  if ((minimum !== null && value < minimum) || (maximum !== null && value > maximum))
    return { error: boundsText(kind, minimum, maximum) };
  return { values: [value] };
}

/** The largest number that every engine keeps as an integer. */
const MOST = 2_000_000_000;

function boundsText(kind: AskedQuestion['kind'], minimum: number | null, maximum: number | null): string {
  const verb = kind === 'scale' ? 'Choose' : 'Enter';
  if (minimum === null) return `${verb} a number that is ${maximum} or less`;
  if (maximum === null) return `${verb} a number that is ${minimum} or more`;
  return `${verb} a number from ${minimum} to ${maximum}`;
}

function keep(
  checked: CheckedAnswers,
  { id, kind, mode }: AskedQuestion,
  reading: Exclude<Reading, { error: string }>,
): void {
  if ('text' in reading) checked.texts.push({ questionId: id, text: reading.text });
  else
    for (const value of reading.values)
      if (kind === 'rating') checked.ratings.push({ mode, statementId: id, value });
      else checked.scores.push({ questionId: id, value });
}

/** Nothing chosen and nothing typed is no answer. */
function isEmpty(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}
