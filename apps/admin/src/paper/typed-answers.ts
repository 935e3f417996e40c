import { RATINGS, RATING_LABELS, type AnswerValue, type QuestionView } from '@roundtable/contracts';

/** What was typed so far, by question. */
export type TypedAnswers = Record<string, AnswerValue>;

/** One thing to choose, with the digit that stands beside it on paper. */
export interface PaperChoice {
  digit: string;
  label: string;
  value: number | string;
}

/** What can be chosen by a digit; empty for what is typed. */
export function choicesOf({ kind, options = [], minimum = 0, maximum = 0 }: QuestionView): PaperChoice[] {
  const numbered = (values: readonly string[], labels = values) =>
    values.map((value, place) => ({ digit: String(place + 1), label: labels[place] ?? value, value }));
  if (kind === 'rating')
    return RATINGS.map((rating) => ({ digit: String(rating), label: RATING_LABELS[rating], value: rating }));
  if (kind === 'yes-no') return numbered(['yes', 'no'], ['Yes', 'No']);
  if (kind === 'single' || kind === 'several') return numbered(options);
  if (kind === 'scale' && maximum <= 9)
    return Array.from({ length: maximum - minimum + 1 }, (_, step) => minimum + step).map((value) => ({
      digit: String(value),
      label: String(value),
      value,
    }));
  return [];
}

/** The answer once a choice was pressed: several are put in and taken out again. */
export function afterChoosing(
  { kind }: QuestionView,
  answer: AnswerValue | undefined,
  value: number | string,
): AnswerValue {
  if (kind !== 'several') return value;
  const chosen = Array.isArray(answer) ? answer : [];
  const text = String(value);
  return chosen.includes(text) ? chosen.filter((one) => one !== text) : [...chosen, text];
}

/** What is sent: what was left out is left out, and numbers are numbers. */
export function sentAnswers(
  questions: readonly QuestionView[],
  typed: TypedAnswers,
): { questionId: string; value: AnswerValue }[] {
  return questions.flatMap(({ id, kind }) => {
    const value = typed[id];
    if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return [];
    const isNumber =
      (kind === 'number' || kind === 'scale') && typeof value === 'string' && /^-?\d+$/.test(value.trim());
    return [{ questionId: id, value: isNumber ? Number(value) : value }];
  });
}
