import { RATINGS, RATING_LABELS } from '@roundtable/contracts';
import type { Fields } from '../frame/fields';
import { insideSentence } from '../frame/words';

/** A statement that somebody rates: of a course, or on a form. */
export interface RatedQuestion {
  id: string;
  stem: string | null;
  wording: string;
}

/** One group of five radio buttons. */
export interface RatingField {
  name: string;
  legend: string;
  items: { value: string; text: string; checked: boolean }[];
}

export interface GivenRating {
  questionId: string;
  value: number;
}

const nameOf = (question: RatedQuestion): string => `rating-${question.id}`;

/** 'Your knowledge of how to …', or the question in its own words. */
export function legendOf(question: RatedQuestion): string {
  return question.stem ? `Your ${question.stem} ${insideSentence(question.wording)}` : question.wording;
}

/** The groups of radio buttons, with what was chosen. */
export function ratingFields(questions: readonly RatedQuestion[], given: Fields | null): RatingField[] {
  return questions.map((question) => ({
    name: nameOf(question),
    legend: legendOf(question),
    items: RATINGS.map((rating) => ({
      value: String(rating),
      text: RATING_LABELS[rating],
      checked: given?.text(nameOf(question)) === String(rating),
    })),
  }));
}

/** The ratings that were chosen, and what to say where one is missing. */
export function readRatings(
  questions: readonly RatedQuestion[],
  given: Fields,
): { answers: GivenRating[]; errors: Record<string, string> } {
  const answers: GivenRating[] = [];
  const errors: Record<string, string> = {};
  for (const question of questions) {
    const rating = RATINGS.find((value) => String(value) === given.text(nameOf(question)));
    if (rating) answers.push({ questionId: question.id, value: rating });
    else errors[nameOf(question)] = `Choose a rating for: ${insideSentence(legendOf(question))}`;
  }
  return { answers, errors };
}

/** The ratings in words, to be checked before they are sent. */
export function ratingsInWords(questions: readonly RatedQuestion[], given: Fields): { key: string; value: string }[] {
  return ratingFields(questions, given).map(({ legend, items }) => ({
    key: legend,
    value: items.find(({ checked }) => checked)?.text ?? '',
  }));
}
