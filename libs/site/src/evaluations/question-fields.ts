import { type QuestionView, RATINGS, RATING_LABELS, insideSentence, questionInWords } from '@roundtable/contracts';
import { LONGEST_TEXT } from '@roundtable/evaluations';
import type { Fields } from '../frame/fields';

/** What a page needs to know of a question. */
export type PageQuestion = Omit<QuestionView, 'required'> & { required?: boolean };

interface Choice {
  /** Its own name, where several can be chosen. */
  name?: string;
  value: string;
  text: string;
  checked: boolean;
}

/** One question on a page, with what was chosen or typed. */
export interface QuestionField {
  /** Also the id of its first control, to which an error leads. */
  name: string;
  control: 'radios' | 'checkboxes' | 'number' | 'text';
  legend: string;
  hint: string | null;
  items: Choice[];
  value: string;
}

export interface GivenAnswer {
  questionId: string;
  value: number | string | string[];
}

const nameOf = ({ kind, id }: PageQuestion): string => `${kind === 'rating' ? 'rating' : 'answer'}-${id}`;
const optionName = (question: PageQuestion, place: number): string =>
  place === 0 ? nameOf(question) : `${nameOf(question)}-${place + 1}`;

/** 'Your knowledge of how to …', or the question in its own words. */
export function legendOf(question: PageQuestion): string {
  const isOptional = question.required === false && question.mode !== 'retrospective-before';
  return `${questionInWords(question)}${isOptional ? ' (optional)' : ''}`;
}

/** The questions in order, each with what was chosen or typed. */
export function questionFields(questions: readonly PageQuestion[], given: Fields | null): QuestionField[] {
  return questions.map((question) => {
    const name = nameOf(question);
    return {
      name,
      control: controlOf(question),
      legend: legendOf(question),
      hint: question.help ?? null,
      items: choicesOf(question, given),
      value: given?.text(name) ?? '',
    };
  });
}

/** Every name that a control on the page has. */
export function fieldNames(questions: readonly PageQuestion[]): string[] {
  return questionFields(questions, null).flatMap(({ name, items }) => [
    name,
    ...items.flatMap((item) => (item.name ? [item.name] : [])),
  ]);
}

/** The answers that were given, and what to say where one is missing or cannot be right. */
export function readAnswers(
  questions: readonly PageQuestion[],
  given: Fields,
): { answers: GivenAnswer[]; errors: Record<string, string> } {
  const answers: GivenAnswer[] = [];
  const errors: Record<string, string> = {};
  for (const question of questions) {
    const { value, error } = readAnswer(question, given);
    if (error) errors[nameOf(question)] = error;
    else if (value !== null) answers.push({ questionId: question.id, value });
    else if (question.required !== false) errors[nameOf(question)] = missing(question);
  }
  return { answers, errors };
}

/** The answers in words, to be checked before they are sent. */
export function answersInWords(questions: readonly PageQuestion[], given: Fields): { key: string; value: string }[] {
  return questionFields(questions, given).map(({ legend, items, value }) => {
    const chosen = items.filter(({ checked }) => checked).map(({ text }) => text);
    return { key: legend, value: chosen.join(', ') || (items.length > 0 ? '' : value) || 'No answer' };
  });
}

/** The fields as they were filled in, to be carried to the next step. */
export function carriedFields(questions: readonly PageQuestion[], given: Fields): { name: string; value: string }[] {
  return [...new Set(fieldNames(questions))]
    .filter((name) => given.has(name))
    .map((name) => ({ name, value: given.text(name) }));
}

function controlOf({ kind }: PageQuestion): QuestionField['control'] {
  if (kind === 'several') return 'checkboxes';
  return kind === 'number' || kind === 'text' ? kind : 'radios';
}

function choicesOf(question: PageQuestion, given: Fields | null): Choice[] {
  const { kind, options = [], minimum = 0, maximum = 0, lowLabel, highLabel } = question;
  const chosen = given?.text(nameOf(question));
  const radio = (value: string, text: string): Choice => ({ value, text, checked: chosen === value });
  switch (kind) {
    case 'rating':
      return RATINGS.map((rating) => radio(String(rating), RATING_LABELS[rating]));
    case 'yes-no':
      return [radio('yes', 'Yes'), radio('no', 'No')];
    case 'single':
      return options.map((option) => radio(option, option));
    case 'several':
      return options.map((option, place) => {
        const name = optionName(question, place);
        return { name, value: 'yes', text: option, checked: given?.text(name) === 'yes' };
      });
    case 'scale':
      return Array.from({ length: maximum - minimum + 1 }, (_, step) => minimum + step).map((value) => {
        const label = value === minimum ? lowLabel : value === maximum ? highLabel : undefined;
        return radio(String(value), label ? `${value}, ${insideSentence(label)}` : String(value));
      });
    case 'number':
    case 'text':
      return [];
  }
}

function readAnswer(question: PageQuestion, given: Fields): { value: GivenAnswer['value'] | null; error?: string } {
  const { kind, options = [] } = question;
  const text = given.text(nameOf(question));
  if (kind === 'several') {
    const chosen = options.filter((_, place) => given.text(optionName(question, place)) === 'yes');
    return { value: chosen.length > 0 ? chosen : null };
  }
  if (text === '') return { value: null };
  if (kind === 'text')
    return text.length > LONGEST_TEXT
      ? { value: null, error: `Your answer must be ${LONGEST_TEXT} characters or fewer` }
      : { value: text };
  if (kind === 'number') return readNumber(question, text);
  const choice = choicesOf(question, given).find(({ checked }) => checked);
  if (!choice) return { value: null };
  return { value: kind === 'rating' || kind === 'scale' ? Number(choice.value) : choice.value };
}

function readNumber({ minimum, maximum }: PageQuestion, text: string): { value: number | null; error?: string } {
  const value = /^-?\d{1,9}$/.test(text) ? Number(text) : null;
  if (value === null) return { value, error: 'Enter a whole number, such as 12' };
  const [low, high] = [minimum ?? -Infinity, maximum ?? Infinity];
  if (value >= low && value <= high) return { value };
  if (maximum === undefined) return { value, error: `Enter a number that is ${minimum} or more` };
  if (minimum === undefined) return { value, error: `Enter a number that is ${maximum} or less` };
  return { value, error: `Enter a number from ${minimum} to ${maximum}` };
}

function missing(question: PageQuestion): string {
  const asked = insideSentence(legendOf(question));
  if (question.kind === 'rating') return `Choose a rating for: ${asked}`;
  return `${question.kind === 'number' || question.kind === 'text' ? 'Enter' : 'Choose'} an answer to: ${asked}`;
}
